/** Pages that compare all territories, or all priorities, and lead to the page of each. */
import type { Engine } from '../../data/engine';
import type { Choix } from '../../domain/choix';
import { PAGES } from '../../texte/pages';
import { enveloppeFigure } from '../enveloppe';
import type { Figure } from '../figure';
import type { Page } from '../page';
import { prioriteFigure } from '../priorite';
import type { Scene } from '../scene';
import { territoireFigure } from '../territoire';
import { resultatOf } from './apercu';
import { composeFigures } from './figures';

const FIGURES: Readonly<Record<Index, readonly ((scene: Scene) => Figure)[]>> = {
  territoires: [territoireFigure, enveloppeFigure],
  priorites: [prioriteFigure],
};

export type Index = 'territoires' | 'priorites';

export async function composeIndex(engine: Engine, index: Index, choix: Choix): Promise<Page> {
  const { scene, figures } = await composeFigures(engine, choix, [], (one) =>
    FIGURES[index].map((figureOf) => figureOf(one)),
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
