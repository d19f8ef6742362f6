/**
 * Parquet to Arrow, in JavaScript: DuckDB-WASM reads no Parquet by itself, and a module of WebAssembly that does is
 * a megabyte to fetch, compiled while DuckDB's own is.
 */
import {
  Bool,
  type Data,
  DateDay,
  Decimal,
  Int32,
  makeData,
  Table,
  tableToIPC,
  Utf8,
  Vector,
} from 'apache-arrow';
import { decompress } from 'fzstd';
import { type FileMetaData, parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet';

/** Values as they lie in the file: numbers, or bytes of texts; null or undefined where there is none. */
type Stored = ArrayLike<unknown>;

const isThere = (value: unknown): boolean => value !== null && value !== undefined;

/** A bit for each value, the first in the lowest. */
function bitsOf(values: Stored, isSet: (value: unknown) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  for (let i = 0; i < values.length; i++) if (isSet(values[i])) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

function validityOf(values: Stored): { length: number; nullCount: number; nullBitmap: Uint8Array } {
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) nullCount += isThere(values[i]) ? 0 : 1;
  return { length: values.length, nullCount, nullBitmap: bitsOf(values, isThere) };
}

const int32Of = (values: Stored): Int32Array =>
  values instanceof Int32Array ? values : Int32Array.from(values, (v) => Number(v ?? 0));

/** Two words of 64 bits a value: the whole number of hundredths, then its sign. */
function decimalsOf(values: Stored): Uint32Array {
  const words = new BigInt64Array(values.length * 2);
  for (let i = 0; i < values.length; i++) {
    const value = (values[i] ?? 0n) as bigint;
    words[i * 2] = value;
    words[i * 2 + 1] = value < 0n ? -1n : 0n;
  }
  return new Uint32Array(words.buffer);
}

function textsOf(values: Stored): { valueOffsets: Int32Array; data: Uint8Array } {
  const valueOffsets = new Int32Array(values.length + 1);
  for (let i = 0; i < values.length; i++)
    valueOffsets[i + 1] = valueOffsets[i]! + ((values[i] as Uint8Array | undefined)?.length ?? 0);
  const data = new Uint8Array(valueOffsets[values.length]!);
  for (let i = 0; i < values.length; i++)
    if (isThere(values[i])) data.set(values[i] as Uint8Array, valueOffsets[i]);
  return { valueOffsets, data };
}

type Build = (values: Stored, element: SchemaElement) => Data;

/** By type in the file, then by what it stands for: what columns of a product are written as. */
const BUILD: Readonly<Record<string, Build>> = {
  'BOOLEAN ': (values) =>
    makeData({ type: new Bool(), ...validityOf(values), data: bitsOf(values, (v) => v === true) }),
  'INT32 DATE': (values) =>
    makeData({ type: new DateDay(), ...validityOf(values), data: int32Of(values) }),
  'INT32 INT_32': (values) =>
    makeData({ type: new Int32(), ...validityOf(values), data: int32Of(values) }),
  'INT64 DECIMAL': (values, { scale = 0, precision = 0 }) =>
    makeData({
      type: new Decimal(scale, precision, 128),
      ...validityOf(values),
      data: decimalsOf(values),
    }),
  'BYTE_ARRAY UTF8': (values) =>
    makeData({ type: new Utf8(), ...validityOf(values), ...textsOf(values) }),
};

/** A column without what its values stand for: the reader then leaves them as they lie. */
function bareOf({ converted_type, logical_type, ...bare }: SchemaElement): SchemaElement {
  void [converted_type, logical_type];
  return bare;
}

const COMPRESSORS = {
  ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length)),
};

type Morceau = Parameters<NonNullable<Parameters<typeof parquetRead>[0]['onChunk']>>[0];

/** What was read of each column, a part after the other. */
async function readColumns(
  file: ArrayBuffer,
  metadata: FileMetaData,
): Promise<Map<string, Morceau[]>> {
  const columns = new Map<string, Morceau[]>();
  await parquetRead({
    file,
    metadata: { ...metadata, schema: metadata.schema.map(bareOf) },
    compressors: COMPRESSORS,
    utf8: false,
    onChunk: (chunk) =>
      void columns.set(chunk.columnName, [...(columns.get(chunk.columnName) ?? []), chunk]),
  });
  return columns;
}

/** @throws Error where a file that was cut holds fewer values than it says. */
function buildColumn(element: SchemaElement, parts: readonly Morceau[], length: number): Vector {
  const { name, type = '', converted_type = '' } = element;
  const build = BUILD[`${type} ${converted_type}`];
  if (!build) throw new Error(`Column ${name} is ${type} ${converted_type}: no product has such`);
  const inOrder = parts.toSorted((a, b) => a.rowStart - b.rowStart);
  const values = inOrder.map(({ columnData }) => columnData as Stored);
  const vector = new Vector((values.length > 0 ? values : [[]]).map((v) => build(v, element)));
  if (vector.length !== length)
    throw new Error(`Column ${name} holds ${vector.length} values of ${length}`);
  return vector;
}

/**
 * An Arrow IPC stream of a table of a product. Texts, whole numbers, amounts, days and booleans keep their types.
 * @throws Error where the file is not such a table, whole.
 */
export async function arrowFromParquet(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);
  const columns = await readColumns(file, metadata);
  const vectors: Record<string, Vector> = {};
  for (const element of metadata.schema.slice(1))
    vectors[element.name] = buildColumn(
      element,
      columns.get(element.name) ?? [],
      Number(metadata.num_rows),
    );
  return tableToIPC(new Table(vectors), 'stream') as Uint8Array<ArrayBuffer>;
}
