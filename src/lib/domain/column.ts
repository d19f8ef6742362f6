/** Columns of the product: what they hold, and which editions may see them. */
import { PRECISIONS } from './precision';

export const EDITIONS = ['public', 'ministere', 'conseil'] as const;
export type Edition = (typeof EDITIONS)[number];

export const TABLE_NAMES = [
  'fonds',
  'cycles',
  'exercices',
  'territoires',
  'priorites',
  'bailleurs',
  'sources',
  'enveloppes',
  'apports',
  'appels',
  'annonces',
  'demandes',
  'organismes',
  'projets',
  'projets_priorites',
  'octrois',
  'ventilations',
  'versements',
  'controles',
  'attestations',
  'soldes_constates',
  'soldes_territoires',
  'corrections',
  'constats',
] as const;
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

const ouverte = visibleTo(EDITIONS);
export const texte = ouverte('texte');
export const entier = ouverte('entier');
export const montant = ouverte('montant');
export const date = ouverte('date');
export const booleen = ouverte('booleen');
export const libre: Options = { requis: false };

export const id = () => texte();
export const ref = (reference: TableName, requis = true) => texte({ reference, requis });
export const precision = () => texte({ valeurs: PRECISIONS });
export const datePrecision = () => texte({ valeurs: ['jour', 'mois'], requis: false });
/** Where the row was read: file of the lot and cell, as `envelopes.csv!D4`. */
export const provenance = () => texte();
