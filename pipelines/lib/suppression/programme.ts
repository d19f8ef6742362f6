/** Linear programs in whole numbers, solved by HiGHS. */
import loadHighs from 'highs';

const highs = await loadHighs();
const { modelStatus, variableType } = highs.constants;

/** A sum of columns, each with its factor, held between two bounds. */
export interface Ligne {
  readonly bas: number;
  readonly haut: number;
  readonly termes: readonly (readonly [colonne: number, facteur: number])[];
}

/** Bounds and cost of a column of whole numbers, or of any numbers. */
export interface Colonne {
  readonly bas: number;
  readonly haut: number;
  readonly cout: number;
  readonly fractions?: boolean;
}

/**
 * The cheapest numbers that hold every row, one a column; null when there are none.
 * @param pres part of the least cost by which the cost found may be above it
 */
export function minimise(
  colonnes: readonly Colonne[],
  lignes: readonly Ligne[],
  pres: number,
): readonly number[] | null {
  const starts = [0];
  for (const { termes } of lignes) starts.push((starts.at(-1) ?? 0) + termes.length);
  const terms = lignes.flatMap((l) => l.termes);
  const data = {
    numCols: colonnes.length,
    numRows: lignes.length,
    colCost: colonnes.map((c) => c.cout),
    colLower: colonnes.map((c) => c.bas),
    colUpper: colonnes.map((c) => c.haut),
    rowLower: lignes.map((l) => l.bas),
    rowUpper: lignes.map((l) => l.haut),
    matrix: {
      ...{ format: 'csr' as const, numRows: lignes.length, numCols: colonnes.length, starts },
      ...{ indices: terms.map(([c]) => c), values: terms.map(([, f]) => f) },
    },
    integrality: colonnes.map((c) =>
      c.fractions ? variableType.continuous : variableType.integer,
    ),
  };
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: pres });
    model.run();
    if (model.getModelStatus() !== modelStatus.optimal) return null;
    return Array.from(model.getSolution().colValue, (v, i) =>
      colonnes[i]?.fractions ? v : Math.round(v),
    );
  });
}
