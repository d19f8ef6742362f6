/** Sentences of the page of calls and applications. */
import { formatCompte, formatDate, formatNombre, joinListe, pluriel } from '../format';

const demandes = (n: number) => formatCompte(n, 'demande', 'demandes');
const accordees = (n: number) => `${formatNombre(n)} ${pluriel(n, 'accordée', 'accordées')}`;

export const APPELS = {
  titre: 'Appels',
  phrase:
    'Ce qui a été demandé au fonds à chaque appel de projets, et ce qui a été accordé. Une demande qui n’est pas accordée n’est jamais nommée.',
  description: (fonds: string) =>
    `${fonds} : appels de projets, demandes reçues, accordées et refusées.`,
  resultat: (appels: number, n: number | null) =>
    `${formatCompte(appels, 'appel', 'appels')}${n === null ? '' : `, ${demandes(n)} comptées`}.`,
  /** `jour`: the last decision counted, ISO. */
  cycle: (cycle: string, jour: string | null, n: number, autres: readonly string[]) =>
    `${cycle}${jour === null ? '' : `, au ${formatDate(jour)}`} : ${demandes(n)}, dont ${joinListe(autres)}.`,
  accordees,
  refusees: (n: number) => `${formatNombre(n)} ${pluriel(n, 'refusée', 'refusées')}`,
  retirees: (n: number) => `${formatNombre(n)} ${pluriel(n, 'retirée', 'retirées')}`,
  enAttente: (n: number) => `${formatNombre(n)} en attente`,
  nonAccordees: (n: number) => `${formatNombre(n)} non ${pluriel(n, 'accordée', 'accordées')}`,
} as const;

export const CATEGORIES_DEMANDES = {
  accordees: 'Accordées',
  nonAccordees: 'Non accordées',
  enAttente: 'En attente',
} as const;

export const DEMANDES = {
  sousTitre: 'En nombre de demandes',
  sousTitreMontants: 'En dollars accordés, contre les dollars demandés',
  sousTitrePublie: 'En nombre, selon les sources publiques',
  titres: {
    appel: (nom: string, n: number, toutes: number) =>
      `${nom} : ${accordees(n)} sur ${demandes(toutes)}.`,
    territoire: (nom: string, toutes: number, n: number) =>
      `C’est pour « ${nom} » que les demandes sont les plus nombreuses : ${formatNombre(toutes)}, dont ${accordees(n)}.`,
    priorite: (nom: string, toutes: number, n: number) =>
      `« ${nom} » est la priorité la plus demandée : ${demandes(toutes)}, dont ${accordees(n)}.`,
    montants: (nom: string, demande: string, accorde: string, part: string | null) =>
      `${nom} : ${demande} demandés, ${accorde} accordés${part === null ? '' : `, soit ${part}`}.`,
    sansMontant: (nom: string, demande: string) => `${nom} : ${demande} demandés.`,
    publie: (nom: string, nombre: string, projets: string | null) =>
      `${nom} : ${nombre} reçues${projets === null ? '' : `, ${projets}`}.`,
    rien: 'Aucune demande n’est publiée pour ces choix.',
  },
  legendes: {
    appel: 'Demandes par appel de projets',
    territoire: 'Demandes par territoire, tous les appels du cycle ensemble',
    priorite: 'Demandes par priorité, tous les appels du cycle ensemble',
    montants: 'Sommes demandées et accordées par appel de projets',
    publie: 'Demandes reçues et projets annoncés',
  },
  colonnes: {
    appel: 'Appel de projets',
    territoire: 'Territoire',
    priorite: 'Priorité',
    cycle: 'Cycle',
    nombre: 'Demandes',
    accordees: 'Accordées',
    nonAccordees: 'Non accordées',
    refusees: 'Dont refusées',
    retirees: 'Dont retirées',
    enAttente: 'Dont en attente',
    demande: 'Demandé',
    accorde: 'Accordé',
    part: 'Accordé ÷ demandé',
    projets: 'Projets annoncés',
    source: 'Annonce',
  },
  note: (n: number) => demandes(n),
  total: (cycle: string) => `Ensemble du cycle ${cycle}`,
  nonDetaille: 'non détaillé',
  nonPublie: 'non publié',
  cible: (montant: string) => `Demandé : ${montant}`,
  demandesRecues: 'Demandes reçues',
  projetsAnnonces: 'Projets annoncés',
  avecCycle: (nom: string, cycle: string) => `${nom} (${cycle})`,
} as const;

export const LISTE_APPELS = {
  titre: (n: number, dernier: string) =>
    `${formatCompte(n, 'appel de projets', 'appels de projets')} ; le dernier : ${dernier}.`,
  aucun: 'Aucun appel de projets n’est publié pour ces choix.',
  sousTitre: 'Du plus récent au plus ancien',
  legende: 'Appels de projets et leurs dates',
  colonnes: { appel: 'Appel', cycle: 'Cycle', ouverture: 'Ouverture', limite: 'Date limite' },
  nonPubliee: 'non publiée',
  definition: 'Appel de projets : période où le fonds reçoit des demandes.',
} as const;

export const OMISSIONS_DEMANDES = {
  ensemble:
    'Les territoires, priorités ou appels qui comptent peu de demandes non accordées sont mis ensemble : pris seuls, ils désigneraient des organismes.',
  sansCompte: (cycles: readonly string[]) =>
    `Aucune demande n’est comptée par appel pour ${joinListe(cycles)} : aucune source publique ne le permet.`,
  sansDetail: (cycles: readonly string[]) =>
    `${joinListe(cycles)} : aucune source ne compte les demandes par territoire, par priorité ni selon la décision.`,
  pasEncore:
    'Les demandes d’un appel ne paraissent qu’à sa dernière décision, et celles d’un territoire ou d’une priorité qu’après le dernier appel compté.',
  accordePriorite:
    'À une date passée, l’accordé par priorité n’est pas montré : un projet peut en servir plusieurs.',
  parAppel:
    'Les demandes par appel ne suivent ni le territoire, ni la priorité, ni l’exercice, ni l’organisme choisis : de petits nombres désigneraient des organismes.',
  parSujet:
    'Ces demandes ne suivent que le cycle, la date et le choix du même genre : croisées avec un autre, de petits nombres désigneraient des organismes.',
  liste: 'Cette liste suit le cycle et la date choisis, et non les autres choix.',
} as const;

export const DEFINITION_DEMANDES =
  'Demande : projet soumis à un appel. Non accordée : refusée, retirée ou en attente. Demandé : somme des montants demandés. Accordé : somme accordée aux projets de ces demandes, modifications comprises. Les organismes dont la demande n’est pas accordée ne sont jamais nommés, et un nombre de 1 à 4 n’est jamais publié seul.';
