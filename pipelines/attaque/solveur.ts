/** Whole numbers of which some sums are known, and how far another sum of them may go: asked of HiGHS. */
import loadHighs, { type Model } from 'highs';

const highs = await loadHighs();
const { modelStatus, objectiveSense, variableType } = highs.constants;

/** A sum of unknowns, each at least zero, and what it lies between. */
export interface Ligne {
  readonly inconnues: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** Unknowns for which a sum of some of them is the least or the most; null where it has no end. */
export type Seek = (inconnues: readonly number[], sens: 'min' | 'max') => readonly number[] | null;

function modelOf(nombre: number, lignes: readonly Ligne[]) {
  const starts = [0];
  for (const { inconnues } of lignes) starts.push((starts.at(-1) ?? 0) + inconnues.length);
  const indices = lignes.flatMap((l) => l.inconnues);
  const each = <T>(value: T) => Array.from({ length: nombre }, () => value);
  return {
    ...{ numCols: nombre, numRows: lignes.length },
    ...{ colCost: each(0), colLower: each(0), colUpper: each(Infinity) },
    rowLower: lignes.map((l) => l.min),
    rowUpper: lignes.map((l) => l.max),
    matrix: {
      ...{ format: 'csr' as const, numRows: lignes.length, numCols: nombre, starts },
      ...{ indices, values: indices.map(() => 1) },
    },
  };
}

function run(model: Model): readonly number[] | null {
  model.run();
  if (model.getModelStatus() !== modelStatus.optimal) return null;
  return [...model.getSolution().colValue];
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/** Whole numbers, of which some columns alone may be other than zero; every column is as it was afterwards. */
function runAmong(model: Model, nombre: number, free: readonly boolean[]) {
  const all = { kind: 'range', from: 0, to: nombre - 1 } as const;
  const domain = (type: number) => new Int32Array(nombre).fill(type);
  const setUpper = (upper: (i: number) => number) => {
    for (const [i, open] of free.entries()) if (!open) model.changeColBounds(i, 0, upper(i));
  };
  model.changeColsIntegrality(all, domain(variableType.integer));
  setUpper(() => 0);
  const whole = run(model);
  setUpper(() => Infinity);
  model.changeColsIntegrality(all, domain(variableType.continuous));
  return whole;
}

/**
 * Any numbers are looked for first, from where the last search ended; whole ones where those are not: among the columns
 * that these or the last whole ones leave above zero, then among all, unless `isBest` of what was found.
 */
function runWhole(
  model: Model,
  nombre: number,
  last: readonly number[] = [],
  isBest: (whole: readonly number[], any: readonly number[]) => boolean = () => true,
): readonly number[] | null {
  const any = run(model);
  if (any === null || any.every(isWhole)) return any;
  const some = runAmong(
    model,
    nombre,
    any.map((value, i) => value > 1e-9 || (last[i] ?? 0) > 0),
  );
  if (some !== null && isBest(some, any)) return some;
  return runAmong(
    model,
    nombre,
    any.map(() => true),
  );
}

/** What `ask` finds of so many unknowns that make these sums; null where no whole numbers do. */
export function search<R>(
  nombre: number,
  lignes: readonly Ligne[],
  ask: (seek: Seek) => R,
): R | null {
  if (nombre === 0) return ask(() => []);
  return highs.withModel(modelOf(nombre, lignes), (model) => {
    model.options.set({ output_flag: false });
    const first = runWhole(model, nombre);
    if (first === null) return null;
    let last = first;
    let costed: readonly number[] = [];
    const setCosts = (inconnues: readonly number[], cost: number) => {
      for (const i of inconnues) model.changeColCost(i, cost);
    };
    return ask((inconnues, sens) => {
      setCosts(costed, 0);
      setCosts(inconnues, 1);
      costed = inconnues;
      model.changeObjectiveSense(objectiveSense[sens === 'min' ? 'minimize' : 'maximize']);
      const sum = (values: readonly number[]) =>
        inconnues.reduce((a, i) => a + (values[i] ?? 0), 0);
      const isBest = (whole: readonly number[], any: readonly number[]) =>
        Math.abs(sum(whole) - sum(any)) < 1 - 1e-6;
      const found = runWhole(model, nombre, last, isBest)?.map(Math.round) ?? null;
      last = found ?? last;
      return found;
    });
  });
}
