/**
 * The number nearest to a DECIMAL, given its digits and scale, as 4026.43 for (402643n, 2).
 * DuckDB's own casts are not used: some give 4026.4300000000003.
 */
export function decimalToNumber(digits: bigint, scale: number): number {
  return Number(digits) / 10 ** scale;
}
