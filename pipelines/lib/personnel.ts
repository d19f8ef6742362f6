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

/** A number before what is always a street, or before what is one when a name follows: a « chemin » may be taken. */
const ADRESSE = new RegExp(
  String.raw`(?<![\p{L}\d.,])[1-9]\d{0,4}[A-Za-z]?(?:,\s*|\s+)(?:` +
    [
      String.raw`\d{1,3}(?:re|e)\s+(?:[Rr]ue|[Aa]venue|[Rr]ang)(?!\p{L})`,
      String.raw`(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]oul\.)\s+[\p{L}\d]`,
      String.raw`(?:[Cc]hemin|[Cc]h\.|[Rr]ang|[Rr]oute|[Mm]ontée|[Cc]roissant|[Ii]mpasse|[Aa]llée|[Pp]lace|[Tt]errasse|[Cc]ôte)\s+(?:(?:de la|de|du|des)\s+|(?:de )?l[’'])?[\p{Lu}\d]`,
    ].join('|') +
    ')',
  'u',
);

/** A title and a name, or its first letter. */
const CIVILITE =
  /(?<![\p{L}.])(?:MM?\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|Dre?|Me)\s+(?!R\.\s?C\.)\p{Lu}/u;
const PRESENTATION = /(?<!\p{L})(?:je m[’']appelle|mon nom est)(?!\p{L})/iu;

const NOM_DE_PERSONNE = 'le nom d’une personne';

const PATTERNS: readonly (readonly [what: string, test: (text: string) => boolean])[] = [
  ['une adresse de courriel', (t) => /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i.test(t)],
  [
    'un numéro de téléphone',
    (t) => /(?<!\d)(?:\(\d{3}\)|\d{3})[ \u00a0.-]?\d{3}[ \u00a0.-]\d{4}(?!\d)/.test(t),
  ],
  ['un code postal', (t) => /\b[abceghj-nprstvxy]\d[a-z][ \u00a0-]?\d[a-z]\d\b/i.test(t)],
  ['un numéro d’assurance sociale', hasNas],
  ['une adresse', (t) => ADRESSE.test(t)],
  [NOM_DE_PERSONNE, (t) => CIVILITE.test(t) || PRESENTATION.test(t)],
];

/** What a text seems to hold, in French: an e-mail address, a street address, a name… */
export const personalIn = (text: string): string[] =>
  PATTERNS.filter(([, test]) => test(text)).map(([nom]) => nom);

/** As `personalIn`, of the name of an organisation, which may bear that of a person. */
export const personalInOrganisme = (nom: string): string[] =>
  personalIn(nom).filter((what) => what !== NOM_DE_PERSONNE);
