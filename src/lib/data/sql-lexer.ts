/** Parts of a SQL text, as DuckDB reads them, whatever the statement. */
export interface Part {
  readonly nature: 'code' | 'chaine' | 'identifiant' | 'commentaire' | 'parametre' | 'fin';
  readonly texte: string;
}

const OPENINGS = [
  ['commentaire', /--[^\n]*/y],
  ['chaine', /[eE]'(?:\\[^]|''|[^'\\])*(?:'|$)/y],
  ['chaine', /'(?:''|[^'])*(?:'|$)/y],
  ['identifiant', /"(?:""|[^"])*(?:"|$)/y],
  ['chaine', /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[^]*?(?:\$\1\$|$)/y],
  ['parametre', /\$\w+|\?/y],
  ['code', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['fin', /;/y],
] as const;

/** Block comments nest: the end of the one that opens at `start`. */
function blockEnd(sql: string, start: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  for (let depth = 0, found = mark.exec(sql); found; found = mark.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

function partAt(sql: string, start: number): Part {
  if (sql.startsWith('/*', start))
    return { nature: 'commentaire', texte: sql.slice(start, blockEnd(sql, start)) };
  for (const [nature, pattern] of OPENINGS) {
    pattern.lastIndex = start;
    const texte = pattern.exec(sql)?.[0];
    if (texte) return { nature, texte };
  }
  return { nature: 'code', texte: String.fromCodePoint(sql.codePointAt(start)!) };
}

/** Cuts a text without losing any of it: the parts joined are the text. */
export function splitSql(sql: string): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < sql.length; start += parts.at(-1)!.texte.length)
    parts.push(partAt(sql, start));
  return parts;
}

export const isIdle = ({ nature, texte }: Part): boolean =>
  nature === 'fin' || nature === 'commentaire' || texte.trim() === '';

/** A statement without what follows its last word: spaces, comments and semicolons. */
export function trimEnd(sql: string): string {
  const parts = splitSql(sql);
  return parts
    .slice(0, parts.findLastIndex((part) => !isIdle(part)) + 1)
    .map(({ texte }) => texte)
    .join('');
}
