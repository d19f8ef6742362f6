/** How a sheet shows on screen and on paper. */
import { type LookName, styleOf } from './write-styles';

/** A column, counted from 0, its width in characters. */
export const width = (index: number, largeur: number, look: LookName) =>
  `<col min="${index + 1}" max="${index + 1}" width="${largeur}" style="${styleOf(look)}" customWidth="1"/>`;

export const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** The view of a sheet; `first` for the one that opens. */
export const views = (first: boolean, rest: string, inside = '') =>
  `<sheetViews><sheetView${rest}${first ? ' tabSelected="1"' : ''} workbookViewId="0">${inside}</sheetView></sheetViews>`;

/** Letter paper, as wide as the page and as long as it takes. */
export const pageSetup = (orientation: 'landscape' | 'portrait') =>
  [
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="1" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
  ].join('');

/** The page, with the sheet's name and the page's number below. */
export const printed = (orientation: 'landscape' | 'portrait') =>
  [
    orientation === 'landscape' ? '<printOptions gridLines="1"/>' : '',
    pageSetup(orientation),
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
  ].join('');
