/** The blank register filled in by LibreOffice, as a person types it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { readListes } from '../../../pipelines/gabarit/listes';
import { writeGabarit } from '../../../pipelines/gabarit/gabarit';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import { type Edit, editWorkbook, exportCsv } from '../../lib/office';
import { type Cellule, PROPRE, RegistreFund, type Registre } from '../lib/registre';
import { ENTETES, NOMS } from '../lib/registre-entetes';
import { tempFolder } from '../lib/temp';

/** What a person types: an ISO day, a decimal comma, words. */
const typed = (cellule: Cellule): string => {
  if (typeof cellule !== 'object') return String(cellule);
  return 'jour' in cellule ? cellule.jour : cellule.montant.replace('.', ',');
};

const letter = (index: number) => String.fromCharCode(65 + index);

/** Place of a cell in the filled workbook: headings are on row 1. */
export const place = (feuille: FeuilleId, titre: string, index: number): string =>
  `${letter(ENTETES[feuille].indexOf(titre))}${index + 2}`;

const editsOf = (registre: Registre): Edit[] =>
  FEUILLES.flatMap((feuille) =>
    registre[feuille].flatMap((rangee, index) =>
      Object.entries(rangee).map(([titre, cellule]) => ({
        feuille: NOMS[feuille],
        cellule: place(feuille, titre, index),
        saisie: typed(cellule),
      })),
    ),
  );

export interface Rempli {
  /** Folder where files may be made. */
  readonly dossier: string;
  readonly gabarit: string;
  readonly classeur: string;
}

/** Writes the blank workbook of the test fund, and has LibreOffice fill it with the clean register. */
export async function remplir(): Promise<Rempli> {
  const dossier = tempFolder();
  const fund = new RegistreFund(dossier, null);
  const gabarit = path.join(dossier, 'gabarit.xlsx');
  writeFileSync(gabarit, writeGabarit(await readListes(fund.folder)));
  const classeur = path.join(dossier, 'registre.xlsx');
  await editWorkbook(gabarit, editsOf(PROPRE), classeur);
  return { dossier, gabarit, classeur };
}

/** A new fund whose register is the workbook of a path. */
export function fundOf(classeur: string): RegistreFund {
  const fund = new RegistreFund(tempFolder(), null);
  fund.receiveWorkbook(readFileSync(classeur));
  return fund;
}

/** A new fund whose register is each sheet of a workbook as LibreOffice exports it in windows-1252. */
export async function fundOfCsv({ dossier, classeur }: Rempli): Promise<RegistreFund> {
  const fund = new RegistreFund(tempFolder(), null);
  const texts: Record<string, string> = {};
  for (const id of FEUILLES) {
    const file = path.join(dossier, `${id}.csv`);
    await exportCsv(classeur, NOMS[id], file);
    texts[id] = iconv.decode(readFileSync(file), 'win1252');
  }
  fund.receiveTexts(texts);
  return fund;
}
