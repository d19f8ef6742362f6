import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./palette.css', import.meta.url), 'utf8');

function palette(pattern: RegExp): Map<string, string> {
  const block = pattern.exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast of WCAG 2, rounded down so that 4.49 is never 4.5. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return Math.floor(((light! + 0.05) / (dark! + 0.05)) * 100) / 100;
}

const TEXT = 4.5;
const MARK = 3;

/** What is over what, the least contrast, then the ratios measured in the light and dark palettes. */
const PAIRS: [string, string, number, number, number][] = [
  ['texte', 'fond', TEXT, 15.79, 14.69],
  ['texte', 'fond-doux', TEXT, 14.21, 12.73],
  ['texte-doux', 'fond', TEXT, 6.69, 8.59],
  ['texte-doux', 'fond-doux', TEXT, 6.02, 7.45],
  ['lien', 'fond', TEXT, 9.98, 10.03],
  ['sur-accent', 'accent', TEXT, 10.24, 10.32],
  ['sur-alerte', 'alerte', TEXT, 9.77, 9.63],
  ['accorde', 'fond', MARK, 9.98, 8.87],
  ['accorde', 'enveloppe', MARK, 7.5, 5.67],
  ['enveloppe-bord', 'fond', MARK, 4.26, 5.27],
  ['repere', 'fond', MARK, 15.79, 14.69],
  ['repere', 'enveloppe', MARK, 11.86, 9.39],
  ['inconnue', 'fond', MARK, 4.93, 7.67],
  ['rythme', 'fond', MARK, 4.09, 5.87],
  ['bord', 'fond', MARK, 3.92, 5.64],
  ['accent', 'fond', MARK, 9.98, 10.03],
  ['texte', 'pas-1', TEXT, 13.57, 11.74],
  ['texte', 'pas-2', TEXT, 10.35, 8.35],
  ['texte', 'pas-3', TEXT, 7.06, 5.02],
  ['sur-pas', 'pas-4', TEXT, 5.56, 7.44],
  ['sur-pas', 'pas-5', TEXT, 10.24, 12.38],
];

describe('contrasts of the style sheet', () => {
  const light = palette(/:root,\s*\.palette-claire \{([^}]*)\}/);
  const dark = palette(/prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/);

  test.each(PAIRS)('%s on %s', (over, under, least, inLight, inDark) => {
    const measured = [light, dark].map((colours) =>
      contrast(colours.get(over)!, colours.get(under)!),
    );
    expect(measured).toEqual([inLight, inDark]);
    expect(Math.min(...measured)).toBeGreaterThanOrEqual(least);
  });
});
