/** A reader and a writer of CSV that share no code with the pipeline: tests count and compare with them. */

/** Splits a text by a plain state machine: one character at a time, quotes doubled inside quotes. */
export function splitCsv(text: string, separateur: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let field = '';
  let quoted = false;
  const chars = [...text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')];
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i] ?? '';
    if (quoted && c === '"' && chars[i + 1] === '"') field += chars[++i];
    else if (quoted) {
      if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === separateur || c === '\n') {
      row.push(field);
      field = '';
      if (c === '\n') rows.push(row.splice(0));
    } else field += c;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

const isBlank = (row: readonly string[]) => row.every((field) => field.trim() === '');

/** Data rows of a CSV text: every row that holds something, less the header. */
export function countRows(text: string, separateur: string): number {
  return Math.max(0, splitCsv(text, separateur).filter((row) => !isBlank(row)).length - 1);
}

/** Data rows as objects keyed by header. */
export function readRows(text: string, separateur = ','): Record<string, string>[] {
  const [header = [], ...rows] = splitCsv(text, separateur).filter((row) => !isBlank(row));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

/** Text of a cell named as a spreadsheet does, `D4`. */
export function cellOf(text: string, cell: string, separateur = ','): string | undefined {
  const [, letters = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return splitCsv(text, separateur)[Number(line) - 1]?.[column];
}

export interface Ecriture {
  readonly separateur?: string;
  readonly finDeLigne?: string;
}

/** A CSV text from rows; a field is quoted only where it must be. */
export function writeCsv(
  rows: readonly (readonly string[])[],
  { separateur = ',', finDeLigne = '\n' }: Ecriture = {},
): string {
  const field = (text: string) =>
    text.includes(separateur) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(field).join(separateur) + finDeLigne).join('');
}
