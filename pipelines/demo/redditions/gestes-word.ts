/** What people do to a Word form with their own programs. */
import { escapeContent } from '../../../src/lib/xlsx/escape-xml';
import { close, edit, open, type Parties } from './paquet';

type Geste = (bytes: Uint8Array) => Uint8Array;

const DOCUMENT = 'word/document.xml';

const inDocument =
  (change: (xml: string) => string): Geste =>
  (bytes) =>
    close(edit(open(bytes), DOCUMENT, change));

/** The row of a question, and what stands before and after it. */
function aroundRow(xml: string, code: string): [before: string, row: string, after: string] {
  const at = xml.indexOf(`[${code}]`);
  const [start, end] = [xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + 7];
  if (at < 0 || start < 0) throw new RangeError(`No row for ${code}`);
  return [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
}

const inRow = (code: string, change: (row: string) => string): Geste =>
  inDocument((xml) => {
    const [before, row, after] = aroundRow(xml, code);
    return before + change(row) + after;
  });

const withoutBookmarks = (xml: string) => xml.replace(/<w:bookmark(Start|End)\b[^>]*\/>/g, '');

export const deleteQuestion = (code: string): Geste => inRow(code, () => '');

export const repeatQuestion = (code: string): Geste =>
  inRow(code, (row) => row + withoutBookmarks(row));

/** A question of another form, pasted under one of this one. */
export const pasteQuestion = (sous: string, code: string, libelle: string, ici: string): Geste =>
  inRow(sous, (row) => {
    const pasted = withoutBookmarks(row)
      .replace(ici, escapeContent(libelle))
      .replace(`[${sous}]`, `[${code}]`);
    return row + pasted;
  });

const AUTEUR = 'w:author="Direction" w:date="2026-05-20T10:00:00Z"';

const RUN = /<w:r><w:t xml:space="preserve">([^<]+)<\/w:t><\/w:r>/;

/** The answer is struck out and another one is written, both still tracked. */
export const trackChange = (code: string, ajout: string): Geste =>
  inRow(code, (row) => {
    const at = row.indexOf('</w:tc>');
    const change = (_: string, said: string) =>
      `<w:del w:id="901" ${AUTEUR}><w:r><w:delText xml:space="preserve">${said}</w:delText></w:r></w:del>` +
      `<w:ins w:id="902" ${AUTEUR}><w:r><w:t xml:space="preserve">${escapeContent(ajout)}</w:t></w:r></w:ins>`;
    return row.slice(0, at) + row.slice(at).replace(RUN, change);
  });

/** Written between two tables, before the title of a section. */
export const writeOutside = (titre: string, texte: string): Geste =>
  inDocument((xml) => {
    const start = xml.lastIndexOf('<w:p>', xml.indexOf(`>${escapeContent(titre)}<`));
    const paragraph = `<w:p><w:r><w:t xml:space="preserve">${escapeContent(texte)}</w:t></w:r></w:p>`;
    return xml.slice(0, start) + paragraph + xml.slice(start);
  });

/** A grey square of one pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4AQAAygDJNEIn8wAAAABJRU5ErkJggg==';
const IMAGE = 'rIdImage1';
const NS = 'http://schemas.openxmlformats.org/drawingml/2006';
const EMU = 'cx="3600000" cy="1200000"';
const DRAWING =
  `<w:r><w:drawing><wp:inline><wp:extent ${EMU}/><wp:docPr id="1" name="Capture"/>` +
  `<a:graphic xmlns:a="${NS}/main"><a:graphicData uri="${NS}/picture"><pic:pic xmlns:pic="${NS}/picture">` +
  `<pic:nvPicPr><pic:cNvPr id="1" name="Capture"/><pic:cNvPicPr/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="${IMAGE}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
  `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${EMU}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
  `</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const withImage = (parties: Parties): Parties => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const relation = `<Relationship Id="${IMAGE}" Type="${type}" Target="media/image1.png"/>`;
  const related = edit(parties, 'word/_rels/document.xml.rels', (xml) =>
    xml.replace('</Relationships>', `${relation}</Relationships>`),
  );
  return { ...related, 'word/media/image1.png': Buffer.from(PNG, 'base64') };
};

/** A screenshot pasted as the answer. */
export const pasteImage =
  (code: string): Geste =>
  (bytes) => {
    const pasted = inRow(code, (row) => {
      const end = row.lastIndexOf('</w:p>');
      return row.slice(0, end) + DRAWING + row.slice(end);
    })(bytes);
    return close(withImage(open(pasted)));
  };

/** The foot of the page still says the project that the form was copied from. */
export const keepOtherFoot =
  (projet: string, autre: string): Geste =>
  (bytes) =>
    close(edit(open(bytes), 'word/footer1.xml', (xml) => xml.replace(`/${projet}/`, `/${autre}/`)));
