/** What people do to a budget with their own programs. */
import { strToU8 } from 'fflate';
import { centsToDecimal, parseMontant } from '../../../src/lib/domain/montant';
import { escapeContent, XML_HEAD } from '../../../src/lib/xlsx/escape-xml';
import { RANGEES } from '../../forms/budget/layout';
import { close, edit, open } from './paquet';

type Geste = (bytes: Uint8Array) => Uint8Array;

const DEPENSES = 'xl/worksheets/sheet1.xml';
/** Row of the total of the expenses, as long as nobody filled in more than thirteen lines. */
export const TOTAL = 23;

const inDepenses =
  (change: (xml: string) => string): Geste =>
  (bytes) =>
    close(edit(open(bytes), DEPENSES, change));

/** A number typed over the formula of a total. */
export const typeOver = (colonne: string): Geste =>
  inDepenses((xml) =>
    xml.replace(new RegExp(`(<c r="${colonne}${TOTAL}"[^>]*>)<f>[^<]*</f>`), '$1'),
  );

function centsAt(xml: string, cellule: string): bigint {
  const found = new RegExp(`<c r="${cellule}"[^>]*><v>([^<]+)</v>`).exec(xml)?.[1] ?? '0';
  const montant = parseMontant(found);
  return montant.ok ? montant.cents : 0n;
}

/** A total that stops some rows too early. */
export const shortenSum = (colonne: string, derniere: number): Geste =>
  inDepenses((xml) => {
    const rows = Array.from({ length: derniere - RANGEES.premiere + 1 }, (_, i) => i);
    const cells = rows.map((i) => centsAt(xml, `${colonne}${RANGEES.premiere + i}`));
    const value = centsToDecimal(cells.reduce((a, b) => a + b, 0n));
    const formula = `<f>SUM(${colonne}${RANGEES.premiere}:${colonne}${derniere})</f><v>${value}</v>`;
    const total = new RegExp(`(<c r="${colonne}${TOTAL}"[^>]*>)<f>[^<]*</f><v>[^<]*</v>`);
    return xml.replace(total, `$1${formula}`);
  });

/** A note written under the table. */
export const writeUnder = (texte: string): Geste =>
  inDepenses((xml) => {
    const row = TOTAL + 2;
    const cell = `<c r="A${row}" t="inlineStr"><is><t>${escapeContent(texte)}</t></is></c>`;
    return xml.replace('</sheetData>', `<row r="${row}">${cell}</row></sheetData>`);
  });

/** The line that says whose budget it is, erased from every sheet. */
export const eraseReference: Geste = (bytes) =>
  close(
    edit(open(bytes), 'xl/sharedStrings.xml', (xml) =>
      xml.replace(/Référence à garder[^<]*RC\/[^<]*/g, 'Reddition budgétaire'),
    ),
  );

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const LINK = 'xl/externalLinks/externalLink1.xml';
const LINK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml';

/** A link to the organisation's own accounts, left by a copied sheet. */
export const linkTo =
  (classeur: string): Geste =>
  (bytes) => {
    const typed = edit(open(bytes), '[Content_Types].xml', (xml) =>
      xml.replace('</Types>', `<Override PartName="/${LINK}" ContentType="${LINK_TYPE}"/></Types>`),
    );
    const relation = `<Relationship Id="rId90" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>`;
    const related = edit(typed, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace('</Relationships>', `${relation}</Relationships>`),
    );
    const declared = edit(related, 'xl/workbook.xml', (xml) =>
      xml.replace(
        '</sheets>',
        '</sheets><externalReferences><externalReference r:id="rId90"/></externalReferences>',
      ),
    );
    const link = `${XML_HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Feuil1"/></sheetNames></externalBook></externalLink>`;
    const target = `${XML_HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="${encodeURI(classeur)}" TargetMode="External"/></Relationships>`;
    return close({
      ...declared,
      [LINK]: strToU8(link),
      'xl/externalLinks/_rels/externalLink1.xml.rels': strToU8(target),
    });
  };
