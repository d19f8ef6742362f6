/** Sentences of the page of results. Amounts and shares arrive formatted, counts as numbers. */
import { sayIndicateur } from '../domain/reddition';
import { formatCompte, formatNombre, joinListe, minuscule, pluriel } from '../format';

const redditions = (n: number) => formatCompte(n, 'reddition', 'redditions');
const projets = (n: number) => formatCompte(n, 'projet', 'projets');
/** How many they are is not always published. */
const selon = (n: number | null) =>
  n === null ? 'selon les redditions reçues' : `selon ${redditions(n)}`;

/** What is not published may be more. */
const parmi = (caches: boolean) => (caches ? 'parmi les nombres publiés, ' : '');

/** People added up from one project to another are never said without these words. */
export const PARTICIPATIONS = 'participations, et non personnes uniques';

export const RESULTATS = {
  titre: 'Résultats',
  description:
    'Ce que les projets rapportent : résultats, participations, objectifs servis, dépenses et financement, en totaux du fonds.',
  couverture: (recues: number, dues: number, jour: string) =>
    `Ces totaux viennent de ${redditions(recues)} ${pluriel(recues, 'reçue', 'reçues')} sur ${formatNombre(dues)} ${pluriel(dues, 'due', 'dues')} au ${jour}. Ce qui n’est pas rapporté n’y est pas.`,
  rienDeLu: 'Aucune reddition reçue n’a encore de réponse à montrer.',
  autres: 'Autres réponses',
  autresIntro:
    'Chaque autre question publique du formulaire, avec sa définition, dès que des redditions y répondent.',
  temoignages: 'Témoignages',
  temoignagesIntro:
    'Mots de personnes qui consentent à leur publication, sans leur nom ni celui du projet.',
  exercice: (exercice: string) => `Exercice ${exercice}`,
  exerciceCompte: (exercice: string, n: number) =>
    `Exercice ${exercice} : ${formatCompte(n, 'témoignage', 'témoignages')}`,
  avenir: [
    'les résultats par indicateur, contre leur cible ;',
    'les participations, et les groupes rejoints ;',
    'les objectifs du fonds que les projets servent ;',
    'ce que l’argent paie, poste par poste : prévu, dépensé, payé par le fonds ;',
    'les autres sources de financement : prévu, confirmé, reçu ;',
    'le bilan de l’argent du fonds, cycle par cycle ;',
    'des témoignages, avec le consentement des personnes.',
  ],
  rien: 'Aucun résultat n’est publié pour ce fonds.',
  sens: 'Cela ne dit rien de ce que les projets ont accompli : les données reçues ne contiennent pas encore de redditions.',
} as const;

export const MOTS = {
  cycle: 'Cycle',
  exercice: 'Exercice',
  indicateur: 'Indicateur',
  unite: 'Unité',
  cible: 'Cible',
  realise: 'Réalisé',
  partCible: 'Part de la cible',
  projets: 'Projets',
  redditions: 'Redditions',
  question: 'Question',
  mesure: 'Mesure',
  total: 'Total',
  objectif: 'Objectif',
  poste: 'Poste',
  source: 'Source',
  prevu: 'Prévu',
  depense: 'Dépensé',
  paye: 'Payé par le fonds',
  confirme: 'Confirmé',
  recu: 'Reçu',
  reponse: 'Réponse',
  ensemble: 'Ensemble publié',
  groupes: 'Postes regroupés',
  sourcesGroupees: 'Sources regroupées',
  sansCible: 'sans cible',
  sansProjet: 'aucun projet',
  nonPublie: 'non publié',
  ligne: 'Ligne',
  legendeChoix: (libelle: string) =>
    `Nombre de redditions par réponse et par exercice : ${libelle}`,
} as const;

export const FIGURES = {
  indicateur: {
    titre: (cycle: string, atteints: number, n: number) =>
      n === 1
        ? `Cycle ${cycle} : ${atteints === 1 ? 'la cible du seul indicateur publié est atteinte' : 'la cible du seul indicateur publié n’est pas encore atteinte'}.`
        : `Cycle ${cycle} : ${atteints === 0 ? 'aucune cible n’est encore atteinte' : `${formatNombre(atteints)} ${pluriel(atteints, 'cible est atteinte', 'cibles sont atteintes')}`}, sur ${formatCompte(n, 'indicateur', 'indicateurs')}.`,
    sansCible: (cycle: string, n: number) =>
      `Cycle ${cycle} : ${formatCompte(n, 'indicateur rapporté', 'indicateurs rapportés')}, sans cible publiée.`,
    sousTitre: `Réalisé, en part de la cible ; là où l’unité compte des personnes, ce sont des ${PARTICIPATIONS}`,
    texte: (realise: number, part: string | null) =>
      part === null ? formatNombre(realise) : `${formatNombre(realise)} (${part})`,
    cible: (cible: number, n: number) => `Cible : ${formatNombre(cible)}, ${projets(n)}`,
    /** The unit is said where the name of the indicator does not hold it. */
    nom: sayIndicateur,
  },
  personnes: {
    participations: (exercice: string, n: number, recues: number | null) =>
      `En ${exercice}, ${recues === null ? 'les redditions reçues comptent' : `${redditions(recues)} ${pluriel(recues, 'compte', 'comptent')}`} ${formatNombre(n)} ${PARTICIPATIONS}.`,
    titre: (exercice: string, libelle: string, n: number, recues: number | null) =>
      `En ${exercice}, ${minuscule(libelle)} : ${formatNombre(n)}, ${selon(recues)} (${PARTICIPATIONS}).`,
    sousTitre: (exercice: string) =>
      `Additionnées d’un projet à l’autre en ${exercice} : ${PARTICIPATIONS}`,
    texte: (n: number, recues: number | null) => `${formatNombre(n)}, ${selon(recues)}`,
    mention: `Additionné d’un projet à l’autre : ${PARTICIPATIONS}`,
    legende: `Personnes rejointes, par exercice : ${PARTICIPATIONS}`,
  },
  objectifs: {
    legende: 'Nombre de redditions qui servent chaque objectif, par exercice',
    titre: (exercice: string, noms: readonly string[], n: number, caches: boolean) =>
      `En ${exercice}, ${parmi(caches)}${noms.length === 1 ? 'l’objectif le plus servi est' : 'les objectifs les plus servis sont'} ${joinListe(noms.map((nom) => `«\u00a0${nom}\u00a0»`))}, avec ${redditions(n)}${noms.length === 1 ? '' : ' chacun'}.`,
    rien: (exercice: string) => `En ${exercice}, aucun objectif n’a de nombre publié.`,
    sousTitre: (exercice: string) =>
      `Nombre de redditions de ${exercice} qui disent servir chaque objectif du fonds`,
  },
  depenses: {
    titre: (exercice: string, nom: string, montant: string, total: string) =>
      `En ${exercice}, «\u00a0${nom}\u00a0» prend le plus : ${montant} des ${total} dépensés.`,
    sousTitre: (exercice: string) =>
      `En dollars dépensés en ${exercice}, contre ce qui était prévu`,
    /** Each amount stays with its words. */
    cible: (prevu: string, paye: string) =>
      [`Prévu : ${prevu} ;`, `payé par le fonds : ${paye}`]
        .map((mots) => mots.replaceAll(' ', '\u00a0'))
        .join(' '),
  },
  financements: {
    titre: (exercice: string, recu: string, nom: string, montant: string) =>
      `En ${exercice}, des ${recu} reçus par les projets et publiés par source, ${montant} viennent de «\u00a0${nom}\u00a0».`,
    sousTitre: 'En dollars, par sorte de source',
    confirme: (exercice: string) => `Confirmé pour tout le projet, contre prévu (${exercice})`,
    recu: (exercice: string) => `Reçu pendant l’exercice ${exercice}`,
    cible: (prevu: string) => `Prévu : ${prevu}`,
  },
  bilan: {
    titre: (cycle: string, recu: string, verse: string, encaisse: string) =>
      `Cycle ${cycle} : sur ${recu} reçus, ${verse} sont versés aux projets et ${encaisse} sont en caisse.`,
    sousTitre: 'En dollars, de l’argent reçu à l’argent en caisse',
    panneau: (cycle: string, bailleur: string) => `${cycle}, ${bailleur}`,
  },
  reponse: {
    nombre: (libelle: string, n: string, exercice: string, recues: number | null) =>
      `${libelle} : ${n} en ${exercice}, ${selon(recues)}.`,
    choix: (libelle: string, choix: string, exercice: string, n: number, caches: boolean) =>
      `${deQuestion(libelle)} ${parmi(caches)}«\u00a0${choix}\u00a0», pour ${redditions(n)} de ${exercice}.`,
    rien: (libelle: string, exercice: string) =>
      `${deQuestion(libelle)} aucun choix n’a de nombre publié en ${exercice}.`,
    sousTitre: (code: string, section: string, exercice: string | null) =>
      `Question ${code} du formulaire, section «\u00a0${section}\u00a0»${exercice === null ? '' : `, exercice ${exercice}`}`,
  },
} as const;

/** People counted by cycle: of a subject, then from one subject to another. */
export const COMPTES = {
  /** A number that is hidden, or absent. */
  cache: 'x',
  titre: (cycle: string, libelle: string, n: number) =>
    `Cycle ${cycle}, ${minuscule(libelle)} : ${formatNombre(n)} (${PARTICIPATIONS}).`,
  titreCache: (cycle: string, libelle: string) =>
    `Cycle ${cycle}, ${minuscule(libelle)} : nombre caché, ou pas encore compté.`,
  titrePar: (cycle: string, nom: string, n: number, caches: boolean) =>
    `Cycle ${cycle} : ${parmi(caches)}«\u00a0${nom}\u00a0» vient en tête, avec ${formatNombre(n)} ${PARTICIPATIONS}.`,
  sousTitre: (cycle: string) =>
    `Selon les redditions reçues, additionnées d’un projet à l’autre, cycle ${cycle} : ${PARTICIPATIONS}`,
  sousTitrePar: (libelle: string, cycle: string) =>
    `${libelle}, additionnées d’un projet à l’autre, cycle ${cycle} : ${PARTICIPATIONS}`,
  legende: `Personnes rejointes, par cycle : ${PARTICIPATIONS}`,
  ensemble: 'Tout le fonds',
  territoire: {
    id: 'personnes-par-territoire',
    colonne: 'Territoire',
    legende: `Personnes différentes par territoire et par cycle : ${PARTICIPATIONS}`,
    omissions: [] as readonly string[],
  },
  priorite: {
    id: 'personnes-par-priorite',
    colonne: 'Priorité',
    legende: `Personnes différentes par priorité et par cycle : ${PARTICIPATIONS}`,
    omissions: [
      'Un projet compte en entier dans chacune de ses priorités : les lignes ne s’additionnent pas.',
    ] as readonly string[],
  },
} as const;

/** A question keeps its mark; a statement is followed by a colon. */
const deQuestion = (libelle: string) => (/\?\s*$/.test(libelle) ? libelle : `${libelle} :`);

/** Lines of the balance of a cycle, in the order that they add up. */
export const BILAN = {
  recu: 'Reçu du bailleur',
  verse: 'Moins : versé aux projets',
  frais: 'Moins : frais du mandataire',
  retourne: 'Moins : retourné au bailleur',
  encaisse: 'Égale : en caisse',
  accorde: 'Accordé aux projets',
  verseSeul: 'Dont versé',
  aVerser: 'Dont pas encore versé',
  depense: 'Dépensé selon les redditions reçues',
} as const;

export const BARRES_BILAN = {
  recu: 'Reçu',
  accorde: 'Accordé',
  verse: 'Versé',
  depense: 'Dépensé, selon les redditions',
  frais: 'Frais',
  retourne: 'Retourné',
  encaisse: 'En caisse',
} as const;

export const OMISSIONS_RESULTATS = {
  indicateurs:
    'Un indicateur paraît dès que cinq projets le rapportent ; les autres ne sont pas montrés.',
  nonCompte:
    'Une réponse «\u00a0non compté\u00a0» n’est pas un zéro : ce projet n’entre ni dans le total, ni dans le nombre de redditions.',
  petits:
    'Une ligne manque quand moins de cinq redditions y répondent, ou que son total va de 1 à 4 : elle désignerait des personnes.',
  groupes: 'Une personne peut être de plusieurs groupes : les groupes ne s’additionnent pas.',
  groupesTus:
    'D’un organisme, seules les personnes et les participations sont publiées : ses groupes, soustraits de ses personnes, diraient de petits nombres.',
  caches:
    'x : nombre caché, ou que personne n’a compté. Un nombre de 1 à 4 est caché, ainsi que ceux qui permettraient de le calculer. Les deux se disent pareil : une absence dirait qui n’a rien remis.',
  immuable: 'Ces nombres ne sont connus que par cycle : les autres choix n’y changent rien.',
  plusieurs: 'Une reddition peut servir plusieurs objectifs : les nombres ne s’additionnent pas.',
  plusieursChoix: 'Une reddition peut cocher plusieurs choix : les nombres ne s’additionnent pas.',
  choixCaches:
    'Un nombre de 1 à 4 n’est pas publié : il désignerait des organismes. Zéro, lui, est montré. N’est pas publié non plus un nombre qui dirait à peu près combien de redditions ne sont pas reçues.',
  exerciceCache:
    'Un exercice manque quand l’une de ses réponses compterait de 1 à 4 redditions : elle désignerait des organismes. Il manque aussi quand leur somme dirait à peu près combien de redditions ne sont pas reçues.',
  reserve:
    'Le nombre de redditions ou de projets n’est pas publié pour un exercice dont les retards sont cachés, quand il dirait à peu près combien manquent.',
  depensesPartout:
    'Les dépenses ne sont publiées que pour l’ensemble du fonds : par territoire ou par priorité, un ou deux projets s’y verraient seuls.',
  sourcesInconnues:
    'Ce que les projets ont reçu d’ailleurs n’est connu que par leurs redditions : celles qui ne sont pas reçues y manquent, ainsi que les sources qu’un organisme ne déclare pas.',
  postes:
    'Les postes que moins de trois projets utilisent, ou dont deux projets font presque tout, sont regroupés : pris seuls, ils désigneraient des projets.',
  sources:
    'Les sources que moins de trois projets déclarent, ou dont deux projets font presque tout, sont regroupées : prises seules, elles désigneraient des projets.',
  fondsAilleurs:
    'L’argent du fonds n’est une source que pour un exercice dont tous les budgets sont reçus et dont les retards sont publiés : comme les octrois sont publics, son total dirait quels budgets manquent.',
  etendues:
    'Prévu et confirmé portent sur toute la durée des projets, reçu sur l’exercice : ils ne se comparent pas entre eux.',
  bilan:
    'Le dépensé vient des redditions reçues : il manque celles qui ne le sont pas, et il reste absent si moins de trois projets ont rapporté, ou si les dépenses par exercice en laisseraient voir un ou deux.',
} as const;

export const DEFINITIONS_RESULTATS = {
  indicateurs:
    'Indicateur : ce qu’un projet s’est engagé à compter. Cible : somme des cibles des projets qui ont rapporté, une fois chacune ; un projet sans cible n’y ajoute rien. Réalisé : somme de ce que leurs redditions rapportent, tous exercices ensemble. Part de la cible = réalisé ÷ cible.',
  personnes: `Chaque nombre est additionné d’un projet à l’autre : ce sont des ${PARTICIPATIONS}, car une même personne peut être rejointe par plusieurs projets.`,
  objectifs:
    'Chaque reddition coche les objectifs du fonds que le projet a servis pendant l’exercice, selon l’organisme.',
  depenses:
    'Prévu, dépensé et payé par le fonds : selon les budgets que les organismes remettent pour l’exercice. Dépensé compte toutes les sources ; payé par le fonds en est la part de ce fonds.',
  financements:
    'Sources de financement des projets, selon leurs budgets. Prévu et confirmé : pour tout le projet. Reçu : pendant l’exercice. Une contribution en nature est comptée à sa valeur estimée.',
  bilan:
    'En caisse = reçu du bailleur − versé aux projets − frais du mandataire − retourné au bailleur. Accordé : décidé par le fonds, versé ou non. Dépensé : ce que les organismes rapportent avoir payé avec l’argent du fonds.',
} as const;
