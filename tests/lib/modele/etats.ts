/** Who must be late: what each expected report can be, given all that says how many came. */
import { groupBy } from '../../../pipelines/lib/group';
import { ensemble, entier, type Publication, type Rang, texte } from './lire';
import { type Attendue, type Classe, classesOf, expectedOf } from './redditions';
import { BORNES, hold, NULS, type Percee } from './serrer';
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

const ABSENTS = ['en-retard', 'attendue'] as const;
const RECUS = ['recue', 'incomplete', 'complete', 'acceptee'] as const;
const ETATS = [...ABSENTS, ...RECUS] as const;
type Etat = (typeof ETATS)[number];

/** Reports of one class in one publication, with how many of them are in each state. */
interface Suivie {
  readonly classe: Classe;
  readonly attendue: Attendue;
  readonly etats: Readonly<Record<Etat, number>>;
}

export interface Etats {
  /** Reports of named projects that are due and did not come. */
  readonly percees: readonly Percee[];
  /** `publication/exercice/projet` of every report that cannot have come, due or not. */
  readonly absentes: ReadonlySet<string>;
  /** How many reports of an exercice or a cycle can have come from the publication before: `rang/exercice/...`. */
  readonly venues: ReadonlyMap<string, Percee>;
  readonly contredites: readonly string[];
  readonly indecises: readonly string[];
  readonly essayees: number;
}

const recues = (suivies: readonly Suivie[]): number[] =>
  suivies.flatMap(({ etats }) => RECUS.map((etat) => etats[etat]));

function followAll(systeme: Systeme, attendues: readonly Attendue[]): Suivie[] {
  const classes = classesOf(attendues, (a) =>
    [a.exercice, a.cycle, a.territoire, a.organisme, a.priorites].join('|'),
  );
  return classes.flatMap((classe) =>
    [...classe.par.values()].map((attendue) => {
      const { length } = classe.redditions;
      const entries = ETATS.map((etat) => [etat, addUnknown(systeme, length)] as const);
      systeme.contraintes.push(equal(sumOf(entries.map(([, i]) => i)), length));
      return { classe, attendue, etats: Object.fromEntries(entries) as Record<Etat, number> };
    }),
  );
}

/** Exercices whose reports are due, as the public counts say it. */
const dueOf = ({ jour, tables }: Publication): ReadonlySet<string | null> =>
  new Set(
    tables.comptes_redditions
      .filter((r) => (texte(r, 'date_echeance') ?? '9999-12-31') <= jour)
      .map((r) => texte(r, 'exercice_id')),
  );

/** Counts by state, of an exercice or of the due reports of a territory; those put together have no name. */
function tellStates(systeme: Systeme, publication: Publication, siennes: readonly Suivie[]): void {
  const rows = publication.tables.comptes_redditions;
  const dues = dueOf(publication);
  const nommes = new Set(rows.map((r) => texte(r, 'territoire_id')).filter((t) => t !== null));
  for (const row of rows) {
    const [exercice, territoire] = [texte(row, 'exercice_id'), texte(row, 'territoire_id')];
    const within = siennes.filter(({ attendue: a }) =>
      texte(row, 'portee') === 'exercice'
        ? a.exercice === exercice
        : dues.has(a.exercice) &&
          (territoire === null ? !nommes.has(a.territoire) : a.territoire === territoire),
    );
    const dits = ensemble(texte(row, 'etat') ?? '') as Etat[];
    const inconnues = within.flatMap(({ etats }) => dits.map((etat) => etats[etat]));
    systeme.contraintes.push(equal(sumOf(inconnues), entier(row, 'nombre') ?? 0));
  }
}

type Compte = (attendue: Attendue) => boolean;

/** Reports that a public total comes from, at least: what it counts, and how many. */
function leastOf({ tables }: Publication): [Compte, number][] {
  const ofExercice = (r: Rang): Compte => {
    const id = texte(r, 'exercice_id');
    return (a) => a.exercice === id;
  };
  const ofCycle = (r: Rang): Compte => {
    const id = texte(r, 'cycle_id');
    return (a) => a.cycle === id;
  };
  const several = new Set(
    tables.questions
      .filter((q) => texte(q, 'type_reponse') === 'cases')
      .map((q) => texte(q, 'question_id')),
  );
  const byQuestion = groupBy(tables.totaux_reponses, (r) =>
    several.has(texte(r, 'question_id')) || texte(r, 'choix_id') === null
      ? String(r['total_id'])
      : `${String(r['question_id'])}/${String(r['exercice_id'])}`,
  );
  const answers = [...byQuestion.values()].map((rows): [Compte, number] => {
    const said = rows.reduce((a, r) => a + (entier(r, 'nombre_redditions') ?? 0), 0);
    return [
      ofExercice(rows[0]!),
      Math.max(said, rows.some((r) => entier(r, 'total_nombre')) ? 1 : 0),
    ];
  });
  const money = [...tables.totaux_depenses, ...tables.totaux_financements];
  return [
    ...answers,
    ...money.map((r): [Compte, number] => [ofExercice(r), entier(r, 'nombre_projets') ?? 1]),
    ...tables.bilans_cycles.map((r): [Compte, number] => [
      ofCycle(r),
      entier(r, 'redditions_comptees') ?? 0,
    ]),
    ...tables.totaux_resultats.map((r): [Compte, number] => [
      ofCycle(r),
      entier(r, 'nombre_projets') ?? 0,
    ]),
    ...tables.comptes_personnes
      .filter((r) => texte(r, 'nombre') !== null)
      .map((r): [Compte, number] => [reportsOf(r), 1]),
  ];
}

/** Reports that a row of `comptes_personnes` adds up. */
export function reportsOf(row: Rang): Compte {
  const [cycle, territoire, priorite, organisme] = [
    ...['cycle_id', 'territoire_id', 'priorite_id', 'organisme_id'].map((c) => texte(row, c)),
  ];
  return (a) =>
    a.cycle === cycle &&
    (territoire === null || a.territoire === territoire) &&
    (organisme === null || a.organisme === organisme) &&
    (priorite === null || priorite === undefined || a.priorites.includes(priorite));
}

/** What was received stays received: a hypothesis by publication. */
function keepReceived(systeme: Systeme, suivies: readonly Suivie[], rang: number): void {
  const before = new Map(
    suivies.filter((s) => s.attendue.publication === rang - 1).map((s) => [s.classe, s]),
  );
  const contraintes = suivies
    .filter((s) => s.attendue.publication === rang && before.has(s.classe))
    .map((s) => atLeast(plus(recues([s]), recues([before.get(s.classe)!])), 0));
  systeme.hypotheses.push({ famille: 'recu', nom: `reçu reste reçu/${rang}`, contraintes });
}

/** Reports that came between two publications, exercice by exercice and cycle by cycle. */
function comings(suivies: readonly Suivie[], rang: number): Cible[] {
  const of = (publication: number, field: 'exercice' | 'cycle') =>
    groupBy(
      suivies.filter((s) => s.attendue.publication === publication),
      (s) => `${rang}/${field}/${s.attendue[field]}`,
    );
  return (['exercice', 'cycle'] as const).flatMap((field) => {
    const before = of(rang - 1, field);
    return [...of(rang, field)].map(([nom, now]) => ({
      ...{ nom, termes: plus(recues(now), recues(before.get(nom) ?? [])) },
    }));
  });
}

function systemOf(publications: readonly Publication[]) {
  const systeme = emptySystem();
  const suivies = followAll(systeme, publications.flatMap(expectedOf));
  for (const publication of publications) {
    const { rang } = publication;
    const siennes = suivies.filter((s) => s.attendue.publication === rang);
    tellStates(systeme, publication, siennes);
    for (const [counts, least] of leastOf(publication)) {
      const counted = siennes.filter((s) => counts(s.attendue));
      systeme.contraintes.push(atLeast(sumOf(recues(counted)), least));
    }
    if (rang > 0) keepReceived(systeme, suivies, rang);
  }
  return { systeme, suivies };
}

/** Reports that must be late, those that cannot have come, and how many can have come in between. */
export async function attackStates(publications: readonly Publication[]): Promise<Etats> {
  const { systeme, suivies } = systemOf(publications);
  const dues = publications.map(dueOf);
  const nomOf = ({ attendue, classe }: Suivie) => `${attendue.publication}/${classe.nom}`;
  const byNom = new Map(suivies.map((s) => [nomOf(s), s]));
  const cibles = suivies.map((s) => ({ nom: nomOf(s), termes: sumOf(recues([s])) }));
  const never = await hold(systeme, cibles, NULS);
  const absentes = never.percees.flatMap(({ nom }) => {
    const { attendue, classe } = byNom.get(nom)!;
    return classe.redditions.map((r) => ({ attendue, nom: `${attendue.publication}/${r}` }));
  });
  const steps = publications.slice(1).flatMap(({ rang }) => comings(suivies, rang));
  const came = await hold(systeme, steps, BORNES);
  return {
    percees: absentes
      .filter(({ attendue }) => dues[attendue.publication]!.has(attendue.exercice))
      .map(({ nom }) => ({ nom: `en-retard/${nom}`, min: 0, max: 0 })),
    absentes: new Set(absentes.map(({ nom }) => nom)),
    venues: new Map(came.percees.map((p) => [p.nom, p])),
    contredites: never.contredites,
    indecises: [...never.indecises, ...came.indecises],
    essayees: never.essayees + came.essayees,
  };
}
