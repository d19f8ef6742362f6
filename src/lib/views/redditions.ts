import { comptesRedditions } from '../data/queries/comptes-redditions';
import { fondsFiche } from '../data/queries/fonds-fiche';
import type { Engine } from '../data/engine';
import { ask } from '../data/question';
import { SANS_CHOIX } from '../domain/choix';
import { formatDate, formatPart } from '../format';
import { AVENIR, REDDITIONS } from '../texte/redditions';
import {
  type CompteLigne,
  type ComptesConnus,
  type ComptesExercice,
  ensembleOf,
  exercicesOf,
  isAVenir,
  isConnu,
  isEchu,
  territoiresOf,
} from './comptes';
import { markFigures } from './fictif';
import { type PageFonds, sourceRedditions } from './page';
import { couvertureFigures, territoiresFigures } from './reddition-couverture';
import { etatsFigure } from './reddition-etats';
import type { FondsLigne } from './scene';

/** Next due date, the first that is not past. */
function nextPhrase(exercices: readonly ComptesExercice[]): string {
  const next = exercices.find(isAVenir);
  return next
    ? REDDITIONS.prochaine(next.exercice, formatDate(next.echeance), next.jours, next.toutes)
    : REDDITIONS.aucuneAVenir;
}

/** What came for the last due date that is past. */
function lastPhrase(exercices: readonly ComptesExercice[]): string {
  const last = exercices.findLast(isEchu);
  if (!last) return REDDITIONS.aucuneEchue;
  const opening = REDDITIONS.derniere(last.exercice, formatDate(last.echeance), last.jours);
  const counts = isConnu(last)
    ? REDDITIONS.comptes(last.toutes, last.recues, last.nonRecues)
    : REDDITIONS.comptesCaches(last.toutes);
  return `${opening} ${counts}`;
}

/** What came of all that was due. */
const wholePhrases = (ensemble: ComptesConnus | null): string[] =>
  ensemble === null
    ? []
    : [
        REDDITIONS.ensemble(
          ensemble.recues,
          ensemble.toutes,
          formatPart(ensemble.recues / ensemble.toutes),
        ),
      ];

/** Exercices whose reports are counted up to an earlier day than that of the data. */
export function arretesPhrases(
  { date_donnees }: FondsLigne,
  exercices: readonly ComptesExercice[],
) {
  const earlier = exercices.filter((e) => e.arreteLe < date_donnees);
  return [...new Set(earlier.map((e) => e.arreteLe))].map((jour) => {
    const own = earlier.filter((e) => e.arreteLe === jour);
    return REDDITIONS.arretees(
      own.map((e) => e.exercice),
      formatDate(jour),
    );
  });
}

/** The page of reports, from the rows alone. */
export function redditionsPage(fonds: FondsLigne, rows: readonly CompteLigne[]): PageFonds {
  const exercices = exercicesOf(rows, fonds.date_donnees);
  if (exercices.length === 0)
    return { fonds, phrases: [AVENIR.rien, AVENIR.sens], figures: [], avenir: AVENIR.redditions };
  const sources = [sourceRedditions(fonds)];
  const ensemble = ensembleOf(rows);
  const figures = [
    etatsFigure(exercices, sources),
    ...couvertureFigures(exercices, ensemble, sources),
    ...territoiresFigures(territoiresOf(rows), sources),
  ];
  return {
    fonds,
    phrases: [
      nextPhrase(exercices),
      lastPhrase(exercices),
      ...wholePhrases(ensemble),
      ...arretesPhrases(fonds, exercices),
    ],
    figures: markFigures(fonds, figures),
    avenir: [],
  };
}

/** Asks the product for the page of reports. */
export async function composeRedditions(engine: Engine): Promise<PageFonds> {
  const [fonds] = await ask(engine, fondsFiche, SANS_CHOIX);
  if (!fonds) throw new RangeError('The product holds no fund');
  return redditionsPage(fonds, await ask(engine, comptesRedditions, SANS_CHOIX));
}
