import { centsToDecimal } from '../../src/lib/domain/montant';

/** Cents as an operator reads them, `1 234,50 $`: no-break spaces, and a true minus sign. */
export function dollars(cents: bigint): string {
  const [whole = '', decimals = ''] = centsToDecimal(cents < 0n ? -cents : cents).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${cents < 0n ? '\u2212' : ''}${grouped},${decimals}\u00a0$`;
}
