/** The yearly report of one project: when it is due, and in what state it is on a given day. */
import { daysBetween, type Exercice } from './exercice';

/** The Word form and the Excel budget: a report is both. */
export const PARTIES = ['bilan', 'budget'] as const;
export type Partie = (typeof PARTIES)[number];

/** `recue`: something came that cannot be read yet, so that nobody knows what it lacks. */
export const ETATS = ['attendue', 'recue', 'incomplete', 'complete', 'acceptee'] as const;
export type EtatId = (typeof ETATS)[number];

/** `inconnue`: it came, and nobody wrote down when; it is then neither on time nor late. */
export const PONCTUALITES = ['a-temps', 'en-retard', 'inconnue'] as const;
export type Ponctualite = (typeof PONCTUALITES)[number];

export interface Arrivee {
  /** Null for a file that nobody can read yet. */
  readonly partie: Partie | null;
  /** ISO day of its first version; null when it was not written down. */
  readonly jour: string | null;
}

/** What is known of one report. */
export interface Suivi {
  /** ISO day, the last one on which it is on time. */
  readonly echeance: string;
  readonly arrivees: readonly Arrivee[];
  /** What its answers lack, in French; parts that did not come are added here. */
  readonly manques: readonly string[];
  /** ISO day, null until the fund accepts it. */
  readonly acceptation: string | null;
}

export interface Etat {
  readonly etat: EtatId;
  /** Null while it may still come on time. */
  readonly ponctualite: Ponctualite | null;
  /** Days after the due date, null unless late. */
  readonly retard: number | null;
  /** Days left before the due date, null once it is past or once everything came. */
  readonly reste: number | null;
  readonly manques: readonly string[];
}

/** First day of that month and day (`06-01`) after the end of an exercice. */
export function echeanceOf({ fin }: Exercice, moisJour: string): string {
  const year = Number(fin.slice(0, 4));
  const same = `${year}-${moisJour}`;
  return same > fin ? same : `${year + 1}-${moisJour}`;
}

const NOMS: Readonly<Record<Partie, string>> = {
  bilan: 'le bilan Word',
  budget: 'le budget Excel',
};

const lastOf = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b), '');

const isUnread = (arrivees: readonly Arrivee[]) => arrivees.some((a) => a.partie === null);

/** How late, or on time: of the last part to come when nothing is known to lack, else of the day itself. */
function punctuality({ echeance, arrivees }: Suivi, au: string) {
  const whole = isUnread(arrivees) || PARTIES.every((p) => arrivees.some((a) => a.partie === p));
  const days = arrivees.map((a) => a.jour);
  if (whole && days.includes(null)) return { ponctualite: 'inconnue', retard: null } as const;
  const came = whole ? lastOf(days.filter((d) => d !== null)) : au;
  if (came > echeance)
    return { ponctualite: 'en-retard', retard: daysBetween(echeance, came) } as const;
  return { ponctualite: whole ? 'a-temps' : null, retard: null } as const;
}

function stateOf({ arrivees, acceptation }: Suivi, manques: readonly string[]): EtatId {
  if (arrivees.length === 0) return 'attendue';
  if (acceptation !== null) return 'acceptee';
  if (isUnread(arrivees)) return 'recue';
  return manques.length > 0 ? 'incomplete' : 'complete';
}

/** State of a report on a day: what came or was accepted after it is not known then. */
export function etatOf(suivi: Suivi, au: string): Etat {
  const before = (jour: string | null) => jour === null || jour <= au;
  const arrivees = suivi.arrivees.filter((a) => before(a.jour));
  const { acceptation } = suivi;
  const known = {
    ...suivi,
    arrivees,
    acceptation: acceptation !== null && acceptation <= au ? acceptation : null,
  };
  const absent = PARTIES.filter((p) => !arrivees.some((a) => a.partie === p));
  const manques = arrivees.length === 0 ? [] : [...absent.map((p) => NOMS[p]), ...suivi.manques];
  const open = absent.length > 0 && !isUnread(arrivees) && au <= suivi.echeance;
  return {
    etat: stateOf(known, manques),
    ...punctuality(known, au),
    reste: open ? daysBetween(au, suivi.echeance) : null,
    manques,
  };
}

/** An indicator as the form shows it: its name, and what it counts when the name does not say. */
export const sayIndicateur = (nom: string, unite: string): string =>
  nom.toLowerCase().includes(unite.toLowerCase()) ? nom : `${nom} (${unite})`;

/** What ties a form to its fund, exercice and project, as it is written in the files. */
export interface Reference {
  readonly fonds: string;
  readonly exercice: string;
  readonly projet: string;
  /** Of the form. */
  readonly version: string;
}

const MARQUE = 'RC';

/** As `RC/demo/2025-2026/P24-012/2026-1`. */
export const formatReference = ({ fonds, exercice, projet, version }: Reference): string =>
  [MARQUE, fonds, exercice, projet, version].join('/');

const REFERENCE = /\bRC\/([a-z0-9-]+)\/(\d{4}(?:-\d{4})?)\/([^\s/]+)\/([A-Za-z0-9-]+)/g;

/** Every different reference in a text, in order. */
export function findReferences(text: string): Reference[] {
  const found = new Map<string, Reference>();
  for (const [whole, fonds = '', exercice = '', projet = '', version = ''] of text.matchAll(
    REFERENCE,
  ))
    found.set(whole, { fonds, exercice, projet, version });
  return [...found.values()];
}
