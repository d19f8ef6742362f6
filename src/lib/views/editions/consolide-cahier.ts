/** The consolidated report on paper: a section a sheet. */
import { CONSOLIDE } from '../../texte/consolide';
import { DONNEES } from '../../texte/donnees';
import { type Cahier, section } from '../pages/cahier';
import type { Consolide } from './consolide';

export const consolideToCahier = ({ fonds, exercice, phrases, feuilles }: Consolide): Cahier => ({
  fonds,
  titre: CONSOLIDE.titre(exercice),
  edition: 'ministere',
  territoire: null,
  phrases,
  sections: [
    ...feuilles.map(({ nom, figure }) =>
      section(`consolide-${figure.id}`, nom, {
        figures: [{ ...figure, omissions: [figure.definition] }],
        reservee: true,
      }),
    ),
    section('methode', DONNEES.methode, { points: CONSOLIDE.methode }),
  ],
});
