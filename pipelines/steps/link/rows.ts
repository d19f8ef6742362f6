import { TABLE_NAMES, type TableName } from '../../../src/lib/domain/tables';

/** A value of the product: cents (bigint) for a montant, ISO day for a date. */
export type ProductValue = string | number | bigint | boolean | null;
export type ProductRow = Readonly<Record<string, ProductValue>>;
export type Product = Readonly<Record<TableName, readonly ProductRow[]>>;

/** Every table, those given filled and the others without a row. */
export const fillTables = (tables: Partial<Product>): Product =>
  Object.fromEntries(
    TABLE_NAMES.map((nom): [TableName, readonly ProductRow[]] => [nom, tables[nom] ?? []]),
  ) as Product;
