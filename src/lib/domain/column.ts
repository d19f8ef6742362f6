/** Columns of the product: what they hold, and which editions may see them. */
import { PRECISIONS } from './precision';

export const EDITIONS = ['public', 'ministere', 'conseil'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Editions that are published sealed, or not at all. */
export const EDITIONS_SCELLEES = ['ministere', 'conseil'] as const satisfies readonly Edition[];
export type EditionScellee = (typeof EDITIONS_SCELLEES)[number];

/** Tables that every edition has, some without a few columns. */
export const TABLES_PUBLIQUES = [
  'fonds',
  'cycles',
  'exercices',
  'territoires',
  'priorites',
  'bailleurs',
  'sources',
  'fichiers_recus',
  'enveloppes',
  'apports',
  'appels',
  'annonces',
  'demandes',
  'comptes_demandes',
  'organismes',
  'projets',
  'projets_priorites',
  'octrois',
  'ventilations',
  'versements',
  'bilans_cycles',
  'questions',
  'choix_questions',
  'comptes_redditions',
  'comptes_personnes',
  'totaux_reponses',
  'totaux_resultats',
  'totaux_depenses',
  'totaux_financements',
  'temoignages',
  'controles',
  'attestations',
  'soldes_constates',
  'soldes_territoires',
  'corrections',
  'constats',
] as const;

/** Tables of which the public edition has nothing. */
export const TABLES_RESTREINTES = [
  'redditions',
  'reddition_reponses',
  'reddition_notes',
  'reddition_activites',
  'reddition_personnes',
  'resultats',
  'reddition_objectifs',
  'depenses',
  'financements',
  'citations',
  'rapprochements',
  'constats_redditions',
  'demandes_recues',
] as const;

export const TABLE_NAMES = [...TABLES_PUBLIQUES, ...TABLES_RESTREINTES] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export type ColumnType = 'texte' | 'entier' | 'montant' | 'date' | 'booleen';

/** `montant` is cents (bigint) in the pipeline and DECIMAL(14,2) in Parquet; `date` is ISO 8601. */
export interface Column {
  readonly type: ColumnType;
  readonly editions: readonly Edition[];
  readonly requis: boolean;
  readonly valeurs?: readonly string[];
  readonly reference?: TableName;
}

interface Options {
  requis?: boolean;
  valeurs?: readonly string[];
  reference?: TableName;
}

const visibleTo =
  (editions: readonly Edition[]) =>
  (type: ColumnType) =>
  (options: Options = {}): Column => ({ type, editions, requis: true, ...options });

const columnsOf = (editions: readonly Edition[]) => {
  const of = visibleTo(editions);
  return {
    texte: of('texte'),
    entier: of('entier'),
    montant: of('montant'),
    date: of('date'),
    booleen: of('booleen'),
  };
};
export const { texte, entier, montant, date, booleen } = columnsOf(EDITIONS);
/** Columns that the public edition does not have. */
export const restreint = columnsOf(EDITIONS_SCELLEES);
/** Columns of the board alone. */
export const conseil = columnsOf(['conseil']);

export const libre: Options = { requis: false };

export const id = () => texte();
export const ref = (reference: TableName, requis = true) => texte({ reference, requis });
export const precision = () => texte({ valeurs: PRECISIONS });
export const datePrecision = () => texte({ valeurs: ['jour', 'mois'], requis: false });
/** Where the row was read: file of the lot and cell, as `envelopes.csv!D4`. */
export const provenance = () => texte();
