import { describe, expect, test } from 'vitest';
import { TABLES } from '../../src/lib/domain/tables';
import { fillTables, type ProductRow } from './link/rows';
import { suppress } from './suppress';

const part = (projet_id: string, priorite_id: string) => ({
  projet_id,
  priorite_id,
  part_pour_cent: 50,
  precision: 'exact',
});
const product = fillTables({
  projets_priorites: [part('P-2', 'a'), part('P-10', 'b'), part('P-2', 'c'), part('P-10', 'a')],
  temoignages: [{ temoignage_id: 'T-1', temoignage: 'Merci.', personne: 'Une voisine' }],
});
const tableOf = (edition: 'public' | 'ministere' | 'conseil', nom: string) =>
  suppress(product, edition).find((t) => t.nom === nom);

/** Columns that can be seen of a row, those of a view included. */
function namesIn(row: ProductRow): string[] {
  const names: string[] = [];
  for (const name in row) names.push(name);
  return names;
}

describe('an edition', () => {
  test('has the columns that are opened to it, and nothing else of a row', () => {
    for (const edition of ['public', 'ministere', 'conseil'] as const)
      for (const { nom, colonnes, rows } of suppress(product, edition)) {
        const open = Object.entries(TABLES[nom].colonnes)
          .filter(([, c]) => c.editions.includes(edition))
          .map(([name]) => name);
        expect(colonnes.map(([name]) => name)).toEqual(open);
        for (const row of rows) expect(namesIn(row)).toEqual(open);
      }
    expect(JSON.stringify(suppress(product, 'conseil'))).not.toContain('Une voisine');
  });

  test('has no table of which it may see no column', () => {
    const names = (edition: 'public' | 'conseil') => suppress(product, edition).map((t) => t.nom);
    expect(names('public')).not.toContain('redditions');
    expect(names('conseil')).toContain('redditions');
  });

  test('has null where a row says nothing', () => {
    const [row = {}] = tableOf('public', 'temoignages')?.rows ?? [];
    const values = namesIn(row).map((name) => row[name]);
    expect(values).toContain(null);
    expect(values).not.toContain(undefined);
  });
});

test('rows are in the order of their key, whatever that of the files', () => {
  const rows = tableOf('public', 'projets_priorites')?.rows ?? [];
  expect([...rows].map((r) => `${r['projet_id']} ${r['priorite_id']}`)).toEqual([
    'P-10 a',
    'P-10 b',
    'P-2 a',
    'P-2 c',
  ]);
});
