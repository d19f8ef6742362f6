/** The yearly consolidated report: each sheet is a figure, on paper and in the workbook alike. */
import type { Engine } from '../../data/engine';
import { consolideExercice, consolideFonds } from '../../data/queries/editions/consolide-fonds';
import {
  consolideObjectifs,
  consolidePriorites,
} from '../../data/queries/editions/consolide-liens';
import { consolideProjets } from '../../data/queries/editions/consolide-projets';
import {
  consolidePersonnes,
  consolideResultats,
} from '../../data/queries/editions/consolide-resultats';
import { type Ligne, ask } from '../../data/question';
import { SANS_CHOIX } from '../../domain/choix';
import { CONSOLIDE, FIGURES_CONSOLIDE as F } from '../../texte/consolide';
import { markFigures } from '../fictif';
import type { Figure } from '../figure';
import { gatherFonds } from '../gather';
import type { FondsLigne } from '../scene';
import { fondsFigure, groupeFigure, groupesOf, projetsFigure } from './consolide-argent';
import { etatsFigure, personnesFigure, resultatsFigure } from './consolide-effets';

/** How the last row is had: the sum of the rows, that of the sheet of projects, or there is none. */
export type Total = 'somme' | 'fonds' | 'aucun';

export interface FeuilleConsolide {
  readonly nom: string;
  readonly figure: Figure;
  readonly total: Total;
}

export interface Consolide {
  readonly fonds: FondsLigne;
  readonly exercice: string;
  /** What is to be known before reading any number. */
  readonly phrases: readonly string[];
  readonly feuilles: readonly FeuilleConsolide[];
}

/** What is known of an exercice; null for one that the fund has not. */
export async function readExercice(
  engine: Engine,
  exercice: string,
): Promise<Ligne<typeof consolideExercice> | null> {
  const [known] = await ask(engine, consolideExercice, { ...SANS_CHOIX, exercice });
  return known ?? null;
}

async function gatherConsolide(engine: Engine, exercice: string) {
  const choix = { ...SANS_CHOIX, exercice };
  const [fonds, projets, priorites, objectifs, argent, personnes, resultats] = await Promise.all([
    gatherFonds(engine, SANS_CHOIX),
    ask(engine, consolideProjets, choix),
    ask(engine, consolidePriorites, choix),
    ask(engine, consolideObjectifs, choix),
    ask(engine, consolideFonds, choix),
    ask(engine, consolidePersonnes, choix),
    ask(engine, consolideResultats, choix),
  ]);
  return { fonds, projets, priorites, objectifs, argent, personnes, resultats };
}

/** The report of an exercice that is over and of which reports came. */
export async function composeConsolide(engine: Engine, exercice: string): Promise<Consolide> {
  const { fonds, projets, priorites, objectifs, argent, personnes, resultats } =
    await gatherConsolide(engine, exercice);
  const dues = projets.filter(({ etat }) => etat !== null);
  const recues = dues.filter(({ etat }) => etat !== 'attendue').length;
  const territoires = groupesOf(
    projets.map((p) => ({ nom: p.territoire, projet_id: p.projet_id })),
    projets,
  );
  const parPriorite = groupesOf(priorites, projets).filter((g) => g.projets > 0);
  const parObjectif = groupesOf(objectifs, projets);
  const sheets: readonly (readonly [Figure, string, Total])[] = [
    [etatsFigure(dues, fonds), F.etats.nom, 'somme'],
    [fondsFigure(argent, fonds), F.fonds.nom, 'aucun'],
    [projetsFigure(projets, fonds), F.projets.nom, 'somme'],
    [groupeFigure('territoires', territoires, projets, fonds), F.territoires.nom, 'somme'],
    [groupeFigure('priorites', parPriorite, projets, fonds), F.priorites.nom, 'fonds'],
    [groupeFigure('objectifs', parObjectif, projets, fonds), F.objectifs.nom, 'fonds'],
    [personnesFigure(personnes, recues, fonds), F.personnes.nom, 'aucun'],
    [resultatsFigure(resultats, fonds), F.resultats.nom, 'aucun'],
  ];
  return {
    fonds,
    exercice,
    phrases: [CONSOLIDE.couverture(recues, dues.length), CONSOLIDE.recu, CONSOLIDE.priorites],
    feuilles: sheets.map(([figure, nom, total]) => ({
      nom,
      total,
      figure: markFigures(fonds, [figure])[0]!,
    })),
  };
}
