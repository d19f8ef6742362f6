/** One cent more in one received row: published, or refused by as much; never silently unchanged. */
import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../../lib/ampleur';
import { splitCsv, writeCsv } from '../lib/csv';
import { copyReal, FONDS, LOT, realText, receiveReal } from '../lib/lanaudiere';
import { contentBytes, publicFolder, publicationOf, runFund } from '../lib/publication';
import { openPublication } from '../lib/sql';
import { tempFolder } from '../../lib/temp';

const AMOUNTS: Readonly<Record<string, number>> = { 'envelopes.csv': 3, 'projects.csv': 6 };

const addCent = (amount: string) => (Math.round(Number(amount) * 100 + 1) / 100).toFixed(2);

interface Changed {
  readonly nom: string;
  readonly line: number;
  readonly amount: string;
}

const cases = Object.entries(AMOUNTS).flatMap(([nom, column]) =>
  splitCsv(realText(`${LOT}/${nom}`), ',').flatMap((row, i): Changed[] => {
    const amount = row[column] ?? '';
    return i > 0 && amount !== '' ? [{ nom, line: i + 1, amount }] : [];
  }),
);

let published: string;
let excluded: readonly string[];

beforeAll(async () => {
  published = copyReal();
  const { constats } = await runFund(published, FONDS);
  excluded = constats
    .filter((c) => c.regle === 'ligne-ecartee')
    .map((c) => `${c.fichier.split('/').pop() ?? ''} ${/\d+/.exec(c.cellule ?? '')?.[0] ?? ''}`);
});

test('every amount of the received files is tried', () => {
  expect(cases.length).toBe(47 + 9);
});

/** Amount columns of the product, all tables together, as sorted text. */
async function amountsOf(root: string): Promise<string> {
  const tables = [
    'enveloppes',
    'octrois',
    'controles',
    'attestations',
    'soldes_constates',
    'demandes',
  ];
  const db = await openPublication(publicFolder(root, FONDS), tables);
  const rows = await Promise.all(tables.map((t) => db.rows(`SELECT * FROM ${t} ORDER BY ALL`)));
  db.close();
  return JSON.stringify(rows);
}

describe.each(sampleOf(cases, 6))('$nom, line $line', ({ nom, line, amount }) => {
  test(`${amount} and one cent`, async () => {
    const root = tempFolder();
    cpSync(published, root, { recursive: true, verbatimSymlinks: true });
    const rows = splitCsv(realText(`${LOT}/${nom}`), ',');
    rows[line - 1]![AMOUNTS[nom]!] = addCent(amount);
    receiveReal(root, nom, writeCsv(rows));
    const before = publicationOf(root, FONDS);
    const [amounts, bytes] = [await amountsOf(root), contentBytes(publicFolder(root, FONDS))];
    const outcome = await runFund(root, FONDS);
    if (excluded.includes(`${nom} ${line}`)) {
      expect(outcome.ok).toBe(true);
      expect(contentBytes(publicFolder(root, FONDS))).toEqual(bytes);
    } else if (outcome.ok) expect(await amountsOf(root)).not.toBe(amounts);
    else {
      expect(publicationOf(root, FONDS)).toBe(before);
      const said = outcome.blocking.map((c) => c.message).join('\n');
      expect(said).toMatch(/écart de \u2212?0,01\u00a0\$/);
    }
  });
});
