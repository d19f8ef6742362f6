/** The consolidated report as a workbook: a sheet a figure, numbers as numbers, totals as formulas. */
import { formatDate } from '../../format';
import { CAHIER } from '../../texte/cahier';
import { CONSOLIDE } from '../../texte/consolide';
import { TEXTES } from '../../texte/interface';
import { cellName, columnLetter } from '../../xlsx/reference';
import type { GridCell, GridPrint, GridStyle, GridWritten } from '../../xlsx/workbook';
import { fitText } from '../../xlsx/write-cell';
import { writeWorkbook } from '../../xlsx/write';
import type { Cell, Colonne, Figure } from '../figure';
import type { Consolide, FeuilleConsolide } from './consolide';

/** Rows of a sheet: its title, its scope, its headings, then the rows. */
const ENTETES = 3;
const PREMIERE = ENTETES + 1;

/** In characters. */
const LARGEURS = { texte: 20, date: 13, montant: 17, nombre: 12, part: 11 } as const;
const LARGEUR_NOM = 44;
/** Width of a page in characters, over which long texts are merged. */
const LARGEUR_NOTE = 100;

/** Columns of which the names are long, wherever they stand. */
const LARGES: Readonly<Record<string, number>> = {
  titre: 34,
  organisme: 34,
  projet: 12,
  cycle: 14,
};

const largeurOf = ({ cle, nature }: Colonne, rang: number): number =>
  LARGES[cle] ?? (rang === 0 ? LARGEUR_NOM : LARGEURS[nature]);

const decimalOf = (value: number, decimales: number) => value.toFixed(decimales);

function cellOf({ valeur, texte }: Cell, { nature }: Colonne, style: GridStyle): GridCell {
  if (typeof valeur !== 'number') return words(valeur ?? texte, style);
  if (nature === 'montant') return { type: 'montant', decimal: decimalOf(valeur, 2), style };
  if (nature === 'part') return { type: 'pourcentage', decimal: decimalOf(valeur, 6), style };
  return { type: 'entier', entier: valeur, style };
}

const FORMATS = { montant: 'montant', nombre: 'entier', part: 'pourcentage' } as const;

interface Sommes {
  readonly feuille: FeuilleConsolide;
  /** Where the total of each column of the sheet of projects stands. */
  readonly projets: ReadonlyMap<string, string>;
}

/** The cell that a total comes from: the rows above it, or the sheet of projects; null for what is no sum. */
function formulaOf({ feuille, projets }: Sommes, colonne: Colonne, rang: number): string | null {
  if (colonne.nature === 'part') return null;
  if (feuille.total === 'fonds') return projets.get(colonne.cle) ?? null;
  const letter = columnLetter(rang);
  const last = ENTETES + feuille.figure.table.lignes.length;
  return `SUM(${letter}${PREMIERE}:${letter}${last})`;
}

function totalCell(sommes: Sommes, cell: Cell, colonne: Colonne, rang: number): GridCell {
  const { valeur } = cell;
  const formule = typeof valeur === 'number' ? formulaOf(sommes, colonne, rang) : null;
  if (formule === null || typeof valeur !== 'number') return cellOf(cell, colonne, 'total');
  const format = FORMATS[colonne.nature as keyof typeof FORMATS];
  const decimal = decimalOf(valeur, colonne.nature === 'montant' ? 2 : 0);
  return { type: 'formule', formule, valeur: decimal, format, style: 'total' };
}

function headCells({ colonnes }: Figure['table']): [string, GridCell][] {
  return colonnes.map(({ titre, nature }, rang) => [
    cellName(rang, ENTETES),
    { type: 'texte', texte: titre, style: nature === 'texte' ? 'entete' : 'entete-nombre' },
  ]);
}

function bodyCells(sommes: Sommes): [string, GridCell][] {
  const { colonnes, lignes, total } = sommes.feuille.figure.table;
  const body = lignes.flatMap((row, i) =>
    row.map((cell, rang): [string, GridCell] => [
      cellName(rang, PREMIERE + i),
      cellOf(cell, colonnes[rang]!, 'cellule'),
    ]),
  );
  const last = (total ?? []).map((cell, rang): [string, GridCell] => [
    cellName(rang, PREMIERE + lignes.length),
    totalCell(sommes, cell, colonnes[rang]!, rang),
  ]);
  return [...body, ...last];
}

/** Columns, from the first, over which a text has the room of a page. */
function spanOf(largeurs: readonly number[]): number {
  let width = 0;
  const enough = largeurs.findIndex((own) => (width += own) >= LARGEUR_NOTE);
  return enough === -1 ? largeurs.length - 1 : enough;
}

const words = (texte: string, style: GridStyle): GridCell => ({
  type: 'texte',
  texte: fitText(texte),
  style,
});

const printed = (consolide: Consolide): Omit<GridPrint, 'orientation'> => {
  const { fonds, exercice } = consolide;
  const date = formatDate(fonds.date_donnees);
  const fictif = fonds.fictif ? { droite: TEXTES.site.fictif } : {};
  return {
    entete: { gauche: CAHIER.reserve('ministere', date), ...fictif },
    pied: {
      gauche: `${fonds.nom}. ${CONSOLIDE.titre(exercice)}, {feuille}`,
      droite: 'page {page} de {pages}',
    },
  };
};

function sheetOf(consolide: Consolide, sommes: Sommes): GridWritten {
  const { nom, figure } = sommes.feuille;
  const { table } = figure;
  const largeurs = table.colonnes.map(largeurOf);
  const end = PREMIERE + table.lignes.length + (table.total ? 1 : 0) + 1;
  const wide = cellName(spanOf(largeurs), 1).replace('1', '');
  return {
    type: 'grille',
    nom,
    cellules: Object.fromEntries([
      ['A1', words(figure.titre, 'titre')],
      ['A2', words(`${figure.sousTitre}. ${CAHIER.editions.ministere}.`, 'note')],
      ...headCells(table),
      ...bodyCells(sommes),
      [`A${end}`, words(figure.definition, 'note')],
    ]),
    largeurs,
    fusions: [1, 2, end].map((ligne) => `A${ligne}:${wide}${ligne}`),
    figees: ENTETES,
    impression: {
      orientation: table.colonnes.length > 5 ? 'paysage' : 'portrait',
      repeter: [ENTETES, ENTETES],
      ...printed(consolide),
    },
  };
}

/** What is to be known before any number, on a sheet of its own. */
function lire(consolide: Consolide): GridWritten {
  const { fonds, exercice, phrases, feuilles } = consolide;
  const rows: readonly (readonly [string, GridStyle])[] = [
    [CONSOLIDE.titre(exercice), 'titre'],
    [fonds.nom, 'sous-titre'],
    ...(fonds.fictif ? [[TEXTES.site.fictif, 'libelle'] as const] : []),
    [`${fonds.mandataire}. ${CAHIER.donneesAu} ${formatDate(fonds.date_donnees)}.`, 'note'],
    [CAHIER.neDiffusezPas, 'libelle'],
    ...phrases.map((phrase) => [phrase, 'cellule'] as const),
    ...CONSOLIDE.methode.map((phrase) => [phrase, 'note'] as const),
    [CONSOLIDE.feuilles, 'sous-titre'],
    ...feuilles.map(({ nom, figure }) => [`${nom} : ${figure.table.legende}`, 'note'] as const),
  ];
  return {
    type: 'grille',
    nom: CONSOLIDE.feuilleLire,
    cellules: Object.fromEntries(
      rows.map(([texte, style], i) => [cellName(0, i + 1), words(texte, style)]),
    ),
    largeurs: [LARGEUR_NOTE],
    impression: { orientation: 'portrait', ...printed(consolide) },
  };
}

/** Where the totals of the sheet of projects are, for the sheets whose rows do not add up. */
function totauxOf({ feuilles }: Consolide): ReadonlyMap<string, string> {
  const projets = feuilles.find(({ figure }) => figure.id === 'projets')!;
  const { colonnes, lignes } = projets.figure.table;
  return new Map(
    colonnes
      .map(({ cle }, rang) => [cle, cellName(rang, PREMIERE + lignes.length)] as const)
      .filter((_, rang) => colonnes[rang]!.nature === 'montant')
      .map(([cle, place]) => [cle, `'${projets.nom}'!${place}`]),
  );
}

/** Bytes of the workbook: the same report, the same bytes. */
export function consolideToXlsx(consolide: Consolide): Uint8Array {
  const projets = totauxOf(consolide);
  const sheets = consolide.feuilles.map((feuille) => sheetOf(consolide, { feuille, projets }));
  return writeWorkbook([lire(consolide), ...sheets], CONSOLIDE.titre(consolide.exercice));
}
