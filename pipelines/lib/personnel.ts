/** Personal information that a text seems to hold. */

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

type Pattern = readonly [what: string, test: (text: string) => boolean];

const PATTERNS: readonly Pattern[] = [
  ['une adresse de courriel', (t) => /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i.test(t)],
  [
    'un numéro de téléphone',
    (t) => /(?<!\d)(?:\(\d{3}\)|\d{3})[ \u00a0.-]?\d{3}[ \u00a0.-]\d{4}(?!\d)/.test(t),
  ],
  ['un code postal', (t) => /\b[abceghj-nprstvxy]\d[a-z][ \u00a0-]?\d[a-z]\d\b/i.test(t)],
  ['un numéro d’assurance sociale', hasNas],
];

/** All that is looked for has an at sign or several digits. */
const MAYBE = /@|(?:\d\D*){3}/;

const found = (patterns: readonly Pattern[], text: string): string[] =>
  patterns.filter(([, test]) => test(text)).map(([nom]) => nom);

/** What a text seems to hold, in French: an e-mail address, a telephone number… */
export const personalIn = (text: string): string[] =>
  MAYBE.test(text) ? found(PATTERNS, text) : [];

const NOMS: readonly Pattern[] = [
  ['le nom d’une personne', (t) => /(?<!\p{L})(M\.|Mme|Mlle|Monsieur|Madame)\s+\p{Lu}/u.test(t)],
  ['le nom d’une personne', (t) => /(?<!\p{L})(je m[’']appelle|mon nom est)(?!\p{L})/iu.test(t)],
];

/** As `personalIn`, with what names the person who speaks. */
export const personalInSpeech = (text: string): string[] => [
  ...new Set(found([...PATTERNS, ...NOMS], text)),
];
