/** What is pinned of counts of people: a whole number a report, a question and a publication, and their sums. */
import { groupBy } from '../../../pipelines/lib/group';
import {
  type Cellule,
  cellulesOf,
  keysOf,
  placeOf,
  type Questions,
  questionsOf,
  spotOf,
} from './cellules';
import type { Publication } from './lire';
import { type Attendue, type Classe, classesOf, expectedOf } from './redditions';
import { stillOf } from './immobiles';
import { CONTRADICTION, hold, PETITS, type Serre } from './serrer';
import {
  addUnknown,
  atLeast,
  type Cible,
  emptySystem,
  equal,
  plus,
  sumOf,
  type Systeme,
} from './systeme';

export interface OptionsPersonnes {
  /** `a`: parts are at most people. `b`: they add up to people in each sum where that can be. */
  readonly lecture?: 'a' | 'b';
  /** What is supposed from one publication to the next; by projects, those whose reports alone changed, step by step. */
  readonly hypothese?: 'rien-retire' | 'aucune' | readonly (readonly string[])[];
  /** Least value of a hidden count: nothing counted is hidden as well, so that 0 supposes less. */
  readonly plancher?: 0 | 1;
  /** Questions that split people, where the tables do not say it. */
  readonly parties?: readonly string[];
  /** Holds answers of reports that are the only ones of their kind, and not the sums that are published or hidden. */
  readonly seules?: boolean;
  /** Has an unknown for each publication, even of answers that cannot have moved: slower, and never needed twice. */
  readonly separees?: boolean;
  /** `publication/exercice/projet` of reports that are known not to have come. */
  readonly absentes?: ReadonlySet<string>;
}

/** Unknowns of a publication, by class of reports. */
interface Inconnue {
  readonly classe: Classe;
  readonly attendue: Attendue;
  readonly question: string;
  readonly i: number;
}

interface Modele {
  readonly systeme: Systeme;
  readonly questions: Questions;
  readonly inconnues: readonly Inconnue[];
  readonly cellules: readonly Cellule[];
  /** Class of each unknown of people, as groups see it. */
  readonly grosse: (a: Attendue) => string;
}

/** Unknowns, and what is told of them. */
function build(publications: readonly Publication[], options: OptionsPersonnes): Modele {
  const absentes = options.absentes ?? new Set();
  const attendues = publications
    .flatMap(expectedOf)
    .filter((a) => !absentes.has(`${a.publication}/${a.exercice}/${a.projet}`));
  const questions = questionsOf(publications, options.parties);
  const cellules = publications.flatMap((p) => cellulesOf(p, attendues, questions));
  const systeme = emptySystem();
  const place = placeOf(cellules, questions);
  const dits = cellules.map((c) => (typeof c.dit === 'number' ? c.dit : 0));
  const plafond = 1000 + 2 * dits.reduce((a, b) => Math.max(a, b), 0);
  const changees = Array.isArray(options.hypothese) ? options.hypothese : [];
  const feeds = (question: string) => (a: Attendue) =>
    [place(question)(a), ...changees.map((projets) => projets.includes(a.projet))].join('|');
  const still =
    (options.hypothese ?? 'rien-retire') === 'rien-retire' && !options.separees
      ? stillOf(cellules, attendues)
      : () => false;
  const unknown = (question: string, attendue: Attendue) =>
    addUnknown(systeme, plafond, `${question}#${spotOf(attendue)}`);
  const inconnues = questions.toutes.flatMap((question) =>
    classesOf(attendues, feeds(question)).flatMap((classe) => {
      const own: Inconnue[] = [];
      for (const attendue of classe.par.values()) {
        const avant = own.find((x) => x.attendue.publication === attendue.publication - 1);
        const same = avant && still(question, attendue);
        own.push({ classe, attendue, question, i: same ? avant.i : unknown(question, attendue) });
      }
      return own;
    }),
  );
  return { systeme, questions, inconnues, cellules, grosse: place(questions.groupes[0] ?? '') };
}

/** Unknowns that a sum adds up. */
function indexOf({ inconnues }: Modele) {
  const byKey = new Map<string, number[]>();
  for (const { attendue, question, i } of inconnues)
    for (const cle of keysOf(attendue)) {
      const nom = `${attendue.publication}/${question}/${cle}`;
      byKey.set(nom, [...(byKey.get(nom) ?? []), i]);
    }
  return ({ publication, nom }: Pick<Cellule, 'publication' | 'nom'>) =>
    byKey.get(`${publication}/${nom}`) ?? [];
}
type Index = ReturnType<typeof indexOf>;

/** Groups of a report are at most its people, and so are its parts together. */
function tieGroups({ systeme, questions, inconnues, grosse }: Modele): void {
  const { personnes, groupes, parties } = questions;
  if (personnes === undefined) return;
  // Classes of one publication that are the same reports have the same names of reports.
  const reportsOf = new Map(
    inconnues.flatMap((x) => x.classe.redditions.map((r) => [keyAt(x, r), x.i] as const)),
  );
  const done = new Set<string>();
  for (const x of inconnues.filter(({ question }) => groupes.includes(question))) {
    const { attendue, classe } = x;
    const people = [
      ...new Set(
        classe.redditions.map((r) => reportsOf.get(keyAt({ attendue, question: personnes }, r))!),
      ),
    ];
    if (!parties.includes(x.question)) systeme.contraintes.push(atLeast(plus(people, [x.i]), 0));
    const key = `${attendue.publication}/${classe.nom}/${grosse(attendue)}`;
    if (!parties.includes(x.question) || done.has(key)) continue;
    done.add(key);
    const parts = parties.map((question) =>
      reportsOf.get(keyAt({ attendue, question }, classe.redditions[0]!))!,
    );
    systeme.contraintes.push(atLeast(plus(people, parts), 0));
  }
}

const keyAt = ({ attendue, question }: Pick<Inconnue, 'attendue' | 'question'>, r: string) =>
  `${attendue.publication}/${question}/${r}`;

/** What a reader supposes between two publications. */
function supposeSteps({ systeme, inconnues }: Modele, hypothese: OptionsPersonnes['hypothese']) {
  const at = new Map(
    inconnues.map((x) => [`${x.attendue.publication}/${x.question}/${x.classe.nom}`, x.i]),
  );
  const steps = inconnues
    .filter(({ attendue }) => attendue.publication > 0)
    .map((x) => ({
      ...x,
      avant: at.get(`${x.attendue.publication - 1}/${x.question}/${x.classe.nom}`),
    }));
  const suppose = (famille: string, some: typeof steps, max: number) => {
    for (const [nom, own] of groupBy(some, (x) => `${x.attendue.publication}/${x.question}`)) {
      const contraintes = own.map(({ i, avant }) => ({
        ...{ termes: plus([i], avant === undefined ? [] : [avant]), min: 0, max },
      }));
      systeme.hypotheses.push({ famille, nom: `${famille}/${nom}`, contraintes });
    }
  };
  if (typeof hypothese === 'object')
    suppose(
      'inchangees',
      steps.filter(
        ({ attendue }) => !hypothese[attendue.publication - 1]?.includes(attendue.projet),
      ),
      0,
    );
  if (hypothese !== 'aucune') suppose('rien-retire', steps, Infinity);
}

/** What is told, what a mask says, and which sums have all the parts of their people. */
function tellCells(modele: Modele, index: Index, options: OptionsPersonnes): void {
  const { systeme, cellules, questions } = modele;
  for (const cellule of cellules)
    if (typeof cellule.dit === 'number')
      systeme.contraintes.push(equal(sumOf(index(cellule)), cellule.dit));
  const plancher = options.plancher ?? 1;
  for (const cellule of cellules)
    if (cellule.dit === 'masque' && plancher > 0)
      systeme.hypotheses.push({
        ...{ famille: 'masque', nom: `masque/${cellule.publication}/${cellule.nom}` },
        contraintes: [atLeast(sumOf(index(cellule)), plancher)],
      });
  const { personnes, parties } = questions;
  if (options.lecture !== 'b' || personnes === undefined || parties.length === 0) return;
  const whole = cellules
    .filter((c) => c.question === personnes && c.portee !== 'organisme')
    .toSorted((a, b) => index(a).length - index(b).length);
  for (const { publication, cle } of whole) {
    const sum = (question: string) => index({ publication, nom: `${question}/${cle}` });
    systeme.hypotheses.push({
      ...{ famille: 'parties', nom: `parties/${publication}/${cle}` },
      contraintes: [equal(plus(sum(personnes), parties.flatMap(sum)), 0)],
    });
  }
}

/** Answers of a report that is the only one of its kind. */
const aloneOf = ({ inconnues }: Modele) =>
  inconnues
    .filter(({ classe }) => classe.redditions.length === 1)
    .map(({ attendue, question, classe, i }) => ({
      ...{ publication: attendue.publication, termes: sumOf([i]) },
      nom: `${question}/reddition/${classe.nom}`,
    }));

/** Sums to hold: those hidden or told small, or answers of a report alone, and what each moved by since the publication before. */
function ciblesOf(modele: Modele, index: Index, seules: boolean, derniere: number): Cible[] {
  const sums = modele.cellules
    .filter(({ portee, dit }) => portee !== 'organisme' || dit !== undefined)
    .map((c) => ({ publication: c.publication, nom: c.nom, termes: sumOf(index(c)), dit: c.dit }));
  const all = seules ? aloneOf(modele).map((s) => ({ ...s, dit: undefined })) : sums;
  const hidden = all.filter(({ dit }) => typeof dit !== 'number' || (dit > 0 && dit < 5));
  const before = new Map(all.map((s) => [`${s.publication}/${s.nom}`, s]));
  const moves = all.flatMap((s) => {
    if (s.publication === 0) return [];
    const { termes } = before.get(`${s.publication - 1}/${s.nom}`) ?? { termes: new Map() };
    return [
      {
        nom: `${s.publication - 1}>${s.publication}/${s.nom}`,
        termes: plus([...s.termes.keys()], [...termes.keys()]),
      },
    ];
  });
  return [
    ...hidden.map(({ publication, nom, termes, dit }) => ({
      ...{ nom: `${publication}/${nom}`, termes },
      marquee: dit === 'masque' && publication === derniere,
    })),
    ...moves,
  ];
}

/** Counts of people from 1 to 4 that keep fewer than four values. */
export async function attackPeople(
  publications: readonly Publication[],
  options: OptionsPersonnes = {},
): Promise<Serre & { readonly cachees: number }> {
  const modele = build(publications, options);
  const index = indexOf(modele);
  tieGroups(modele);
  supposeSteps(modele, options.hypothese ?? 'rien-retire');
  tellCells(modele, index, options);
  const serre = await hold(
    modele.systeme,
    ciblesOf(modele, index, options.seules ?? false, publications.length - 1),
    PETITS,
  );
  // What cannot have moved did: something said was taken back.
  if (serre.contredites.includes(CONTRADICTION) && publications.length > 1 && !options.separees)
    return attackPeople(publications, { ...options, separees: true });
  return { ...serre, cachees: modele.cellules.filter(({ dit }) => dit === 'masque').length };
}
