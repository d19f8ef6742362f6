/** Sentences of the lines beside the cumulated grants. */
const rythme = (annee: boolean) =>
  annee ? 'au rythme des 12 derniers mois' : 'au rythme du cycle jusqu’ici';

export const LIGNES = {
  accorde: 'Accordé',
  verse: 'Versé',
  depense: 'Dépensé',
  projection: 'Projection',
  au: (nom: string, jour: string, montant: string) => `${nom}, ${jour} : ${montant}`,
  environ: (montant: string) => `environ ${montant}`,
  finExercice: (exercice: string) => `Fin de l’exercice ${exercice}`,
  dateDonnees: 'À la date des données',
  projectionFin: 'Projection à la fin du cycle',
  projectionEnveloppe: 'Projection : enveloppe atteinte',
  verseCumule: 'Versé, cumulé',
  depenseCumule: 'Dépensé, cumulé',
  sousTitre: (noms: readonly string[]) =>
    `En dollars cumulés (${noms.join(', ')}), selon la part du cycle écoulée`,
} as const;

export const SUITES = {
  part: (annee: boolean, part: string) =>
    ` ; ${rythme(annee)}, ${part} le serait à la fin du cycle`,
  montant: (annee: boolean, montant: string) =>
    ` ; ${rythme(annee)}, ${montant} le seraient à la fin du cycle`,
  atteinte: (annee: boolean, mois: string) =>
    ` ; ${rythme(annee)}, elle le serait toute en ${mois}`,
} as const;

export const NOTES = {
  projection: (annee: boolean, montant: string) =>
    `La projection prolonge le rythme ${annee ? 'des 12 derniers mois' : 'du cycle jusqu’ici'} (${montant} accordés), sans dépasser l’enveloppe : ce n’est ni une décision ni une promesse.`,
  depenseDuFonds:
    'Le dépensé n’est connu que pour l’ensemble du fonds, sans date : il n’est pas tracé avec ces choix.',
} as const;

export const DEFINITIONS_LIGNES = {
  verse: 'Versé, cumulé : somme des versements jusqu’à ce jour.',
  depense:
    'Dépensé, cumulé : ce que les organismes rapportent avoir payé avec l’argent du fonds, à la fin de chaque exercice ; les redditions non reçues y manquent.',
  projection:
    'Projection : ce qui a été accordé dans les 365 jours avant la date des données (ou depuis le début d’un cycle plus jeune), ramené à un rythme par jour et prolongé jusqu’à la fin du cycle ou jusqu’à l’enveloppe, au millier de dollars près.',
} as const;
