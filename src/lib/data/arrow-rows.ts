import { DataType, type Table, type Vector } from 'apache-arrow';
import { decimalToNumber } from './decimal';
import type { Row, Value } from './engine';

type Read = (raw: unknown) => Value;

/**
 * Rows of an Arrow result, as Engine promises them.
 * @throws Error for a column whose type is not text, number, boolean or date.
 */
export function rowsFromArrow(table: Table): Row[] {
  const columns = table.schema.fields.map(({ name, type }, index) => ({
    name,
    vector: table.getChildAt(index),
    read: readerOf(name, type),
  }));
  return Array.from({ length: table.numRows }, (_, index) => {
    const row: Row = {};
    for (const { name, vector, read } of columns) row[name] = valueAt(vector, index, read);
    return row;
  });
}

function valueAt(vector: Vector | null, index: number, read: Read): Value {
  const raw: unknown = vector?.get(index) ?? null;
  return raw === null ? null : read(raw);
}

function readerOf(name: string, type: DataType): Read {
  if (DataType.isUtf8(type) || DataType.isDictionary(type)) return String;
  if (DataType.isInt(type) || DataType.isFloat(type)) return Number;
  if (DataType.isDecimal(type)) return (raw) => decimalToNumber(wordsToBigInt(raw), type.scale);
  if (DataType.isBool(type)) return Boolean;
  if (DataType.isDate(type)) return isoDate;
  if (DataType.isNull(type)) return () => null;
  throw new Error(`Column ${name} has the type ${type}, which rows cannot hold`);
}

function isoDate(raw: unknown): string {
  return new Date(Number(raw)).toISOString().slice(0, 10);
}

/** Arrow holds a DECIMAL as a two's complement integer in 32-bit words, the lowest first. */
function wordsToBigInt(raw: unknown): bigint {
  const words = [...(raw as Uint32Array)];
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(32 * words.length, unsigned);
}
