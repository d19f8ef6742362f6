/** From a field of the register to the column that people fill in. */
import { unbroken } from '../lib/phrase';
import { columnLetter } from '../../src/lib/xlsx/reference';
import type { ColumnWritten } from '../../src/lib/xlsx/workbook';
import { quoteSheet } from '../../src/lib/xlsx/write-book';
import { DERNIERE_LIGNE } from '../../src/lib/xlsx/write-validation';
import { type Champ, type FeuilleId, labelsOf, type SheetKind, titreOf } from '../sources/kind';
import { FEUILLE_LISTES, kindOf } from '../sources/registre';
import { isListee, type Listes, NOTIONS } from './listes';

const AIDE_MAX = 255;

const FORMATS = {
  texte: 'texte',
  montant: 'montant',
  date: 'date',
  entier: 'entier',
  part: 'entier',
} as const satisfies Record<Champ['type'], ColumnWritten['format']>;

/** Cells of a list: absolute, so that each row of the column reads the same ones. */
function listRange(rank: number, length: number): string {
  const letter = columnLetter(rank);
  return `${quoteSheet(FEUILLE_LISTES)}!$${letter}$2:$${letter}$${length + 1}`;
}

/** Field that other sheets name a row by: the name of an organisation, the number of anything else. */
const namedBy = (id: FeuilleId, kind: SheetKind) => (id === 'organismes' ? 'nom' : kind.cle[0]);

/** The filled part of the column that names the rows of a sheet: a list with blanks opens on them. */
function sheetRange(id: FeuilleId): string {
  const kind = kindOf(id);
  const letter = columnLetter(Object.keys(kind.champs).indexOf(namedBy(id, kind) ?? ''));
  const nom = quoteSheet(titreOf(kind));
  const column = `${nom}!$${letter}$2:$${letter}$${DERNIERE_LIGNE}`;
  return `OFFSET(${nom}!$${letter}$2,0,0,MAX(1,COUNTA(${column})),1)`;
}

function choixOf(champ: Champ, { noms }: Listes): ColumnWritten['choix'] {
  if (champ.valeurs) return labelsOf(champ.valeurs);
  if (champ.vers) return sheetRange(champ.vers);
  if (champ.plusieurs || !isListee(champ.alias)) return undefined;
  const { length } = noms[champ.alias];
  return length === 0 ? undefined : listRange(NOTIONS.indexOf(champ.alias), length);
}

const TYPES: Readonly<Record<Champ['type'], string>> = {
  texte: '',
  montant: 'En dollars, avec les cents, par exemple 12345,67.',
  date: 'Année, mois, jour, par exemple 2026-03-31.',
  entier: 'Nombre entier.',
  part: 'Pourcentage entier.',
};

function typeHelp(champ: Champ): string {
  if (champ.valeurs) return `${labelsOf(champ.valeurs).join(', ')}.`;
  return champ.alias || champ.vers ? 'Choisissez dans la liste.' : TYPES[champ.type];
}

/** Names that may be put together in one cell, when there is room to say them. */
function several(champ: Champ, { mrc }: Listes): string {
  return champ.plusieurs && mrc.length > 0 ? `Au choix : ${mrc.join(' ; ')}.` : '';
}

function aideOf(champ: Champ, listes: Listes): string {
  const start = [champ.rempli ? 'Obligatoire.' : 'Facultatif.', champ.aide ?? typeHelp(champ)];
  const said = (parts: readonly string[]) => unbroken(parts.filter(Boolean).join(' '));
  const whole = said([...start, several(champ, listes)]);
  return whole.length <= AIDE_MAX ? whole : said(start);
}

const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** Room around a text. */
const MARGE = 4;

const LARGEURS: Readonly<Record<Champ['type'], number>> = {
  texte: 18,
  montant: 16,
  date: 13,
  entier: 10,
  part: 10,
};

/** Words that people write: a note leaves its room to the columns that everyone reads. */
const proseWidth = ({ rempli, restreint }: Champ) => (restreint && !rempli ? 26 : 46);

function contentWidth(champ: Champ, { noms, mrc }: Listes): number {
  if (champ.libre) return proseWidth(champ);
  if (champ.valeurs) return longest(labelsOf(champ.valeurs)) + MARGE;
  if (champ.vers) return champ.vers === 'organismes' ? 36 : 13;
  if (champ.plusieurs) return between(24, mrc.join(' ; ').length / 2, 32);
  if (!isListee(champ.alias)) return LARGEURS[champ.type];
  return between(14, longest(noms[champ.alias]) + MARGE, 42);
}

/** Room for the button of the filter, beside the heading. */
const BOUTON = 5;

/** The column of a field: heading, help, drop-down. */
export function toColumn(champ: Champ, listes: Listes): ColumnWritten {
  const titre = champ.entetes[0] ?? '';
  const choix = choixOf(champ, listes);
  return {
    titre,
    largeur: Math.ceil(Math.max(titre.length + BOUTON, contentWidth(champ, listes))),
    format: FORMATS[champ.type],
    aide: aideOf(champ, listes),
    ...(choix === undefined ? {} : { choix }),
  };
}
