/** The board pack: what the board reads before a meeting, in the order in which it is printed. */
import type { Engine } from '../../data/engine';
import { SANS_CHOIX } from '../../domain/choix';
import type { Edition } from '../../domain/column';
import { CAHIER } from '../../texte/cahier';
import { DONNEES } from '../../texte/donnees';
import type { Figure } from '../figure';
import { composeOffre } from '../offre';
import type { Chiffre } from '../page';
import { composeRedditions } from '../redditions';
import { composeResultats } from '../resultats';
import type { FondsLigne } from '../scene';
import { composeApercu } from './apercu';
import { composeConstats } from './donnees';
import { composeIndex } from './index-sujets';
import { composeSujet } from './sujet';

export interface SectionCahier {
  readonly id: string;
  readonly titre: string;
  readonly phrases: readonly string[];
  readonly chiffres: readonly Chiffre[];
  readonly figures: readonly Figure[];
  /** On one sheet, figures side by side. */
  readonly feuille: boolean;
  /** Of an edition that is not public. */
  readonly reservee: boolean;
  readonly points: readonly string[];
}

export interface Cahier {
  readonly fonds: FondsLigne;
  readonly titre: string;
  readonly edition: Edition;
  /** Name of the only territory that it tells of; null for the whole fund. */
  readonly territoire: string | null;
  readonly phrases: readonly string[];
  readonly sections: readonly SectionCahier[];
}

export const section = (
  id: string,
  titre: string,
  rest: Partial<Omit<SectionCahier, 'id' | 'titre'>>,
): SectionCahier => ({
  ...{
    id,
    titre,
    phrases: [],
    chiffres: [],
    figures: [],
    points: [],
    feuille: false,
    reservee: false,
  },
  ...rest,
});

const pick = (figures: readonly Figure[], ids: readonly string[]) =>
  ids.flatMap((id) => figures.filter((figure) => figure.id === id));

async function territoireSection(engine: Engine, id: string): Promise<SectionCahier> {
  const page = await composeSujet(engine, 'territoire', { ...SANS_CHOIX, territoire: id });
  const { titre, phrases, chiffres, figures } = page;
  return section(`territoire-${id}`, titre, { phrases, chiffres, figures, feuille: true });
}

const methode = (): SectionCahier =>
  section('methode', DONNEES.methode, {
    points: [...DONNEES.methodes, ...DONNEES.limitesPubliques],
  });

/** The whole fund. */
export async function composeCahier(engine: Engine): Promise<Cahier> {
  const [apercu, territoires, priorites, redditions, resultats, constats, offre] =
    await Promise.all([
      composeApercu(engine, SANS_CHOIX),
      composeIndex(engine, 'territoires', SANS_CHOIX),
      composeIndex(engine, 'priorites', SANS_CHOIX),
      composeRedditions(engine),
      composeResultats(engine),
      composeConstats(engine),
      composeOffre(engine),
    ]);
  const mots = CAHIER.sections;
  const own = offre.options.territoire;
  const feuilles = await Promise.all(own.map(({ id }) => territoireSection(engine, id)));
  return {
    fonds: apercu.fonds,
    titre: CAHIER.titre,
    edition: 'public',
    territoire: null,
    phrases: apercu.phrases,
    sections: [
      section('enveloppe', mots.enveloppe, { figures: pick(apercu.figures, ['enveloppe']) }),
      section('trajectoire', mots.trajectoire, {
        figures: pick(apercu.figures, ['trajectoire', 'exercice', 'cycles']),
      }),
      section('territoires', mots.territoires, {
        figures: pick(territoires.figures, ['territoire', 'habitants']),
      }),
      ...feuilles,
      section('priorites', mots.priorites, { figures: priorites.figures }),
      section('redditions', mots.redditions, {
        phrases: redditions.phrases,
        figures: redditions.figures,
      }),
      section('resultats', mots.resultats, {
        phrases: resultats.phrases,
        figures: resultats.figures,
      }),
      section('constats', mots.constats, { figures: constats }),
      methode(),
    ],
  };
}

/** One territory: its sheet, then its projects one by one; null for a territory that the fund has not. */
export async function composeCahierTerritoire(engine: Engine, id: string): Promise<Cahier | null> {
  const { options } = await composeOffre(engine);
  const nom = options.territoire.find((t) => t.id === id)?.nom;
  if (nom === undefined) return null;
  const feuille = await territoireSection(engine, id);
  const { fonds } = await composeApercu(engine, SANS_CHOIX);
  const entieres = pick(feuille.figures, ['exercice', 'projets']);
  return {
    fonds,
    titre: CAHIER.titre,
    edition: 'public',
    territoire: nom,
    phrases: feuille.phrases,
    sections: [
      feuille,
      section('projets', CAHIER.sections.projets, { figures: entieres }),
      methode(),
    ],
  };
}
