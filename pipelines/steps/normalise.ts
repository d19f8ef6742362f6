import { parseDate } from '../../src/lib/domain/exercice';
import { type MontantRefus, parseMontant } from '../../src/lib/domain/montant';
import { foldLabel } from '../lib/catalogue';
import type { Journal } from '../lib/constats';
import type { Champ } from '../sources/kind';
import { foldHeader, type RawCell, type RawRow, type ReadFile } from './read';
import type { FileSnapshot } from './snapshot';

/** A value with its type: cents for a montant, ISO day for a date. */
export type Typed = string | bigint | number | null;

export interface TypedCell extends RawCell {
  readonly valeur: Typed;
  readonly datePrecision: 'jour' | 'mois' | null;
}

export interface TypedRow {
  readonly fichier: string;
  readonly ligne: number;
  readonly cells: Readonly<Record<string, TypedCell>>;
}

export interface TypedFile {
  readonly file: FileSnapshot;
  readonly rows: readonly TypedRow[];
  readonly lues: number;
  readonly refusees: number;
}

const REFUS: Record<MontantRefus, string> = {
  vide: 'montant absent',
  ambigu:
    'montant ambigu : la marque peut être un millier ou une décimale ; écrivez « 1234,00 » ou « 1,23 » selon le cas',
  decimales: 'montant de plus de deux décimales : arrondissez-le au cent dans la source',
  illisible: "ce n'est pas un montant : écrivez par exemple « 1 234,50 »",
  'trop-grand': 'montant de plus de douze chiffres : vérifiez la saisie',
};

type Parsed = { valeur: Typed; datePrecision?: 'jour' | 'mois' } | { refus: string; regle: string };

function parseCell(champ: Champ, brut: string): Parsed {
  const text = brut.trim();
  if (text === '')
    return champ.rempli
      ? { regle: 'valeur-absente', refus: 'cette cellule doit être remplie' }
      : { valeur: null };
  if (champ.valeurs) return parseChoice(champ.valeurs, text);
  if (champ.type === 'montant') {
    const montant = parseMontant(text);
    return montant.ok
      ? { valeur: montant.cents }
      : {
          regle: montant.refus === 'ambigu' ? 'montant-ambigu' : 'montant-illisible',
          refus: REFUS[montant.refus],
        };
  }
  if (champ.type === 'date') return parseJour(text);
  if (champ.type === 'entier')
    return /^\d{1,9}$/.test(text)
      ? { valeur: Number(text) }
      : { regle: 'entier-illisible', refus: 'un nombre entier est attendu' };
  return { valeur: text };
}

function parseJour(text: string): Parsed {
  const date = parseDate(text);
  return date
    ? { valeur: date.jour, datePrecision: date.precision }
    : {
        regle: 'date-impossible',
        refus:
          "cette date n'existe pas au calendrier ou n'est pas lisible : écrivez « 2025-10-15 », ou « 2025-10 » pour un mois",
      };
}

function parseChoice(valeurs: Readonly<Record<string, string>>, text: string): Parsed {
  const found = Object.entries(valeurs).find(([key]) => foldHeader(key) === foldHeader(text));
  return found
    ? { valeur: found[1] }
    : {
        regle: 'valeur-inconnue',
        refus: `valeur hors de la liste : ${[...new Set(Object.values(valeurs))].join(', ')}`,
      };
}

function normaliseRow(file: FileSnapshot, row: RawRow, journal: Journal): TypedRow | null {
  const cells: Record<string, TypedCell> = {};
  let whole = true;
  for (const [name, champ] of Object.entries(file.kind.champs)) {
    const cell = row.cells[name] ?? { brut: '', cellule: `A${row.ligne}` };
    const parsed = parseCell(champ, cell.brut);
    if ('refus' in parsed) {
      whole = false;
      journal.add({
        gravite: 'bloquant',
        regle: parsed.regle,
        fichier: row.fichier,
        cellule: cell.cellule,
        valeur: cell.brut,
        message: parsed.refus,
      });
    } else
      cells[name] = { ...cell, valeur: parsed.valeur, datePrecision: parsed.datePrecision ?? null };
  }
  return whole ? { fichier: row.fichier, ligne: row.ligne, cells } : null;
}

/** Two rows of one key stop the run: which one is right is not ours to choose. */
function refuseDuplicates(
  file: FileSnapshot,
  rows: readonly TypedRow[],
  journal: Journal,
): TypedRow[] {
  const { cle } = file.kind;
  if (cle.length === 0) return [...rows];
  const first = new Map<string, TypedRow>();
  return rows.filter((row) => {
    const cell = row.cells[cle[0] ?? ''];
    const text = cle.map((champ) => String(row.cells[champ]?.valeur ?? '')).join(', ');
    const key = file.role === 'alias' ? foldLabel(text) : text;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, row);
      return true;
    }
    journal.add({
      gravite: 'bloquant',
      regle: 'doublon',
      fichier: row.fichier,
      cellule: cell?.cellule ?? null,
      valeur: text,
      message: `cet identifiant figure déjà à la ligne ${earlier.ligne} : gardez une seule des deux lignes`,
    });
    return false;
  });
}

/** Types every cell as its source declares it; a row with a cell that cannot be read is refused. */
export function normalise(files: readonly ReadFile[], journal: Journal): TypedFile[] {
  return files.map(({ file, rows, lues }) => {
    const typed = rows.flatMap((row) => normaliseRow(file, row, journal) ?? []);
    const kept = refuseDuplicates(file, typed, journal);
    return { file, rows: kept, lues, refusees: lues - kept.length };
  });
}
