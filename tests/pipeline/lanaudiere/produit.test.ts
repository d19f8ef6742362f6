/** The published files of the real fund against their own description, by DuckDB alone. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GLOSSARY } from '../../../src/lib/domain/glossary';
import { TABLES } from '../../../src/lib/domain/tables';
import { copyReal, FONDS } from '../lib/lanaudiere';
import { faultsOf, publicFolder, runFund, sha256Of } from '../lib/publication';
import { openPublication, type Publication } from '../lib/sql';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly constraints: { readonly required: boolean; readonly enum?: readonly string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly rowCount: number;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

let db: Publication;
let folder: string;
let root: string;
let resources: readonly Resource[];

beforeAll(async () => {
  root = copyReal();
  await runFund(root, FONDS);
  folder = publicFolder(root, FONDS);
  ({ resources } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8')));
  db = await openPublication(
    folder,
    resources.map((r) => r.name),
  );
});
afterAll(() => db.close());

const SQL_TYPE: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DECIMAL(14,2)',
  date: 'DATE',
  boolean: 'BOOLEAN',
};

test('every file is described, with its size and its hash, and nothing else is published', () => {
  expect(faultsOf(folder)).toEqual([]);
  expect(readdirSync(folder).length).toBe(resources.length + 1);
  expect(resources.length).toBeGreaterThan(15);
});

test('the columns of each file are those of its description, in order, with their types', async () => {
  for (const { name, schema } of resources) {
    const columns = await db.rows(`SELECT column_name, column_type FROM (DESCRIBE ${name})`);
    expect(columns, name).toEqual(
      schema.fields.map((f) => ({ column_name: f.name, column_type: SQL_TYPE[f.type] })),
    );
  }
});

test('amounts are DECIMAL(14,2) and days are DATE in the files themselves', async () => {
  const wrong = await Promise.all(
    resources.map(async ({ path: file }) => {
      const target = path.join(folder, file).replaceAll("'", "''");
      return db.rows(
        `SELECT '${file}' AS file, name, type, scale, precision, logical_type FROM parquet_schema('${target}')
         WHERE (name LIKE 'montant%' OR name = 'ecart' OR logical_type LIKE 'Decimal%')
           AND NOT (scale = 2 AND precision = 14 AND converted_type = 'DECIMAL')
           OR (name LIKE 'date_%' AND name NOT IN ('date_source', 'date_precision') AND converted_type <> 'DATE')`,
      );
    }),
  );
  expect(wrong.flat()).toEqual([]);
});

test('each file that came is named with the hash of its bytes', async () => {
  const rows = await db.rows('SELECT fichier, empreinte FROM fichiers_recus ORDER BY fichier');
  const received = rows.map(({ fichier }) => path.join(root, 'data', FONDS, fichier!));
  expect(rows.map((r) => r['empreinte'])).toEqual(received.map((f) => `sha256:${sha256Of(f)}`));
  const declared = readdirSync(path.join(root, 'data', FONDS, 'recu'), { recursive: true });
  expect(rows.length).toBe(declared.filter((name) => String(name).endsWith('.csv')).length);
});

test('row counts, required values and closed lists hold', async () => {
  for (const { name, rowCount, schema } of resources) {
    const [counted] = await db.rows(`SELECT count(*) AS n FROM ${name}`);
    expect(counted, name).toEqual({ n: String(rowCount) });
    for (const { name: column, constraints } of schema.fields) {
      const allowed = constraints.enum?.map((v) => `'${v}'`).join(', ');
      const bad = await db.rows(
        `SELECT "${column}" FROM ${name} WHERE ${constraints.required ? `"${column}" IS NULL` : 'false'}
         OR ${allowed ? `"${column}" NOT IN (${allowed})` : 'false'}`,
      );
      expect(bad, `${name}.${column}`).toEqual([]);
    }
  }
});

test('primary keys are unique and foreign keys hold', async () => {
  let links = 0;
  for (const { name, schema } of resources) {
    const key = schema.primaryKey.join(', ');
    expect(key, name).not.toBe('');
    const twice = await db.rows(`SELECT ${key} FROM ${name} GROUP BY ${key} HAVING count(*) > 1`);
    expect(twice, name).toEqual([]);
    for (const { fields, reference } of schema.foreignKeys) {
      links++;
      const [own, other] = [fields[0] ?? '', reference.fields[0] ?? ''];
      const orphans = await db.rows(
        `SELECT ${own} FROM ${name} WHERE ${own} IS NOT NULL AND ${own} NOT IN (SELECT ${other} FROM ${reference.resource})`,
      );
      expect(orphans, `${name}.${own}`).toEqual([]);
    }
  }
  expect(links).toBeGreaterThan(20);
});

test('no column stands outside the list open to the public, and each has its word', () => {
  for (const { name, schema } of resources) {
    const table = TABLES[name as keyof typeof TABLES];
    for (const { name: column, title } of schema.fields) {
      expect(table.colonnes[column]?.editions, `${name}.${column}`).toContain('public');
      const word = GLOSSARY[`${name}.${column}`] ?? GLOSSARY[column];
      expect(title, `${name}.${column}`).toBe(word?.titre);
    }
  }
});

test('rows stand in the order of their key, whatever the machine', async () => {
  for (const { name, schema } of resources) {
    const key = schema.primaryKey.map((c) => `"${c}"`).join(` || ' ' || `);
    const rows = await db.rows(`SELECT ${key} AS k FROM ${name}`);
    const keys = rows.map((r) => r['k'] ?? '');
    expect(keys, name).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
  }
});
