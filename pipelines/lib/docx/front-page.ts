/** A page put before a received document, whose other content stays as it is. */
import { elementNamed, PackageEdit } from '../ooxml/edit';
import { openPackage } from '../ooxml/package';
import { escapeContent } from '../../../src/lib/xlsx/escape-xml';

/** A line of the page; those of a list have a mark before them. */
export interface FrontLine {
  readonly genre: 'titre' | 'intertitre' | 'texte' | 'element';
  readonly texte: string;
}

/** Sizes are half points, spaces twentieths of a point: the document's own styles are not known. */
const LOOKS: Readonly<
  Record<FrontLine['genre'], { readonly run: string; readonly paragraph: string }>
> = {
  titre: {
    run: '<b/><color v="12436D"/><sz v="36"/>',
    paragraph: '<spacing before="0" after="200"/>',
  },
  intertitre: {
    run: '<b/><sz v="24"/>',
    paragraph: '<keepNext/><spacing before="240" after="60"/>',
  },
  texte: { run: '<sz v="22"/>', paragraph: '<spacing before="0" after="120"/>' },
  element: {
    run: '<sz v="22"/>',
    paragraph: '<spacing before="0" after="80"/><ind left="360" hanging="240"/>',
  },
};

/** Elements and attributes under the prefix that the document itself gives its namespace. */
const prefixed = (xml: string, prefix: string): string =>
  xml
    .replace(/<(\/?)(\w+)/g, `<$1${prefix}$2`)
    .replace(
      / (v|before|after|left|hanging)="/g,
      (_, name: string) => ` ${prefix}${name === 'v' ? 'val' : name}="`,
    );

function paragraphXml({ genre, texte }: FrontLine, prefix: string): string {
  const { run, paragraph } = LOOKS[genre];
  const text = escapeContent(genre === 'element' ? `• ${texte}` : texte);
  const frame = prefixed(`<p><pPr>${paragraph}</pPr><r><rPr>${run}</rPr><t>@</t></r></p>`, prefix);
  return frame
    .replace(`<${prefix}t>`, `<${prefix}t xml:space="preserve">`)
    .replace('@', () => text);
}

const pageBreak = (prefix: string): string =>
  prefixed('<p><r><br type="page"/></r></p>', prefix).replace(' type=', ` ${prefix}type=`);

/**
 * The same .docx with a page in front of it.
 * @throws OfficeError when the file is not one that `readDocument` reads.
 */
export function addFrontPage(bytes: Uint8Array, lines: readonly FrontLine[]): Uint8Array {
  const from = openPackage(bytes, 'document');
  const edit = new PackageEdit(from);
  edit.patch(from.main(), 2, (elements) => {
    const { prefix, inside } = elementNamed(elements, 'body');
    const page = lines.map((line) => paragraphXml(line, prefix)).join('');
    return [{ at: inside, xml: page + pageBreak(prefix) }];
  });
  return edit.toBytes();
}
