/** Personal information in words that people write freely. */
import type { Champ } from '../../../sources/kind';
import { kindOf } from '../../../sources/registre';
import { texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { type Found, found, type Verification } from './contexte';

/** Canada's check digit: every second digit doubled, and the whole a multiple of ten. */
function isNas(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const n = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return digits.length === 9 && sum % 10 === 0;
}

const hasNas = (text: string) =>
  [...text.matchAll(/(?<!\d)(\d{3})[ \u00a0-]?(\d{3})[ \u00a0-]?(\d{3})(?!\d)/g)].some(([, ...p]) =>
    isNas(p.slice(0, 3).join('')),
  );

const PATTERNS: readonly (readonly [what: string, test: (text: string) => boolean])[] = [
  ['une adresse de courriel', (t) => /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i.test(t)],
  [
    'un numéro de téléphone',
    (t) => /(?<!\d)(?:\(\d{3}\)|\d{3})[ \u00a0.-]?\d{3}[ \u00a0.-]\d{4}(?!\d)/.test(t),
  ],
  ['un code postal', (t) => /\b[abceghj-nprstvxy]\d[a-z][ \u00a0-]?\d[a-z]\d\b/i.test(t)],
  ['un numéro d’assurance sociale', hasNas],
];

const isWords = ({ type, alias, valeurs, vers }: Champ) =>
  type === 'texte' && !alias && !valeurs && !vers;

function inLigne(ligne: Ligne): Found[] {
  const champs = Object.entries(kindOf(ligne.feuille).champs);
  return champs.flatMap(([name, champ]) => {
    const text = texte(ligne, name);
    if (text === null || !isWords(champ)) return [];
    const what = PATTERNS.filter(([, test]) => test(text)).map(([nom]) => nom);
    if (what.length === 0) return [];
    const regle = champ.restreint ? 'renseignement-personnel-interne' : 'renseignement-personnel';
    const message = `ce texte semble contenir ${what.join(' et ')} : effacez ce renseignement`;
    return [found(regle, ligne, name, message)];
  });
}

export const textes: readonly Verification[] = [({ registre }) => registre.lignes.flatMap(inLigne)];
