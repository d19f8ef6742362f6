/** Tries to work out hidden counts of people and of reports from what is published, with a solver. */
import loadHighs from 'highs';
import { type Enigme, listEnigmes, type Somme } from './contraintes';
import { etatsEnigme } from './etats';
import { readPublie } from './lecture';

const highs = await loadHighs();

/** Values that a hidden count must keep. */
const VALEURS = 4;

export interface Percee {
  readonly nom: string;
  readonly min: number;
  readonly max: number;
}

export interface Attaque {
  /** Sums of people that the public edition has a place for. */
  readonly essayees: number;
  readonly cachees: number;
  /** Hidden sums that have fewer than four values, and sums of 1 to 4 that are told. */
  readonly percees: readonly Percee[];
}

/** The most that a hidden count may be, as another one that is told holds it; by name of cell. */
type Plafonds = ReadonlyMap<string, number>;

const cellOf = ({ question }: Enigme, { nom }: Somme) => nom.slice(question.length);

function rowOf(enigme: Enigme, somme: Somme, plafonds: Plafonds, least: number): string {
  const sum = somme.inconnues.map((i) => `x${i}`).join(' + ');
  if (somme.valeur !== null) return `${sum} = ${somme.valeur}`;
  const most = plafonds.get(cellOf(enigme, somme));
  const cap = most === undefined ? [] : [`${sum} <= ${most}`];
  const floor = somme.marquee && least > 0 ? [`${sum} >= ${least}`] : [];
  return [...cap, ...floor].join('\n');
}

function solve(enigme: Enigme, rows: readonly string[], sense: string, somme: Somme) {
  const goal = somme.inconnues.map((i) => `x${i}`).join(' + ');
  const names = Array.from({ length: enigme.inconnues }, (_, i) => `x${i}`).join(' ');
  const text = [sense, goal, 'Subject To', ...rows, 'General', names, 'End'].join('\n');
  const found = highs.solve(text, { output_flag: false });
  if (found.Status === 'Infeasible') return null;
  const { Columns } = found;
  const values = Array.from({ length: enigme.inconnues }, (_, i) => {
    const column = Columns[`x${i}`];
    return column && 'Primal' in column ? Math.round(column.Primal) : 0;
  });
  return { bounded: found.Status === 'Optimal', values };
}

const sumIn = (values: readonly number[], { inconnues }: Somme) =>
  inconnues.reduce((a, i) => a + (values[i] ?? 0), 0);

/** Smallest and largest of a hidden sum; each solution found is kept, as it says as much of the others. */
function boundsOf(enigme: Enigme, rows: readonly string[], somme: Somme, vues: number[][]) {
  const ends = ['Minimize', 'Maximize'].map((sense) => {
    const found = solve(enigme, rows, sense, somme);
    if (found?.bounded) vues.push(found.values);
    return found?.bounded ? sumIn(found.values, somme) : Infinity;
  });
  return { min: Math.max(enigme.plancher, ends[0] ?? 0), max: ends[1] ?? Infinity };
}

/**
 * The tightest rows that hold together: a mark stands for at least one person, and a group for no more than
 * the people it is part of, unless that cannot be.
 */
function likely(enigme: Enigme, told: readonly Somme[], plafonds: Plafonds): readonly string[] {
  const [first] = told;
  const tries = [plafonds, new Map<string, number>()].flatMap((caps) =>
    [1, 0].map((least) =>
      told.map((s) => rowOf(enigme, s, caps, least)).filter((row) => row !== ''),
    ),
  );
  const holds = (rows: readonly string[]) =>
    first === undefined || solve(enigme, rows, 'Minimize', first) !== null;
  return tries.find(holds) ?? [];
}

function assail(enigme: Enigme, plafonds: Plafonds): Percee[] {
  const told = enigme.sommes.filter((s) => s.inconnues.length > 0);
  const rows = likely(enigme, told, plafonds);
  const vues: number[][] = [];
  const open = told.filter((s) => s.valeur !== null && s.valeur > 0 && s.valeur <= VALEURS);
  const read = open.map((s) => ({ nom: s.nom, min: s.valeur ?? 0, max: s.valeur ?? 0 }));
  const guessed = told.flatMap((somme): Percee[] => {
    if (somme.valeur !== null) return [];
    const own = vues.map((values) => sumIn(values, somme));
    const enough = Math.min(VALEURS, somme.possibles);
    const least = Math.max(enigme.plancher, Math.min(...own));
    if (Math.max(0, ...own) - least + 1 >= enough) return [];
    const { min, max } = boundsOf(enigme, rows, somme, vues);
    const small = max >= 1 && min <= VALEURS;
    return max - min + 1 >= enough || !small ? [] : [{ nom: somme.nom, min, max }];
  });
  return [...read, ...guessed];
}

const PARTIES: readonly (string | null)[] = ['personnes-pauvrete', 'groupe'];

/** Attacks the public product of a folder, one question that counts people after the other. */
export async function attack(dossier: string): Promise<Attaque> {
  const publie = await readPublie(dossier);
  const enigmes = [...listEnigmes(publie), etatsEnigme(publie)];
  const people = enigmes.find((e) => e.role === 'personnes');
  const plafonds: Plafonds = new Map(
    (people?.sommes ?? []).flatMap((s) =>
      people && s.valeur !== null ? [[cellOf(people, s), s.valeur]] : [],
    ),
  );
  const sommes = enigmes.flatMap((e) => e.sommes);
  return {
    essayees: sommes.length,
    cachees: sommes.filter((s) => s.valeur === null).length,
    percees: enigmes.flatMap((e) => assail(e, PARTIES.includes(e.role) ? plafonds : new Map())),
  };
}
