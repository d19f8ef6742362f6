const ESPACE = '\u00a0';
const MOINS = '\u2212';

/** Intl's separators differ between engines (U+202F or U+00A0, hyphen or U+2212): one spelling here. */
function normalise(texte: string): string {
  return texte.replace(/[\u202f\u2009 ]/g, ESPACE).replace(/-/g, MOINS);
}

const formats = new Map<string, Intl.NumberFormat>();

function decimal(min: number, max: number): Intl.NumberFormat {
  const key = `${min}-${max}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('fr-CA', {
      minimumFractionDigits: min,
      maximumFractionDigits: max,
    });
    formats.set(key, format);
  }
  return format;
}

/** Writes a number with at least `min` and at most `max` decimals; never « −0 ». */
function write(n: number, min: number, max: number): string {
  if (!Number.isFinite(n)) throw new RangeError(`Not a finite number: ${n}`);
  const texte = normalise(decimal(min, max).format(n));
  return /[1-9]/.test(texte) ? texte : texte.replace(MOINS, '');
}

/** `1234.5` -> `1 234,5` (U+00A0), at most `decimales` decimals (3 by default). */
export function formatNombre(n: number, options: { decimales?: number } = {}): string {
  return write(n, 0, options.decimales ?? 3);
}

/** `0.56097` -> `56,1 %`: a share between 0 and 1, with exactly `decimales` decimals (1 by default). */
export function formatPart(part: number, options: { decimales?: number } = {}): string {
  const decimales = options.decimales ?? 1;
  return `${write(part * 100, decimales, decimales)}${ESPACE}%`;
}

/**
 * Dollars -> `3 421 915,48 $`, `6 063 249 $` when there are no cents.
 * `cents: true` always writes the cents, `cents: false` never does (rounds to the dollar).
 */
export function formatMontant(dollars: number, options: { cents?: boolean } = {}): string {
  const whole = Math.round(dollars * 100) % 100 === 0;
  const decimales = (options.cents ?? !whole) ? 2 : 0;
  return `${write(dollars, decimales, decimales)}${ESPACE}$`;
}

const ECHELLES = [
  { seuil: 1e3, unite: 'k$' },
  { seuil: 1e6, unite: 'M$' },
  { seuil: 1e9, unite: 'G$' },
] as const;

/** Dollars in the OQLF short form: `3,4 M$`, `491,6 k$`; under 10 000 $ the whole amount. */
export function formatMontantCourt(dollars: number): string {
  if (Math.abs(dollars) < 10_000) return formatMontant(dollars);
  // 999 950 $ would round to « 1 000 k$ »: it takes the next unit.
  const reached = ECHELLES.filter(({ seuil }) => Math.abs(dollars) >= seuil * 0.99995);
  const { seuil, unite } = reached[reached.length - 1]!;
  return `${write(dollars / seuil, 0, 1)}${ESPACE}${unite}`;
}

/** Bytes -> `3 ko`, or `1,2 Mo` from a million: the weight of a file. */
export function formatPoids(octets: number): string {
  if (octets >= 1e6) return formatOctets(octets);
  return `${write(Math.max(1, Math.round(octets / 1e3)), 0, 0)}${ESPACE}ko`;
}

/** Bytes -> `39,2 Mo` (decimal megabytes), one decimal always, for a count that moves. */
export function formatOctets(octets: number): string {
  return `${write(octets / 1e6, 1, 1)}${ESPACE}Mo`;
}
