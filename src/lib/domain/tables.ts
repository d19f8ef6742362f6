/** The product's tables: one schema a table. A column without an edition is published nowhere. */
import type { TableName } from './column';
import { argent } from './tables/argent';
import { listes } from './tables/listes';
import { projets } from './tables/projets';
import { redditions } from './tables/redditions';
import type { TableSchema } from './tables/schema';
import { verification } from './tables/verification';

export {
  type Column,
  type Edition,
  TABLE_NAMES,
  type TableName,
  TABLES_PUBLIQUES,
  TABLES_RESTREINTES,
} from './column';
export type { TableSchema } from './tables/schema';

export const TABLES: Readonly<Record<TableName, TableSchema>> = {
  ...listes,
  ...argent,
  ...projets,
  ...redditions,
  ...verification,
};
