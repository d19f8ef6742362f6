/** Words of the board pack. */
export const CAHIER = {
  titre: 'Cahier du conseil',
  description: (fonds: string) => `${fonds} : cahier du conseil, à imprimer.`,
  lien: 'Cahier du conseil, à imprimer',
  lienTerritoire: 'Cahier de ce territoire, à imprimer',
  sommaire: 'Dans ce cahier',
  donneesAu: 'Données au',
  sansFiltre: 'tout le fonds, sans filtre',
  territoire: (nom: string) => `territoire : ${nom}`,
  edition: 'Édition publique',
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
} as const;
