/** Sentences of the pages that tell of one thing, and of the lists that lead to them. */
import { formatCompte, pluriel } from '../format';

const projets = (n: number) => formatCompte(n, 'projet nommé', 'projets nommés');

export const CHIFFRES = {
  accorde: (cycle: string) => `Accordé, ${cycle}`,
  enveloppe: (cycle: string) => `Enveloppe, ${cycle}`,
  reste: (cycle: string) => `Reste à accorder, ${cycle}`,
  verse: (cycle: string) => `Versé, ${cycle}`,
  verseDe: (part: string) => `${part} de l’accordé`,
  parHabitant: (cycle: string) => `Accordé par habitant, ${cycle}`,
  habitants: (n: string, annee: number | null) =>
    `${n} habitants${annee === null ? '' : ` en ${annee}`}`,
  projets: 'Projets nommés',
  part: (part: string) => `${part} de l’enveloppe`,
} as const;

/** What leads to the page of each territory, or of each priority. */
export const FICHES = {
  territoires: 'Une page par territoire',
  priorites: 'Une page par priorité',
} as const;

export const PAGES = {
  territoires: {
    titre: 'Territoires',
    phrase:
      'Ce qui est accordé dans chaque territoire, contre son enveloppe là où elle est publique.',
    description: (fonds: string) => `${fonds} : sommes accordées par territoire.`,
    liste: 'Une page par territoire',
  },
  priorites: {
    titre: 'Priorités',
    phrase: 'À quels enjeux répondent les sommes accordées.',
    description: (fonds: string) => `${fonds} : sommes accordées par priorité.`,
    liste: 'Une page par priorité',
  },
  projets: {
    titre: 'Projets',
    phrase: 'Chaque projet qu’une source publique nomme, avec ce qui lui est accordé.',
    description: (fonds: string) => `${fonds} : projets soutenus, à chercher, trier et filtrer.`,
  },
  organismes: {
    titre: 'Organismes',
    phrase:
      'Qui reçoit les sommes. Le siège d’un organisme n’est pas forcément le territoire que ses projets servent.',
    description: (fonds: string) => `${fonds} : organismes soutenus et sommes accordées à chacun.`,
  },
  territoire: {
    autres: (n: number) =>
      `${formatCompte(n, 'autre projet n’est pas imprimé', 'autres projets ne sont pas imprimés')} sur cette feuille : la liste entière est sur le site.`,
  },
  cycle: (cycle: string, accorde: string | null, n: number) =>
    accorde === null
      ? `${cycle} : aucun octroi publié.`
      : `${cycle} : ${accorde} accordés, ${projets(n)}.`,
  cycleDe: (cycle: string, accorde: string, enveloppe: string, part: string | null, n: number) =>
    `${cycle} : ${accorde} accordés sur une enveloppe de ${enveloppe}${part === null ? '' : `, soit ${part}`}, ${projets(n)}.`,
  organisme: {
    siege: (municipalite: string | null, territoire: string | null) =>
      `Siège : ${[municipalite, territoire].filter((m) => m !== null).join(', ')}.`,
    siegeInconnu: 'Siège : non publié.',
  },
} as const;

export const PROJET = {
  accorde: 'Accordé en tout',
  verse: 'Versé',
  periode: 'Période',
  cycle: 'Cycle',
  organisme: 'Organisme',
  territoire: 'Territoire servi',
  priorites: 'Priorités',
  annonce: 'Annonce',
  numero: 'Numéro',
  siege: 'Siège de l’organisme',
  description: 'Description',
  resultats: 'Résultats',
  resultatsPublics:
    'Les résultats de chaque projet ne sont pas publiés un à un : de petits nombres pourraient désigner des personnes. Ils sont comptés dans les totaux du fonds.',
  resultatsDuFonds: 'Voir les résultats du fonds',
  source: 'Où ces faits ont été lus',
  cellule: (cellule: string) => `cellule ${cellule}`,
  du: (debut: string, fin: string) => `du ${debut} au ${fin}`,
  aCompter: (debut: string) => `à compter du ${debut}`,
  nonPubliee: 'non publiée',
  nonNomme: 'non nommé par la source',
  partDe: (nom: string, part: string) => `${nom} (${part})`,
  rapprochee: 'rapprochée par l’équipe',
  sansMontant: 'Aucune source lue ne donne le montant accordé à ce projet.',
  pasEncore: (jour: string) => `Au ${jour}, aucune décision sur ce projet n’était prise.`,
  phrase: (montant: string, decisions: number, organisme: string | null) =>
    `${montant} ${pluriel(decisions, 'accordés', 'accordés')}${organisme === null ? '' : ` à ${organisme}`}${decisions > 1 ? `, en ${formatCompte(decisions, 'décision', 'décisions')}` : ''}.`,
  description_: (titre: string, montant: string | null) =>
    montant === null ? titre : `${titre} : ${montant}`,
  decisions: {
    titre: (n: number, montant: string) =>
      n === 1
        ? `Une décision accorde ${montant}.`
        : `${formatCompte(n, 'décision', 'décisions')} accordent en tout ${montant}.`,
    sousTitre: 'Décisions et modifications dans le temps, en dollars accordés',
    legende: 'Décisions sur ce projet',
    natures: {
      projet: 'Octroi',
      amendement: 'Modification',
      reste: 'Reste',
      derive: 'Montant déduit',
      arrondi: 'Écart d’arrondi',
    },
    colonnes: {
      date: 'Date',
      nature: 'Nature',
      resolution: 'Résolution',
      methode: 'Comment c’est su',
      cellule: 'Lu dans',
    },
  },
  versements: {
    titre: (n: number, montant: string, part: string | null) =>
      `${n === 1 ? 'Un versement' : formatCompte(n, 'versement', 'versements')} : ${montant} versés${part === null ? '' : `, soit ${part} de l’accordé`}.`,
    sousTitre: 'Versements dans le temps, en dollars versés',
    legende: 'Versements à ce projet',
    colonnes: {
      date: 'Date',
      verse: 'Versé',
      cumul: 'Versé, cumulé',
      part: 'Part de l’accordé',
      exercice: 'Exercice',
      cellule: 'Lu dans',
    },
    aucun: 'aucun versement à cette date',
    part: (part: string) => `${part} de l’accordé`,
    nonPublies: 'Les versements de ce projet ne sont pas publiés.',
  },
} as const;

export const LIGNES = {
  voir: 'Voir les octrois derrière ce chiffre',
  titre: (n: number) => `${formatCompte(n, 'ligne', 'lignes')} derrière ce chiffre`,
  reste: (n: number) =>
    `${formatCompte(n, 'autre ligne est', 'autres lignes sont')} dans les fichiers à télécharger.`,
  erreur: 'Les lignes n’ont pas pu être lues. Rechargez la page pour réessayer.',
  octroi: 'Octroi',
  nature: 'Nature',
  source: 'Source',
  cellule: 'Lu dans',
  empreinte: 'Empreinte du fichier',
} as const;

export const LISTE = {
  titre: (n: number) =>
    `${formatCompte(n, 'projet nommé', 'projets nommés')} par une source publique.`,
  recherche: 'Chercher un projet, un organisme, un mot',
  chercher: 'Chercher',
  etat: 'État du projet',
  etats: {
    'a-venir': 'À venir',
    'en-cours': 'En cours',
    termine: 'Terminé',
    inconnu: 'Dates non publiées',
  },
  tousEtats: 'Tous les états',
  trier: (colonne: string) => `Trier par ${colonne.toLocaleLowerCase('fr-CA')}`,
  resultat: (debut: number, fin: number, n: number) =>
    n === 0
      ? 'Aucun projet ne répond à ces choix.'
      : `Projets ${debut} à ${fin} sur ${formatCompte(n, 'projet', 'projets')}.`,
  annonce: (n: number, montant: string) =>
    n === 0
      ? 'Aucun projet ne répond à ces choix.'
      : `${formatCompte(n, 'projet nommé', 'projets nommés')}, montant accordé : ${montant}.`,
  precedente: 'Page précédente',
  suivante: 'Page suivante',
  page: (page: number, pages: number) => `Page ${page} de ${pages}`,
  rien: 'Retirez un filtre, ou cherchez un autre mot.',
  legende: 'Projets nommés par une source publique',
  croissant: 'croissant',
  decroissant: 'décroissant',
  definition:
    'Avec un filtre de priorité ou d’exercice, la somme montrée est la part du projet qui y répond.',
} as const;
