/** Amounts of money as people type them, read to whole cents. Nothing is guessed. */

export type MontantRefus = 'vide' | 'illisible' | 'ambigu' | 'decimales' | 'trop-grand';
export type MontantLu =
  | { readonly ok: true; readonly cents: bigint }
  | { readonly ok: false; readonly refus: MontantRefus };

/** Largest amount that DECIMAL(14,2) holds, in cents. */
export const MONTANT_MAX = 99_999_999_999_999n;

const SPACES = /[ \u00a0\u202f\u2009]/g;
const refuse = (refus: MontantRefus): MontantLu => ({ ok: false, refus });

/** Takes sign marks off: a minus (ASCII or U+2212) or accounting parentheses, `$` on either side. */
function splitSign(text: string): { negative: boolean; body: string } {
  const bare = text.replace(/^\$\s*|\s*\$$/g, '');
  const inParens = /^\((.*)\)$/.exec(bare);
  if (inParens) return { negative: true, body: (inParens[1] ?? '').replace(/^\$\s*|\s*\$$/g, '') };
  const signed = /^[-\u2212]\s*(?=[\d$])(.*)$/.exec(bare);
  if (signed) return { negative: true, body: (signed[1] ?? '').replace(/^\$\s*/, '') };
  return { negative: false, body: bare };
}

/** Digits before and after the decimal mark, or why they cannot be told. */
function splitDigits(body: string): { whole: string; cents: string } | MontantRefus {
  if (/^\d+([.,]\d{1,2})?$/.test(body)) return cut(body, '');
  if (/^\d{1,3}[.,]\d{3}$/.test(body)) return 'ambigu';
  if (/^\d+[.,]\d{3,}$/.test(body)) return 'decimales';
  if (/^\d{1,3}( \d{3})+([.,]\d{1,2})?$/.test(body)) return cut(body, ' ');
  if (/^\d{1,3}(,\d{3})+\.\d{1,2}$/.test(body) || /^\d{1,3}(,\d{3}){2,}$/.test(body))
    return cut(body, ',');
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(body) || /^\d{1,3}(\.\d{3}){2,}$/.test(body))
    return cut(body, '.');
  return 'illisible';
}

function cut(body: string, group: string): { whole: string; cents: string } {
  const [whole = '', cents = ''] = body.replaceAll(group, '').split(/[.,]/);
  return { whole, cents: cents.padEnd(2, '0') };
}

/**
 * Reads `3 421 915,48 $`, `3421915.48`, `(1 234,50)` and the like to cents. Groups may be marked by
 * U+0020, U+00A0, U+202F or U+2009. `1.234` is refused as ambiguous: it may be a thousand or a unit.
 */
export function parseMontant(text: string): MontantLu {
  const flat = text.replace(SPACES, ' ').trim();
  if (flat === '') return refuse('vide');
  const { negative, body } = splitSign(flat);
  const digits = splitDigits(body.trim());
  if (typeof digits === 'string') return refuse(digits);
  const cents = BigInt(digits.whole) * 100n + BigInt(digits.cents);
  if (cents > MONTANT_MAX) return refuse('trop-grand');
  return { ok: true, cents: negative ? -cents : cents };
}

/** Cents as the plain decimal of data files: `-0.11`, `3421915.48`. */
export function centsToDecimal(cents: bigint): string {
  const absolute = cents < 0n ? -cents : cents;
  const decimal = `${absolute / 100n}.${(absolute % 100n).toString().padStart(2, '0')}`;
  return cents < 0n ? `-${decimal}` : decimal;
}

/**
 * Splits an amount by whole percents so that the parts add up to it to the cent: each part is
 * rounded toward zero, then the cents left go one by one to the largest remainders, first come first.
 * @throws RangeError when the shares do not add up to 100.
 */
export function splitMontant(cents: bigint, percents: readonly number[]): bigint[] {
  if (percents.reduce((a, b) => a + b, 0) !== 100)
    throw new RangeError(`Shares must add up to 100: ${percents.join(', ')}`);
  const sign = cents < 0n ? -1n : 1n;
  const absolute = cents * sign;
  const parts = percents.map((p) => (absolute * BigInt(p)) / 100n);
  const byRemainder = percents
    .map((p, index) => ({ index, remainder: (absolute * BigInt(p)) % 100n }))
    .sort((a, b) => Number(b.remainder - a.remainder));
  let left = absolute - parts.reduce((a, b) => a + b, 0n);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => part * sign);
}
