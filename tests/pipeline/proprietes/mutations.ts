/** One cell of a register changed as people, and programs, spoil cells. */
import fc from 'fast-check';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import { change, type Cellule, type Registre } from '../lib/registre';
import { ENTETES, NOMS } from '../lib/registre-entetes';
import { type Brute, bruteOf, type Feuille, letterOf, nombre, serie, texte } from './classeur';
import { Hasard } from './hasard';
import { decimalDe, plus } from './jours';
import { montantDe } from './sommes';

export interface Mutation {
  readonly sorte: string;
  readonly feuille: FeuilleId;
  readonly rang: number;
  readonly entete: string;
  readonly cellule: string;
  readonly brute: Brute | null;
  /** The cell says the same thing as before, in another way. */
  readonly pareille: boolean;
  /** Nothing of its column's type can be read there. */
  readonly illisible: boolean;
  /** What the cell says now, where it is known to be well written. */
  readonly sens: Cellule | null;
}

interface Where {
  readonly registre: Registre;
  readonly feuille: FeuilleId;
  readonly rang: number;
  readonly entete: string;
  readonly avant: Cellule;
}

type Change = Pick<Mutation, 'brute'> & Partial<Pick<Mutation, 'pareille' | 'sens'>>;

const textOf = (cell: Cellule): string => {
  if (typeof cell !== 'object') return String(cell);
  return 'jour' in cell ? cell.jour : cell.montant;
};

const of = (sens: Cellule): Change => ({ brute: bruteOf(sens), sens });

/** A letter or a figure taken out, doubled, or taken for another; a space more would say the same. */
function misspell(h: Hasard, text: string): string {
  const at = h.pick([...text.matchAll(/[\p{L}\d]/gu)].map((m) => m.index)) ?? 0;
  const [head, letter, tail] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  return head + h.pick(['', letter + letter, letter === 'z' ? 'y' : 'z']) + tail;
}

/** Columns where case says nothing: labels of a list, and numbers of other sheets. */
const SANS_CASSE = [
  ...['Cycle', 'Bailleur', 'Territoire', 'Territoire du siège', 'Priorité', 'MRC touchées'],
  ...['Mouvement', 'Nature', 'Décision', 'Précision', 'Projet', 'Annonce', 'Appel', 'Organisme'],
];

const isSame = (a: Cellule, b: Cellule) => JSON.stringify(a) === JSON.stringify(b);

function otherAmount(h: Hasard, { avant }: Where): Change | null {
  if (typeof avant !== 'object' || 'jour' in avant) return null;
  const cents = h.pick([1n, 100n, 12_345_678n, montantDe(avant) + 1n, montantDe(avant) - 1n]);
  return of({ montant: decimalDe(cents) });
}

function otherDay(h: Hasard, { avant }: Where): Change | null {
  if (typeof avant !== 'object' || 'montant' in avant) return null;
  return of({ jour: plus(avant.jour, h.pick([-4000, -400, -40, -1, 1, 40, 400, 4000])) });
}

function copied(h: Hasard, { registre, feuille, entete }: Where): Change | null {
  const other = h.pick(registre[feuille])[entete];
  return other === undefined || other === '' ? null : of(other);
}

const SORTES: Readonly<Record<string, (h: Hasard, at: Where) => Change | null>> = {
  vide: () => ({ brute: null }),
  espaces: () => ({ brute: texte('  \u00a0') }),
  'espaces autour': (_, { avant }) => ({ brute: texte(`  ${textOf(avant)} `), pareille: true }),
  'autre casse': (_, { avant, entete }) => {
    if (typeof avant !== 'string') return null;
    return { brute: texte(avant.toUpperCase()), pareille: SANS_CASSE.includes(entete) };
  },
  'autre montant': otherAmount,
  'autre signe': (_, { avant }) =>
    typeof avant === 'object' && 'montant' in avant
      ? of({ montant: decimalDe(-montantDe(avant)) })
      : null,
  'autre jour': otherDay,
  'faute de frappe': (h, { avant }) => ({ brute: texte(misspell(h, textOf(avant))) }),
  'valeur d’une autre ligne': copied,
  texte: (h) => ({ brute: texte(h.pick(['à déterminer', 'voir note', '?', 'Total', 's.o.'])) }),
  'jour impossible': (h) => ({
    brute: texte(h.pick(['31/02/2022', '2022-13-01', '03/04/2022', 'mars', '2022-02-29'])),
  }),
  'montant douteux': (h) => ({
    brute: texte(h.pick(['1.234', '12,345', '1 23,45', '12 $ et 5', '1234,567', '--5'])),
  }),
  nombre: (h) => ({ brute: nombre(h.pick(['0', '12', '-3.5', '45000', '1E+20', '0.001'])) }),
  pourcentage: () => ({ brute: nombre('0.5', 'part') }),
  'jour d’Excel': (h) => ({ brute: nombre(serie(h.pick(['2022-02-02', '1950-01-01'])), 'date') }),
  'heure d’Excel': () => ({ brute: nombre('44593.5', 'date') }),
  '=1+1 en texte': () => ({ brute: texte('=1+1') }),
  '=1+1': () => ({ brute: { formule: '1+1', valeur: '2' } }),
  'formule sans valeur': () => ({ brute: { formule: 'A1', valeur: null } }),
  'lien externe': () => ({ brute: { formule: '[1]Feuil1!A1', valeur: '777' } }),
  erreur: (h) => ({ brute: { erreur: h.pick(['#REF!', '#N/A', '#DIV/0!', '#NAME?']) } }),
  booleen: (h) => ({ brute: { vrai: h.once(2) } }),
};

/** What is neither an amount, nor a day, nor a whole number. */
const ILLISIBLES = [
  ...['texte', 'jour impossible', 'montant douteux', 'heure d’Excel', 'booleen'],
  ...['formule sans valeur', 'lien externe'],
];

/** Errors are refused everywhere; a share is read as one in its own column only. */
function isUnreadable(sorte: string, entete: string, avant: Cellule): boolean {
  if (sorte === 'erreur') return true;
  if (typeof avant === 'string') return false;
  return ILLISIBLES.includes(sorte) || (sorte === 'pourcentage' && entete !== 'Part');
}

/** One mutation of a register, drawn by a seed: amounts, days and numbers oftener than words. */
export function muter(registre: Registre, graine: number): Mutation {
  const h = new Hasard(graine);
  for (;;) {
    const feuille = h.pick(FEUILLES.filter((id) => registre[id].length > 0));
    const rang = h.below(registre[feuille].length);
    const entete = h.pick(ENTETES[feuille]);
    const avant = registre[feuille][rang]?.[entete] ?? '';
    if (typeof avant === 'string' && h.below(3) > 0) continue;
    const sorte = h.pick(Object.keys(SORTES));
    const found = SORTES[sorte]?.(h, { registre, feuille, rang, entete, avant });
    if (!found) continue;
    const { brute, sens = null, pareille = false } = found;
    const shown = brute !== null && 'texte' in brute ? brute.texte.trim() : null;
    const unchanged = shown === textOf(avant) || ((brute === null || shown === '') && avant === '');
    return {
      ...{ sorte, feuille, rang, entete, brute, sens },
      cellule: `${letterOf(ENTETES[feuille].indexOf(entete))}${rang + 2}`,
      illisible: isUnreadable(sorte, entete, avant),
      pareille: pareille || unchanged || (sens !== null && isSame(sens, avant)),
    };
  }
}

export const graines = fc.array(fc.nat(2 ** 31), { minLength: 8, maxLength: 8 });

/** The register's rows once the cell says something else. */
export const registreMute = (registre: Registre, { feuille, rang, entete, sens }: Mutation) =>
  sens === null ? null : change(registre, feuille, rang, { [entete]: sens });

/** A heading changed in the same ways; its row is that of the headings, before the first. */
export function muterEntete(registre: Registre, graine: number): Mutation {
  const h = new Hasard(graine);
  const feuille = h.pick(FEUILLES);
  const entete = h.pick(ENTETES[feuille]);
  const [sorte, brute] = h.pick<readonly [string, Brute | null]>([
    ['vide', null],
    ['faute de frappe', texte(misspell(h, entete))],
    ['deux fautes', texte(misspell(h, misspell(h, entete)))],
    ['texte', texte(h.pick(['Colonne1', 'Divers', 'total']))],
    ['autre en-tête', texte(h.pick(ENTETES[feuille]))],
    ['nombre', nombre('2022')],
    ['erreur', { erreur: '#REF!' }],
  ]);
  const at = ENTETES[feuille].indexOf(entete);
  const pareille =
    brute !== null && 'texte' in brute && brute.texte.toLowerCase() === entete.toLowerCase();
  return {
    ...{ sorte, feuille, rang: -1, entete, brute, pareille, sens: null },
    illisible: false,
    cellule: `${letterOf(at)}1`,
  };
}

/** Sheets of a register, in their usual layout, with the mutation in its place. */
export function feuillesOf(registre: Registre, mutation: Mutation | null): Feuille[] {
  return FEUILLES.map((id) => {
    const at = (rang: number, entete: string, cell: Brute | null) =>
      mutation?.feuille === id && mutation.rang === rang && mutation.entete === entete
        ? mutation.brute
        : cell;
    const heading = ENTETES[id].map((entete) => at(-1, entete, texte(entete)));
    const rows = registre[id].map((row, rang) =>
      ENTETES[id].map((entete) => at(rang, entete, bruteOf(row[entete]))),
    );
    return { nom: NOMS[id], grille: [heading, ...rows] };
  });
}
