/** Which counts are hidden, so that none that is small can be had from those that are told. */
import { groupBy } from '../group';
import { SEUIL_COMPTE } from '../petits-nombres';
import { type Colonne, type Ligne, minimise } from './programme';

/** What is counted once, and every cell that counts it. */
export interface Unite {
  readonly valeur: number;
  readonly cellules: readonly string[];
  /** Everyone may know that it is no more than that. */
  readonly max?: number;
}

/** A sum of units that may be told. */
export interface Cellule {
  readonly cle: string;
  /** It was published before, told or hidden: it stays so. */
  readonly fige?: 'dite' | 'masquee';
  /** Nothing was counted, or the sum is not to be told for another reason. */
  readonly tue: boolean;
  /** Its mark stands for nothing counted, which nobody may tell from what is hidden: it may be a number. */
  readonly vide?: boolean;
  /** It stands nowhere, not even with the mark of what is hidden: it may be zero, and matters where it is small. */
  readonly absente?: boolean;
  /** Other figures say that the sum is at least, and at most, so much. */
  readonly min: number;
  readonly max: number;
}

/** A cell, and the one that it becomes in the next publication: what it moves by is a count too. */
export type Mouvement = readonly [avant: string, apres: string];

/** Values that a hidden count must still be able to have, as far as anyone can tell. */
export const LARGEUR = 4;
/** Whole numbers around the true one within which others are looked for. */
const RAYON = 6;
/** What moving a sum by one more is worth, in people: so little that it never hides a cell. */
const PAR_MOUVEMENT = 0.01;
/** People that one more hidden cell is worth. */
const PAR_CELLULE = 10;

interface Cell extends Cellule {
  readonly valeur: number;
  readonly unites: readonly number[];
}

interface Scene {
  readonly unites: readonly Unite[];
  readonly cellules: readonly Cell[];
  readonly cachees: Set<Cell>;
  /** Moves by a small number, as places of cells. */
  readonly mouvements: readonly (readonly [avant: number, apres: number])[];
}

/** Units that the same cells count are one; in an order that is not that of the files. */
function mergeUnites(unites: readonly Unite[]): Unite[] {
  const groups = groupBy(unites, ({ cellules }) => [...cellules].sort().join('\n'));
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, own]) => {
    const sum = (of: (u: Unite) => number) => own.reduce((a, u) => a + of(u), 0);
    const [first] = own;
    return { ...first!, valeur: sum((u) => u.valeur), max: sum((u) => u.max ?? Infinity) };
  });
}

const isSmall = (valeur: number) => valeur > 0 && valeur < SEUIL_COMPTE;

const isHidden = ({ fige, tue, valeur }: Cell) =>
  fige === undefined ? tue || isSmall(valeur) : fige === 'masquee';

const matters = ({ valeur, vide = false, absente = false }: Cell) =>
  vide || (absente ? isSmall(valeur) : valeur !== 0);

function sceneOf(
  all: readonly Unite[],
  cellules: readonly Cellule[],
  moves: readonly Mouvement[],
): Scene {
  const unites = mergeUnites(all);
  const byCellule = new Map<string, number[]>(cellules.map((c) => [c.cle, []]));
  unites.forEach((u, i) => u.cellules.forEach((cle) => byCellule.get(cle)?.push(i)));
  const sums = cellules.map((c): Cell => {
    const own = byCellule.get(c.cle) ?? [];
    return { ...c, unites: own, valeur: own.reduce((a, i) => a + (unites[i]?.valeur ?? 0), 0) };
  });
  const byCle = new Map(sums.map((c) => [c.cle, c]));
  const small = moves
    .map(([avant, apres]) => [byCle.get(avant), byCle.get(apres)] as const)
    .filter(([avant, apres]) => isSmall(Math.abs((apres?.valeur ?? 0) - (avant?.valeur ?? 0))));
  const moved = new Set(small.flat());
  const cells = sums.filter((c) => !c.absente || matters(c) || moved.has(c));
  const mouvements = small.map(
    ([avant, apres]) => [cells.indexOf(avant!), cells.indexOf(apres!)] as const,
  );
  return { unites, cellules: cells, cachees: new Set(cells.filter(isHidden)), mouvements };
}

/**
 * How far the sum of a hidden cell may be from the true one: it is at least 1, as zero is told. Other figures
 * that disagree with the true one say nothing.
 */
const bornes = ({ valeur, min, max, absente = false }: Cell) => ({
  bas: absente ? -valeur : Math.min(valeur, min > valeur ? 1 : Math.max(1, min)) - valeur,
  haut: (max < valeur ? Infinity : max) - valeur,
});

/** Rows that hold a change of the units, whose columns begin at `debut`, to what is told. */
function changeRows({ cellules, cachees }: Scene, debut: number, signal: (i: number) => number) {
  return cellules.flatMap((cell, i): Ligne[] => {
    const termes = cell.unites.map((u) => [debut + u, 1] as const);
    if (cachees.has(cell)) return [{ ...bornes(cell), termes }];
    if (cell.valeur === 0) return [{ bas: 0, haut: 0, termes }];
    const { bas, haut } = bornes(cell);
    // A cell that is hidden for a sum to move need not move further than it.
    return [
      ...(bas > 1 - LARGEUR || haut < LARGEUR - 1 ? [{ bas, haut, termes }] : []),
      { bas: -Infinity, haut: 0, termes: [...termes, [signal(i), 1 - LARGEUR]] },
      { bas: 0, haut: Infinity, termes: [...termes, [signal(i), LARGEUR - 1]] },
    ];
  });
}

/** Sums of every cell after a change, as differences from the true ones. */
type Ecarts = readonly number[];

interface Remede {
  readonly aCacher: readonly Cell[];
  readonly ecarts: readonly Ecarts[];
}

/** Columns and rows of a program: one or two changes of the units, then a signal for each cell to hide. */
interface Programme {
  readonly changes: readonly Colonne[];
  readonly signaux: readonly Colonne[];
  readonly lignes: readonly Ligne[];
}

/** Part of the least cost that hidden cells may cost more: the rest of the way takes most of the time. */
const PRES = 0.1;
/** The same of what moves besides, once it is known which cells to hide. */
const ENVIRON = 0.5;

/**
 * The cheapest numbers that hold every row. Whole ones are slow to find: fractions tell which cells to hide, and
 * which units to look at.
 */
function solve({ changes, signaux, lignes }: Programme): readonly number[] | null {
  const free = changes.map((c): Colonne => ({ ...c, fractions: true }));
  const guess = minimise([...free, ...signaux], lignes, PRES);
  if (guess === null) return null;
  const as = (c: Colonne, valeur = 0): Colonne => ({ ...c, bas: valeur, haut: valeur });
  const hidden = signaux.map((c, i) => as(c, guess[changes.length + i]));
  const held = changes.map((c, i) => (guess[i] === 0 ? as(c) : c));
  return (
    minimise([...held, ...hidden], lignes, ENVIRON) ??
    minimise([...changes, ...hidden], lignes, ENVIRON) ??
    minimise([...changes, ...signaux], lignes, PRES)
  );
}

/** A sum of units, some of them taken away, that must keep enough values. */
type Cible = readonly (readonly [unite: number, facteur: 1 | -1])[];

/**
 * The cheapest cells to hide, none if need be, for `changes` of the units to move a sum far enough; they move others up
 * besides, where that costs nothing.
 */
function seek(scene: Scene, cible: Cible, autres: readonly Cible[], changes: 1 | 2): Remede | null {
  const { unites, cellules, cachees } = scene;
  const debuts = [0, unites.length].slice(0, changes);
  const change = unites.map((u) => ({
    bas: -Math.min(u.valeur, RAYON),
    haut: Math.max(0, Math.min(RAYON, (u.max ?? Infinity) - u.valeur)),
    cout: 0,
  }));
  const premiere = change.map((c) => ({ ...c }));
  for (const [u, facteur] of autres.flat()) premiere[u]!.cout -= facteur * PAR_MOUVEMENT;
  const signaux = cellules.map((c): Colonne => {
    const free = c.fige === undefined && !cachees.has(c);
    return { bas: 0, haut: free ? 1 : 0, cout: free ? PAR_CELLULE + c.valeur : 0 };
  });
  const signal = (i: number) => changes * unites.length + i;
  const apart = debuts.flatMap((debut, i) =>
    cible.map(([u, facteur]) => [debut + u, i === 0 ? facteur : -facteur] as const),
  );
  const lignes = [
    ...debuts.flatMap((debut) => changeRows(scene, debut, signal)),
    { bas: LARGEUR - 1, haut: Infinity, termes: apart },
  ];
  const found = solve({ changes: [premiere, change].slice(0, changes).flat(), signaux, lignes });
  if (found === null) return null;
  const sumsFrom = (debut: number) =>
    cellules.map((c) => c.unites.reduce((a, u) => a + (found[debut + u] ?? 0), 0));
  return {
    aCacher: cellules.filter((_, i) => found[signal(i)] === 1),
    ecarts: debuts.map(sumsFrom),
  };
}

/** One change is quicker to find than two, one each way. */
const remedy = (scene: Scene, cible: Cible, autres: readonly Cible[]): Remede | null =>
  seek(scene, cible, autres, 1) ?? seek(scene, cible, autres, 2);

/** Whether the true value and those of the changes seen are not far enough from each other. */
const isNarrow = (ecarts: readonly number[]) =>
  Math.max(0, ...ecarts) - Math.min(0, ...ecarts) < LARGEUR - 1;

const cleAt = ({ cellules }: Scene, place: number) => cellules[place]?.cle ?? '';

const cellAt = ({ cellules }: Scene, place: number) => cellules[place]?.unites ?? [];

/** Units that a cell has more, and less, than another one. */
function moveOf(scene: Scene, [avant, apres]: readonly [number, number]): Cible {
  const [before, after] = [cellAt(scene, avant), cellAt(scene, apres)];
  return [
    ...after.filter((u) => !before.includes(u)).map((u) => [u, 1] as const),
    ...before.filter((u) => !after.includes(u)).map((u) => [u, -1] as const),
  ];
}

/** What is to be kept from everyone, each under a name of its own: hidden cells, and moves by a small number. */
function* narrow(scene: Scene, vus: readonly Ecarts[]): Generator<readonly [string, Cible]> {
  const { cellules, cachees, mouvements } = scene;
  const moved = (place: number) => vus.map((e) => e[place] ?? 0);
  for (const [i, c] of cellules.entries())
    if (cachees.has(c) && matters(c) && isNarrow(moved(i)))
      yield [c.cle, c.unites.map((u) => [u, 1] as const)];
  for (const [avant, apres] of mouvements) {
    const before = moved(avant);
    if (isNarrow(moved(apres).map((n, i) => n - (before[i] ?? 0))))
      yield [`${cleAt(scene, avant)} > ${cleAt(scene, apres)}`, moveOf(scene, [avant, apres])];
  }
}

/** What is hidden of some cells. */
export interface Suppression {
  /** Keys of the hidden cells, absent ones included: nothing tells a small one from one that is hidden for another. */
  readonly cachees: ReadonlySet<string>;
  /** What no hiding keeps from everyone: keys of cells, or of the two of a move, joined by ` > `. */
  readonly exposees: ReadonlySet<string>;
}

/**
 * Hides every count of 1 to 4, then as little more as it takes for each hidden count, and each small move from one
 * publication to the next, to have at least four values that agree with all that is told, now and before.
 */
export function suppressSmall(
  unites: readonly Unite[],
  cellules: readonly Cellule[],
  mouvements: readonly Mouvement[] = [],
): Suppression {
  const scene = sceneOf(unites, cellules, mouvements);
  const vus: Ecarts[] = [];
  const exposees = new Set<string>();
  for (;;) {
    const [first, ...others] = [...narrow(scene, vus)].filter(([nom]) => !exposees.has(nom));
    if (first === undefined) break;
    const [nom, cible] = first;
    const remede = remedy(
      scene,
      cible,
      others.map(([, c]) => c),
    );
    if (remede === null) exposees.add(nom);
    else {
      remede.aCacher.forEach((c) => scene.cachees.add(c));
      vus.push(...remede.ecarts);
    }
  }
  const hidden = [...cellules.filter((c) => c.absente), ...scene.cachees];
  return { cachees: new Set(hidden.map((c) => c.cle)), exposees };
}
