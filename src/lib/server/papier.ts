/** Papers that are not public: rendered from tables in the clear, for the printer alone, outside the site. */
import { render } from 'svelte/server';
import { drawFigures } from '../components/draw-images';
import PageCahier from '../components/PageCahier.svelte';
import type { Engine } from '../data/engine';
import { openNodeEngine } from '../data/node-engine';
import type { EditionScellee } from '../domain/column';
import { formatDate } from '../format';
import { REFUS_CONSOLIDE } from '../texte/consolide';
import { ask } from '../data/question';
import { options } from '../data/queries/options';
import { SANS_CHOIX } from '../domain/choix';
import { composeCahierEdition } from '../views/editions/cahier';
import { composeConsolide, readExercice } from '../views/editions/consolide';
import { consolideToCahier } from '../views/editions/consolide-cahier';
import { consolideToXlsx } from '../views/editions/consolide-xlsx';
import { gatherFonds } from '../views/gather';
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

/** Why an exercice has no consolidated report, in French; null when it has one. */
async function refuseExercice(engine: Engine, exercice: string): Promise<string | null> {
  const known = await readExercice(engine, exercice);
  if (known === null) {
    const all = await ask(engine, options, SANS_CHOIX);
    const ids = all.filter(({ dimension }) => dimension === 'exercice').map(({ id }) => id);
    return REFUS_CONSOLIDE.inconnu(exercice, ids.join(', '));
  }
  const { date_donnees, fonds_id } = await gatherFonds(engine, SANS_CHOIX);
  if (!known.termine)
    return REFUS_CONSOLIDE.enCours(exercice, formatDate(known.fin), formatDate(date_donnees));
  return known.recues === 0 ? REFUS_CONSOLIDE.sansReddition(exercice, fonds_id) : null;
}

/** The consolidated report of an exercice, on paper and as a workbook, or why there is none. */
export const renderConsolide = (folder: string, exercice: string) =>
  withTables(folder, async (engine) => {
    const refus = await refuseExercice(engine, exercice);
    if (refus !== null) return { refus };
    const consolide = await composeConsolide(engine, exercice);
    const papier = await renderCahier(consolideToCahier(consolide));
    return { papier, classeur: consolideToXlsx(consolide) };
  });
