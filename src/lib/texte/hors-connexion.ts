/** Sentences about what works without a network. */
export const HORS_LIGNE = {
  titre: 'Sans connexion',
  pageAbsente: 'Cette page n’a pas été gardée',
  explication:
    'Il n’y a pas de connexion, et vous n’avez pas encore ouvert cette page sur cet appareil. Les pages que vous avez ouvertes restent lisibles ; les autres reviendront avec la connexion.',
  pagesGardees: 'Pages gardées sur cet appareil',
  aucune: 'Aucune page n’est gardée sur cet appareil.',
  section: 'Hors connexion',
  promesse:
    'Les pages que vous ouvrez restent lisibles sans connexion. Les filtres et l’explorateur aussi, une fois le moteur de calcul chargé.',
  bouton: (poids: string) => `Rendre disponible hors connexion (environ ${poids})`,
  enCours: (recu: string) => `${recu} reçus…`,
  garde: (recu: string) =>
    `C’est fait (${recu} reçus). Les filtres, l’explorateur et les pages principales de ce fonds marchent sans connexion sur cet appareil. Les pages de chaque projet et de chaque organisme ne sont gardées que si vous les ouvrez.`,
  incomplet:
    'Tout n’a pas pu être gardé : la connexion a été coupée, ou l’espace manque sur cet appareil. Vous pouvez réessayer.',
  oublier: 'Retirer de cet appareil',
  oublie: 'Rien de ce site n’est plus gardé sur cet appareil.',
  impossible:
    'Ce navigateur ne permet pas de garder des pages (navigation privée, ou navigateur ancien).',
  nouvelleVersion: 'Une nouvelle version de ce site est disponible.',
  actualiser: 'Actualiser',
} as const;
