/** Pages that compare all territories, or all priorities, and lead to the page of each. */
import type { Engine } from '../../data/engine';
import { accordeByPrioriteTerritoire } from '../../data/queries/accorde-by-priorite-territoire';
import { mouvementsEnveloppe } from '../../data/queries/mouvements-enveloppe';
import { populationMrc } from '../../data/queries/population-mrc';
import { ask } from '../../data/question';
import type { Choix } from '../../domain/choix';
import { PAGES } from '../../texte/pages';
import { enveloppeFigure } from '../enveloppe';
import { habitantsFigures } from '../habitants';
import { matriceFigure } from '../matrice';
import { mouvementsFigures } from '../mouvements';
import type { Page } from '../page';
import { prioriteFigure } from '../priorite';
import type { Scene } from '../scene';
import { territoireFigure } from '../territoire';
import { resultatOf } from './apercu';
import { composeFigures, type FiguresOf } from './figures';

const FIGURES: Readonly<Record<Index, (engine: Engine, scene: Scene) => FiguresOf>> = {
  territoires: async (engine, scene) => [
    territoireFigure(scene),
    enveloppeFigure(scene),
    ...habitantsFigures(scene, await ask(engine, populationMrc, scene.choix)),
    matriceFigure(scene, await ask(engine, accordeByPrioriteTerritoire, scene.choix)),
    ...mouvementsFigures(scene, await ask(engine, mouvementsEnveloppe, scene.choix)),
  ],
  priorites: async (engine, scene) => [
    prioriteFigure(scene),
    matriceFigure(scene, await ask(engine, accordeByPrioriteTerritoire, scene.choix)),
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
