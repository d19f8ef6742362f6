/** The register as a workbook to fill in: what is read is defined once, and written from it. */
import type { CellWritten, SheetWritten, TableWritten } from '../../src/lib/xlsx/workbook';
import { writeWorkbook } from '../../src/lib/xlsx/write';
import { type FeuilleId, type SheetKind, titreOf } from '../sources/kind';
import { FEUILLE_LISTES, FEUILLE_MODE_EMPLOI, registre } from '../sources/registre';
import { toColumn } from './colonnes';
import { type Listes, NOTIONS } from './listes';
import { buildModeEmploi } from './mode-emploi';

/** A row of a sheet, by the names of its fields; a field left out is an empty cell. */
export type LigneEcrite = Readonly<Record<string, CellWritten>>;
export type LignesEcrites = Readonly<Partial<Record<FeuilleId, readonly LigneEcrite[]>>>;

function toCells({ id, champs }: SheetKind, ligne: LigneEcrite): CellWritten[] {
  const unknown = Object.keys(ligne).find((champ) => !(champ in champs));
  if (unknown !== undefined) throw new RangeError(`${id} has no field ${unknown}`);
  return Object.keys(champs).map((champ) => ligne[champ] ?? null);
}

function buildSheet(kind: SheetKind, listes: Listes, lignes: LignesEcrites): TableWritten {
  const own = lignes[kind.feuille.id] ?? [];
  return {
    type: 'table',
    nom: titreOf(kind),
    colonnes: Object.values(kind.champs).map((champ) => toColumn(champ, listes)),
    lignes: own.map((ligne) => toCells(kind, ligne)),
  };
}

const TITRES = {
  territoires: 'Territoires',
  priorites: 'Priorités',
  cycles: 'Cycles',
  bailleurs: 'Bailleurs',
} as const;

function buildListes({ noms }: Listes): TableWritten {
  const lists = NOTIONS.map((notion) => noms[notion]);
  const height = Math.max(...lists.map(({ length }) => length));
  const cell = (texte: string | undefined): CellWritten =>
    texte === undefined ? null : { type: 'texte', texte };
  return {
    type: 'table',
    nom: FEUILLE_LISTES,
    colonnes: NOTIONS.map((notion) => ({ titre: TITRES[notion], largeur: 40, format: 'texte' })),
    lignes: Array.from({ length: height }, (_, row) => lists.map((list) => cell(list[row]))),
    masquee: true,
  };
}

/** Sheets of the register: the instructions, the eleven sheets with the rows given, the lists they offer. */
export const buildGabarit = (listes: Listes, lignes: LignesEcrites = {}): SheetWritten[] => [
  { type: 'texte', nom: FEUILLE_MODE_EMPLOI, texte: buildModeEmploi(listes) },
  ...registre.map((kind) => buildSheet(kind, listes, lignes)),
  buildListes(listes),
];

/** Bytes of the register of a fund, empty unless rows are given. */
export const writeGabarit = (listes: Listes, lignes: LignesEcrites = {}): Uint8Array =>
  writeWorkbook(buildGabarit(listes, lignes), `Registre : ${listes.fonds.nom}`);
