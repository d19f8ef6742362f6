import { columnLetter, type Journal } from '../lib/constats';
import { type CsvRead, type CsvRecord, likelySeparateur, readCsv } from '../lib/csv';
import { decode } from '../lib/decode';
import type { FileSnapshot } from './snapshot';

export interface RawCell {
  readonly brut: string;
  /** As `D4`. */
  readonly cellule: string;
}

export interface RawRow {
  readonly fichier: string;
  readonly ligne: number;
  readonly cells: Readonly<Record<string, RawCell>>;
}

/** Rows of a file, and how many it holds: `lues` = kept here + `refusees`. */
export interface ReadFile {
  readonly file: FileSnapshot;
  readonly rows: readonly RawRow[];
  readonly lues: number;
  readonly refusees: number;
  readonly vides: number;
}

/** A header as it is compared: no accent, no case, underscores and runs of spaces as one space. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

type Columns = Map<number, string>;

/** Finds which field each column holds; every doubt about a header is a blocking finding. */
function matchHeader(file: FileSnapshot, header: CsvRecord, journal: Journal): Columns | null {
  const columns: Columns = new Map();
  const before = journal.blocking.length;
  const block = (regle: string, index: number | null, valeur: string | null, message: string) => {
    const cellule = index === null ? null : `${columnLetter(index)}${header.ligne}`;
    journal.add({ gravite: 'bloquant', regle, fichier: file.chemin, cellule, valeur, message });
  };
  const ignored = new Set([...file.kind.ignores, ...file.ignores].map(foldHeader));
  header.champs.forEach((text, index) => {
    const folded = foldHeader(text);
    if (ignored.has(folded)) return;
    const found = Object.entries(file.kind.champs).find(([, { entetes }]) =>
      entetes.some((e) => foldHeader(e) === folded),
    );
    if (!found)
      block(
        'entete-inconnu',
        index,
        text,
        'cette colonne est inconnue : corrigez son en-tête, ou ajoutez-la à « colonnes_ignorees » dans source.yaml',
      );
    else if ([...columns.values()].includes(found[0]))
      block('entete-double', index, text, 'deux colonnes donnent la même donnée : gardez-en une');
    else columns.set(index, found[0]);
  });
  for (const [name, { requis, entetes }] of Object.entries(file.kind.champs))
    if (requis && ![...columns.values()].includes(name))
      block(
        'entete-absent',
        null,
        null,
        `la colonne « ${entetes[0]} » manque : ajoutez-la (en-têtes acceptés : ${entetes.join(', ')})`,
      );
  return journal.blocking.length > before ? null : columns;
}

function checkSeparateur(file: FileSnapshot, text: string, journal: Journal): boolean {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const likely = likelySeparateur(firstLine);
  if (firstLine.includes(file.separateur) || !firstLine.includes(likely)) return true;
  journal.add({
    gravite: 'bloquant',
    regle: 'separateur',
    fichier: file.chemin,
    cellule: 'A1',
    valeur: firstLine,
    message: `le séparateur déclaré « ${file.separateur} » n'apparaît pas dans l'en-tête, qui semble employer « ${likely} » : corrigez « separateur » dans source.yaml`,
  });
  return false;
}

function toRow(file: FileSnapshot, columns: Columns, record: CsvRecord): RawRow {
  const cells: Record<string, RawCell> = {};
  for (const [index, name] of columns)
    cells[name] = {
      brut: record.champs[index] ?? '',
      cellule: `${columnLetter(index)}${record.ligne}`,
    };
  return { fichier: file.chemin, ligne: record.ligne, cells };
}

function keepWhole(file: FileSnapshot, csv: CsvRead, journal: Journal): CsvRecord[] {
  const width = csv.entete?.champs.length ?? 0;
  const broken = new Map(csv.erreurs.map((e) => [e.ligne, e.message]));
  for (const [ligne, message] of broken)
    journal.add({
      gravite: 'bloquant',
      regle: 'guillemets',
      fichier: file.chemin,
      cellule: `A${ligne}`,
      message,
    });
  return csv.lignes.filter((record) => {
    if (broken.has(record.ligne)) return false;
    if (record.champs.length === width) return true;
    journal.add({
      gravite: 'bloquant',
      regle: 'ligne-incomplete',
      fichier: file.chemin,
      cellule: `A${record.ligne}`,
      valeur: record.champs.join(file.separateur),
      message: `cette ligne a ${record.champs.length} champs, l'en-tête en a ${width} : fichier tronqué, ou séparateur dans un champ sans guillemets ; remettez le fichier entier, ou exportez-le de nouveau`,
    });
    return false;
  });
}

const nothing = (file: FileSnapshot, lues = 0, vides = 0): ReadFile => ({
  file,
  rows: [],
  lues,
  refusees: lues,
  vides,
});

function readOne(file: FileSnapshot, journal: Journal): ReadFile {
  const block = (regle: string, message: string, cellule: string | null = null) => {
    journal.add({ gravite: 'bloquant', regle, fichier: file.chemin, cellule, message });
    return nothing(file);
  };
  if (file.bytes.length === 0)
    return block('fichier-vide', 'le fichier est vide : remettez le fichier reçu');
  const decoded = decode(file.bytes, file.encodage);
  if (!decoded.ok)
    return block('encodage', decoded.message, decoded.ligne === null ? null : `A${decoded.ligne}`);
  if (decoded.text.trim() === '')
    return block('fichier-vide', 'le fichier ne contient aucune donnée : remettez le fichier reçu');
  const csv = readCsv(decoded.text, file.separateur);
  if (!csv.entete)
    return block('fichier-vide', 'le fichier ne contient aucune donnée : remettez le fichier reçu');
  const { length } = csv.lignes;
  if (!checkSeparateur(file, decoded.text, journal)) return nothing(file, length, csv.vides);
  const columns = matchHeader(file, csv.entete, journal);
  if (!columns) return nothing(file, length, csv.vides);
  const rows = keepWhole(file, csv, journal).map((record) => toRow(file, columns, record));
  return { file, rows, lues: length, refusees: length - rows.length, vides: csv.vides };
}

/** Rows that a received file should have and has not, and blank ones passed over. */
function reportAbsence({ file, rows, lues, vides }: ReadFile, journal: Journal): void {
  if (file.role !== 'recu') return;
  const said = journal.blocking.some((c) => c.fichier === file.chemin);
  if (lues === 0 && rows.length === 0 && !said)
    journal.add({
      gravite: 'bloquant',
      regle: 'aucune-ligne',
      fichier: file.chemin,
      message:
        "ce fichier n'a que son en-tête : remettez le fichier reçu avec ses lignes, ou retirez-le du lot et de source.yaml",
    });
  if (vides > 0)
    journal.add({
      gravite: 'information',
      regle: 'lignes-vides',
      fichier: file.chemin,
      valeur: String(vides),
      message: 'nombre de lignes vides, passées sans être lues',
    });
}

/** Decodes and splits every file of the snapshot; each record is kept whole or refused with a finding. */
export function read(files: readonly FileSnapshot[], journal: Journal): ReadFile[] {
  return files.map((file) => {
    const one = readOne(file, journal);
    reportAbsence(one, journal);
    return one;
  });
}
