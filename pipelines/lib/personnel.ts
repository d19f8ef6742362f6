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
  [...text.matchAll(/(?<![\p{L}\d])(\d{3})[\s.-]?(\d{3})[\s.-]?(\d{3})(?![\p{L}\d])/gu)].some(
    ([, ...p]) => isNas(p.slice(0, 3).join('')),
  );

/** Ways of writing a number of a door, from the digits that it may have, and what comes before the street. */
const porte = (chiffres: string) =>
  String.raw`(?<![\p{L}\d.,])${chiffres}(?:\s?[½¼¾]|-?[a-z](?!\p{L}))?(?:\s*,\s*|\s+)`;
const PORTE = porte(String.raw`[1-9]\d{0,4}`);
const RUE = String.raw`(?:rue|avenue|ave?|boulevard|boul|blvd|bd)(?!\p{L})`;
/** In the singular after a number above one, any of these is a street: of several, each would bear an « s ». */
const VOIE = String.raw`(?:chemin|ch\.|rang|rg|route|rte|montée|croissant|impasse|allée|place|terrasse|côte|square|domaine|quai|ruelle|carré)(?!\p{L})`;
const MOT = String.raw`[^\d\s,;.]+`;
const NOM = String.raw`\p{Lu}[\p{L}’'-]+`;

const ADRESSES = [
  new RegExp(
    [
      String.raw`${PORTE}(?:de\s+la\s+|de\s+l[’'])?${RUE}\.?\s+[\p{L}\d]`,
      String.raw`${PORTE}\d{1,3}\s?(?:re|ère|er|e|ème|ième)\s+(?:${RUE}|rang(?!\p{L}))`,
      String.raw`(?:${porte(String.raw`(?!(?:19|20)\d\d\D)(?:[2-9]|[1-9]\d{1,4})`)}(?:du\s+|de\s+la\s+)?|(?<![\p{L}\d.,])1\s*,\s*)${VOIE}`,
      String.raw`(?<!\p{L})${RUE}\.?\s+${MOT}(?:\s+${MOT}){0,3}\s*,\s*(?:n[°o]\s*)?\d{1,5}(?=\s*(?:[.,;:)]|$))`,
      String.raw`(?<!\p{L})(?:case\s+postale|c\.\s?p\.)\s*\d`,
    ].join('|'),
    'iu',
  ),
  // A year is no number of a door.
  new RegExp(
    String.raw`(?!(?:19|20)\d\d\s)${PORTE}${NOM}(?:\s+${NOM})?\s+(?:Est|Ouest|Nord|Sud|Street|St|Road|Rd|Avenue|Ave|Drive|Lane)(?!\p{L})`,
    'u',
  ),
];

/** A title and a name, or its first letter. */
const CIVILITE =
  /(?<![\p{L}.])(?:MM?\.|[Mm]mes?\.?|[Mm]lles?\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dre?\.?|Me)\s+(?!R\.\s?C\.)\p{Lu}/u;
const PRESENTATION = /(?<!\p{L})(?:je m[’']appelle|je me nomme|mon nom est)(?!\p{L})/iu;

const NOM_DE_PERSONNE = 'le nom d’une personne';

const PATTERNS: readonly (readonly [what: string, test: (text: string) => boolean])[] = [
  [
    'une adresse de courriel',
    (t) =>
      /[^\s@<>()]+(?:@|\s*[[(]\s*(?:at|arobase|@)\s*[\])]\s*|\s+arobase\s+)[^\s@<>()]+\.[a-z]{2,}/i.test(
        t,
      ),
  ],
  [
    'un numéro de téléphone',
    (t) =>
      /(?<![\p{L}\d])(?:\([2-9]\d\d\)|[2-9]\d\d)[\s.‑–—-]{0,2}[2-9]\d\d[\s.‑–—-]{0,2}\d{4}(?![\p{L}\d])/u.test(
        t,
      ),
  ],
  ['un code postal', (t) => /\b[abceghj-nprstvxy]\d[a-z][\s-]{0,3}\d[a-z]\d\b/i.test(t)],
  ['un numéro d’assurance sociale', hasNas],
  ['une adresse', (t) => ADRESSES.some((one) => one.test(t))],
  [NOM_DE_PERSONNE, (t) => CIVILITE.test(t) || PRESENTATION.test(t)],
];

/** What a text seems to hold, in French: an e-mail address, a street address, a name… */
export const personalIn = (text: string): string[] =>
  PATTERNS.filter(([, test]) => test(text)).map(([nom]) => nom);

/** As `personalIn`, of the name of an organisation, which may bear that of a person. */
export const personalInOrganisme = (nom: string): string[] =>
  personalIn(nom).filter((what) => what !== NOM_DE_PERSONNE);
