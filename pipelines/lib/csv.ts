import Papa from 'papaparse';

export const SEPARATEURS = [',', ';', '\t', '|'] as const;
export type Separateur = (typeof SEPARATEURS)[number];

/** A record of a CSV file; `ligne` is the row number that a spreadsheet shows. */
export interface CsvRecord {
  readonly ligne: number;
  readonly champs: readonly string[];
}

export interface CsvRead {
  readonly entete: CsvRecord | null;
  readonly lignes: readonly CsvRecord[];
  readonly vides: number;
  readonly erreurs: readonly { readonly ligne: number; readonly message: string }[];
}

const QUOTES =
  "les guillemets ne sont pas appariés : un champ ouvert par « \" » n'est pas fermé, ou un guillemet du texte n'est pas doublé ; vérifiez cette ligne, puis exportez le fichier de nouveau";

/** Different texts of a column up to which each is held once. */
const PARTAGES_MAX = 1000;

/** Texts of records, those that come again and again held once: few are, but they fill most cells. */
class Partage {
  readonly #known: Map<string, string>[] = [];

  share(texte: string, colonne: number): string {
    const known = (this.#known[colonne] ??= new Map<string, string>());
    const earlier = known.get(texte);
    if (earlier !== undefined) return earlier;
    if (known.size < PARTAGES_MAX) known.set(texte, texte);
    return texte;
  }
}

/** Splits a text into records with the declared delimiter. Never types a value, never drops a record. */
export function readCsv(text: string, separateur: Separateur): CsvRead {
  const partage = new Partage();
  const erreurs: CsvRead['erreurs'][number][] = [];
  const filled: CsvRecord[] = [];
  let count = 0;
  Papa.parse<string[]>(text, {
    delimiter: separateur,
    skipEmptyLines: false,
    step({ data, errors }) {
      count++;
      erreurs.push(...errors.map(() => ({ ligne: count, message: QUOTES })));
      if (data.every((champ) => champ.trim() === '')) return;
      filled.push({ ligne: count, champs: data.map((champ, i) => partage.share(champ, i)) });
    },
  });
  const entete = filled.shift() ?? null;
  const trailing = text.endsWith('\n') ? 1 : 0;
  const held = filled.length + (entete ? 1 : 0);
  return { entete, lignes: filled, vides: Math.max(0, count - held - trailing), erreurs };
}

/** The delimiter under which the first line has the most fields: used in messages only. */
export function likelySeparateur(firstLine: string): Separateur {
  const count = (s: string) => firstLine.split(s).length;
  return [...SEPARATEURS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** A field of a CSV with commas, as the fund's own lists are written. */
export const csvField = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const BOM = '\ufeff';

/** What a spreadsheet runs, or may once it has dropped blanks or narrowed wide signs. */
const FORMULE = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Records as CSV that a spreadsheet in French opens as it is: UTF-8 with a mark, semicolons. A value that
 * a spreadsheet would run as a formula gets a quote before it.
 */
export function toCsv(records: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    records.map((r) => [...r]),
    { delimiter: ';', escapeFormulae: FORMULE },
  );
  return `${BOM}${text.replace(/\r\n$/, '')}\r\n`;
}
