/** Days as people and spreadsheets write them, read to ISO. Nothing is guessed. */
import { parseDate } from './exercice';
import { MOIS } from './mois';

export type DateRefus = 'illisible' | 'ambigue' | 'sans-annee';
export type JourLu =
  | { readonly ok: true; readonly jour: string; readonly precision: 'jour' | 'mois' }
  | { readonly ok: false; readonly refus: DateRefus };

/** How `03/04/2025` is to be read, where a source declares it. */
export const ORDRES_DATES = ['jour-mois-annee', 'mois-jour-annee'] as const;
export type OrdreDates = (typeof ORDRES_DATES)[number];

const flatten = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const MOIS_PLATS = MOIS.map(flatten);

/** Serial numbers taken for days: from 1 January 1990 to 31 December 2099. */
const SERIES = [32_874, 73_050] as const;
const SERIE_ZERO = Date.UTC(1899, 11, 30);

const refuse = (refus: DateRefus): JourLu => ({ ok: false, refus });
const pad = (n: number | string) => String(n).padStart(2, '0');

function ofParts(annee: string, mois: number | string, jour?: number | string): JourLu {
  const read = parseDate([annee, pad(mois), ...(jour === undefined ? [] : [pad(jour)])].join('-'));
  return read ? { ok: true, ...read } : refuse('illisible');
}

/** `31 mars 2025`, `1er avril 2025`, `mars 2025`; the year may not be left out. */
function readWords(text: string): JourLu | null {
  const flat = flatten(text)
    .replace(/^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? /, '')
    .replace(/^le /, '');
  const match = /^(?:(\d{1,2})(?:er)? )?([a-z]+)\.?(?: (\d{4}))?$/.exec(flat);
  if (!match) return null;
  const [, jour, nom = '', annee] = match;
  const mois = MOIS_PLATS.indexOf(nom) + 1;
  if (mois === 0) return null;
  return annee === undefined ? refuse('sans-annee') : ofParts(annee, mois, jour);
}

/** `31/03/2025`, `31-03-2025`, `31.03.2025`; both parts up to 12 need a declared order. */
function readNumbers(text: string, ordre: OrdreDates | null): JourLu | null {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return null;
  const [a, b] = [Number(match[1]), Number(match[3])];
  const annee = match[4] ?? '';
  if (ordre === null && a <= 12 && b <= 12 && a !== b) return refuse('ambigue');
  const monthFirst = ordre === null ? b > 12 : ordre === 'mois-jour-annee';
  return monthFirst ? ofParts(annee, a, b) : ofParts(annee, b, a);
}

/** ISO day of a spreadsheet's serial number, null outside 1990 to 2099. */
export function serialToJour(serie: number): string | null {
  if (!Number.isInteger(serie) || serie < SERIES[0] || serie > SERIES[1]) return null;
  return new Date(SERIE_ZERO + serie * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Reads `2025-03-31`, `2025/03/31`, `2025-03` (a month, which counts at its end), `31/03/2025`,
 * `31 mars 2025`, `1er avril 2025` and serial numbers. `03/04/2025` is refused without a declared order.
 */
export function readJour(text: string, ordre: OrdreDates | null = null): JourLu {
  const flat = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const iso = parseDate(flat.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3'));
  if (iso) return { ok: true, ...iso };
  const serie = /^\d{5}$/.test(flat) ? serialToJour(Number(flat)) : null;
  if (serie !== null) return { ok: true, jour: serie, precision: 'jour' };
  return readNumbers(flat, ordre) ?? readWords(flat) ?? refuse('illisible');
}
