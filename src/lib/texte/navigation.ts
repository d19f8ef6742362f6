/** Pages of a fund, in the order of its navigation. */
export const NAVIGATION = {
  titre: 'Pages du fonds',
  pages: [
    { suite: '', texte: 'Aperçu' },
    { suite: '/territoires', texte: 'Territoires' },
    { suite: '/priorites', texte: 'Priorités' },
    { suite: '/projets', texte: 'Projets' },
    { suite: '/organismes', texte: 'Organismes' },
    { suite: '/appels', texte: 'Appels' },
    { suite: '/redditions', texte: 'Redditions' },
    { suite: '/resultats', texte: 'Résultats' },
    { suite: '/donnees', texte: 'Données' },
    { suite: '/explorer', texte: 'Explorer' },
  ],
  filAriane: 'Où vous êtes',
} as const;
