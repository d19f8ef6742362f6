import type { Engine } from '../../data/engine';
import { type Choix, SANS_CHOIX } from '../../domain/choix';
import { sumPrecision } from '../../domain/precision';
import { formatCompte, withPrecision } from '../../format';
import { PHRASES } from '../../texte/apercu';
import { enveloppeOf, sayShare, shareOf } from '../cycles';
import { accordeOf, enveloppeFigure } from '../enveloppe';
import { cyclesFigure, exerciceFigure } from '../exercice';
import type { Figure } from '../figure';
import { gather } from '../gather';
import type { Page } from '../page';
import { prioriteFigure } from '../priorite';
import { inconnueOmissions, type Scene } from '../scene';
import { readPrecisions, saySomme } from '../somme';
import { trajectoireFigure } from '../trajectoire';
import { composeFigures } from './figures';

function cyclePhrases(scene: Scene): string[] {
  return scene.cycles.map((cycle) => {
    const [enveloppe, accorde] = [enveloppeOf(cycle), accordeOf(scene, cycle)];
    const counts = scene.annonces.filter((a) => a.cycle_id === cycle.cycle_id);
    return PHRASES.cycle({
      cycle: cycle.cycle_id,
      enveloppe: enveloppe === null ? null : saySomme(enveloppe),
      accorde: accorde === null ? null : saySomme(accorde),
      projets: counts.reduce((total, a) => total + (a.nombre_projets ?? 0), 0),
      part: sayShare(shareOf(accorde, enveloppe)),
    });
  });
}

/** What was asked for at the latest announcement whose source counts it. */
function demandePhrases(scene: Scene): string[] {
  const counted = scene.annonces.filter((a) => a.montant_demande !== null);
  return counted.slice(-1).flatMap((a) => {
    if (a.montant_demande === null) return [];
    const precision = (text: string | null) => sumPrecision(readPrecisions(text));
    const nombre =
      a.nombre_demandes === null
        ? null
        : withPrecision(
            formatCompte(a.nombre_demandes, 'demande', 'demandes'),
            precision(a.nombre_precision),
          );
    const montant = { dollars: a.montant_demande, precision: precision(a.demande_precision) };
    return [PHRASES.demande(a.titre, nombre, saySomme(montant))];
  });
}

/** The fund in a few sentences: one a cycle, then what is never added. */
function phrasesOf(scene: Scene): string[] {
  const others = scene.contexte.map((c) =>
    PHRASES.contexte(
      c.bailleur,
      saySomme({ dollars: c.enveloppe, precision: sumPrecision(readPrecisions(c.precision)) }),
      c.cycle_id,
    ),
  );
  return [...cyclePhrases(scene), ...demandePhrases(scene), ...others];
}

/** The fund in a few sentences, whatever the choices but the day. */
export const composePhrases = async (engine: Engine): Promise<string[]> =>
  phrasesOf(await gather(engine, SANS_CHOIX));

export function resultatOf(scene: Scene): string {
  const known = scene.cycles.flatMap((cycle) => {
    const somme = accordeOf(scene, cycle);
    return somme === null ? [] : [`${saySomme(somme)} en ${cycle.cycle_id}`];
  });
  const shown = scene.projets.filter((p) => p.portee === 'connue').length;
  return [PHRASES.resultat(known, shown), ...inconnueOmissions(scene, scene.territoires)].join(' ');
}

/** Share of the latest cycle's envelope that is granted, null when it cannot be said. */
export async function partAccordee(engine: Engine): Promise<number | null> {
  const scene = await gather(engine, SANS_CHOIX);
  const [cycle] = scene.cycles;
  return cycle ? (shareOf(accordeOf(scene, cycle), enveloppeOf(cycle))?.part ?? null) : null;
}

const figuresOf = (scene: Scene): Figure[] => [
  enveloppeFigure(scene),
  trajectoireFigure(scene),
  prioriteFigure(scene),
  exerciceFigure(scene),
  cyclesFigure(scene),
];

/** Asks the product every question of the overview, and composes its figures. Both engines run this. */
export async function composeApercu(engine: Engine, choix: Choix): Promise<Page> {
  const { scene, figures } = await composeFigures(engine, choix, [], figuresOf);
  return {
    choix,
    fonds: scene.fonds,
    titre: scene.fonds.nom,
    phrases: phrasesOf(await gather(engine, { ...SANS_CHOIX, au: choix.au })),
    chiffres: [],
    figures,
    resultat: resultatOf(scene),
  };
}
