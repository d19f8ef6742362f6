/** One figure alone, wherever its page is. */
import type { Engine } from '../../data/engine';
import { type Choix, SANS_CHOIX } from '../../domain/choix';
import type { Figure } from '../figure';
import { gatherFonds } from '../gather';
import type { Page } from '../page';
import { composeRedditions } from '../redditions';
import { composeResultats } from '../resultats';
import { composeApercu } from './apercu';
import { composeAppels } from './appels';
import { composeIndex } from './index-sujets';
import { composeOrganismes } from './organismes';

/** Pages whose figures have an address of their own; `suite` follows the address of the fund. */
const PAGES: readonly {
  readonly suite: string;
  readonly compose: (engine: Engine, choix: Choix) => Promise<readonly Figure[]>;
  /** Whether its figures answer the choices. */
  readonly libre: boolean;
}[] = [
  { suite: '', compose: async (e, c) => (await composeApercu(e, c)).figures, libre: true },
  {
    suite: '/territoires',
    compose: async (e, c) => (await composeIndex(e, 'territoires', c)).figures,
    libre: true,
  },
  {
    suite: '/priorites',
    compose: async (e, c) => (await composeIndex(e, 'priorites', c)).figures,
    libre: true,
  },
  {
    suite: '/organismes',
    compose: async (e, c) => (await composeOrganismes(e, c)).figures,
    libre: true,
  },
  { suite: '/appels', compose: async (e, c) => (await composeAppels(e, c)).figures, libre: true },
  {
    suite: '/redditions',
    compose: async (e) => (await composeRedditions(e)).figures,
    libre: false,
  },
  {
    suite: '/resultats',
    compose: async (e) => {
      const { figures, autres } = await composeResultats(e);
      return [...figures, ...autres];
    },
    libre: false,
  },
];

export interface PageFigure extends Page {
  /** Page of the fund that the figure comes from. */
  readonly suite: string;
  readonly libre: boolean;
}

/** Names of the figures of a fund that have a page of their own. */
export async function listFigures(engine: Engine): Promise<string[]> {
  const all = await Promise.all(PAGES.map(({ compose }) => compose(engine, SANS_CHOIX)));
  return [...new Set(all.flat().map(({ id }) => id))];
}

/** The figure of that name for these choices; null when the fund has none. */
export async function composeFigure(
  engine: Engine,
  id: string,
  choix: Choix,
): Promise<PageFigure | null> {
  for (const { suite, compose, libre } of PAGES) {
    const figure = (await compose(engine, choix)).find((f) => f.id === id);
    if (!figure) continue;
    const fonds = await gatherFonds(engine, choix);
    const { titre } = figure;
    return {
      ...{ choix, fonds, titre, phrases: [], chiffres: [], figures: [figure] },
      ...{ resultat: titre, suite, libre },
    };
  }
  return null;
}
