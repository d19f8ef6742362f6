import type { Engine } from '../data/engine';
import { bilansByCycle } from '../data/queries/bilans-by-cycle';
import { comptesRedditions } from '../data/queries/comptes-redditions';
import { depensesByPoste } from '../data/queries/depenses-by-poste';
import { financementsBySource } from '../data/queries/financements-by-source';
import { fondsFiche } from '../data/queries/fonds-fiche';
import { reponsesPubliques } from '../data/queries/reponses-publiques';
import { resultatsByIndicateur } from '../data/queries/resultats-by-indicateur';
import { temoignagesPublies } from '../data/queries/temoignages-publies';
import { ask, type Ligne } from '../data/question';
import { SANS_CHOIX } from '../domain/choix';
import { formatDate } from '../format';
import { RESULTATS } from '../texte/resultats';
import { type BilanLigne, bilanFigures } from './bilan-fonds';
import { type CompteLigne, ensembleOf, exercicesOf } from './comptes';
import { markFigures } from './fictif';
import type { Figure } from './figure';
import { type IndicateurLigne, indicateursFigures } from './indicateurs';
import { type PageFonds, sourceRedditions, sourceRegistre } from './page';
import { objectifsFigures, personnesFigures } from './personnes';
import {
  type DepenseLigne,
  depensesFigures,
  type FinancementLigne,
  financementsFigures,
} from './postes';
import { arretesPhrases } from './redditions';
import { autresFigures, exercicesIn, type ReponseLigne } from './reponses';
import type { FondsLigne } from './scene';

export type TemoignageLigne = Ligne<typeof temoignagesPublies>;

/** Testimonies of one exercice. */
export interface TemoignagesExercice {
  readonly exercice: string;
  readonly temoignages: readonly TemoignageLigne[];
}

const byExercice = (rows: readonly TemoignageLigne[]): TemoignagesExercice[] =>
  exercicesIn(rows).map((exercice) => ({
    exercice,
    temoignages: rows.filter((row) => row.exercice_id === exercice),
  }));

/** Answers of the product to every question of the page. */
export interface SceneResultats {
  readonly fonds: FondsLigne;
  readonly comptes: readonly CompteLigne[];
  readonly indicateurs: readonly IndicateurLigne[];
  readonly reponses: readonly ReponseLigne[];
  readonly depenses: readonly DepenseLigne[];
  readonly financements: readonly FinancementLigne[];
  readonly bilans: readonly BilanLigne[];
  readonly temoignages: readonly TemoignageLigne[];
}

export interface PageResultats extends PageFonds {
  /** One figure for each question that has none of its own. */
  readonly autres: readonly Figure[];
  /** The latest exercice first. */
  readonly temoignages: readonly TemoignagesExercice[];
}

/** How many of the due reports these totals come from. */
function couverturePhrases({ comptes, fonds }: SceneResultats): string[] {
  const ensemble = ensembleOf(comptes);
  if (ensemble === null) return [];
  const { recues, toutes } = ensemble;
  if (recues === 0) return [RESULTATS.rienDeLu];
  return [
    RESULTATS.couverture(recues, toutes, formatDate(fonds.arrete_le ?? fonds.date_donnees)),
    ...arretesPhrases(fonds, exercicesOf(comptes, fonds.date_donnees)),
  ];
}

/** The page of results, from the rows alone. */
export function resultatsPage(scene: SceneResultats): PageResultats {
  const { fonds } = scene;
  const rapports = [sourceRedditions(fonds)];
  const figures = [
    ...personnesFigures(scene.reponses, rapports),
    ...indicateursFigures(scene.indicateurs, rapports),
    ...objectifsFigures(scene.reponses, rapports),
    ...depensesFigures(scene.depenses, rapports),
    ...financementsFigures(scene.financements, rapports),
    ...bilanFigures(scene.bilans, [sourceRegistre(fonds), ...rapports]),
  ];
  const autres = autresFigures(scene.reponses, rapports);
  const vide = figures.length + autres.length + scene.temoignages.length === 0;
  return {
    fonds,
    phrases: vide ? [RESULTATS.rien, RESULTATS.sens] : couverturePhrases(scene),
    figures: markFigures(fonds, figures),
    autres: markFigures(fonds, autres),
    temoignages: byExercice(scene.temoignages),
    avenir: vide ? RESULTATS.avenir : [],
  };
}

/** Asks the product for the page of results. */
export async function composeResultats(engine: Engine): Promise<PageResultats> {
  const [fonds] = await ask(engine, fondsFiche, SANS_CHOIX);
  if (!fonds) throw new RangeError('The product holds no fund');
  return resultatsPage({
    fonds,
    comptes: await ask(engine, comptesRedditions, SANS_CHOIX),
    indicateurs: await ask(engine, resultatsByIndicateur, SANS_CHOIX),
    reponses: await ask(engine, reponsesPubliques, SANS_CHOIX),
    depenses: await ask(engine, depensesByPoste, SANS_CHOIX),
    financements: await ask(engine, financementsBySource, SANS_CHOIX),
    bilans: await ask(engine, bilansByCycle, SANS_CHOIX),
    temoignages: await ask(engine, temoignagesPublies, SANS_CHOIX),
  });
}
