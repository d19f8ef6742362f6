/** Cells read to values of their field's type: cents for a montant, ISO day for a date. */
import { type DateRefus, type OrdreDates, readJour } from '../../src/lib/domain/date';
import { type MontantRefus, parseMontant } from '../../src/lib/domain/montant';
import type { RegleId } from '../../src/lib/domain/regles/index';
import { type Champ, labelsOf } from '../sources/kind';
import { foldHeader } from './fold';
import type { CellRead } from '../../src/lib/xlsx/workbook';

export type Typed = string | bigint | number | null;

export interface Lue {
  readonly valeur: Typed;
  readonly datePrecision: 'jour' | 'mois' | null;
}

export interface Refusee {
  readonly regle: RegleId;
  readonly message: string;
}

export interface Brute {
  readonly brut: string;
  readonly lue?: CellRead | undefined;
}

const read = (valeur: Typed, datePrecision: Lue['datePrecision'] = null): Lue => ({
  valeur,
  datePrecision,
});

const MONTANT: Record<MontantRefus, string> = {
  vide: 'montant absent',
  ambigu:
    'montant ambigu : la marque peut être un millier ou une décimale ; écrivez « 1234,00 » ou « 1,23 » selon le cas',
  decimales: 'montant de plus de deux décimales : arrondissez-le au cent dans la source',
  illisible: "ce n'est pas un montant : écrivez par exemple « 1 234,50 »",
  'trop-grand': 'montant de plus de douze chiffres : vérifiez la saisie',
};

const DATE: Record<DateRefus, string> = {
  illisible:
    "cette date n'existe pas au calendrier ou n'est pas lisible : écrivez « 2025-10-15 », ou « 2025-10 » pour un mois",
  ambigue:
    'cette date se lit de deux façons, jour ou mois d’abord : écrivez « 2025-10-15 », ou déclarez « ordre_dates » dans source.yaml',
  'sans-annee': 'cette date n’a pas d’année : écrivez « 1er avril 2025 », ou « 2025-04-01 »',
};

const DECIMALES = /^-?\d+\.\d{3,}$/;

function readMontant({ brut, lue }: Brute): Lue | Refusee {
  const refus = (why: MontantRefus): Refusee => ({
    regle: why === 'ambigu' ? 'montant-ambigu' : 'montant-illisible',
    message: MONTANT[why],
  });
  if (lue?.type === 'nombre' && DECIMALES.test(brut)) return refus('decimales');
  const montant = parseMontant(brut);
  return montant.ok ? read(montant.cents) : refus(montant.refus);
}

function readDate({ brut, lue }: Brute, ordre: OrdreDates | null): Lue | Refusee {
  if (lue?.type === 'nombre')
    return lue.jour === null || (lue.format === 'autre' && !/^(199|20)/.test(lue.jour))
      ? { regle: 'date-impossible', message: DATE.illisible }
      : read(lue.jour, 'jour');
  const date = readJour(brut, ordre);
  if (date.ok) return read(date.jour, date.precision);
  const regle = date.refus === 'ambigue' ? 'date-ambigue' : 'date-impossible';
  return { regle, message: DATE[date.refus] };
}

function readPart({ brut }: Brute): Lue | Refusee {
  const match = /^(\d{1,3})(?:[.,]0+)?\s*%?$/.exec(brut.trim());
  const part = Number(match?.[1] ?? 0);
  if (part >= 1 && part <= 100) return read(part);
  return {
    regle: 'part-illisible',
    message: 'un pourcentage entier de 1 à 100 est attendu : écrivez par exemple 34, 33 et 33',
  };
}

function readChoice(valeurs: Readonly<Record<string, string>>, text: string): Lue | Refusee {
  const found = Object.entries(valeurs).find(([label, valeur]) =>
    [foldHeader(label), valeur].includes(foldHeader(text)),
  );
  if (found) return read(found[1]);
  const message = `valeur hors de la liste : ${labelsOf(valeurs).join(', ')}`;
  return { regle: 'valeur-inconnue', message };
}

/** A date or a percentage of the spreadsheet where something else is awaited. */
function oddFormat({ type }: Champ, lue: CellRead | undefined): Refusee | null {
  if (lue?.type !== 'nombre' || lue.format === 'autre') return null;
  const awaited = { date: 'date', pourcentage: 'part' }[lue.format];
  if (type === awaited) return null;
  const what = lue.format === 'date' ? 'une date' : 'un pourcentage';
  return {
    regle: 'format-inattendu',
    message: `Excel a pris cette cellule pour ${what} : remettez-la au format attendu, puis écrivez de nouveau la valeur`,
  };
}

/** Reads one cell; an empty one is null, unless its field must be filled. Nothing is guessed. */
export function readValeur(
  champ: Champ,
  cell: Brute,
  ordre: OrdreDates | null = null,
): Lue | Refusee {
  const text = cell.brut.trim();
  if (text === '')
    return champ.rempli
      ? { regle: 'valeur-absente', message: 'cette cellule doit être remplie' }
      : read(null);
  const odd = oddFormat(champ, cell.lue);
  if (odd) return odd;
  if (champ.valeurs) return readChoice(champ.valeurs, text);
  if (champ.type === 'montant') return readMontant(cell);
  if (champ.type === 'date') return readDate(cell, ordre);
  if (champ.type === 'part') return readPart(cell);
  if (champ.type === 'texte') return read(text);
  return /^\d{1,9}$/.test(text)
    ? read(Number(text))
    : { regle: 'entier-illisible', message: 'un nombre entier est attendu' };
}
