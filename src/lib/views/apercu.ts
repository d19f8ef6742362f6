import type { Engine } from '../data/engine';
import { ask } from '../data/question';
import { accordeByExercice } from '../data/queries/accorde-by-exercice';
import { accordeByPriorite } from '../data/queries/accorde-by-priorite';
import { annoncesResume } from '../data/queries/annonces-resume';
import { constatsPublies } from '../data/queries/constats-publies';
import { correctionsPubliees } from '../data/queries/corrections-publiees';
import { contexte } from '../data/queries/contexte';
import { cyclesResume } from '../data/queries/cycles-resume';
import { enveloppeByTerritoire } from '../data/queries/enveloppe-by-territoire';
import { fondsFiche } from '../data/queries/fonds-fiche';
import { octroisByDate } from '../data/queries/octrois-by-date';
import { options } from '../data/queries/options';
import { projetsPublies } from '../data/queries/projets-publies';
import { sourcesCitees } from '../data/queries/sources-citees';
import { type Choix, type Dimension, DIMENSIONS, SANS_CHOIX } from '../domain/choix';
import { formatCompte, withPrecision } from '../format';
import { PHRASES } from '../texte/apercu';
import { constatsFigure } from './constats';
import { correctionsFigures } from './corrections';
import { enveloppeOf, sayShare, shareOf } from './cycles';
import { accordeOf, enveloppeFigure } from './enveloppe';
import { cyclesFigure, exerciceFigure } from './exercice';
import { markFigures } from './fictif';
import type { Figure } from './figure';
import { prioriteFigure } from './priorite';
import { projetsFigure } from './projets';
import { type FondsLigne, inconnueOmissions, type Scene } from './scene';
import { readPrecisions, saySomme } from './somme';
import { sumPrecision } from '../domain/precision';
import { trajectoireFigure } from './trajectoire';

export type Options = Readonly<
  Record<Dimension, readonly { readonly id: string; readonly nom: string }[]>
>;

/** Everything the overview of a fund draws and says for one set of choices. */
export interface Apercu {
  readonly choix: Choix;
  readonly fonds: FondsLigne;
  readonly options: Options;
  readonly figures: readonly Figure[];
  /** One sentence that is announced when the choices change. */
  readonly resultat: string;
}

async function gather(engine: Engine, choix: Choix): Promise<Scene> {
  const [fonds] = await ask(engine, fondsFiche, choix);
  if (!fonds) throw new RangeError('The product holds no fund');
  return {
    choix,
    fonds,
    options: await ask(engine, options, choix),
    cycles: await ask(engine, cyclesResume, choix),
    territoires: await ask(engine, enveloppeByTerritoire, choix),
    priorites: await ask(engine, accordeByPriorite, choix),
    exercices: await ask(engine, accordeByExercice, choix),
    dates: await ask(engine, octroisByDate, choix),
    projets: await ask(engine, projetsPublies, choix),
    annonces: await ask(engine, annoncesResume, choix),
    contexte: await ask(engine, contexte, choix),
    sources: await ask(engine, sourcesCitees, choix),
    constats: await ask(engine, constatsPublies, choix),
    corrections: await ask(engine, correctionsPubliees, choix),
  };
}

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

/** What was asked for, announcement by announcement, where a source counts it. */
function demandePhrases(scene: Scene): string[] {
  return scene.annonces.flatMap((a) => {
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

/** The fund in a few sentences, whatever the choices: one a cycle, then what is never added. */
export async function composePhrases(engine: Engine): Promise<string[]> {
  const scene = await gather(engine, SANS_CHOIX);
  const others = scene.contexte.map((c) =>
    PHRASES.contexte(
      c.bailleur,
      saySomme({ dollars: c.enveloppe, precision: sumPrecision(readPrecisions(c.precision)) }),
      c.cycle_id,
    ),
  );
  return [...cyclePhrases(scene), ...demandePhrases(scene), ...others];
}

function resultatOf(scene: Scene): string {
  const known = scene.cycles.flatMap((cycle) => {
    const somme = accordeOf(scene, cycle);
    return somme === null ? [] : [`${saySomme(somme)} en ${cycle.cycle_id}`];
  });
  const shown = scene.projets.filter((p) => p.portee === 'connue').length;
  return [PHRASES.resultat(known, shown), ...inconnueOmissions(scene, scene.territoires)].join(' ');
}

function optionsOf(scene: Scene): Options {
  const of = (dimension: Dimension) =>
    scene.options.filter((o) => o.dimension === dimension).map(({ id, nom }) => ({ id, nom }));
  return Object.fromEntries(DIMENSIONS.map((d) => [d, of(d)])) as unknown as Options;
}

/** Asks the product every question of the overview, and composes its figures. Both engines run this. */
export async function composeApercu(engine: Engine, choix: Choix): Promise<Apercu> {
  const scene = await gather(engine, choix);
  const figures = [
    enveloppeFigure(scene),
    trajectoireFigure(scene),
    prioriteFigure(scene),
    exerciceFigure(scene),
    cyclesFigure(scene),
    projetsFigure(scene),
    constatsFigure(scene),
    ...correctionsFigures(scene),
  ];
  return {
    choix,
    fonds: scene.fonds,
    options: optionsOf(scene),
    figures: markFigures(scene.fonds, figures),
    resultat: resultatOf(scene),
  };
}
