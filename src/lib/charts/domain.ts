/** Bounds of a scale; always holds 0. */
export type Bounds = readonly [number, number];

const SHARED_RATIO = 20;

function bounds(values: readonly (number | null)[]): Bounds {
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v));
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

export interface Bounded {
  readonly bornes: Bounds;
  /** The panel is not comparable by eye with the others: it must say so. */
  readonly propre: boolean;
}

/**
 * One scale for all panels, so that lengths compare, unless a panel would be crushed by another
 * (20 times smaller): then each has its own.
 */
export function panelBounds(panels: readonly (readonly (number | null)[])[]): Bounded[] {
  const each = panels.map(bounds);
  const spans = each.map(([min, max]) => max - min).filter((span) => span > 0);
  const propre = Math.max(0, ...spans) > SHARED_RATIO * Math.min(Infinity, ...spans);
  const all = bounds(each.flat());
  return each.map((own) => ({ bornes: widen(propre ? own : all), propre }));
}

function widen([min, max]: Bounds): Bounds {
  return min === max ? [0, 1] : [min, max];
}

/** Round values from 0 to at most `max`, at most `count` steps, each 1, 2 or 5 times a power of 10. */
export function roundTicks(max: number, count: number): number[] {
  if (!(max > 0)) return [0];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => s >= rough) ?? rough;
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, i) => i * step);
}
