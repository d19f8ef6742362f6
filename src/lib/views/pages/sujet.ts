/** Pages that tell of one territory, one priority or one recipient: the same questions, one choice fixed. */
import type { Engine } from '../../data/engine';
import { COMPTES_PERSONNES } from '../../data/queries/comptes-personnes';
import { mouvementsEnveloppe } from '../../data/queries/mouvements-enveloppe';
import { populationMrc } from '../../data/queries/population-mrc';
import { ask } from '../../data/question';
import type { Choix, Dimension } from '../../domain/choix';
import { formatNombre } from '../../format';
import { CHIFFRES, PAGES } from '../../texte/pages';
import { PARTICIPATIONS } from '../../texte/resultats';
import { type ComptePersonnesLigne, comptesSujetFigures } from '../comptes-personnes';
import { type CycleLigne, sayShare, shareOf } from '../cycles';
import { accordeOf, applicableEnveloppe, resteOf } from '../enveloppe';
import { exerciceFigure } from '../exercice';
import type { Figure } from '../figure';
import { perPerson, type PopulationLigne } from '../habitants';
import { mouvementsFigures } from '../mouvements';
import { type Chiffre, type Page, sourceRedditions } from '../page';
import { prioriteFigure } from '../priorite';
import { projetsFigure } from '../projets';
import { nomOf, type Scene } from '../scene';
import { saySomme } from '../somme';
import { territoireFigure } from '../territoire';
import { trajectoireFigure } from '../trajectoire';
import { isVersePart, verseOf } from '../verse';
import { resultatOf } from './apercu';
import { composeFigures, type FiguresOf } from './figures';

const nommesIn = (scene: Scene, cycle: CycleLigne) =>
  scene.projets.filter((p) => p.portee === 'connue' && p.cycle_id === cycle.cycle_id).length;

function cyclePhrase(scene: Scene, cycle: CycleLigne): string {
  const [accorde, enveloppe] = [accordeOf(scene, cycle), applicableEnveloppe(scene, cycle)];
  const [id, n] = [cycle.cycle_id, nommesIn(scene, cycle)];
  if (accorde === null || enveloppe === null)
    return PAGES.cycle(id, accorde === null ? null : saySomme(accorde), n);
  const part = sayShare(shareOf(accorde, enveloppe));
  return PAGES.cycleDe(id, saySomme(accorde), saySomme(enveloppe), part, n);
}

/** What is paid in a cycle, where it is part of what is granted. */
function verseChiffres(scene: Scene, cycle: CycleLigne): Chiffre[] {
  const verse = isVersePart(scene) ? verseOf(scene, cycle) : null;
  if (verse === null) return [];
  const part = sayShare(shareOf(verse, accordeOf(scene, cycle)));
  return [
    {
      nom: CHIFFRES.verse(cycle.cycle_id),
      texte: saySomme(verse),
      note: part === null ? null : CHIFFRES.verseDe(part),
    },
  ];
}

/** What is granted in a cycle for each inhabitant of an MRC, where both are known. */
function habitantsChiffres(
  scene: Scene,
  cycle: CycleLigne,
  populations: readonly PopulationLigne[],
): Chiffre[] {
  const mrc = populations.find((p) => p.territoire_id === scene.choix.territoire);
  const somme = perPerson(accordeOf(scene, cycle), mrc?.population ?? null);
  if (somme === null || !mrc?.population) return [];
  const note = CHIFFRES.habitants(formatNombre(mrc.population), mrc.annee);
  return [{ nom: CHIFFRES.parHabitant(cycle.cycle_id), texte: saySomme(somme), note }];
}

/** Numbers of the latest cycle. */
function chiffresOf(
  scene: Scene,
  populations: readonly PopulationLigne[],
  personnes: readonly ComptePersonnesLigne[],
): Chiffre[] {
  const [cycle] = scene.cycles;
  if (!cycle) return [];
  const [accorde, enveloppe] = [accordeOf(scene, cycle), applicableEnveloppe(scene, cycle)];
  const id = cycle.cycle_id;
  const part = sayShare(shareOf(accorde, enveloppe));
  const reste = resteOf(enveloppe, accorde);
  return [
    {
      nom: CHIFFRES.accorde(id),
      texte: saySomme(accorde),
      note: part === null ? null : CHIFFRES.part(part),
    },
    ...(enveloppe === null
      ? []
      : [{ nom: CHIFFRES.enveloppe(id), texte: saySomme(enveloppe), note: null }]),
    ...(reste === null ? [] : [{ nom: CHIFFRES.reste(id), texte: saySomme(reste), note: null }]),
    ...verseChiffres(scene, cycle),
    ...habitantsChiffres(scene, cycle, populations),
    { nom: CHIFFRES.projets, texte: String(nommesIn(scene, cycle)), note: id },
    ...personnesChiffres(personnes, id),
  ];
}

/** People counted in the latest cycle, where the number is told. */
function personnesChiffres(rows: readonly ComptePersonnesLigne[], cycle: string): Chiffre[] {
  const row = rows.find((r) => r.cycle_id === cycle && r.role === 'personnes');
  if (!row || row.nombre === null) return [];
  return [
    { nom: `${row.libelle}, ${cycle}`, texte: formatNombre(row.nombre), note: PARTICIPATIONS },
  ];
}

/** People that the projects of the subject reached. */
async function personnesFigures(engine: Engine, scene: Scene, sujet: Sujet): Promise<Figure[]> {
  const rows = await ask(engine, COMPTES_PERSONNES[sujet], scene.choix);
  return comptesSujetFigures(rows, sujet, scene.choix, [sourceRedditions(scene.fonds)]);
}

const FIGURES: Readonly<Record<Sujet, (engine: Engine, scene: Scene) => FiguresOf>> = {
  territoire: async (engine, scene) => [
    trajectoireFigure(scene),
    prioriteFigure(scene),
    exerciceFigure(scene),
    projetsFigure(scene),
    ...(await personnesFigures(engine, scene, 'territoire')),
    ...mouvementsFigures(scene, await ask(engine, mouvementsEnveloppe, scene.choix)),
  ],
  priorite: async (engine, scene) => [
    territoireFigure(scene),
    trajectoireFigure(scene),
    exerciceFigure(scene),
    projetsFigure(scene),
    ...(await personnesFigures(engine, scene, 'priorite')),
  ],
  organisme: async (engine, scene) => [
    prioriteFigure(scene),
    exerciceFigure(scene),
    projetsFigure(scene),
    ...(await personnesFigures(engine, scene, 'organisme')),
  ],
};

export type Sujet = Extract<Dimension, 'territoire' | 'priorite' | 'organisme'>;

/** The page of what `choix` holds for the subject. */
export async function composeSujet(engine: Engine, sujet: Sujet, choix: Choix): Promise<Page> {
  const populations = sujet === 'territoire' ? await ask(engine, populationMrc, choix) : [];
  const personnes = choix.au === null ? await ask(engine, COMPTES_PERSONNES[sujet], choix) : [];
  const { scene, figures } = await composeFigures(engine, choix, [sujet], (one) =>
    FIGURES[sujet](engine, one),
  );
  return {
    choix,
    fonds: scene.fonds,
    titre: nomOf(scene, sujet) ?? '',
    phrases: scene.cycles.map((cycle) => cyclePhrase(scene, cycle)),
    chiffres: chiffresOf(scene, populations, personnes),
    figures,
    resultat: resultatOf(scene),
  };
}
