import { expect, test } from 'vitest';
import { Fund } from './lib/fund';
import { publicFolder, publicationOf, runFund } from './lib/publication';
import { checkAccounting } from './lib/refusal';
import { openPublication } from './lib/sql';
import { tempFolder } from '../lib/temp';

test('a small fund publishes its grants by bucket, to the cent', async () => {
  const fund = new Fund(tempFolder());
  const outcome = await runFund(fund.root, fund.plan.id);
  expect(outcome.said).not.toContain('bloquant');
  expect(outcome.ok).toBe(true);
  checkAccounting(outcome);
  expect(publicationOf(fund.root, fund.plan.id)).toMatch(/^\.\.\/.*public-/);
  const db = await openPublication(publicFolder(fund.root, 'vallee'), ['octrois']);
  const rows = await db.rows(
    'SELECT territoire_id, nature, sum(montant_accorde) AS somme FROM octrois GROUP BY ALL ORDER BY ALL',
  );
  expect(rows.map((r) => Object.values(r).join(' '))).toEqual([
    'non-ventile reste 50000.00',
    'pointe reste 30000.00',
    'regional derive 10000.00',
    'rive projet 25000.00',
    'rive reste 35000.00',
    'val projet 120000.50',
  ]);
  db.close();
});
