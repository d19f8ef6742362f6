/** Text of an answer, read to the value that its question awaits. Nothing is guessed. */
import { readJour } from '../../src/lib/domain/date';
import { type MontantRefus, parseMontant } from '../../src/lib/domain/montant';
import type { RegleId } from '../../src/lib/domain/regles/index';
import { foldWords } from '../lib/fold';
import { OUI_NON, type TypeReponse } from './definition';
import { NON_COMPTE, type Valeur } from './reponses';

/** What a question awaits. */
export interface Attendu {
  readonly type: TypeReponse;
  readonly choix?: readonly { readonly id: string; readonly nom: string }[] | undefined;
}

/** Null for an empty answer. */
export type Lue =
  | { readonly ok: true; readonly valeur: Valeur | null }
  | { readonly ok: false; readonly regle: RegleId; readonly message: string };

const read = (valeur: Valeur | null): Lue => ({ ok: true, valeur });
const refuse = (message: string, regle: RegleId = 'reponse-illisible'): Lue => ({
  ok: false,
  regle,
  message,
});

const MONTANT: Readonly<Record<MontantRefus, string>> = {
  vide: 'un montant est attendu : écrivez par exemple 1 234,50',
  ambigu:
    'ce montant est ambigu, la marque pouvant être un millier ou une décimale : écrivez 1 234,00 ou 1,23 selon le cas',
  decimales: 'ce montant a plus de deux décimales : arrondissez-le au cent',
  illisible: 'ce n’est pas un montant : écrivez par exemple 1 234,50',
  'trop-grand': 'ce montant a plus de douze chiffres : vérifiez-le',
};

/** Words where figures are awaited, as « cent vingt ». */
const isWords = (text: string): boolean => /\p{L}/u.test(text) && !/\d/.test(text);

const inWords = (): Lue =>
  refuse('ce nombre est écrit en lettres : récrivez-le en chiffres', 'reponse-en-lettres');

function readNombre(text: string): Lue {
  if (isWords(text)) return inWords();
  const digits = text.replace(/(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))/g, '');
  if (/^\d{1,9}$/.test(digits)) return read(Number(digits));
  return refuse('un nombre entier est attendu, en chiffres et sans mots : écrivez par exemple 120');
}

function readMontant(text: string): Lue {
  if (isWords(text.replace(/\$|CAD/gi, ''))) return inWords();
  const montant = parseMontant(text);
  return montant.ok ? read(montant.cents) : refuse(MONTANT[montant.refus]);
}

function readDate(text: string): Lue {
  const jour = readJour(text);
  if (jour.ok && jour.precision === 'jour') return read(jour.jour);
  const why = !jour.ok && jour.refus === 'ambigue' ? 'se lit de deux façons' : 'n’est pas lisible';
  return refuse(`cette date ${why} : écrivez par exemple 2026-05-31`);
}

function readChoix(choix: NonNullable<Attendu['choix']>, text: string): Lue {
  const folded = foldWords(text);
  const found = choix.find(({ id, nom }) => foldWords(nom) === folded || id === folded);
  if (found) return read(found.id);
  return refuse(`ce choix n’est pas offert : ${choix.map((c) => c.nom).join(', ')}`);
}

export const TICKED = '☒';
export const UNTICKED = '☐';

/** Boxes of a text with the label that follows each, and what stands beside them. */
function splitBoxes(text: string, labels: readonly string[]) {
  const ticked: string[] = [];
  let rest = text.replace(/[☑✓✔✗☓]/g, TICKED).replace(/□/g, UNTICKED);
  for (const label of labels) {
    const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    rest = rest.replace(
      new RegExp(`([${TICKED}${UNTICKED}])\\s*${words}(?!\\p{L})`, 'iu'),
      (_, box) => {
        if (box === TICKED) ticked.push(label);
        return ' ';
      },
    );
  }
  return { ticked, rest: rest.replace(/[☐☒]/g, ' ').trim() };
}

const BESIDE = 'du texte est écrit à côté des cases : cochez la case qui convient, et elle seule';

function readOuiNon(text: string): Lue {
  const { ticked, rest } = splitBoxes(
    text,
    OUI_NON.map((c) => c.nom),
  );
  if (ticked.length > 1) return refuse('oui et non sont cochés : cochez une seule case');
  if (ticked.length === 1 && rest === '') return read(ticked[0] === OUI_NON[0].nom);
  if (rest === '') return read(null);
  const typed = readChoix(OUI_NON, rest);
  if (typed.ok && ticked.length === 0) return read(typed.valeur === 'oui');
  return refuse(BESIDE);
}

function readCases(choix: NonNullable<Attendu['choix']>, text: string): Lue {
  const { ticked, rest } = splitBoxes(
    text,
    choix.map((c) => c.nom),
  );
  if (rest !== '') return refuse(BESIDE);
  const ids = choix.filter((c) => ticked.includes(c.nom)).map((c) => c.id);
  return read(ids.length === 0 ? null : ids);
}

/** Label of the box of a count that nobody keeps. */
export const NON_COMPTE_LIBELLE = 'Non compté';

function readCompte(text: string): Lue {
  const { ticked, rest } = splitBoxes(text, [NON_COMPTE_LIBELLE]);
  if (foldWords(rest) === foldWords(NON_COMPTE_LIBELLE)) return read(NON_COMPTE);
  if (ticked.length === 0) return rest === '' ? read(null) : readNombre(rest);
  if (rest === '') return read(NON_COMPTE);
  return refuse('un nombre est écrit et « non compté » est coché : gardez l’un des deux');
}

/** Reads an answer as its cell shows it. */
export function parseReponse({ type, choix = [] }: Attendu, shown: string): Lue {
  const text = shown.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
  if (text === '') return read(null);
  if (type === 'nombre') return readNombre(text);
  if (type === 'compte') return readCompte(text);
  if (type === 'montant') return readMontant(text);
  if (type === 'date') return readDate(text);
  if (type === 'oui-non') return readOuiNon(text);
  if (type === 'choix') return readChoix(choix, text);
  if (type === 'cases') return readCases(choix, text);
  return read(text);
}
