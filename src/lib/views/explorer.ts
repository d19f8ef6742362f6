/** What the answer to a reader's own question shows: a table, files, and a figure where one can be drawn. */
import type { ColonneLue, Exploration } from '../data/exploration';
import { ExplorationError } from '../data/exploration-error';
import type { Value } from '../data/engine';
import { formatDate, formatMontant, formatNombre } from '../format';
import { EXPLORER, FIGURE_LIBRE, REFUS } from '../texte/explorer';
import { TEXTES } from '../texte/interface';
import { tableToCsv } from './csv';
import { markFigures } from './fictif';
import type { Barre, Cell, Chart, Colonne, Figure, Table } from './figure';
import type { FondsLigne } from './scene';

/** Rows that the page shows, and rows that the files hold. */
export const LIGNES_MONTREES = 1000;
export const LIGNES_FICHIER = 100_000;
const BARRES_TRACEES = 40;
const POINTS_TRACES = 1000;

type Nature = Colonne['nature'];

const NOMBRE = /INT|DOUBLE|FLOAT|DECIMAL/;
/** Numbers that are names of years are not grouped. */
const ANNEE = /^(an|ann[eé]e|year)\b|^(an|ann[eé]e|year)s?(_|\(|$)/i;

/** Amounts of the product have two decimals, and so do their sums. */
function natureOf({ nom, type }: ColonneLue): Nature {
  if (/^DECIMAL\(\d+,2\)$/.test(type)) return 'montant';
  if (type === 'DATE') return 'date';
  return NOMBRE.test(type) && !ANNEE.test(nom) ? 'nombre' : 'texte';
}

function sayNumber(valeur: number, nature: Nature): string {
  if (nature === 'montant') return formatMontant(valeur);
  return nature === 'nombre' ? formatNombre(valeur) : String(valeur);
}

function sayValue(valeur: string | number, nature: Nature): string {
  if (typeof valeur === 'number') return sayNumber(valeur, nature);
  return nature === 'date' && /^\d{4}-\d\d-\d\d$/.test(valeur) ? formatDate(valeur) : valeur;
}

function cellOf(value: Value | undefined, nature: Nature, absent: string): Cell {
  if (value === null || value === undefined) return { valeur: null, texte: absent };
  if (typeof value === 'boolean') {
    const texte = value ? EXPLORER.oui : EXPLORER.non;
    return { valeur: texte, texte };
  }
  const valeur = typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return { valeur, texte: sayValue(valeur, nature) };
}

const colonnesOf = ({ colonnes }: Exploration): Colonne[] =>
  colonnes.map((colonne) => ({ cle: colonne.nom, titre: colonne.nom, nature: natureOf(colonne) }));

function tableOf(found: Exploration, limite: number, absent: string): Table {
  const colonnes = colonnesOf(found);
  const lignes = found.lignes.slice(0, limite);
  return {
    legende: EXPLORER.legende(found.total, lignes.length),
    colonnes,
    lignes: lignes.map((row) =>
      colonnes.map(({ cle, nature }) => cellOf(row[cle], nature, absent)),
    ),
    total: null,
  };
}

const mentionOf = ({ fictif }: FondsLigne) => (fictif ? { mention: TEXTES.site.fictif } : {});

/** The rows that are shown. */
export const resultTable = (found: Exploration, fonds: FondsLigne): Table => ({
  ...tableOf(found, LIGNES_MONTREES, EXPLORER.absent),
  ...mentionOf(fonds),
});

export const resultCsv = (found: Exploration, fonds: FondsLigne): string =>
  tableToCsv({ ...tableOf(found, LIGNES_FICHIER, ''), ...mentionOf(fonds) });

/** The rows with the statement that gave them, for machines. */
export const resultJson = (found: Exploration, fonds: FondsLigne, sql: string): string =>
  JSON.stringify(
    {
      fonds: fonds.nom,
      ...mentionOf(fonds),
      date_donnees: fonds.date_donnees,
      requete: sql,
      total: found.total,
      colonnes: found.colonnes,
      lignes: found.lignes,
    },
    null,
    1,
  );

/** A name of SQL as words. */
const spell = (nom: string): string => nom.replaceAll('_', ' ').trim();

const UNITES = { montant: 'montant', nombre: 'nombre' } as const;

interface Axes {
  readonly par: Colonne;
  readonly mesure: Colonne;
}

/** First column of words or dates, first column of numbers; null when there is none to draw. */
function axesOf(colonnes: readonly Colonne[]): Axes | null {
  const par = colonnes.find(({ nature }) => nature === 'texte' || nature === 'date');
  const mesure = colonnes.find(({ nature }) => nature === 'montant' || nature === 'nombre');
  return par && mesure ? { par, mesure } : null;
}

interface Trace {
  readonly chart: Chart;
  readonly titre: string;
  readonly lignes: readonly (readonly Cell[])[];
  readonly absents: number;
}

const uniteOf = ({ nature }: Colonne) => UNITES[nature as keyof typeof UNITES];

const isNumber = (cell: Cell | undefined): boolean => typeof cell?.valeur === 'number';

/** Days as a line; null when a day comes twice, or when fewer than two have a value. */
function traceLine(rows: readonly (readonly Cell[])[], { par, mesure }: Axes): Trace | null {
  const lignes = rows
    .filter(([jour]) => jour!.valeur !== null)
    .toSorted(([a], [b]) => String(a!.valeur).localeCompare(String(b!.valeur)));
  const points = lignes
    .filter(([, nombre]) => isNumber(nombre))
    .map(([jour, nombre]) => ({
      jour: String(jour!.valeur),
      etiquette: jour!.texte,
      valeur: Number(nombre!.valeur),
      texte: nombre!.texte,
    }));
  const distinct = new Set(lignes.map(([jour]) => jour!.valeur)).size;
  if (points.length < 2 || distinct < rows.length) return null;
  return {
    chart: { type: 'ligne', unite: uniteOf(mesure), points },
    titre: FIGURE_LIBRE.titreLigne(spell(mesure.titre), spell(par.titre), points.length),
    lignes,
    absents: rows.length - points.length,
  };
}

/** Rows as bars, lying for words and standing for days. */
function traceBars(rows: readonly (readonly Cell[])[], { par, mesure }: Axes): Trace {
  const lignes = rows.slice(0, BARRES_TRACEES);
  const elements = lignes.map(([nom, nombre]): Barre => ({
    etiquette: nom!.texte,
    valeur: isNumber(nombre) ? Number(nombre!.valeur) : null,
    texte: nombre!.texte,
    inconnue: false,
  }));
  const unite = uniteOf(mesure);
  return {
    chart:
      par.nature === 'date'
        ? { type: 'colonnes', unite, panneaux: [{ titre: '', elements }] }
        : { type: 'barres', unite, elements },
    titre: FIGURE_LIBRE.titre(spell(mesure.titre), spell(par.titre), elements.length),
    lignes,
    absents: elements.filter(({ valeur }) => valeur === null).length,
  };
}

/** A result as a line through days, or as bars, one a row; null when it has no row, no words or no numbers. */
export function resultFigure(found: Exploration, fonds: FondsLigne, sql: string): Figure | null {
  const axes = axesOf(colonnesOf(found));
  if (!axes || found.lignes.length === 0) return null;
  const { par, mesure } = axes;
  const rows = found.lignes
    .slice(0, POINTS_TRACES)
    .map((row) =>
      [par, mesure].map(({ cle, nature }) => cellOf(row[cle], nature, EXPLORER.absent)),
    );
  const line = par.nature === 'date' ? traceLine(rows, axes) : null;
  const { chart, titre, lignes, absents } = line ?? traceBars(rows, axes);
  const figure: Figure = {
    id: 'figure-requete',
    titre,
    seule: false,
    sousTitre: FIGURE_LIBRE.sousTitre,
    alt: titre,
    chart,
    table: { legende: titre, colonnes: [par, mesure], lignes, total: null },
    omissions: [
      ...(found.total > lignes.length ? [FIGURE_LIBRE.reste(lignes.length, found.total)] : []),
      ...(absents > 0 ? [FIGURE_LIBRE.sansValeur(absents)] : []),
    ],
    definition: `${FIGURE_LIBRE.definition} ${FIGURE_LIBRE.requete(sql)}`,
    sources: [],
  };
  return markFigures(fonds, [figure])[0]!;
}

/** What is said of a statement that failed. */
export interface Refus {
  readonly message: string;
  readonly endroit: ExplorationError['endroit'];
  /** Sentences that follow: the place, names that are close. */
  readonly suite: readonly string[];
  /** The engine's own words. */
  readonly detail: string;
}

export function describeRefusal(error: unknown): Refus {
  if (!(error instanceof ExplorationError))
    return { message: REFUS.panne(), endroit: null, suite: [], detail: String(error) };
  const { nature, sujet, proches, endroit, message } = error;
  return {
    message: REFUS[nature](sujet),
    endroit,
    suite: [
      ...(endroit ? [EXPLORER.endroit(endroit.ligne, endroit.colonne)] : []),
      ...(proches.length > 0 ? [EXPLORER.proches(proches.slice(0, 3))] : []),
    ],
    detail: message,
  };
}
