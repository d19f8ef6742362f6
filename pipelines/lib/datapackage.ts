import { FICTIF } from '../../src/lib/domain/fictif';
import { createHash } from 'node:crypto';
import { defineColumn } from '../../src/lib/domain/glossary';
import { type Column, TABLES } from '../../src/lib/domain/tables';
import type { ProductValue } from '../steps/link/rows';
import type { EditionTable } from '../steps/suppress';
import type { Fonds } from './fonds';

export interface PublishedFile {
  readonly table: EditionTable;
  readonly bytes: number;
  readonly sha256: string;
}

const FIELD_TYPES: Readonly<Record<Column['type'], string>> = {
  texte: 'string',
  entier: 'integer',
  montant: 'number',
  date: 'date',
  booleen: 'boolean',
};

interface Category {
  readonly value: string;
  readonly label: string;
}

/** Questions of the form, under what they ask: a column that names them lists them. */
const questionsIn = (files: readonly PublishedFile[]): Category[] =>
  [...(files.find((f) => f.table.nom === 'questions')?.table.rows ?? [])].map((row) => ({
    value: String(row['question_id']),
    label: `${String(row['code'])} ${String(row['libelle'])} : ${String(row['definition'])}`,
  }));

function describeField(
  table: EditionTable,
  name: string,
  column: Column,
  questions: readonly Category[],
) {
  const { titre, definition } = defineColumn(table.nom, name);
  return {
    name,
    title: titre,
    description: definition,
    type: FIELD_TYPES[column.type],
    ...(name === 'question_id' && questions.length > 0 ? { categories: questions } : {}),
    ...(column.type === 'montant' ? { unit: 'CAD', parquetType: 'DECIMAL(14,2)' } : {}),
    constraints: {
      required: column.requis,
      ...(column.valeurs ? { enum: column.valeurs } : {}),
    },
  };
}

function describeResource(
  { table, bytes, sha256 }: PublishedFile,
  published: ReadonlySet<string>,
  questions: readonly Category[],
) {
  const { titre, cle } = TABLES[table.nom];
  const foreignKeys = table.colonnes.flatMap(([name, { reference }]) =>
    reference && published.has(reference)
      ? [{ fields: [name], reference: { resource: reference, fields: [...TABLES[reference].cle] } }]
      : [],
  );
  return {
    name: table.nom,
    title: titre,
    path: `${table.nom}.parquet`,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    bytes,
    hash: `sha256:${sha256}`,
    rowCount: table.rows.length,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.colonnes.map(([name, column]) => describeField(table, name, column, questions)),
      primaryKey: [...cle],
      foreignKeys,
    },
  };
}

/** Sources that a row of another table cites. */
function citedSources(files: readonly PublishedFile[]) {
  const rowsOf = (nom: string) => files.find((f) => f.table.nom === nom)?.table.rows ?? [];
  const cited = new Set<ProductValue | undefined>();
  for (const { table } of files) {
    const columns = table.colonnes.filter(([, column]) => column.reference === 'sources');
    if (columns.length > 0)
      for (const row of table.rows) for (const [name] of columns) cited.add(row[name]);
  }
  return [...rowsOf('sources')]
    .filter((row) => cited.has(row['source_id'] ?? null))
    .map((row) => ({
      title: `${String(row['editeur'])} : ${String(row['titre'])}`,
      path: row['url'],
    }));
}

/** Describes a publication as a Data Package 2.0: types, units, constraints, keys, sources, hashes. */
export function buildDataPackage(fonds: Fonds, files: readonly PublishedFile[]) {
  const published = new Set<string>(files.map((f) => f.table.nom));
  const questions = questionsIn(files);
  const whole = createHash('sha256');
  for (const { table, sha256 } of files) whole.update(`${table.nom} ${sha256}\n`);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: fonds.id,
    title: fonds.nom,
    description: `Données publiées de ${fonds.nom} (${fonds.mandataire}).${fonds.fictif ? ` ${FICTIF}.` : ''}`,
    created: `${fonds.date_donnees}T00:00:00Z`,
    version: whole.digest('hex').slice(0, 16),
    licenses: [{ title: fonds.licence.nom, path: fonds.licence.url }],
    sources: citedSources(files),
    resources: files.map((file) => describeResource(file, published, questions)),
  };
}
