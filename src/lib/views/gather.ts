import type { Engine } from '../data/engine';
import { accordeByExercice } from '../data/queries/accorde-by-exercice';
import { accordeByPriorite } from '../data/queries/accorde-by-priorite';
import { annoncesResume } from '../data/queries/annonces-resume';
import { constatsPublies } from '../data/queries/constats-publies';
import { contexte } from '../data/queries/contexte';
import { correctionsPubliees } from '../data/queries/corrections-publiees';
import { cyclesResume } from '../data/queries/cycles-resume';
import { depenseByExercice } from '../data/queries/depense-by-exercice';
import { enveloppeByTerritoire } from '../data/queries/enveloppe-by-territoire';
import { fondsFiche } from '../data/queries/fonds-fiche';
import { octroisByDate } from '../data/queries/octrois-by-date';
import { options } from '../data/queries/options';
import { projetsPublies } from '../data/queries/projets-publies';
import { sourcesCitees } from '../data/queries/sources-citees';
import { verseByExercice } from '../data/queries/verse-by-exercice';
import { ask } from '../data/question';
import type { Choix } from '../domain/choix';
import type { FondsLigne, Scene } from './scene';

/** The fund as it was at the day chosen: that day is then the date of its data. */
export async function gatherFonds(engine: Engine, choix: Choix): Promise<FondsLigne> {
  const [fonds] = await ask(engine, fondsFiche, choix);
  if (!fonds) throw new RangeError('The product holds no fund');
  return { ...fonds, date_donnees: choix.au ?? fonds.date_donnees };
}

/** What the list of projects draws from, beside its own rows. */
export type SceneListe = Pick<Scene, 'choix' | 'fonds' | 'cycles' | 'sources'>;

export async function gatherListe(engine: Engine, choix: Choix): Promise<SceneListe> {
  const [fonds, cycles, sources] = await Promise.all([
    gatherFonds(engine, choix),
    ask(engine, cyclesResume, choix),
    ask(engine, sourcesCitees, choix),
  ]);
  return { choix, fonds, cycles, sources };
}

/** Asks the product everything that figures of money draw from, all at once. */
export async function gather(engine: Engine, choix: Choix): Promise<Scene> {
  const [
    fonds,
    offre,
    cycles,
    territoires,
    priorites,
    exercices,
    dates,
    verses,
    depenses,
    projets,
    annonces,
    autresBailleurs,
    sources,
    constats,
    corrections,
  ] = await Promise.all([
    gatherFonds(engine, choix),
    ask(engine, options, choix),
    ask(engine, cyclesResume, choix),
    ask(engine, enveloppeByTerritoire, choix),
    ask(engine, accordeByPriorite, choix),
    ask(engine, accordeByExercice, choix),
    ask(engine, octroisByDate, choix),
    ask(engine, verseByExercice, choix),
    ask(engine, depenseByExercice, choix),
    ask(engine, projetsPublies, choix),
    ask(engine, annoncesResume, choix),
    ask(engine, contexte, choix),
    ask(engine, sourcesCitees, choix),
    ask(engine, constatsPublies, choix),
    ask(engine, correctionsPubliees, choix),
  ]);
  return {
    choix,
    fonds,
    options: offre,
    cycles,
    territoires,
    priorites,
    exercices,
    dates,
    verses,
    depenses,
    projets,
    annonces,
    contexte: autresBailleurs,
    sources,
    constats,
    corrections,
  };
}
