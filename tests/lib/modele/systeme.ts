/** What a reader can write down: unknown numbers from zero up, sums of them that are told, and what is supposed. */

/** Unknowns and their factors. */
export type Termes = ReadonlyMap<number, number>;

export interface Contrainte {
  readonly termes: Termes;
  readonly min: number;
  readonly max: number;
}

/** Something that nobody published, and that a reader tries: it is left where the published sums contradict it. */
export interface Hypothese {
  readonly famille: string;
  readonly nom: string;
  readonly contraintes: readonly Contrainte[];
}

/** A sum that would tell something. */
export interface Cible {
  readonly nom: string;
  readonly termes: Termes;
  /** It bears the mark of what is hidden, which may stand for nothing counted. */
  readonly marquee?: boolean;
}

export interface Systeme {
  /** Largest value of each unknown. */
  readonly plafonds: number[];
  /** What each is about, `question#place`: unknowns that move together when whole numbers are looked for. */
  readonly marques: string[];
  readonly contraintes: Contrainte[];
  readonly hypotheses: Hypothese[];
}

export const emptySystem = (): Systeme => ({
  ...{ plafonds: [], marques: [], contraintes: [], hypotheses: [] },
});

export function addUnknown(systeme: Systeme, plafond: number, marque = ''): number {
  systeme.marques.push(marque);
  systeme.plafonds.push(plafond);
  return systeme.plafonds.length - 1;
}

export const sumOf = (inconnues: Iterable<number>): Termes => plus([...inconnues], []);

/** The first ones less the others. */
export function plus(ajoutes: readonly number[], retires: readonly number[]): Termes {
  const termes = new Map<number, number>();
  for (const i of ajoutes) termes.set(i, (termes.get(i) ?? 0) + 1);
  for (const i of retires) termes.set(i, (termes.get(i) ?? 0) - 1);
  for (const [i, facteur] of termes) if (facteur === 0) termes.delete(i);
  return termes;
}

export const equal = (termes: Termes, valeur: number): Contrainte => ({
  ...{ termes, min: valeur, max: valeur },
});
export const atLeast = (termes: Termes, min: number): Contrainte => ({
  ...{ termes, min, max: Infinity },
});
export const atMost = (termes: Termes, max: number): Contrainte => ({
  ...{ termes, min: -Infinity, max },
});

/** Lowers each unknown to the told sums that it is part of, until nothing moves: most become zero at once. */
export function tighten({ plafonds, contraintes }: Systeme): void {
  const sums = contraintes.filter(
    (c) => Number.isFinite(c.max) && [...c.termes.values()].every((f) => f > 0),
  );
  for (const { termes, max } of sums)
    for (const [i, facteur] of termes)
      plafonds[i] = Math.min(plafonds[i]!, Math.max(0, Math.floor(max / facteur)));
}

/** The same sums told twice are told once. */
export function distinct(contraintes: readonly Contrainte[]): Contrainte[] {
  const nomOf = ({ termes, min, max }: Contrainte) =>
    `${min} ${max} ${[...termes].toSorted(([a], [b]) => a - b).join(' ')}`;
  return [...new Map(contraintes.map((c) => [nomOf(c), c])).values()];
}

/** Root of each unknown that can be other than zero: those that a sum, a hypothesis or a target ties have the same. */
function rootsOf({ plafonds, contraintes, hypotheses }: Systeme, cibles: readonly Cible[]) {
  const parent = plafonds.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; parent[at] !== root;) [parent[at], at] = [root, parent[at]!];
    return root;
  };
  const supposees = hypotheses.flatMap((h) => h.contraintes);
  for (const { termes } of [...contraintes, ...supposees, ...cibles]) {
    const [first, ...others] = [...termes.keys()].filter((i) => plafonds[i] !== 0);
    for (const other of others) parent[find(other)] = find(first!);
  }
  return (termes: Termes): number | undefined => {
    const one = [...termes.keys()].find((i) => plafonds[i] !== 0);
    return one === undefined ? undefined : find(one);
  };
}

/** Unknowns that nothing ties to the others, under numbers of their own, with what is said of them. */
export interface Morceau extends Systeme {
  readonly cibles: Cible[];
}

/** Each group of unknowns that a target is about, to be solved alone; and what is about zeros alone. */
export function split(systeme: Systeme, cibles: readonly Cible[]) {
  const rootOf = rootsOf(systeme, cibles);
  const morceaux = new Map<number, Morceau>();
  const rangs = new Map<number, number>();
  for (const [i, plafond] of systeme.plafonds.entries()) {
    const root = rootOf(new Map([[i, 1]]));
    if (root === undefined) continue;
    if (!morceaux.has(root)) morceaux.set(root, { ...emptySystem(), cibles: [] });
    rangs.set(i, addUnknown(morceaux.get(root)!, plafond, systeme.marques[i]));
  }
  const renumber = <T extends { termes: Termes }>(of: T): T => ({
    ...of,
    termes: new Map([...of.termes].flatMap(([i, f]) => (rangs.has(i) ? [[rangs.get(i)!, f]] : []))),
  });
  const zeros = { contraintes: [] as Contrainte[], cibles: [] as Cible[] };
  const homeOf = ({ termes }: { termes: Termes }) => morceaux.get(rootOf(termes) ?? -1);
  for (const c of distinct(systeme.contraintes)) (homeOf(c) ?? zeros).contraintes.push(renumber(c));
  for (const c of cibles) (homeOf(c) ?? zeros).cibles.push(renumber(c));
  for (const h of systeme.hypotheses)
    for (const [morceau, contraintes] of partsOf(h, homeOf))
      morceau.hypotheses.push({ ...h, contraintes: contraintes.map(renumber) });
  return { morceaux: [...morceaux.values()].filter((m) => m.cibles.length > 0), zeros };
}

/** Rows of a hypothesis, by the group that they are about. */
function partsOf({ contraintes }: Hypothese, homeOf: (c: Contrainte) => Morceau | undefined) {
  const parts = new Map<Morceau, Contrainte[]>();
  for (const c of contraintes) {
    const home = homeOf(c);
    if (home) parts.set(home, [...(parts.get(home) ?? []), c]);
  }
  return parts;
}

/** What is left to some unknowns where the others keep the values that they have in a solution. */
export function around(
  { plafonds, contraintes }: { plafonds: readonly number[]; contraintes: readonly Contrainte[] },
  solution: ArrayLike<number>,
  libres: readonly number[],
) {
  const rangs = new Map(libres.map((i, rang) => [i, rang]));
  const renumber = (termes: Termes): Termes =>
    new Map([...termes].flatMap(([i, f]) => (rangs.has(i) ? [[rangs.get(i)!, f]] : [])));
  const rows = contraintes.flatMap(({ termes, min, max }) => {
    const own = renumber(termes);
    if (own.size === 0) return [];
    let fixe = 0;
    for (const [i, f] of termes) if (!rangs.has(i)) fixe += f * solution[i]!;
    return [{ termes: own, min: min - fixe, max: max - fixe }];
  });
  const spread = (part: ArrayLike<number>) =>
    Float64Array.from(solution, (x, i) => (rangs.has(i) ? part[rangs.get(i)!]! : x));
  return { plafonds: libres.map((i) => plafonds[i]!), contraintes: rows, renumber, spread };
}
