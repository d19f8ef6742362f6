/** Figures of every page that answers choices, composed from both products for choices that cover them. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { renderChart } from '../../src/lib/charts/render-chart';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import type { Choix } from '../../src/lib/domain/choix';
import type { Figure } from '../../src/lib/views/figure';
import type { Page } from '../../src/lib/views/page';
import { composeApercu } from '../../src/lib/views/pages/apercu';
import { composeAppels } from '../../src/lib/views/pages/appels';
import { composeIndex } from '../../src/lib/views/pages/index-sujets';
import { composeSujet } from '../../src/lib/views/pages/sujet';
import { amountsOf, amountTexts, sayAmount } from '../lib/montants';
import { productOf, PRODUCTS } from '../lib/questions';

const PAGES: Record<string, (engine: Engine, choix: Choix) => Promise<Page>> = {
  apercu: composeApercu,
  territoires: (engine, choix) => composeIndex(engine, 'territoires', choix),
  priorites: (engine, choix) => composeIndex(engine, 'priorites', choix),
  appels: composeAppels,
  territoire: (engine, choix) =>
    composeSujet(engine, 'territoire', { ...choix, territoire: choix.territoire ?? 'regional' }),
};

interface Composed {
  readonly nom: string;
  readonly page: Page;
  readonly figure: Figure;
}

describe.each(PRODUCTS)('%s', (fonds, choices) => {
  let engine: Engine;
  const all: Composed[] = [];

  beforeAll(async () => {
    engine = await openNodeEngine(productOf(fonds));
    const tried = choices.filter((c, i) => i < 16 || i % 5 === 0 || c.au !== null);
    for (const [nom, compose] of Object.entries(PAGES))
      for (const choix of sampleOf(tried, 8)) {
        const page = await compose(engine, choix);
        all.push(...page.figures.map((figure) => ({ nom, page, figure })));
      }
  });
  afterAll(() => engine.close());

  it('draws no amount that the table of the figure does not say', () => {
    for (const { nom, page, figure } of all) {
      const { chart, table, id } = figure;
      const cells = [...table.lignes, ...(table.total ? [table.total] : [])].flat();
      const said = new Set(amountTexts(JSON.stringify(cells.map((c) => c.texte))));
      for (const amount of chart ? amountsOf(chart) : [])
        expect(said, `${nom} ${id} ${JSON.stringify(page.choix)}`).toContain(sayAmount(amount));
    }
  });

  it('has rows as wide as their head, and anchors used once a page', () => {
    for (const { nom, page, figure } of all) {
      const { table, id } = figure;
      for (const row of [...table.lignes, ...(table.total ? [table.total] : [])])
        expect(row.length, `${nom} ${id} ${JSON.stringify(page.choix)}`).toBe(
          table.colonnes.length,
        );
      expect(page.figures.filter((f) => f.id === id)).toHaveLength(1);
    }
  });

  it('says its title to who cannot see, and is drawn without a warning at both widths', () => {
    const { document } = parseHTML('<html></html>');
    for (const { figure } of all) {
      const { chart, alt, titre } = figure;
      expect(alt).toContain(titre);
      for (const width of chart ? [340, 720] : [])
        expect(renderChart(chart!, { width, document: document as never, alt })).not.toContain('⚠');
    }
  });
});
