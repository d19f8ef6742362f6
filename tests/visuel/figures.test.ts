/**
 * Each figure of each fund as it was last looked at, for phones and for wider screens. After a change that is
 * meant, `npm run visuel` writes them again, and a page that shows them all, to look at before committing.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawImages } from '../../src/lib/components/draw-images';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeFigure, listFigures } from '../../src/lib/views/pages/figure';
import { productOf } from '../lib/questions';

const ECRIRE = process.env['RETOMBEES_VISUEL'] === 'ecrire';
const FOLDER = import.meta.dirname;

interface Dessin {
  readonly nom: string;
  readonly svg: string;
}

/** One element a line, so that a difference shows where it is. */
const lines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

async function drawAll(fonds: string): Promise<Dessin[]> {
  const engine = await openNodeEngine(productOf(fonds));
  const { document } = parseHTML('<html></html>');
  const all: Dessin[] = [];
  for (const id of await listFigures(engine)) {
    const page = await composeFigure(engine, id, SANS_CHOIX);
    const images = await drawImages(page!.figures[0]!, document as unknown as Document);
    if (!images) continue;
    all.push({ nom: `${id}-etroit.svg`, svg: lines(images.etroit) });
    all.push({ nom: `${id}-large.svg`, svg: lines(images.large) });
  }
  await engine.close();
  return all;
}

describe.each(['lanaudiere', 'demo'])('%s', (fonds) => {
  it('draws what was looked at', async () => {
    const folder = path.join(FOLDER, fonds);
    const dessins = await drawAll(fonds);
    if (ECRIRE) {
      mkdirSync(folder, { recursive: true });
      for (const { nom, svg } of dessins) writeFileSync(path.join(folder, nom), svg);
    }
    expect(readdirSync(folder).sort()).toEqual(dessins.map(({ nom }) => nom).sort());
    for (const { nom, svg } of dessins)
      expect(svg === readFileSync(path.join(folder, nom), 'utf8'), nom).toBe(true);
  });
});
