/** One register in another shape: what people do to a workbook that changes nothing of what it says. */
import { FEUILLES, type Champ, type FeuilleId } from '../../../pipelines/sources/kind';
import { registre as kinds } from '../../../pipelines/sources/registre';
import type { Cellule, Rangee, Registre } from '../lib/registre';
import { type Brute, type Feuille, type Grille, letterOf, nombre, serie, texte } from './classeur';
import { Hasard } from './hasard';
import { plus } from './jours';

const champsOf = (id: FeuilleId): Champ[] =>
  Object.values(kinds.find((k) => k.feuille?.id === id)?.champs ?? {});

const nomsOf = (id: FeuilleId) => kinds.find((k) => k.feuille?.id === id)?.feuille?.noms ?? [];

/** Spaces that windows-1252 has. */
const SPACES = [' ', '  ', '\u00a0'];

const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Letters in another case, another space, another apostrophe. */
function respell(h: Hasard, text: string): string {
  const cased = h.pick([text, text, text.toUpperCase(), text.toLowerCase()]);
  const spaced = cased.replace(/ /g, () => h.pick(SPACES));
  return `${h.pick(['', '', ' '])}${spaced.replace(/['’]/g, h.pick(["'", '’']))}${h.pick(['', '', '  '])}`;
}

function reword(h: Hasard, champ: Champ): string {
  const word = respell(h, h.pick(champ.entetes));
  const plain = h.once(3) ? withoutAccents(word) : word;
  const joined = h.once(5) ? plain.trim().replace(/\s+/g, '_') : plain;
  return `${joined}${h.pick(['', '', '', ' *', ' :', ' (obligatoire)'])}`;
}

const MOIS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août'],
  ...['septembre', 'octobre', 'novembre', 'décembre'],
];

/** A day in words, in figures where they say one day only, or as ISO. */
function dayText(h: Hasard, jour: string): string {
  const [year = '', month = '', day = ''] = jour.split('-');
  const name = MOIS[Number(month) - 1] ?? '';
  const words = `${day === '01' ? '1er' : Number(day)} ${h.once(2) ? name : withoutAccents(name).toUpperCase()} ${year}`;
  const figures = Number(day) > 12 || day === month ? [`${day}/${month}/${year}`] : [];
  return h.pick([jour, jour.replaceAll('-', '/'), words, `le ${words}`, ...figures]);
}

const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** An amount with its cents, as people and machines type it. */
function moneyText(h: Hasard, decimal: string): string {
  const minus = decimal.startsWith('-');
  const [whole = '', cents = ''] = decimal.replace('-', '').split('.');
  const text = h.pick([
    `${whole},${cents}`,
    `${whole}.${cents}`,
    `${grouped(whole, ' ')},${cents} $`,
    `${grouped(whole, '\u00a0')},${cents}\u00a0$`,
    `${grouped(whole, ',')}.${cents}`,
  ]);
  return minus ? h.pick([`-${text}`, `(${text})`, `- ${text}`]) : text;
}

function spell(h: Hasard, champ: Champ, cell: Cellule): string {
  if (typeof cell === 'number')
    return champ.type === 'part' ? h.pick([`${cell}`, `${cell} %`]) : `${cell}`;
  if (typeof cell === 'object')
    return 'jour' in cell ? dayText(h, cell.jour) : moneyText(h, cell.montant);
  if (champ.valeurs && h.once(3)) return withoutAccents(cell).toUpperCase();
  if (champ.plusieurs)
    return cell
      .split(/\s*;\s*/)
      .map((l) => respell(h, l))
      .join(h.pick([';', ' ; ']));
  return champ.alias || champ.vers || champ.valeurs ? respell(h, cell) : cell;
}

/** The same value as text, or typed as a spreadsheet would. */
function type(h: Hasard, champ: Champ, cell: Cellule): Brute {
  if (typeof cell === 'string' || h.once(3)) return texte(spell(h, champ, cell));
  if (typeof cell === 'number')
    return champ.type === 'part' && h.once(2)
      ? nombre(String(cell / 100), 'part')
      : nombre(String(cell));
  if ('jour' in cell) return nombre(serie(cell.jour), h.pick(['date', 'date', 'aucun']));
  const binary = String(Number(cell.montant));
  return nombre(h.pick([cell.montant, binary]), h.pick(['montant', 'aucun']));
}

const EN_PLUS = ['Suivi interne', 'Couleur du dossier', 'Relu par'];
const AUTRE: readonly Brute[] = [
  texte('fait'),
  texte('à revoir; vite'),
  nombre('12.5'),
  { erreur: '#N/A' },
];

interface Colonne {
  readonly titre: string;
  /** Null for a column of the fund's own. */
  readonly champ: Champ | null;
}

/** Columns in another order, some of their own between them, and no optional one that holds nothing. */
function columnsOf(h: Hasard, id: FeuilleId, rows: readonly Rangee[]): Colonne[] {
  const held = champsOf(id).filter(
    (c) => c.requis || h.once(2) || rows.some((r) => (r[c.entetes[0] ?? ''] ?? '') !== ''),
  );
  const own = held.map((champ) => ({ titre: reword(h, champ), champ }));
  const more = EN_PLUS.slice(0, h.below(EN_PLUS.length)).map((titre) => ({ titre, champ: null }));
  return h.shuffle([...own, ...more]);
}

interface Tableau {
  readonly rows: Grille;
  readonly haut: number;
  readonly gauche: number;
}

/** The table in a corner of the sheet, under a title and a note. */
function tableOf(h: Hasard, id: FeuilleId, rows: readonly Rangee[], asText: boolean): Tableau {
  const columns = columnsOf(h, id, rows);
  const [haut, gauche] = [h.pick([0, 0, 3, 6]), h.pick([0, 0, 1, 3])];
  const margin = Array.from({ length: gauche }, () => null);
  const cellOf = ({ champ }: Colonne, row: Rangee): Brute | null => {
    if (champ === null) return h.once(2) ? h.pick(AUTRE) : null;
    const cell = row[champ.entetes[0] ?? ''];
    if (cell === undefined || cell === '') return h.once(4) ? texte('  ') : null;
    return asText ? texte(spell(h, champ, cell)) : type(h, champ, cell);
  };
  const blank = columns.map(() => null);
  const body = h
    .shuffle(rows)
    .flatMap((row) => [
      ...(h.once(8) ? [[...margin, ...blank]] : []),
      [...margin, ...columns.map((c) => cellOf(c, row))],
    ]);
  const title = Array.from({ length: haut }, (_, i) => [
    ...margin,
    i === 0 ? texte('Registre du fonds') : i === 2 ? texte('Tenu par le bureau') : null,
    ...blank.slice(1),
  ]);
  const heading = [...margin, ...columns.map((c) => texte(c.titre))];
  return { rows: [...title, heading, ...body], haut, gauche };
}

/** Sheets in another order, under other names, among sheets of the fund's own. */
export function autreClasseur(registre: Registre, graine: number): Feuille[] {
  const h = new Hasard(graine);
  const own = FEUILLES.map((id): Feuille => {
    const { rows, haut, gauche } = tableOf(h, id, registre[id], false);
    const [left, right] = [letterOf(gauche), letterOf(gauche + 3)];
    const nom = h.pick(nomsOf(id));
    return {
      nom: h.once(3) ? nom.toUpperCase() : nom,
      grille: rows,
      fusions: haut > 0 ? [`${left}1:${right}1`] : [],
    };
  });
  const more = ['Brouillon', 'Listes', 'Mode d’emploi'].slice(0, h.below(4));
  return h.shuffle([
    ...own,
    ...more.map((nom): Feuille => ({ nom, grille: [[texte('Total'), nombre('12')]] })),
  ]);
}

/** A number as a spreadsheet shows it. */
function shownNumber(value: string, style: string): string {
  if (style === 'part') return `${Number(value) * 100} %`;
  if (style !== 'date') return value;
  return `${plus('1899-12-30', Math.floor(Number(value)))}${value.includes('.') ? ' 12:00' : ''}`;
}

const shown = (cell: Brute | null): string => {
  if (cell === null) return '';
  if ('texte' in cell) return cell.texte;
  if ('nombre' in cell) return shownNumber(cell.nombre, cell.style);
  if ('erreur' in cell) return cell.erreur;
  return 'vrai' in cell ? (cell.vrai ? 'VRAI' : 'FAUX') : (cell.valeur ?? `=${cell.formule}`);
};

const quote = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** « É » then this space are, in windows-1252, the two bytes of one letter in UTF-8: such a file is refused. */
const unlikeUtf8 = (text: string) => text.replace(/(?<=[\u00c0-\u00df])\u00a0/g, ' ');

/** Text of a sheet, its cells as they show. */
export const texteCsv = (grille: Grille): string =>
  unlikeUtf8(grille.map((cells) => `${cells.map((c) => quote(shown(c))).join(';')}\r\n`).join(''));

/** One CSV a sheet, the files in another order. */
export function autresCsv(registre: Registre, graine: number): Record<string, string> {
  const h = new Hasard(graine);
  return Object.fromEntries(
    h.shuffle(FEUILLES).map((id) => [id, texteCsv(tableOf(h, id, registre[id], true).rows)]),
  );
}
