/** The answer cell of each kind of question, empty or filled in. */
import { Bookmark, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { centsToDecimal } from '../../../src/lib/domain/montant';
import { formatDate } from '../../../src/lib/domain/mois';
import { type ChampForm, type ColonneForm, OUI_NON } from '../definition';
import { NON_COMPTE, type Valeur } from '../reponses';
import { NON_COMPTE_LIBELLE } from '../parse';
import { bookmarkOf } from './codes';
import { checkBox, type ControlIds, datePicker, dropDown } from './controls';

/** A question, or a column of a table. */
type Asked =
  | Pick<ChampForm, 'libelle' | 'type' | 'choix'>
  | Pick<ColonneForm, 'libelle' | 'type' | 'choix'>;

const SEPARATEURS = { milliers: '\u00a0', decimale: ',' } as const;

/** `1234.5` as `1 234,50`. */
function sayMontant(cents: bigint): string {
  const [whole = '', decimals = ''] = centsToDecimal(cents).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, SEPARATEURS.milliers);
  return `${grouped}${SEPARATEURS.decimale}${decimals}`;
}

export function sayValeur({ type }: Pick<Asked, 'type'>, valeur: Valeur | undefined): string {
  if (valeur === undefined || valeur === NON_COMPTE) return '';
  if (typeof valeur === 'bigint') return sayMontant(valeur);
  if (typeof valeur === 'number')
    return String(valeur).replace(/\B(?=(\d{3})+$)/g, SEPARATEURS.milliers);
  return type === 'date' ? formatDate(String(valeur)) : String(valeur);
}

const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}) }));

const inline = (children: readonly unknown[]): Paragraph =>
  new Paragraph({ style: 'Reponse', children: children as ParagraphChild[] });

const box = (ids: ControlIds, label: string, ticked: boolean): unknown[] => [
  checkBox(ids.next(), label, ticked),
  new TextRun(` ${label}`),
];

function ouiNon(ids: ControlIds, valeur: Valeur | undefined): Paragraph[] {
  const [oui, non] = OUI_NON.map(({ id, nom }) => box(ids, nom, valeur === (id === 'oui')));
  return [inline([...(oui ?? []), new TextRun('      '), ...(non ?? [])])];
}

const cases = (ids: ControlIds, { choix = [] }: Asked, valeur: Valeur | undefined): Paragraph[] =>
  choix.map(({ id, nom }) => inline(box(ids, nom, Array.isArray(valeur) && valeur.includes(id))));

function chosen({ choix = [] }: Asked, valeur: Valeur | undefined): string | null {
  return choix.find(({ id }) => id === valeur)?.nom ?? null;
}

/** Paragraphs of an answer: never none, since a cell must hold one. */
export function answerParagraphs(ids: ControlIds, asked: Asked, valeur?: Valeur): Paragraph[] {
  const { type, libelle } = asked;
  if (type === 'oui-non') return ouiNon(ids, valeur);
  if (type === 'cases') return cases(ids, asked, valeur);
  if (type === 'choix') {
    const noms = (asked.choix ?? []).map((c) => c.nom);
    return [inline([dropDown(ids.next(), libelle, noms, chosen(asked, valeur))])];
  }
  const text = sayValeur(asked, valeur);
  if (type === 'date') {
    const jour = typeof valeur === 'string' ? valeur : null;
    return [inline([datePicker(ids.next(), libelle, jour, text || null)])];
  }
  const typed = type === 'texte' || type === 'paragraphe' ? text.split('\n') : [text];
  const paragraphs = typed.map((line) => inline(lines(line)));
  if (type !== 'compte') return paragraphs;
  return [...paragraphs, inline(box(ids, NON_COMPTE_LIBELLE, valeur === NON_COMPTE))];
}

/** As `answerParagraphs`, with the bookmark that says which question they answer. */
export function markedAnswer(ids: ControlIds, champ: ChampForm, valeur?: Valeur): Paragraph[] {
  const paragraphs = answerParagraphs(ids, champ, valeur);
  const { start, end } = new Bookmark({ id: bookmarkOf(champ.code), children: [] });
  paragraphs[0]?.addRunToFront(end as never).addRunToFront(start as never);
  return paragraphs;
}
