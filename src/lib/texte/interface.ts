/** Words of the frame around the figures, the filters and the layout. */
export const TEXTES = {
  graphiques: {
    aucunMontant: 'Aucun montant publié',
    echellePropre: 'Chaque partie a sa propre échelle.',
    partEcoulee: 'Part du cycle écoulée',
    rythme: 'Ligne pointillée : rythme régulier du début à la fin du cycle',
  },
} as const;
