/** The accessibility statement: what holds, how it was checked, what does not hold yet. */
export const ACCESSIBILITE = {
  titre: 'Accessibilité',
  phrase:
    'Ce site vise les Règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveaux A et AA.',
  sections: [
    {
      titre: 'Ce que vous pouvez faire',
      paragraphes: [],
      points: [
        'Tout lire sans JavaScript : les chiffres, les tableaux et les graphiques sont dans la page.',
        'Tout faire au clavier : filtres, marques des graphiques (touche Tab pour entrer dans un graphique, flèches pour passer d’une marque à l’autre, Entrée pour filtrer), tableaux, téléchargements.',
        'Lire chaque graphique en tableau : les mêmes nombres y sont, enveloppes et cibles comprises.',
        'Lire en clair ou en sombre, selon le réglage de votre appareil, avec des couleurs forcées, et à 320 pixels de large.',
        'Imprimer chaque page, filtres compris.',
      ],
    },
    {
      titre: 'Comment c’est vérifié',
      paragraphes: [
        'À chaque changement, chaque sorte de page est ouverte dans Chromium et examinée avec axe-core, en clair et en sombre, à 320, 768 et 1280 pixels, filtrée, vide et en erreur : aucune violation n’est acceptée. Un parcours refait au clavier seul les tâches de chaque sorte de lecteur. Les contrastes des couleurs sont calculés.',
      ],
      points: [],
    },
    {
      titre: 'Ce qui manque',
      paragraphes: [],
      points: [
        'Aucun essai n’a encore été fait avec des personnes qui utilisent un lecteur d’écran : seuls les outils ci-dessus ont servi.',
        'Les fichiers Word et Excel à télécharger n’ont pas été vérifiés.',
        'Dans l’explorateur, l’éditeur de requêtes suppose de connaître le langage SQL ; toutes les questions courantes ont leur page.',
      ],
    },
    {
      titre: 'Signaler un obstacle',
      paragraphes: [
        'Le lien « Signaler une erreur », au bas de chaque page d’un fonds, sert aussi à cela. Dites quelle page, quel appareil et ce qui bloque.',
      ],
      points: [],
    },
  ],
} as const;
