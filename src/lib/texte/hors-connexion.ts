/** Sentences about what works without a network. */
export const HORS_LIGNE = {
  titre: 'Sans connexion',
  pageAbsente: 'Cette page n’a pas été gardée',
  explication:
    'Il n’y a pas de connexion, et vous n’avez pas encore ouvert cette page sur cet appareil. Les pages que vous avez ouvertes restent lisibles ; les autres reviendront avec la connexion.',
  explicationSeule:
    'Les pages que vous avez ouvertes sur cet appareil restent lisibles sans connexion.',
  demandee: 'Page demandée\u00a0:',
  reessayer: 'Réessayer',
  revenue: 'La connexion est revenue.',
  sansScript: 'La liste des pages gardées a besoin de JavaScript.',
  pasPromis: 'Ce qui ne marche pas sans connexion',
  pasPromisPoints: [
    'Une page jamais ouverte sur cet appareil, ni gardée avec son fonds.',
    'Les filtres et l’explorateur, si le moteur de calcul n’a jamais été chargé sur cet appareil.',
    'Les fichiers CSV et Parquet de la page des données, et les liens vers d’autres sites.',
    'Ce que le navigateur retire de lui-même quand la place manque, ou en navigation privée.',
  ],
  pagesGardees: 'Pages gardées sur cet appareil',
  aucune: 'Aucune page n’est gardée sur cet appareil.',
  section: 'Hors connexion',
  promesse:
    'Les pages que vous ouvrez restent lisibles sans connexion. Les filtres et l’explorateur aussi, une fois le moteur de calcul chargé.',
  bouton: (poids: string | null) =>
    poids === null
      ? 'Rendre disponible hors connexion'
      : `Rendre disponible hors connexion (environ ${poids})`,
  enCours: 'Téléchargement pour la lecture sans connexion',
  progression: (recu: string, total: string | null) =>
    total === null ? `${recu} reçus` : `${recu} de ${total}`,
  garde: (recu: string) =>
    `C’est fait (${recu} reçus). Les filtres, l’explorateur et les pages principales de ce fonds marchent sans connexion sur cet appareil. Les pages de chaque projet et de chaque organisme ne sont gardées que si vous les ouvrez.`,
  incomplet:
    'Tout n’a pas pu être gardé : la connexion a été coupée. Ce qui est reçu reste, vous pouvez réessayer.',
  plein:
    'Tout n’a pas pu être gardé : l’espace manque sur cet appareil. Le site marche toujours avec la connexion. Libérez de l’espace, puis réessayez.',
  depasse:
    'Une nouvelle version de ce site vient d’être publiée. Actualisez la page, puis réessayez.',
  oublier: 'Retirer de cet appareil',
  oublie: 'Rien de ce site n’est plus gardé sur cet appareil.',
  impossible:
    'Ce navigateur ne permet pas de garder des pages (navigation privée, ou navigateur ancien).',
  nouvelleVersion: 'Une nouvelle version de ce site est disponible.',
  actualiser: 'Actualiser',
} as const;
