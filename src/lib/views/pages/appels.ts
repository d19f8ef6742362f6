/** The page of calls: what was asked for, and what was granted. */
import type { Engine } from '../../data/engine';
import { appelsListe } from '../../data/queries/appels-liste';
import { demandesComptees } from '../../data/queries/demandes-comptees';
import { demandesPubliees } from '../../data/queries/demandes-publiees';
import { ask } from '../../data/question';
import { type Choix, SANS_CHOIX } from '../../domain/choix';
import { APPELS } from '../../texte/appels';
import { appelsFigure } from '../appels';
import { cyclePhrases, demandesFigures } from '../demandes';
import { montantsFigures } from '../demandes-montants';
import { montantsPubliesFigures, nombresPubliesFigures } from '../demandes-publiees';
import { againstWhole } from '../ensemble';
import { markFigures } from '../fictif';
import { gather } from '../gather';
import type { Page } from '../page';

const askAll = (engine: Engine, choix: Choix) =>
  Promise.all([
    ask(engine, demandesComptees, choix),
    ask(engine, demandesPubliees, choix),
    ask(engine, appelsListe, choix),
  ]);

export async function composeAppels(engine: Engine, choix: Choix): Promise<Page> {
  const [scene, [comptes, publiees, appels], [tousComptes, toutesPubliees]] = await Promise.all([
    gather(engine, choix),
    askAll(engine, choix),
    askAll(engine, SANS_CHOIX),
  ]);
  const [compte, publie] = [tousComptes.length > 0, toutesPubliees.length > 0];
  const figures = [
    ...demandesFigures(scene, comptes, 'appel', compte),
    ...nombresPubliesFigures(scene, publiees, publie),
    ...(compte ? montantsFigures(scene, comptes) : montantsPubliesFigures(scene, publiees, publie)),
    ...demandesFigures(scene, comptes, 'territoire', compte),
    ...demandesFigures(scene, comptes, 'priorite', compte),
    appelsFigure(scene, appels),
  ];
  const counted = comptes.filter((r) => r.portee === 'cycle');
  return {
    choix,
    fonds: scene.fonds,
    titre: APPELS.titre,
    phrases: [APPELS.phrase, ...cyclePhrases(comptes)],
    chiffres: [],
    figures: markFigures(scene.fonds, againstWhole(scene, figures, [])),
    resultat: APPELS.resultat(
      appels.length,
      counted.length === 0 ? null : counted.reduce((n, r) => n + r.nombre_demandes, 0),
    ),
  };
}
