/** On paper, a territory fits one sheet, whatever there is to tell of it. */
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { ask } from '../../src/lib/data/question';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { options } from '../../src/lib/data/queries/options';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { productOf } from '../lib/questions';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });

async function territoiresOf(fonds: string): Promise<string[]> {
  const engine = await openNodeEngine(productOf(fonds));
  const rows = await ask(engine, options, SANS_CHOIX);
  await engine.close();
  return rows.filter(({ dimension }) => dimension === 'territoire').map(({ id }) => id);
}

const pagesOf = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

describe.each(['lanaudiere', 'demo'])('%s', (fonds) => {
  it('prints each territory on one sheet', async () => {
    const { page } = site.opened;
    for (const territoire of sampleOf(await territoiresOf(fonds), 1)) {
      await page.goto(`/${fonds}/territoires/${territoire}`);
      await page.waitForLoadState('networkidle');
      const pdf = await page.pdf({ format: 'Letter' });
      expect(pagesOf(pdf), territoire).toBe(1);
    }
  });
});
