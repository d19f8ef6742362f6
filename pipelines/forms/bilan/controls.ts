/** Content controls of Word: a box to tick, a list to choose from, a date to pick. */
import { ImportedXmlComponent, type XmlComponent } from 'docx';
import { escapeAttribute, escapeContent } from '../../../src/lib/xlsx/escape-xml';
import { INVITE } from './codes';

/** Ids of controls: any number, as long as no two of a document are the same. */
export class ControlIds {
  #last = 1000;
  next(): number {
    return ++this.#last;
  }
}

/** The library has no such control: its XML is given as it is. */
function imported(xml: string): XmlComponent {
  const { root } = ImportedXmlComponent.fromXmlString(xml) as unknown as { root: XmlComponent[] };
  const [component] = root;
  if (!component) throw new RangeError('No element in this XML');
  return component;
}

const control = (id: number, titre: string, properties: string, content: string): XmlComponent =>
  imported(
    `<w:sdt><w:sdtPr><w:alias w:val="${escapeAttribute(titre)}"/><w:id w:val="${id}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
  );

const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${escapeContent(text)}</w:t></w:r>`;

const PLACEHOLDER = '<w:rPr><w:color w:val="6B6B6B"/></w:rPr>';
const BOX =
  '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"/></w:rPr>';

export const checkBox = (id: number, titre: string, ticked: boolean): XmlComponent =>
  control(
    id,
    titre,
    `<w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`,
    run(ticked ? '☒' : '☐', BOX),
  );

/** What a control shows: its answer, else an invitation that is not one. */
const shown = (text: string | null, invite: string) =>
  text === null
    ? { flag: '<w:showingPlcHdr/>', content: run(invite, PLACEHOLDER) }
    : { flag: '', content: run(text) };

export function dropDown(
  id: number,
  titre: string,
  choix: readonly string[],
  chosen: string | null,
): XmlComponent {
  const { flag, content } = shown(chosen, INVITE.choix);
  const items = choix.map(
    (nom) =>
      `<w:listItem w:displayText="${escapeAttribute(nom)}" w:value="${escapeAttribute(nom)}"/>`,
  );
  return control(id, titre, `${flag}<w:dropDownList>${items.join('')}</w:dropDownList>`, content);
}

/** `shownDay` is the day as it is read; `jour` is ISO. */
export function datePicker(
  id: number,
  titre: string,
  jour: string | null,
  shownDay: string | null,
): XmlComponent {
  const { flag, content } = shown(shownDay, INVITE.date);
  const full = jour === null ? '' : ` w:fullDate="${jour}T00:00:00Z"`;
  return control(
    id,
    titre,
    `${flag}<w:date${full}><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="fr-CA"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`,
    content,
  );
}
