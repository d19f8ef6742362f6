/** The blank workbook filled in by hand in LibreOffice: what is typed is what is published. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeGabarit } from '../../../pipelines/gabarit/gabarit';
import { readListes } from '../../../pipelines/gabarit/listes';
import type { Constat } from '../../../pipelines/lib/constats';
import { FEUILLES } from '../../../pipelines/sources/kind';
import { type Edit, editWorkbook, exportCsvs, hasLibreOffice } from '../../lib/office';
import { type Cellule, PROPRE, RegistreFund } from '../lib/registre';
import { ENTETES, NOMS } from '../lib/registre-entetes';
import { tempFolder } from '../../lib/temp';
import { letterOf } from '../proprietes/classeur';
import { batir, essentiel, tablesOf } from '../proprietes/etapes';
import { CONTENU, LECTURE, type Plantee } from './erreurs';

/** Keys that a person of Québec presses. */
function typed(cell: Cellule): string {
  if (typeof cell !== 'object') return String(cell);
  return 'jour' in cell ? cell.jour : cell.montant.replace('.', ',');
}

/** Every cell of the clean register, typed where the blank workbook awaits it. */
const saisies = (): Edit[] =>
  FEUILLES.flatMap((id) =>
    PROPRE[id].flatMap((row, rang) =>
      ENTETES[id].flatMap((entete, colonne): Edit[] => {
        const cell = row[entete] ?? '';
        const cellule = `${letterOf(colonne)}${rang + 2}`;
        return cell === '' ? [] : [{ feuille: NOMS[id], cellule, saisie: typed(cell) }];
      }),
    ),
  );

const placeOf = ({ regle, feuille, cellule }: Constat) =>
  [regle, feuille, cellule].filter(Boolean).join(' ');

describe.skipIf(!hasLibreOffice)('the blank workbook in LibreOffice', () => {
  const folder = hasLibreOffice ? tempFolder() : '';
  const rempli = path.join(folder, 'rempli.xlsx');

  /** Findings, and the product, of a fund that receives a file. */
  const receive = (arrange: (fund: RegistreFund) => void) => {
    const fund = new RegistreFund(tempFolder(), null);
    arrange(fund);
    return batir(fund);
  };
  const direct = async () => {
    const fund = new RegistreFund(tempFolder(), PROPRE);
    return essentiel(tablesOf(await batir(fund)));
  };

  beforeAll(async () => {
    const fund = new RegistreFund(folder, null);
    const vierge = path.join(folder, 'vierge.xlsx');
    writeFileSync(vierge, writeGabarit(await readListes(fund.folder)));
    await editWorkbook(vierge, saisies(), rempli);
  });

  test('filled in and saved, it gives what was typed, and nothing to say of it', async () => {
    const bati = await receive((fund) => fund.receiveWorkbook(readFileSync(rempli)));
    expect(bati.constats).toEqual([]);
    expect(essentiel(tablesOf(bati))).toEqual(await direct());
  });

  test('so do its sheets, exported one by one as CSV of Québec', async () => {
    const files = FEUILLES.map((id) => [id, path.join(folder, `${id}.csv`)] as const);
    await exportCsvs(rempli, Object.fromEntries(files.map(([id, file]) => [NOMS[id], file])));
    const texts = files.map(([id, file]) => [id, iconv.decode(readFileSync(file), 'win1252')]);
    const bati = await receive((fund) => fund.receiveTexts(Object.fromEntries(texts)));
    expect(bati.constats).toEqual([]);
    expect(essentiel(tablesOf(bati))).toEqual(await direct());
  });

  const plant = async (nom: string, plantees: readonly Plantee[]) => {
    const file = path.join(folder, `${nom}.xlsx`);
    await editWorkbook(
      rempli,
      plantees.flatMap((p) => p.gestes),
      file,
    );
    const { constats } = await receive((fund) => fund.receiveWorkbook(readFileSync(file)));
    return constats.map(placeOf);
  };

  test.each([
    ['how sheets are kept and cells are typed', 'lecture', LECTURE],
    ['what the register says', 'contenu', CONTENU],
  ])('mistakes of %s are each found at their cell', async (_, nom, plantees) => {
    const autre = path.join(folder, 'autre.xlsx');
    writeFileSync(autre, readFileSync(rempli));
    const found = await plant(nom, plantees(autre));
    for (const { quoi, constat } of plantees(autre)) expect(found, quoi).toContain(constat);
  });
});
