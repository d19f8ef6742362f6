/** What is published about people, as sums of unknown whole numbers. */
import { type Marge, MARGES } from '../../src/lib/domain/marges';
import { listAttendues, type Publie, rangsOf, type Row } from './lecture';

/** A published sum, or one whose number is hidden. */
export interface Somme {
  readonly nom: string;
  readonly inconnues: readonly number[];
  readonly valeur: number | null;
  /** It stands in the tables with the mark of what is hidden. */
  readonly marquee: boolean;
  /** It says no more than the public list of projects. */
  readonly publique?: boolean;
  /** What it is where nothing is missing from it, which may be told as zero is. */
  readonly tout?: number;
  /** What it lies between where it is not told, as far as anyone can say. */
  readonly bornes?: readonly [min: number, max: number];
  /** Values that it may have to who knows the lists of projects alone. */
  readonly possibles: number;
}

export interface Enigme {
  readonly question: string;
  /** All people and their parts, some of the people, or neither. */
  readonly partition: 'tout' | 'dont' | null;
  readonly inconnues: number;
  readonly sommes: readonly Somme[];
  /** Sums of which the bounds are published, and that nobody looks for. */
  readonly faits?: readonly Somme[];
  /** What a reader would take for granted, unless it cannot be. */
  readonly suppositions?: readonly Somme[];
  /** The least that a hidden sum may be: zero is told of people, and not of states. */
  readonly plancher: 0 | 1;
}

/** What a project may have counted in one exercice; nobody knows whether it did. */
type Inconnue = Readonly<Record<string, readonly (string | null)[]>>;

function listInconnues(publie: Publie): Inconnue[] {
  return listAttendues(publie).map(({ projet, exercice }) => ({
    exercice_id: [exercice['exercice_id'] ?? null],
    cycle_id: [projet['cycle_id'] ?? null],
    territoire_id: [projet['territoire_id'] ?? null],
    organisme_id: [projet['organisme_id'] ?? null],
    priorite_id: publie.projets_priorites
      .filter((l) => l['projet_id'] === projet['projet_id'])
      .map((l) => l['priorite_id'] ?? null),
  }));
}

/** Places of the unknowns of a question among all those of the questions that are looked at together. */
type Places = (rangs: readonly number[]) => readonly number[];

function sommesOf(
  publie: Publie,
  question: string,
  inconnues: readonly Inconnue[],
  places: Places,
): Somme[] {
  const add = (row: Row, { portee, cles }: Marge, nombre: string | null): Somme => ({
    nom: [question, portee, ...cles.map((c) => row[c])].join('/'),
    inconnues: places(
      rangsOf(inconnues, (one) => cles.every((c) => one[c]?.includes(row[c] ?? null))),
    ),
    valeur: nombre === null ? null : Number(nombre),
    marquee: nombre === null,
    possibles: Infinity,
  });
  return MARGES.flatMap((marge) =>
    marge.table === 'totaux_reponses'
      ? publie.totaux_reponses
          .filter((r) => r['question_id'] === question && r['choix_id'] === null)
          .map((r) => add(r, marge, r['total_nombre'] ?? null))
      : publie.comptes_personnes
          .filter((r) => r['question_id'] === question && r['portee'] === marge.portee)
          .map((r) => add(r, marge, r['nombre'] ?? null)),
  );
}

/** Totals that are not told at all may be small too: the attacker looks for them as for the others. */
function silences(
  dites: readonly Somme[],
  question: string,
  all: readonly Inconnue[],
  places: Places,
): Somme[] {
  const ids = [...new Set(all.flatMap((one) => one['exercice_id'] ?? []))];
  const known = new Set(dites.map((s) => s.nom));
  return ids
    .filter((id) => !known.has(`${question}/exercice/${id}`))
    .map((id) => ({
      nom: `${question}/exercice/${id}`,
      inconnues: places(rangsOf(all, (one) => one['exercice_id']?.includes(id) ?? false)),
      valeur: null,
      marquee: false,
      possibles: Infinity,
    }));
}

const everySum = (
  publie: Publie,
  question: string,
  all: readonly Inconnue[],
  places: Places = (rangs) => rangs,
) => {
  const dites = sommesOf(publie, question, all, places);
  return [...dites, ...silences(dites, question, all, places)];
};

const idOf = (question: Row) => question['question_id'] ?? '';

/** A report has so many people of each part, then some of none: a whole adds them all up. */
function partageEnigme(
  publie: Publie,
  tout: Row,
  parties: readonly Row[],
  all: readonly Inconnue[],
): Enigme {
  const nombre = all.length;
  const each = parties.map((_, i) => i);
  const at =
    (parts: readonly number[]): Places =>
    (rangs) =>
      parts.flatMap((part) => rangs.map((rang) => rang + part * nombre));
  return {
    ...{ question: idOf(tout), partition: 'tout', plancher: 1 },
    inconnues: nombre * (parties.length + 1),
    sommes: [
      ...everySum(publie, idOf(tout), all, at([...each, parties.length])),
      ...parties.flatMap((partie, i) => everySum(publie, idOf(partie), all, at([i]))),
    ],
  };
}

/** One set of sums a question that counts people, and one for a whole with its parts. */
export function listEnigmes(publie: Publie): Enigme[] {
  const inconnues = listInconnues(publie);
  const counts = publie.questions.filter(
    (q) => q['type_reponse'] === 'compte' && q['edition'] === 'public',
  );
  const parties = counts.filter((q) => q['partition'] === 'partie');
  return counts
    .filter((q) => !parties.includes(q))
    .map((q): Enigme => {
      if (q['partition'] === 'tout') return partageEnigme(publie, q, parties, inconnues);
      return {
        ...{ question: idOf(q), partition: q['partition'] === 'dont' ? 'dont' : null },
        ...{ inconnues: inconnues.length, plancher: 1 },
        sommes: everySum(publie, idOf(q), inconnues),
      };
    });
}
