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

/** Any numbers are looked for first, from where the last search ended; whole ones where those are not. */
function runWhole(model: Model, nombre: number): readonly number[] | null {
  const found = run(model);
  if (found === null || found.every(isWhole)) return found;
  const all = { kind: 'range', from: 0, to: nombre - 1 } as const;
  const domain = (type: number) => new Int32Array(nombre).fill(type);
  model.changeColsIntegrality(all, domain(variableType.integer));
  const whole = run(model);
  model.changeColsIntegrality(all, domain(variableType.continuous));
  return whole;
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
    if (runWhole(model, nombre) === null) return null;
    let costed: readonly number[] = [];
    const setCosts = (inconnues: readonly number[], cost: number) => {
      for (const i of inconnues) model.changeColCost(i, cost);
    };
    return ask((inconnues, sens) => {
      setCosts(costed, 0);
      setCosts(inconnues, 1);
      costed = inconnues;
      model.changeObjectiveSense(objectiveSense[sens === 'min' ? 'minimize' : 'maximize']);
      return runWhole(model, nombre)?.map(Math.round) ?? null;
    });
  });
}
