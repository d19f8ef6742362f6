/** One group of unknowns in HiGHS: its sums are written once, and each question asks for another least or most. */
import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { Contrainte, Termes } from './systeme';

let loaded: Promise<Highs> | undefined;
export const highs = (): Promise<Highs> => (loaded ??= loadHighs());

/** Milliseconds, in seconds for HiGHS, that whole numbers may take for one question. */
const PATIENCE = 10;
const NET = 1e-6;

export interface Reponse {
  readonly valeur: number;
  /** Value of each unknown of the group. */
  readonly solution: Float64Array;
}

/** Least or most of a sum, or `assez` where that is enough; undefined where nothing can be, or where it took too long. */
export type Demander = (termes: Termes, sens: 1 | -1, assez?: number) => Reponse | undefined;

export const isWhole = ({ solution }: Reponse): boolean =>
  solution.every((x) => Number.isInteger(x));

/** The rows of a model, as HiGHS reads them. */
function dataOf(plafonds: readonly number[], rows: readonly Contrainte[]): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { termes } of rows) {
    for (const [i, facteur] of termes) {
      indices.push(i);
      values.push(facteur);
    }
    starts.push(indices.length);
  }
  const [numCols, numRows] = [plafonds.length, rows.length];
  return {
    ...{ numCols, numRows, colCost: new Float64Array(numCols), colUpper: [...plafonds] },
    colLower: new Float64Array(numCols),
    rowLower: rows.map((r) => r.min),
    rowUpper: rows.map((r) => r.max),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  };
}

/** A model to ask again and again, by its simplex or, with `entiers`, in whole numbers. */
function openModel(solver: Highs, data: ModelData, entiers: boolean) {
  const model: Model = solver.createModel(
    entiers ? { ...data, integrality: new Int32Array(data.numCols).fill(1) } : data,
  );
  model.options.set({ output_flag: false });
  if (entiers) model.options.set({ time_limit: PATIENCE, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  return model;
}

/** The least or most of a sum in an open model. */
function ask(solver: Highs, model: Model, numCols: number, termes: Termes, sens: 1 | -1) {
  const couts = new Float64Array(numCols);
  for (const [i, facteur] of termes) couts[i] = facteur * sens;
  model.changeColsCost({ kind: 'range', from: 0, to: numCols - 1 }, couts);
  model.zeroAllClocks();
  const { modelStatus } = model.run();
  const { optimal, objectiveTarget } = solver.constants.modelStatus;
  if (modelStatus !== optimal && modelStatus !== objectiveTarget) return undefined;
  const solution = model.getSolution().colValue.map((x) => {
    const near = Math.round(x);
    return Math.abs(x - near) < NET ? near : x;
  });
  return { valeur: model.getObjectiveValue() * sens, solution };
}

export interface Groupe {
  readonly plafonds: readonly number[];
  readonly contraintes: readonly Contrainte[];
  /** Hypotheses of one family after the other, each with its rows. */
  readonly familles: readonly (readonly (readonly Contrainte[])[])[];
}

export interface Ouvert {
  /** False where the published sums contradict each other. */
  readonly possible: boolean;
  /** By family, the rank of each hypothesis that what is published, and those kept before it, contradict. */
  readonly contredites: readonly (readonly number[])[];
  readonly reel: Demander;
  readonly entier: Demander;
  /** A point far from all bounds, by an interior method. */
  readonly middle: () => Reponse | undefined;
  /** Whole numbers no further than that from a point. */
  readonly near: (point: Float64Array, marge: number) => Reponse | undefined;
  /** What is told, and what is supposed and stands. */
  readonly kept: () => readonly Contrainte[];
  readonly close: () => void;
}

const RIEN: Termes = new Map();

/** Opens a group: tries its hypotheses, keeps as many as can stand together, and waits for questions. */
export async function openGroup({ plafonds, contraintes, familles }: Groupe): Promise<Ouvert> {
  const solver = await highs();
  const supposees = familles.flat();
  const rows = [...contraintes, ...supposees.flat()];
  const data = dataOf(plafonds, rows);
  const { length: numCols } = plafonds;
  const firsts: number[] = [];
  for (let at = contraintes.length, n = 0; n < supposees.length; at += supposees[n]!.length, n++)
    firsts.push(at);
  const model = openModel(solver, data, false);
  const active = new Uint8Array(rows.length).fill(1, 0, contraintes.length);
  const set = (n: number, on: boolean) => {
    for (const [rang, { min, max }] of supposees[n]!.entries()) {
      const row = firsts[n]! + rang;
      active[row] = on ? 1 : 0;
      model.changeRowBounds(row, on ? min : -Infinity, on ? max : Infinity);
    }
  };
  for (let n = 0; n < supposees.length; n++) set(n, false);
  const possible = () => ask(solver, model, numCols, RIEN, 1) !== undefined;
  const stands = possible();
  const contredites: number[][] = [];
  let first = 0;
  for (const famille of familles) {
    const out: number[] = [];
    if (stands) keepWhatStands([...famille.keys()], (n, on) => set(first + n, on), possible, out);
    contredites.push(out);
    first += famille.length;
  }
  let whole: Model | undefined;
  const kept = () => rows.filter((_, row) => active[row] === 1);
  return {
    ...{ possible: stands, contredites },
    reel: (termes, sens) => ask(solver, model, numCols, termes, sens),
    entier: (termes, sens, assez = -1e20 * sens) => {
      whole ??= openModel(solver, dataOf(plafonds, kept()), true);
      whole.options.set({ objective_target: assez * sens });
      return ask(solver, whole, numCols, termes, sens);
    },
    middle: () => {
      const centre = openModel(solver, dataOf(plafonds, kept()), false);
      centre.options.set({ solver: 'ipm', run_crossover: 'off' });
      const reponse = ask(solver, centre, numCols, RIEN, 1);
      centre.dispose();
      return reponse;
    },
    near: (point, marge) => {
      whole ??= openModel(solver, dataOf(plafonds, kept()), true);
      const all = { kind: 'range', from: 0, to: numCols - 1 } as const;
      const low = point.map((x) => Math.max(0, Math.floor(x) - marge));
      const high = point.map((x, i) => Math.min(plafonds[i]!, Math.ceil(x) + marge));
      whole.changeColsBounds(all, low, high);
      whole.options.set({ objective_target: 1e20 });
      const termes = new Map(plafonds.map((_, i) => [i, (i % 3) - 1] as const));
      const reponse = ask(solver, whole, numCols, termes, 1);
      whole.changeColsBounds(all, new Float64Array(numCols), [...plafonds]);
      return reponse;
    },
    kept,
    close: () => {
      model.dispose();
      whole?.dispose();
    },
  };
}

/** Puts hypotheses in, all at once where they stand together, else half by half; those that cannot are put aside. */
function keepWhatStands(
  ranks: readonly number[],
  set: (rank: number, on: boolean) => void,
  possible: () => boolean,
  out: number[],
): void {
  if (ranks.length === 0) return;
  for (const n of ranks) set(n, true);
  if (possible()) return;
  for (const n of ranks) set(n, false);
  if (ranks.length === 1) {
    out.push(ranks[0]!);
    return;
  }
  const half = Math.ceil(ranks.length / 2);
  keepWhatStands(ranks.slice(0, half), set, possible, out);
  keepWhatStands(ranks.slice(half), set, possible, out);
}
