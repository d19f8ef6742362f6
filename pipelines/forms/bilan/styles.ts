/** Looks of the Word form: calm, and legible once printed. Sizes are half points, spaces twentieths of a point. */
import type { IStylesOptions } from 'docx';

export const COULEURS = {
  titre: '12436D',
  doux: '55595E',
  filet: 'A9B4C2',
  entete: 'E6EDF4',
  prerempli: 'F3F4F6',
} as const;

const FONT = 'Calibri';
const paragraph = (id: string, name: string, rest: object) => ({
  id,
  name,
  basedOn: 'Normal',
  ...rest,
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'fr-CA' } },
      paragraph: { spacing: { after: 0, line: 264 } },
    },
    title: {
      run: { font: FONT, size: 44, bold: true, color: COULEURS.titre },
      paragraph: { spacing: { before: 120, after: 80, line: 240 } },
    },
    heading1: {
      run: { font: FONT, size: 27, bold: true, color: COULEURS.titre },
      paragraph: { spacing: { before: 340, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    paragraph('Surtitre', 'Surtitre', {
      run: { size: 22, color: COULEURS.titre },
    }),
    paragraph('Fictif', 'Fictif', {
      run: { size: 22, bold: true, color: '801650' },
      paragraph: { spacing: { after: 160 } },
    }),
    paragraph('Intro', 'Intro', { paragraph: { spacing: { before: 100, after: 60 } } }),
    paragraph('Aide', 'Aide', {
      run: { size: 19, color: COULEURS.doux },
      paragraph: { spacing: { after: 60 } },
    }),
    paragraph('AideSection', 'Aide de section', {
      run: { size: 20, color: COULEURS.doux },
      paragraph: { spacing: { after: 110 }, keepNext: true },
    }),
    paragraph('Question', 'Question', { run: { bold: true } }),
    paragraph('Reponse', 'Réponse', { paragraph: { spacing: { after: 40 } } }),
    paragraph('Marge', 'Marge', { run: { size: 17, color: COULEURS.doux } }),
  ],
};
