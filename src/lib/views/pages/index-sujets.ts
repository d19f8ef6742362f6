/** Pages that compare all territories, or all priorities, and lead to the page of each. */
import type { Engine } from '../../data/engine';
import { mouvementsEnveloppe } from '../../data/queries/mouvements-enveloppe';
import { ask } from '../../data/question';
import type { Choix } from '../../domain/choix';
import { PAGES } from '../../texte/pages';
import { enveloppeFigure } from '../enveloppe';
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
    ...mouvementsFigures(scene, await ask(engine, mouvementsEnveloppe, scene.choix)),
  ],
  priorites: (_engine, scene) => [prioriteFigure(scene)],
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
