export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const STEP = 6;

/**
 * Diagonal lines that fill a box, as one path. An SVG `<pattern>` would need an id, and two figures
 * on a page would then share it.
 */
export function hatchPath({ x1, y1, x2, y2 }: Box): string {
  const width = x2 - x1;
  const height = y2 - y1;
  const segments: string[] = [];
  for (let c = STEP / 2; c < width + height; c += STEP) {
    const fromX = x1 + Math.max(0, c - height);
    const fromY = y1 + Math.min(c, height);
    const toX = x1 + Math.min(c, width);
    const toY = y1 + Math.max(0, c - width);
    segments.push(`M${round(fromX)},${round(fromY)}L${round(toX)},${round(toY)}`);
  }
  return segments.join('');
}

const round = (n: number) => Math.round(n * 100) / 100;
