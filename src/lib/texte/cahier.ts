/** Words of the board pack. */
import type { Edition, EditionScellee } from '../domain/column';

const EDITIONS: Readonly<Record<Edition, string>> = {
  public: 'Édition publique',
  ministere: 'Édition du ministère',
  conseil: 'Édition du conseil',
};

const TITRES: Readonly<Record<EditionScellee, string>> = {
  ministere: 'Cahier du ministère',
  conseil: 'Cahier du conseil',
};

export const CAHIER = {
  titre: 'Cahier du conseil',
  description: (fonds: string) => `${fonds} : cahier du conseil, à imprimer.`,
  lien: 'Cahier du conseil, à imprimer',
  lienTerritoire: 'Cahier de ce territoire, à imprimer',
  sommaire: 'Sommaire',
  donneesAu: 'Données au',
  sansFiltre: 'tout le fonds, sans filtre',
  territoire: (nom: string) => `territoire : ${nom}`,
  editions: EDITIONS,
  titres: TITRES,
  /** Printed at the head of each page of what is not public. */
  reserve: (edition: Edition, date: string) =>
    `${EDITIONS[edition].toUpperCase()}, NE PAS DIFFUSER. Données au ${date}`,
  neDiffusezPas:
    'Ne pas diffuser : ces pages nomment des organismes et donnent de petits nombres. Elles sont pour les personnes à qui le mandataire les remet.',
  notesDe: (exercice: string) =>
    `Les réponses réservées au conseil sont celles de l’exercice ${exercice}, le dernier dont une reddition est reçue ; les autres sont dans l’édition du conseil, sur le site.`,
  limitesReservees: [
    'Les sections publiques gardent cachés leurs petits nombres, comme sur le site ; les sections réservées donnent les nombres exacts, par projet.',
    'Une reddition non reçue est dite telle : ses nombres sont absents, jamais 0.',
  ],
  sections: {
    enveloppe: 'L’enveloppe',
    trajectoire: 'La trajectoire',
    territoires: 'Les territoires comparés',
    priorites: 'Les priorités',
    redditions: 'Les redditions',
    resultats: 'Les résultats',
    constats: 'Ce qui a été trouvé et corrigé',
    projets: 'Les projets, un à un',
  },
  sectionsReservees: {
    attention: 'Ce qui demande attention',
    demandes: 'Les territoires au cent près, et les demandes une à une',
    redditions: 'Les redditions, projet par projet',
    argent: 'Le rapprochement de l’argent, projet par projet',
    effets: 'Les personnes et les résultats, nombres exacts',
  },
} as const;
