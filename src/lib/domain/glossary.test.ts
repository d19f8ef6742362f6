import { describe, expect, it } from 'vitest';
import { defineColumn, GLOSSARY } from './glossary';
import { TABLE_NAMES, TABLES } from './tables';

const columns = TABLE_NAMES.flatMap((table) =>
  Object.keys(TABLES[table].colonnes).map((column) => [table, column] as const),
);

describe('glossary', () => {
  it.each(columns)('defines %s.%s', (table, column) => {
    expect(defineColumn(table, column).definition).toMatch(/\.$/);
  });

  it('is asked for no column that is not there', () => {
    expect(() => defineColumn('projets', 'couleur')).toThrow('projets.couleur');
  });

  it('holds no word that no table uses', () => {
    const used = new Set(columns.flatMap(([table, column]) => [column, `${table}.${column}`]));
    expect(Object.keys(GLOSSARY).filter((key) => !used.has(key))).toEqual([]);
  });
});
