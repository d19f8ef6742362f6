/** What the form itself says: anything else outside of an answer was written by a person. */
import { FICTIF } from '../../../src/lib/domain/fictif';
import { type Definition, isTableau, type QuestionForm } from '../definition';
import { INVITE, sayCode } from './codes';

/** Spaces and dashes apart, so that a program that changes them changes nothing. */
export const flatten = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/g, ' ')
    .trim();

export const OBLIGATOIRE = '(obligatoire)';

/** Parts of the cell of a question. */
export const questionParts = ({ libelle, aide, code }: QuestionForm): string[] =>
  [libelle, OBLIGATOIRE, sayCode(code), ...(aide ? [aide] : [])].map(flatten);

/** What is left of a text once the parts that the form wrote are taken out of it. */
export function leftOver(text: string, parts: readonly string[]): string {
  const longestFirst = [...parts].sort((a, b) => b.length - a.length);
  let rest = ` ${flatten(text)} `;
  for (const part of longestFirst) {
    const at = rest.indexOf(part);
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + part.length)}`;
  }
  return flatten(rest);
}

/** Whether the form shows this text outside of its questions. */
export function isOwnText(definition: Definition, fonds: string, text: string): boolean {
  const flat = flatten(text);
  return (
    flat === '' ||
    flat === FICTIF ||
    ownTexts(definition).has(flat) ||
    flat === flatten(fonds) ||
    OWN.some((pattern) => pattern.test(flat))
  );
}

const OWN = [
  /^Référence du formulaire ?: RC\/\S+$/,
  /: exercice \d{4}(-\d{4})?\. À remettre au plus tard le .{5,20}\.$/,
];

const known = new WeakMap<Definition, ReadonlySet<string>>();

function ownTexts(definition: Definition): ReadonlySet<string> {
  const found = known.get(definition) ?? listTexts(definition);
  known.set(definition, found);
  return found;
}

function listTexts({ bilan }: Definition): ReadonlySet<string> {
  const sections = bilan.sections.flatMap(({ titre, aide, questions }, i) => [
    `${i + 1}. ${titre}`,
    titre,
    ...(aide ? [aide] : []),
    ...questions.flatMap((q) => [
      q.libelle,
      ...(isTableau(q) ? q.colonnes.map((c) => c.libelle) : []),
    ]),
  ]);
  return new Set([bilan.titre, bilan.intro, ...Object.values(INVITE), ...sections].map(flatten));
}
