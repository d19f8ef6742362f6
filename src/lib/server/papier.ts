/** Papers that are not public: rendered from tables in the clear, for the printer alone, outside the site. */
import { render } from 'svelte/server';
import { drawFigures } from '../components/draw-images';
import PageCahier from '../components/PageCahier.svelte';
import type { Engine } from '../data/engine';
import { openNodeEngine } from '../data/node-engine';
import type { EditionScellee } from '../domain/column';
import { composeCahierEdition } from '../views/editions/cahier';
import type { Cahier } from '../views/pages/cahier';
import { createDocument } from './document';

/** A page that Kit did not route: what its components read of the request. */
const requestOf = (fonds: string) => ({
  page: { url: new URL(`http://localhost/${fonds}/cahier`), params: { fonds }, data: {} },
});

/** The head and the body of a paper, in HTML. */
async function renderCahier(cahier: Cahier) {
  const document = createDocument();
  const images = await Promise.all(
    cahier.sections.map(({ figures }) => drawFigures(figures, document)),
  );
  const context = new Map([['__request__', requestOf(cahier.fonds.fonds_id)]]);
  const { head, body } = render(PageCahier, { props: { cahier, images }, context });
  return { head, body };
}

async function withTables<T>(folder: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openNodeEngine(folder);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** The board pack of an edition, from the folder of its tables; null for a territory that the fund has not. */
export const renderCahierEdition = (
  folder: string,
  edition: EditionScellee,
  territoire: string | null,
) =>
  withTables(folder, async (engine) => {
    const cahier = await composeCahierEdition(engine, edition, territoire);
    return cahier && renderCahier(cahier);
  });
