/** Pages that compare all territories, or all priorities, and lead to the page of each. */
import type { Engine } from '../../data/engine';
import { accordeByPrioriteTerritoire } from '../../data/queries/accorde-by-priorite-territoire';
import { COMPTES_PERSONNES, comptesCycle } from '../../data/queries/comptes-personnes';
import { mouvementsEnveloppe } from '../../data/queries/mouvements-enveloppe';
import { populationMrc } from '../../data/queries/population-mrc';
import { ask } from '../../data/question';
import type { Choix } from '../../domain/choix';
import { PAGES } from '../../texte/pages';
import { comptesParFigures } from '../comptes-personnes';
import { enveloppeFigure } from '../enveloppe';
import type { Figure } from '../figure';
import { habitantsFigures } from '../habitants';
import { matriceFigure } from '../matrice';
import { mouvementsFigures } from '../mouvements';
import { type Page, sourceRedditions } from '../page';
import { prioriteFigure } from '../priorite';
import type { Scene } from '../scene';
import { territoireFigure } from '../territoire';
import { resultatOf } from './apercu';
import { composeFigures, type FiguresOf } from './figures';

/** People that projects reached, from one to another. */
async function personnesFigures(
  engine: Engine,
  { choix, fonds }: Scene,
  sujet: 'territoire' | 'priorite',
): Promise<Figure[]> {
  const [rows, ensemble] = await Promise.all([
    ask(engine, COMPTES_PERSONNES[sujet], choix),
    ask(engine, comptesCycle, choix),
  ]);
  return comptesParFigures(rows, sujet, ensemble, choix, [sourceRedditions(fonds)]);
}

const FIGURES: Readonly<Record<Index, (engine: Engine, scene: Scene) => FiguresOf>> = {
  territoires: async (engine, scene) => [
    territoireFigure(scene),
    enveloppeFigure(scene),
    ...habitantsFigures(scene, await ask(engine, populationMrc, scene.choix)),
    matriceFigure(scene, await ask(engine, accordeByPrioriteTerritoire, scene.choix)),
    ...mouvementsFigures(scene, await ask(engine, mouvementsEnveloppe, scene.choix)),
    ...(await personnesFigures(engine, scene, 'territoire')),
  ],
  priorites: async (engine, scene) => [
    prioriteFigure(scene),
    matriceFigure(scene, await ask(engine, accordeByPrioriteTerritoire, scene.choix)),
    ...(await personnesFigures(engine, scene, 'priorite')),
  ],
};

export type Index = 'territoires' | 'priorites';

export async function composeIndex(engine: Engine, index: Index, choix: Choix): Promise<Page> {
  const { scene, figures } = await composeFigures(engine, choix, [], (one) =>
    FIGURES[index](engine, one),
  );
  return {
    choix,
    fonds: scene.fonds,
    titre: PAGES[index].titre,
    phrases: [PAGES[index].phrase],
    chiffres: [],
    figures,
    resultat: resultatOf(scene),
  };
}
