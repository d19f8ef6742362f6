import type { Value } from './engine';
import { splitSql } from './sql-lexer';

function literal(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'boolean') return String(value);
  if (!Number.isFinite(value)) throw new RangeError(`No literal for ${value}`);
  return `'${Object.is(value, -0) ? '-0' : value}'::DOUBLE`;
}

/**
 * SQL to read and change, with `values` written in place of $1, $2…: the same answer as when they are bound.
 * What looks like a parameter in a string, a quoted name or a comment is left alone.
 * @throws RangeError for a parameter without a value, or a number that SQL cannot write.
 */
export function inlineSql(sql: string, values: readonly Value[]): string {
  return splitSql(sql)
    .map(({ nature, texte }) => {
      if (nature !== 'parametre') return texte;
      const value = values[Number(texte.slice(1)) - 1];
      if (value === undefined) throw new RangeError(`No value for ${texte}`);
      return literal(value);
    })
    .join('');
}
