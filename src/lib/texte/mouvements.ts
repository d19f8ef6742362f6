/** Sentences of the moves of envelopes. */
import { formatCompte } from '../format';

export const MOUVEMENTS = {
  legende: 'Mouvements des enveloppes, dans le temps',
  sousTitre: 'En dollars, après la répartition de départ',
  titre: (n: number, dernier: string) =>
    n === 1
      ? `Un mouvement a changé les enveloppes depuis la répartition de départ : ${dernier}.`
      : `${formatCompte(n, 'mouvement', 'mouvements')} ont changé les enveloppes ; le dernier : ${dernier}.`,
  aucun: 'Aucun mouvement d’enveloppe n’est publié pour ces choix.',
  virement: (montant: string, de: string, vers: string) =>
    `${montant} de « ${de} » vers « ${vers} »`,
  ajout: (montant: string, vers: string) => `${montant} de plus pour « ${vers} »`,
  retour: (montant: string, de: string) => `${montant} retournés par « ${de} »`,
  natures: { virement: 'Virement', ajout: 'Ajout', retour: 'Retour' },
  colonnes: {
    date: 'Date',
    nature: 'Mouvement',
    de: 'De',
    vers: 'Vers',
    montant: 'Montant',
  },
  nonPrecise: 'non précisé',
  sansDate: 'non publiée',
  definition:
    'Virement : somme passée d’une enveloppe à une autre. Ajout : somme que le bailleur met en plus. Retour : somme remise au bailleur. Un virement entre deux enveloppes ne change pas le total du cycle.',
  choix:
    'Les mouvements suivent le cycle, le territoire et la date choisis, et non la priorité, l’exercice ni l’organisme : une enveloppe n’en a pas.',
} as const;
