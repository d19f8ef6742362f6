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
  readonly role: string | null;
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

function sommesOf(publie: Publie, question: string, inconnues: readonly Inconnue[]): Somme[] {
  const add = (row: Row, { portee, cles }: Marge, nombre: string | null): Somme => ({
    nom: [question, portee, ...cles.map((c) => row[c])].join('/'),
    inconnues: rangsOf(inconnues, (one) => cles.every((c) => one[c]?.includes(row[c] ?? null))),
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
function silences(dites: readonly Somme[], question: string, all: readonly Inconnue[]): Somme[] {
  const ids = [...new Set(all.flatMap((one) => one['exercice_id'] ?? []))];
  const known = new Set(dites.map((s) => s.nom));
  return ids
    .filter((id) => !known.has(`${question}/exercice/${id}`))
    .map((id) => ({
      nom: `${question}/exercice/${id}`,
      inconnues: rangsOf(all, (one) => one['exercice_id']?.includes(id) ?? false),
      valeur: null,
      marquee: false,
      possibles: Infinity,
    }));
}

/** One set of sums a question that counts people. */
export function listEnigmes(publie: Publie): Enigme[] {
  const inconnues = listInconnues(publie);
  return publie.questions
    .filter((q) => q['type_reponse'] === 'compte' && q['edition'] === 'public')
    .map((q) => {
      const question = q['question_id'] ?? '';
      const dites = sommesOf(publie, question, inconnues);
      return {
        ...{ question, role: q['role'] ?? null, inconnues: inconnues.length, plancher: 1 },
        sommes: [...dites, ...silences(dites, question, inconnues)],
      };
    });
}
