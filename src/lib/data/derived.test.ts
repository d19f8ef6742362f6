import { describe, expect, it } from 'vitest';
import { prepareWithDerived, withDerived } from './derived';

describe('SQL over published tables alone', () => {
  it('leaves alone what reads no derived table', () => {
    expect(withDerived('SELECT * FROM octrois')).toBe('SELECT * FROM octrois');
    expect(withDerived('SELECT mes_octrois_ventiles')).toBe('SELECT mes_octrois_ventiles');
  });

  it('writes what is read, once, before the statement or its own WITH', () => {
    const plain = withDerived('SELECT * FROM octrois_ventiles, octrois_ventiles');
    expect(plain.match(/octrois_ventiles AS \(/g)).toHaveLength(1);
    expect(plain.trim()).toMatch(
      /^WITH octrois_ventiles AS \([^]*\)\s+SELECT \* FROM octrois_ventiles/,
    );
    const own = withDerived('\n WITH a AS (SELECT * FROM projets_nommes) SELECT * FROM a');
    expect(own.trim()).toMatch(/^WITH projets_nommes AS \([^]*\),\s+a AS \(SELECT/);
    expect(own.match(/\bWITH a\b/)).toBeNull();
  });
});

describe('tables that an engine makes', () => {
  it('are made once, before any of those who wait go on', async () => {
    const said: string[] = [];
    const say = async (sql: string) => {
      await Promise.resolve();
      said.push(sql.split(' AS ')[0]!);
    };
    const prepare = prepareWithDerived(say, say);
    await Promise.all([prepare('FROM octrois_ventiles'), prepare('FROM octrois_ventiles x')]);
    await prepare('FROM octrois_ventiles JOIN versements_ventiles');
    expect(said).toEqual([
      'CREATE TEMPORARY TABLE octrois_ventiles',
      'FROM octrois_ventiles',
      'FROM octrois_ventiles x',
      'CREATE TEMPORARY TABLE versements_ventiles',
      'FROM octrois_ventiles JOIN versements_ventiles',
    ]);
  });
});
