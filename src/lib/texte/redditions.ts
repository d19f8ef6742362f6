/** Sentences of the page of reports. Counts arrive as numbers, days already formatted. */
import { formatCompte, formatNombre, joinListe, pluriel } from '../format';

const redditions = (n: number) => formatCompte(n, 'reddition', 'redditions');

/** `dans 213 jours`, `passée depuis 1 jour`, on the day of the data. */
const distance = (jours: number) => {
  if (jours === 0) return 'le jour même des données';
  const nombre = formatCompte(Math.abs(jours), 'jour', 'jours');
  return jours > 0 ? `dans ${nombre}` : `passée depuis ${nombre}`;
};

export const REDDITIONS = {
  titre: 'Redditions de comptes',
  description:
    'Ce que les organismes ont remis au fonds : redditions dues, reçues et en retard, en nombres seulement.',
  accroche:
    'Chaque projet rend compte de chaque exercice, du 1er avril au 31 mars, par un bilan et un budget.',
  prochaine: (exercice: string, jour: string, jours: number, n: number) =>
    `Les prochaines redditions, pour l’exercice ${exercice}, sont dues le ${jour}, ${distance(jours)} : ${redditions(n)} ${pluriel(n, 'attendue', 'attendues')} en tout.`,
  derniere: (exercice: string, jour: string, jours: number) =>
    `Pour l’exercice ${exercice}, l’échéance du ${jour} est ${distance(jours)} :`,
  comptes: (dues: number, recues: number, nonRecues: number) =>
    `${redditions(dues)} ${pluriel(dues, 'due', 'dues')}, ${nombreOu(recues)} ${pluriel(recues, 'reçue', 'reçues')}, ${nombreOu(nonRecues)} en retard.`,
  comptesCaches: (dues: number) =>
    `${redditions(dues)} ${pluriel(dues, 'due', 'dues')}, ${pluriel(dues, 'reçue ou non', 'reçues ou non')} : le détail compterait trop peu d’organismes pour être publié.`,
  ensemble: (recues: number, dues: number, part: string) =>
    `Depuis le début, ${formatNombre(recues)} des ${redditions(dues)} dues ${pluriel(recues, 'est reçue', 'sont reçues')}, soit ${part}.`,
  arretees: (exercices: readonly string[], jour: string) =>
    `Les totaux de ${joinListe(exercices)} comptent les redditions reçues jusqu’au ${jour} : ils avancent par cinq redditions ou plus, pour qu’aucune ne se lise par différence.`,
  aucuneEchue: 'Aucune échéance n’est encore passée.',
  aucuneAVenir: 'Aucune échéance à venir n’est inscrite aux données.',
} as const;

function nombreOu(n: number): string {
  return n === 0 ? 'aucune' : formatNombre(n);
}

export const CATEGORIES_TEXTE = {
  completes: 'Complètes ou acceptées',
  incompletes: 'Reçues, incomplètes ou à lire',
  enRetard: 'En retard',
  attendues: 'Attendues',
  recues: 'Reçues, sans détail',
  inconnues: 'Reçues ou non, sans détail',
} as const;

/** What is written under the name of a bar. */
export const sayToutes = (n: number) => `${formatNombre(n)} en tout`;

export const COLONNES = {
  exercice: 'Exercice',
  territoire: 'Territoire',
  echeance: 'Échéance',
  acceptees: 'Dont acceptées',
  recues: 'Reçues',
  nonRecues: 'Non reçues',
  dues: 'Dues',
  part: 'Part reçue',
  toutes: 'En tout',
  tousExercices: 'Tous les exercices échus',
  groupees: 'Territoires regroupés',
  sansDetail: 'sans détail',
  nonPublie: 'non publié',
} as const;

export const TITRES_REDDITIONS = {
  etats: (exercice: string, recues: number, dues: number) =>
    `Pour ${exercice}, ${recues === 0 ? `aucune des ${redditions(dues)} dues n’est reçue` : `${formatNombre(recues)} ${pluriel(recues, 'reddition', 'redditions')} sur ${formatNombre(dues)} ${pluriel(recues, 'est reçue', 'sont reçues')}`}.`,
  etatsCaches: (exercice: string, dues: number) =>
    `Pour ${exercice}, ${redditions(dues)} ${pluriel(dues, 'était due', 'étaient dues')} ; leur état n’est pas publié.`,
  aVenir: (exercice: string, n: number) =>
    `${redditions(n)} ${pluriel(n, 'est attendue', 'sont attendues')} pour ${exercice}.`,
  couverture: (recues: number, dues: number, part: string) =>
    `${formatNombre(recues)} des ${redditions(dues)} dues ${pluriel(recues, 'est reçue', 'sont reçues')}, soit ${part}.`,
  couvertureCachee: (connus: number, echus: number) =>
    `La part des redditions reçues est publiée pour ${formatNombre(connus)} des ${formatCompte(echus, 'exercice', 'exercices')} dont l’échéance est passée.`,
  territoires: (n: number, noms: readonly string[]) =>
    `Le plus grand nombre de redditions non reçues : ${formatNombre(n)}, pour ${joinListe(noms)}.`,
  groupees: 'les territoires regroupés',
  territoiresTout: 'Toutes les redditions dues sont reçues, dans chaque territoire montré.',
  territoiresCaches: 'Les redditions dues ne peuvent être réparties par territoire.',
} as const;

export const OMISSIONS_REDDITIONS = {
  regroupees:
    '«\u00a0Sans détail\u00a0» : des états sont comptés ensemble, car l’un d’eux irait de 1 à 4 redditions et désignerait des organismes.',
  territoires:
    'Les territoires qui ne sont pas nommés sont comptés ensemble : pris un à un, certains de leurs comptes iraient de 1 à 4 et désigneraient des organismes.',
  exercicesCaches: (exercices: readonly string[]) =>
    `La part de ${joinListe(exercices)} n’est pas publiée : les redditions reçues, ou celles qui ne le sont pas, y sont de 1 à 4. Les exercices montrés ne sont donc pas représentatifs des autres.`,
  aVenir: (exercices: readonly string[]) =>
    `${joinListe(exercices)} n’${pluriel(exercices.length, 'est', 'sont')} pas ${pluriel(exercices.length, 'montré', 'montrés')} : l’échéance n’est pas passée.`,
  projets: 'Aucun projet ni organisme n’est nommé : l’état de chaque reddition n’est pas public.',
} as const;

export const DEFINITIONS_REDDITIONS = {
  reddition:
    'Reddition : le rapport d’un projet pour un exercice, un bilan Word et un budget Excel, dû après l’exercice à la date que le fonds a fixée.',
  etats:
    'En retard : l’échéance est passée et rien n’est reçu. Attendue : rien n’est reçu, l’échéance n’est pas passée. À lire : un fichier est reçu et ne peut encore être lu. Incomplète : une partie ou une réponse manque. Complète : rien ne manque. Acceptée : le fonds l’a acceptée.',
  recues: 'Reçue : au moins une des deux parties est arrivée, à temps ou non, complète ou non.',
  part: 'Part reçue = redditions reçues ÷ redditions dues dont l’échéance est passée.',
  date: 'Les états sont ceux de la date des données, ou du jour que la page donne pour un exercice.',
} as const;

/** What a fund without reports will have on this page. */
export const AVENIR = {
  titre: 'Ce qui paraîtra ici',
  rien: 'Aucune reddition n’est publiée pour ce fonds.',
  sens: 'Cela ne dit rien de ce que les organismes ont remis : les données reçues ne contiennent pas encore de redditions.',
  exemple: 'Pour voir ces figures remplies, avec des données inventées : ',
  redditions: [
    'la prochaine échéance, et les jours qui restent ;',
    'les redditions par état, exercice par exercice : en retard, attendues, incomplètes, complètes, acceptées ;',
    'la part des redditions dues qui sont reçues ;',
    'les redditions reçues ou non, par territoire, sans nommer de projet.',
  ],
} as const;
