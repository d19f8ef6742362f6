/** Sums of people that the public edition tells, hides or leaves out, publication by publication. */
import { entier, type Publication, type Rang, texte } from './lire';
import type { Attendue } from './redditions';

/** Roles of the questions that count people. */
const ROLES = new Set(['personnes', 'participations', 'personnes-pauvrete', 'groupe']);
/** Roles of those that count some of the people of the same report. */
const GROUPES = new Set(['personnes-pauvrete', 'groupe']);
/** A group of families is no part of people. */
const HORS = new Set(['familles']);

/** Questions whose answers add up to the people of a report that answers all of them. */
export const PARTIES: readonly string[] = ['enfants', 'jeunes', 'adultes', 'aines'];

export interface Questions {
  readonly toutes: readonly string[];
  /** The one that counts people. */
  readonly personnes: string | undefined;
  /** Each is at most people. */
  readonly groupes: readonly string[];
  /** Together they are at most people. */
  readonly parties: readonly string[];
}

/** Questions that count people; which ones split people is read where the table says it. */
export function questionsOf(
  publications: readonly Publication[],
  parties: readonly string[] = PARTIES,
): Questions {
  const rows = publications.flatMap(({ tables }) => tables.questions);
  const byRole = (roles: ReadonlySet<string>) => [
    ...new Set(
      rows
        .filter((q) => roles.has(texte(q, 'role') ?? ''))
        .map((q) => texte(q, 'question_id') ?? ''),
    ),
  ];
  const [personnes] = byRole(new Set(['personnes']));
  const groupes = byRole(GROUPES).filter((q) => !HORS.has(q));
  const told = rows.some((q) => 'partition' in q);
  const declared = rows
    .filter((q) => texte(q, 'partition') === 'partie')
    .map((q) => texte(q, 'question_id') ?? '');
  const toutes = byRole(ROLES);
  const own = new Set(told ? declared : parties);
  return { toutes, personnes, groupes, parties: toutes.filter((q) => own.has(q)) };
}

export interface Cellule {
  /** The same in every publication: `question/portee/...`. */
  readonly nom: string;
  readonly publication: number;
  readonly question: string;
  /** Same reports, whatever the question. */
  readonly cle: string;
  readonly portee: string;
  readonly feeds: (attendue: Attendue) => boolean;
  /** A number, `masque`, or nothing where there is no row. */
  readonly dit: number | 'masque' | undefined;
}

/** Keys of the sums that a report is part of. */
export const keysOf = (a: Attendue): string[] => [
  `exercice/${a.exercice}`,
  `cycle/${a.cycle}`,
  `territoire/${a.cycle}/${a.territoire}`,
  ...(a.organisme === null ? [] : [`organisme/${a.cycle}/${a.organisme}`]),
  ...a.priorites.map((p) => `priorite/${a.cycle}/${p}`),
];

const keyOfRow = (row: Rang): string => {
  const portee = texte(row, 'portee') ?? '';
  const own = portee === 'cycle' ? null : texte(row, `${portee}_id`);
  return [portee, texte(row, 'cycle_id'), own].filter((part) => part !== null).join('/');
};

/** What a publication says of each sum, by `question/cle`. */
function toldBy({ tables }: Publication): Map<string, number | 'masque'> {
  const told = new Map<string, number | 'masque'>();
  for (const row of tables.comptes_personnes)
    told.set(
      `${texte(row, 'question_id')}/${keyOfRow(row)}`,
      row['masque'] === true ? 'masque' : (entier(row, 'nombre') ?? 'masque'),
    );
  for (const row of tables.totaux_reponses) {
    const nombre = entier(row, 'total_nombre');
    if (texte(row, 'choix_id') === null && nombre !== null)
      told.set(`${texte(row, 'question_id')}/exercice/${texte(row, 'exercice_id')}`, nombre);
  }
  return told;
}

/** Every sum of a publication, question by question: those told, those hidden and those left out. */
export function cellulesOf(
  publication: Publication,
  attendues: readonly Attendue[],
  { toutes }: Questions,
): Cellule[] {
  const told = toldBy(publication);
  const rang = publication.rang;
  const keys = new Set(attendues.filter((a) => a.publication === rang).flatMap(keysOf));
  for (const nom of told.keys()) keys.add(nom.slice(nom.indexOf('/') + 1));
  return [...keys].flatMap((cle) =>
    toutes.map((question) => ({
      ...{ nom: `${question}/${cle}`, publication: rang, question, cle },
      ...{ portee: cle.split('/')[0]!, dit: told.get(`${question}/${cle}`) },
      feeds: (a: Attendue) => keysOf(a).includes(cle),
    })),
  );
}

/** Reports that move together: what a project says of an exercice against what it says of another. */
export const spotOf = (a: Attendue) => [a.cycle, a.territoire, a.priorites].join('|');
const byPlace = (a: Attendue) => [a.exercice, a.cycle, a.territoire, a.priorites].join('|');
const byAll = (a: Attendue) => `${byPlace(a)}|${a.organisme}`;

/** Classes that groups see: organisations too, where a group of one is told. */
export function placeOf(cellules: readonly Cellule[], { groupes, toutes, personnes }: Questions) {
  const other = new Set([...groupes, ...toutes.filter((q) => q === 'familles')]);
  const fine = cellules.some((c) => c.portee === 'organisme' && other.has(c.question) && c.dit);
  return (question: string) =>
    fine || question === personnes || !other.has(question) ? byAll : byPlace;
}
