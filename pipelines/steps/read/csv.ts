import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { Journal } from '../../lib/constats';
import { type CsvRead, type CsvRecord, likelySeparateur, readCsv } from '../../lib/csv';
import { decode } from '../../lib/decode';
import { REGLES } from '../../../src/lib/domain/regles/index';
import type { CellRead, RowRead } from '../../../src/lib/xlsx/workbook';
import type { CsvSnapshot } from '../snapshot';
import { columnOfFields, matchHeaders } from './entetes';
import { cellName } from '../../../src/lib/xlsx/reference';
import { Recolte } from '../rangees';
import { type Lieu, type ReadTable, refusedTable } from './table';
import { readTableau } from './tableau';

type Block = (
  regle: RegleId,
  message: string,
  at?: { readonly cellule?: string | null; readonly valeur?: string | null },
) => void;

const blockIn =
  (file: CsvSnapshot, journal: Journal): Block =>
  (regle, message, at = {}) =>
    journal.add({ regle, fichier: file.chemin, ...at, message });

const EMPTY = 'le fichier ne contient aucune donnée : remettez le fichier reçu';

/** Text of the file, or null when a finding says why there is none. */
function textOf(file: CsvSnapshot, block: Block): string | null {
  if (file.bytes.length === 0) {
    block('fichier-vide', 'le fichier est vide : remettez le fichier reçu');
    return null;
  }
  const decoded = decode(file.bytes, file.encodage);
  if (!decoded.ok) {
    const cellule = decoded.ligne === null ? null : `A${decoded.ligne}`;
    block('encodage', decoded.message, { cellule });
    return null;
  }
  if (decoded.text.trim() !== '') return decoded.text;
  block('fichier-vide', EMPTY);
  return null;
}

function hasSeparateur(file: CsvSnapshot, text: string, block: Block): boolean {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const likely = likelySeparateur(firstLine);
  if (firstLine.includes(file.separateur) || !firstLine.includes(likely)) return true;
  block(
    'separateur',
    `le séparateur déclaré « ${file.separateur} » n'apparaît pas dans l'en-tête, qui semble employer « ${likely} » : corrigez « separateur » dans source.yaml`,
    { cellule: 'A1', valeur: firstLine },
  );
  return false;
}

/** Records that are whole; the others are refused, each with its finding. */
function keepWhole(file: CsvSnapshot, csv: CsvRead, block: Block): CsvRecord[] {
  const width = csv.entete?.champs.length ?? 0;
  const broken = new Map(csv.erreurs.map((e) => [e.ligne, e.message]));
  for (const [ligne, message] of broken) block('guillemets', message, { cellule: `A${ligne}` });
  return csv.lignes.filter(({ ligne, champs }) => {
    if (broken.has(ligne)) return false;
    if (champs.length === width) return true;
    block(
      'ligne-incomplete',
      `cette ligne a ${champs.length} champs, l'en-tête en a ${width} : fichier tronqué, ou séparateur dans un champ sans guillemets ; remettez le fichier entier, ou exportez-le de nouveau`,
      { cellule: `A${ligne}`, valeur: champs.join(file.separateur) },
    );
    return false;
  });
}

/** A file whose first line is its heading, and whose every record counts. */
function readStrict(file: CsvSnapshot, csv: CsvRead, block: Block): ReadTable {
  const { kind } = file;
  const { length: lues } = csv.lignes;
  const { vides } = csv;
  const header = csv.entete;
  if (!header) {
    block('fichier-vide', EMPTY);
    return refusedTable(file, kind, null);
  }
  const entetes = header.champs.map((texte, colonne) => ({ colonne, texte }));
  const { colonnes, doutes } = matchHeaders(kind, entetes, file.ignores);
  for (const { regle, colonne, texte, message } of doutes)
    block(regle, message, {
      cellule: colonne === null ? null : cellName(colonne, header.ligne),
      valeur: texte,
    });
  if (doutes.some(({ regle }) => REGLES[regle].gravite === 'bloquant'))
    return refusedTable(file, kind, null, { lues, vides });
  const lieu: Lieu = { fichier: file.chemin, feuille: null, colonnes: columnOfFields(colonnes) };
  const recolte = new Recolte(lieu, header.champs.length);
  for (const { ligne, champs } of keepWhole(file, csv, block)) recolte.add(ligne, champs);
  const rows = recolte.toRangees();
  const refusees = lues - rows.length;
  return { file, kind, feuille: null, rows, lues, ecartees: 0, refusees, vides, totaux: [] };
}

const toCell = (texte: string, colonne: number): CellRead => ({
  colonne,
  type: 'texte',
  texte,
  format: 'autre',
  jour: null,
  formule: null,
});

const toGridRow = ({ ligne, champs }: CsvRecord): RowRead => ({
  ligne,
  masquee: false,
  cellules: champs.map(toCell),
});

/** Rows of records as those of a sheet, each one made when it is looked at. */
const rangeesOf = (records: readonly CsvRecord[]): Iterable<RowRead> => ({
  *[Symbol.iterator]() {
    for (const record of records) yield toGridRow(record);
  },
});

/** A sheet of the register saved as CSV: read as the sheet itself would be. */
function readSheet(file: CsvSnapshot, csv: CsvRead, block: Block, journal: Journal): ReadTable {
  const whole = keepWhole(file, csv, block);
  const rangees = rangeesOf([...(csv.entete ? [csv.entete] : []), ...whole]);
  const table = readTableau(
    { file, kind: file.kind, nom: null, ignores: file.ignores },
    { rangees, fusions: [], colonnesMasquees: [] },
    journal,
  );
  const lost = csv.lignes.length - whole.length;
  return { ...table, lues: table.lues + lost, refusees: table.refusees + lost };
}

/** Decodes and splits a file as its lot declares it; each record is kept whole or refused with a finding. */
export function readCsvFile(file: CsvSnapshot, journal: Journal): ReadTable {
  const block = blockIn(file, journal);
  const text = textOf(file, block);
  if (text === null) return refusedTable(file, file.kind, null);
  const csv = readCsv(text, file.separateur);
  const { length: lues } = csv.lignes;
  if (!hasSeparateur(file, text, block))
    return refusedTable(file, file.kind, null, { lues, vides: csv.vides });
  return file.kind.feuille ? readSheet(file, csv, block, journal) : readStrict(file, csv, block);
}
