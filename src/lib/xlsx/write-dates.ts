const DAY_MS = 86_400_000;

/** Before it, spreadsheets do not agree: one counts a 29 February 1900. */
const FIRST = '1900-03-01';

const midnight = (jour: string) => Date.parse(`${jour}T00:00:00Z`);

/** Day number of an ISO day, as a spreadsheet counts. @throws RangeError for a day that does not exist. */
export function serialOf(jour: string): number {
  const time = midnight(jour);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(jour);
  if (!real || jour.length !== 10 || jour < FIRST)
    throw new RangeError(`Not a day that a workbook holds: ${jour}`);
  return (time - midnight('1899-12-30')) / DAY_MS;
}
