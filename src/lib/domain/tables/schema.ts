import type { Column } from '../column';

export interface TableSchema {
  readonly titre: string;
  readonly cle: readonly string[];
  readonly colonnes: Readonly<Record<string, Column>>;
}
