/** What is published about people, as sums of unknown whole numbers. */
import { type Marge, MARGES } from '../../src/lib/domain/marges';
import { listAttendues, type Publie, type Row } from './lecture';

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
  /** The least that it may be where it is hidden, if not what the others may. */
  readonly plancher?: 0 | 1;
  /** Values that it may have to who knows the lists of projects alone. */
  readonly possibles: number;
}

const PARTITIONS = ['tout', 'dont'] as const;

export interface Enigme {
  readonly question: string;
  /** All people and their parts, some of the people, or neither. */
  readonly partition: (typeof PARTITIONS)[number] | null;
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
interface Inconnue {
  /** The same in every publication. */
  readonly cle: string;
  readonly ids: Readonly<Record<string, readonly (string | null)[]>>;
}

function listInconnues(publie: Publie): Inconnue[] {
  return listAttendues(publie).map(({ projet, exercice }) => ({
    cle: `${projet['projet_id'] ?? ''}/${exercice['exercice_id'] ?? ''}`,
    ids: {
      exercice_id: [exercice['exercice_id'] ?? null],
      cycle_id: [projet['cycle_id'] ?? null],
      territoire_id: [projet['territoire_id'] ?? null],
      organisme_id: [projet['organisme_id'] ?? null],
      priorite_id: publie.projets_priorites
        .filter((l) => l['projet_id'] === projet['projet_id'])
        .map((l) => l['priorite_id'] ?? null),
    },
  }));
}

/** A sum of a publication, before its unknowns have their numbers. */
interface Dite extends Omit<Somme, 'inconnues'> {
  readonly cles: readonly string[];
}

function ditesOf(publie: Publie, question: string, inconnues: readonly Inconnue[]): Dite[] {
  const add = (row: Row, { portee, cles }: Marge, nombre: string | null): Dite => ({
    nom: [question, portee, ...cles.map((c) => row[c])].join('/'),
    cles: inconnues
      .filter(({ ids }) => cles.every((c) => ids[c]?.includes(row[c] ?? null)))
      .map(({ cle }) => cle),
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
function silences(dites: readonly Dite[], question: string, all: readonly Inconnue[]): Dite[] {
  const exercices = [...new Set(all.flatMap(({ ids }) => ids['exercice_id'] ?? []))];
  const known = new Set(dites.map((s) => s.nom));
  return exercices
    .filter((id) => !known.has(`${question}/exercice/${id}`))
    .map((id) => ({
      nom: `${question}/exercice/${id}`,
      cles: all.filter(({ ids }) => ids['exercice_id']?.includes(id)).map(({ cle }) => cle),
      valeur: null,
      marquee: false,
      possibles: Infinity,
    }));
}

/** Publications and what they say of a question, the first first. */
type Suite = readonly (readonly Dite[])[];

/** A publication, and the reports that it lets anyone expect. */
type Lue = readonly [publie: Publie, inconnues: readonly Inconnue[]];

const suiteOf = (lues: readonly Lue[], question: string): Suite =>
  lues.map(([publie, all]) => {
    const dites = ditesOf(publie, question, all);
    return [...dites, ...silences(dites, question, all)];
  });

/** Sums by name. */
const byNom = (dites: readonly Dite[] = []) => new Map(dites.map((d) => [d.nom, d]));

/**
 * Unknowns of the parts of a question. What a report says is not taken back: a number is what it was in the publication
 * before and, from each publication on, what it adds there. It adds nothing to a sum that is told again.
 */
function numberUnknowns(parts: readonly (readonly Suite[])[]) {
  const numeros = new Map<string, number>();
  const still = new Set(
    parts.flatMap((suites, part) =>
      suites.flatMap((suite) =>
        suite.flatMap((dites, rang) => {
          const before = byNom(suite[rang - 1]);
          return dites
            .filter((d) => d.valeur !== null && d.valeur === before.get(d.nom)?.valeur)
            .flatMap((d) => d.cles.map((cle) => `${part}/${rang}/${cle}`));
        }),
      ),
    ),
  );
  const added = (part: number, rang: number) => (cle: string) => {
    const nom = `${part}/${rang}/${cle}`;
    if (still.has(nom)) return [];
    if (!numeros.has(nom)) numeros.set(nom, numeros.size);
    return [numeros.get(nom) ?? 0];
  };
  return {
    /** What some reports add in a publication, in some parts. */
    added: (own: readonly number[], rang: number, cles: readonly string[]) =>
      own.flatMap((part) => cles.flatMap(added(part, rang))),
    count: () => numeros.size,
  };
}

/** Of a question, the parts that make it up, and what publications say of it. */
interface Compte {
  readonly suite: Suite;
  readonly parts: readonly number[];
}

/** Sums of some questions in the last publication, and what they moved by; those before are known. */
function sommesOf(comptes: readonly Compte[]): Pick<Enigme, 'inconnues' | 'sommes' | 'faits'> {
  const parts = [...new Set(comptes.flatMap((c) => c.parts))];
  const unknowns = numberUnknowns(
    parts.map((part) => comptes.filter((c) => c.parts.includes(part)).map((c) => c.suite)),
  );
  const numbered = (compte: Compte, dernier: number) =>
    (compte.suite[dernier] ?? []).map((dite): Somme => ({
      ...dite,
      inconnues: Array.from({ length: dernier + 1 }, (_, rang) =>
        unknowns.added(compte.parts, rang, dite.cles),
      ).flat(),
    }));
  const last = (comptes[0]?.suite.length ?? 1) - 1;
  const movesOf = ({ suite, parts: own }: Compte): Somme[] => {
    const before = byNom(suite[last - 1]);
    return (suite[last] ?? []).map((dite) => {
      const avant = before.get(dite.nom)?.valeur ?? null;
      return {
        ...dite,
        nom: `${dite.nom}, depuis la publication précédente`,
        inconnues: unknowns.added(own, last, dite.cles),
        valeur: dite.valeur === null || avant === null ? null : dite.valeur - avant,
        ...{ marquee: false, plancher: 0 },
      };
    });
  };
  const sommes = comptes.flatMap((c) => [...numbered(c, last), ...(last > 0 ? movesOf(c) : [])]);
  const faits = comptes.flatMap((c) =>
    Array.from({ length: last }, (_, rang) => numbered(c, rang)).flat(),
  );
  return { sommes, faits, inconnues: unknowns.count() };
}

const idOf = (question: Row) => question['question_id'] ?? '';

/**
 * One set of sums a question that counts people, and one for a whole with its parts: a report has so many people of
 * each part, then some of none, and a whole adds them all up.
 * @param publies publications that follow each other, the one to attack last
 */
export function listEnigmes(publies: readonly Publie[]): Enigme[] {
  const counts = (publies.at(-1)?.questions ?? []).filter(
    (q) => q['type_reponse'] === 'compte' && q['edition'] === 'public',
  );
  const parties = counts.filter((q) => q['partition'] === 'partie');
  const lues = publies.map((publie): Lue => [publie, listInconnues(publie)]);
  const compteOf = (question: Row, parts: readonly number[]): Compte => ({
    suite: suiteOf(lues, idOf(question)),
    parts,
  });
  return counts
    .filter((q) => !parties.includes(q))
    .map((q): Enigme => {
      const partition = PARTITIONS.find((p) => p === q['partition']) ?? null;
      const own = partition === 'tout' ? parties : [];
      const comptes = [
        compteOf(q, [...own.keys(), own.length]),
        ...own.map((partie, i) => compteOf(partie, [i])),
      ];
      return { question: idOf(q), partition, plancher: 1, ...sommesOf(comptes) };
    });
}
