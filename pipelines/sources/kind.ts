/** A kind of source, as data: header spellings, types and requirements. */

export type Notion = 'cycles' | 'evenements' | 'territoires' | 'bailleurs' | 'priorites' | 'notes';

export interface Champ {
  /** Accepted headers, the one to write first; accents, case, spaces and underscores do not matter. */
  readonly entetes: readonly string[];
  readonly type: 'texte' | 'montant' | 'date' | 'entier' | 'part';
  /** The header must be there. */
  readonly requis: boolean;
  /** The cell must hold something. */
  readonly rempli?: boolean;
  readonly alias?: Notion;
  /** Several labels in one cell, separated by semicolons. */
  readonly plusieurs?: true;
  /** Closed list: value as received -> value of the project. */
  readonly valeurs?: Readonly<Record<string, string>>;
  /** Sheet of the register whose number, or name, the cell gives. */
  readonly vers?: FeuilleId;
  /** Words that people write freely: searched for personal information. */
  readonly libre?: true;
  /** Never in the public edition. */
  readonly restreint?: true;
  /** What to write there, in French. */
  readonly aide?: string;
}

export const FEUILLES = [
  'enveloppes',
  'apports',
  'appels',
  'demandes',
  'organismes',
  'projets',
  'projets_priorites',
  'octrois',
  'versements',
  'indicateurs',
  'annonces',
] as const;
export type FeuilleId = (typeof FEUILLES)[number];

/** What a kind adds when it is a sheet of the register. */
export interface Feuille {
  readonly id: FeuilleId;
  /** Names of the sheet, the one to write first. */
  readonly noms: readonly [string, ...string[]];
  /** What one row is, in French. */
  readonly aide: string;
  /** Field whose day a row counts from; rows without one count with what they hang on. */
  readonly date: string | null;
}

export interface SourceKind {
  readonly id: string;
  readonly champs: Readonly<Record<string, Champ>>;
  /** Headers read past on purpose. */
  readonly ignores: readonly string[];
  /** Fields that name a row and must be unique together. */
  readonly cle: readonly string[];
  /** A file of the fund's own that may be absent: always, or when no public fact was received. */
  readonly facultatif?: true | 'sans-faits';
  readonly feuille?: Feuille;
}

/** A kind that is a sheet of the register. */
export interface SheetKind extends SourceKind {
  readonly feuille: Feuille;
}

export const isSheet = (kind: SourceKind): kind is SheetKind => kind.feuille !== undefined;

/** Name of a sheet, as people write and read it. */
export const titreOf = ({ feuille }: SheetKind): string => feuille.noms[0];

/** Labels to offer for the values of a closed list, the first one of each value. */
export const labelsOf = (valeurs: Readonly<Record<string, string>>): string[] =>
  Object.entries(valeurs)
    .filter(([, valeur], i, all) => all.findIndex(([, other]) => other === valeur) === i)
    .map(([label]) => label);

type Rest = Partial<Omit<Champ, 'entetes' | 'type'>>;

export const champ = (type: Champ['type'], entetes: string[], rest: Rest = {}): Champ => ({
  type,
  entetes,
  requis: true,
  ...rest,
});
