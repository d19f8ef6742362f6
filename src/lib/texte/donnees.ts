/** Sentences of the page of data. */
export const DONNEES = {
  titre: 'Données',
  phrase:
    'Les fichiers dont ce site est fait, ce que dit chaque colonne, où les valeurs ont été lues, et ce qui a été trouvé ou corrigé.',
  description: (fonds: string) =>
    `${fonds} : fichiers à télécharger, dictionnaire des données, sources, règles, corrections et limites.`,
  miseAJour: 'Dernière mise à jour',
  jour: 'Données au',
  version: 'Version',
  licence: 'Licence',
  logiciels: 'Licences des logiciels',
  paquet: 'Description de tous les fichiers (Data Package)',
  fichiers: 'Fichiers',
  fichiersIntro:
    'CSV pour un tableur en français (point-virgule, virgule décimale), Parquet pour un programme. Les montants sont en dollars canadiens.',
  colonnesFichiers: {
    table: 'Table',
    lignes: 'Lignes',
    csv: 'CSV',
    parquet: 'Parquet',
  },
  telecharger: (format: string, table: string) => `Télécharger « ${table} » en ${format}`,
  dictionnaire: 'Dictionnaire',
  dictionnaireIntro: 'Chaque table, et ce que veut dire chacune de ses colonnes.',
  sources: 'Sources',
  sourcesIntro: 'Ce qui a été lu pour faire ces données.',
  methode: 'Méthode',
  methodes: [
    'Les fichiers reçus ne sont jamais modifiés : chaque valeur garde le fichier, la feuille et la cellule où elle a été lue.',
    'Une valeur douteuse n’est ni devinée ni passée sous silence : elle devient un constat, avec sa cellule.',
    'Les totaux que les sources impriment servent à vérifier les octrois, et ne s’y ajoutent jamais.',
    'Chaque nombre garde sa précision : exact, environ, au moins, au plus, ou calculé par différence.',
    'Les parties s’additionnent au total, au cent.',
  ],
  limites: 'Limites',
  limitesPubliques: [
    'Les petits nombres qui pourraient désigner des personnes ne sont pas publiés : de 1 à 4, ils sont regroupés ou retirés, avec ce qu’il faut d’autres nombres pour qu’aucun ne se déduise de ce qui est publié. Qui sait déjà une partie de ce qu’un nombre additionne, comme sa propre reddition, peut en déduire le reste.',
    'Ce qu’aucune source ne publie manque, et n’est jamais compté comme zéro.',
    'Accordé, versé et dépensé sont trois choses différentes.',
  ],
  regles: 'Voir toutes les règles de vérification',
  signaler: 'Signaler une erreur',
  signalerCourriel:
    'Écrivez à l’adresse du fonds : la page et la figure sont déjà inscrites dans le message.',
  signalerSans: (mandataire: string) =>
    `Aucune adresse n’est publiée pour signaler une erreur à propos de ce fonds. Écrivez à l’organisation qui le gère, ${mandataire}, en nommant la page et la figure.`,
  verifie: 'Ce qui a été trouvé et corrigé',
} as const;
