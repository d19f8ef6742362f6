/** Days, exercices and cents reckoned by other means than the project's own. */

const DAY = 86_400_000;
const timeOf = (jour: string) => Date.UTC(+jour.slice(0, 4), +jour.slice(5, 7) - 1, +jour.slice(8));

export const plus = (jour: string, days: number): string =>
  new Date(timeOf(jour) + days * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / DAY;

/** From 1 April to 31 March. */
export function exerciceDe(jour: string): string {
  const [annee, mois] = [Number(jour.slice(0, 4)), Number(jour.slice(5, 7))];
  const debut = mois < 4 ? annee - 1 : annee;
  return `${debut}-${debut + 1}`;
}

/** `-12.30` to -1230; no other spelling. */
export function centsDe(decimal: string): bigint {
  const [, sign, whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d{2}))?$/.exec(decimal) ?? [];
  if (whole === '') throw new Error(`not a plain decimal: ${decimal}`);
  const cents = BigInt(whole + (part || '00'));
  return sign === '-' ? -cents : cents;
}

export function decimalDe(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
