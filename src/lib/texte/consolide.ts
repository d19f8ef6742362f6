/** Words of the yearly consolidated report that the fund owes the ministry. */
import { formatCompte, formatNombre, pluriel } from '../format';

const redditions = (n: number) => formatCompte(n, 'reddition', 'redditions');
const surDues = (n: number, dues: number) =>
  `${formatNombre(n)} ${pluriel(n, 'reddition reçue', 'redditions reçues')} sur ${formatNombre(dues)}`;

export const CONSOLIDE = {
  titre: (exercice: string) => `Rapport consolidé ${exercice}`,
  couverture: (recues: number, dues: number) =>
    `${surDues(recues, dues)} : ce qui n’est pas reçu est absent de ce rapport, jamais compté 0.`,
  priorites:
    'Un projet compte en entier sous chacune de ses priorités et sous chacun de ses objectifs : ces lignes ne s’additionnent pas. Le total du fonds y est celui du fonds, chaque projet compté une fois.',
  recu: 'Le bailleur verse au fonds, non aux projets : le reçu se lit par cycle, à la feuille « Fonds ».',
  feuilleLire: 'À lire',
  feuilles: 'Feuilles',
  methode: [
    'Accordé et versé : décisions et versements du registre, cumulés du début du projet à la fin de l’exercice.',
    'Versé dans l’exercice : versements datés de l’exercice, aussi à des projets qui n’y doivent pas de reddition.',
    'Dépensé dans l’exercice : ce que le budget reçu dit payé avec l’argent du fonds.',
    'Solde : versé moins dépensé depuis le début du projet, à la fin de l’exercice ; négatif, le projet avait dépensé plus que ce qui lui était versé à cette date.',
    'Non reçu : la reddition n’est pas reçue. Non dit : elle est reçue, et ne le dit pas. Sans objet : aucune reddition n’est due.',
  ],
} as const;

/** Why there is no report, and what to do. */
export const REFUS_CONSOLIDE = {
  inconnu: (exercice: string, connus: string) =>
    `l’exercice ${exercice} n’est pas un exercice du fonds : écrivez l’un de ceux-ci, ${connus}`,
  enCours: (exercice: string, fin: string, date: string) =>
    `l’exercice ${exercice} n’est pas terminé : il finit le ${fin}, et les données sont au ${date}. Attendez sa fin, ou avancez date_donnees dans fonds.yaml`,
  sansReddition: (exercice: string, fonds: string) =>
    `aucune reddition de l’exercice ${exercice} n’est lue : déposez celles qui sont reçues dans prive/${fonds}/redditions/${exercice}, puis relancez`,
} as const;

export const MOTS_CONSOLIDE = {
  nonRecu: 'non reçu',
  nonDit: 'non dit',
  sansObjet: 'sans objet',
  aucun: 'aucun',
  aucuneDue: 'aucune reddition due',
  dansExercice: 'Dans l’exercice',
  cumul: 'Depuis le début du cycle',
  total: 'Total',
  fonds: 'Le fonds, chaque projet une fois',
} as const;

export const COLONNES_CONSOLIDE = {
  projet: 'Projet',
  titre: 'Titre',
  organisme: 'Organisme',
  territoire: 'Territoire',
  priorite: 'Priorité',
  objectif: 'Objectif',
  etat: 'État de la reddition',
  nombre: 'Redditions',
  part: 'Part',
  projets: 'Projets',
  recues: 'Redditions reçues',
  dues: 'Redditions dues',
  accorde: 'Accordé',
  verse: 'Versé',
  verseExercice: 'Versé dans l’exercice',
  depense: 'Dépensé dans l’exercice',
  solde: 'Solde à la fin de l’exercice',
  cycle: 'Cycle',
  periode: 'Période',
  recu: 'Reçu du bailleur',
  depenseBudgets: 'Dépensé selon les budgets reçus',
  frais: 'Frais du mandataire',
  retour: 'Retourné au bailleur',
  caisse: 'En caisse',
  question: 'Question',
  somme: 'Somme',
  indicateur: 'Indicateur',
  unite: 'Unité',
  dites: 'Redditions qui le disent',
  cible: 'Cible',
  realise: 'Réalisé',
  partCible: 'Part de la cible',
} as const;

export const FIGURES_CONSOLIDE = {
  etats: {
    nom: 'État des redditions',
    titre: surDues,
    sousTitre: 'Redditions de l’exercice, par état à la date des données',
    legende: 'Redditions de l’exercice par état',
    definition: 'En retard : échue et non reçue à la date des données.',
  },
  fonds: {
    nom: 'Fonds',
    titre: () => 'L’argent du fonds, reçu, accordé, versé, dépensé et en caisse',
    sousTitre: 'En dollars, par cycle, dans l’exercice et depuis le début du cycle',
    legende: 'Argent du fonds par cycle',
    definition:
      'En caisse : reçu, moins versé, frais et retourné, à la fin de l’exercice. Dépensé : selon les seules redditions reçues.',
  },
  projets: {
    nom: 'Projets',
    titre: (n: number, dues: number) =>
      `${formatCompte(n, 'projet', 'projets')}, dont ${formatNombre(dues)} ${pluriel(dues, 'doit', 'doivent')} une reddition`,
    sousTitre: 'En dollars ; accordé, versé et solde cumulés à la fin de l’exercice',
    legende: 'Accordé, versé, dépensé et solde par projet',
    definition:
      'Projets qui doivent une reddition de l’exercice, ou qui y ont reçu un versement. Les totaux n’ont que ce qui est reçu.',
  },
  territoires: {
    nom: 'Territoires',
    titre: (n: number) => `Argent de ${formatCompte(n, 'territoire', 'territoires')}`,
    sousTitre: 'En dollars ; sommes des projets de l’exercice, chacun dans son territoire',
    legende: 'Accordé, versé, dépensé et solde par territoire',
    definition: 'Un projet a un territoire : ces lignes s’additionnent.',
  },
  priorites: {
    nom: 'Priorités',
    titre: (n: number) => `Argent de ${formatCompte(n, 'priorité', 'priorités')}`,
    sousTitre: 'En dollars ; un projet compte en entier sous chacune de ses priorités',
    legende: 'Accordé, versé, dépensé et solde par priorité',
    definition:
      'Ces lignes ne s’additionnent pas : un projet de deux priorités est sous les deux. La dernière ligne est celle du fonds.',
  },
  objectifs: {
    nom: 'Objectifs',
    titre: (n: number, sur: number) =>
      `${formatNombre(n)} ${pluriel(n, 'objectif servi', 'objectifs servis')} sur ${formatNombre(sur)}, selon les redditions reçues`,
    sousTitre: 'En dollars ; un projet compte en entier sous chacun de ses objectifs',
    legende: 'Accordé, versé, dépensé et solde par objectif du fonds',
    definition:
      'Objectifs que les redditions reçues disent servis. Ces lignes ne s’additionnent pas ; la dernière est celle du fonds.',
  },
  personnes: {
    nom: 'Personnes',
    titre: (recues: number) => `Personnes comptées par ${redditions(recues)}`,
    sousTitre: 'Sommes de participations, et non de personnes uniques',
    legende: 'Personnes rejointes, participations et non personnes uniques',
    definition:
      'Une même personne peut être comptée par plusieurs projets : ces sommes sont des participations, et non des personnes uniques. Une reddition qui n’a pas compté n’y est pas.',
  },
  resultats: {
    nom: 'Résultats',
    titre: (n: number) => formatCompte(n, 'indicateur suivi', 'indicateurs suivis'),
    sousTitre: 'Sommes des redditions reçues, par indicateur',
    legende: 'Cible et réalisé par indicateur',
    definition:
      'La cible est celle des seules redditions qui disent leur réalisé. « Redditions qui le disent » est à lire sur le nombre de redditions qui ont l’indicateur.',
  },
} as const;
