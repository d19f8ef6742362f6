/** A kind of source, as data: header spellings, types and requirements. */

export type Notion = 'cycles' | 'evenements' | 'territoires' | 'bailleurs' | 'priorites' | 'notes';

export interface Champ {
  /** Accepted headers; accents, case, spaces and underscores do not matter. */
  readonly entetes: readonly string[];
  readonly type: 'texte' | 'montant' | 'date' | 'entier';
  /** The header must be there. */
  readonly requis: boolean;
  /** The cell must hold something. */
  readonly rempli?: boolean;
  readonly alias?: Notion;
  /** Closed list: value as received -> value of the project. */
  readonly valeurs?: Readonly<Record<string, string>>;
}

export interface SourceKind {
  readonly id: string;
  readonly champs: Readonly<Record<string, Champ>>;
  /** Headers read past on purpose. */
  readonly ignores: readonly string[];
  /** Field that names a row and must be unique. */
  readonly cle: string | null;
  /** A file of the fund's own that may be absent. */
  readonly facultatif?: true;
}

type Rest = Partial<Omit<Champ, 'entetes' | 'type'>>;

export const champ = (type: Champ['type'], entetes: string[], rest: Rest = {}): Champ => ({
  type,
  entetes,
  requis: true,
  ...rest,
});
