/** What a register says does not depend on how its sheets are laid out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicFolder, runFund } from '../lib/publication';
import { type Registre, workbookOf } from '../lib/registre';
import { tempFolder } from '../../lib/temp';
import { ecrireClasseur } from './classeur';
import { batir, essentiel, lire, tablesOf } from './etapes';
import { autreClasseur, autresCsv } from './formes';
import { Monde } from './monde';
import { essais, registres } from './registres';

/** What the layout may make the pipeline say: nothing of it is about a value. */
const DITES = ['colonne-non-lue', 'feuille-inconnue', 'lignes-avant-tableau', 'lignes-vides'];

const fund = new Monde(tempFolder());
const graine = fc.nat(2 ** 31);

async function usual(registre: Registre) {
  fund.receiveWorkbook(workbookOf(registre));
  return essentiel(tablesOf(await batir(fund)));
}

async function expectSame(expected: Record<string, string[]>): Promise<void> {
  const bati = await batir(fund);
  const said = bati.constats.filter((c) => !DITES.includes(c.regle));
  expect(said).toEqual([]);
  expect(essentiel(tablesOf(bati))).toEqual(expected);
}

test('a workbook with its sheets, columns and rows in another order, and other words', async () => {
  await fc.assert(
    fc.asyncProperty(registres, graine, async (registre, n) => {
      const expected = await usual(registre);
      fund.receiveWorkbook(ecrireClasseur(autreClasseur(registre, n)));
      await expectSame(expected);
    }),
    essais(3, 30),
  );
});

test('one CSV a sheet, in either encoding', async () => {
  await fc.assert(
    fc.asyncProperty(registres, graine, fc.boolean(), async (registre, n, utf8) => {
      const expected = await usual(registre);
      fund.receiveTexts(autresCsv(registre, n), utf8 ? 'utf-8' : 'windows-1252');
      await expectSame(expected);
    }),
    essais(3, 30),
  );
});

const TABLES = [
  ...['fonds', 'cycles', 'exercices', 'territoires', 'priorites', 'bailleurs', 'sources'],
  ...['enveloppes', 'apports', 'appels', 'annonces', 'demandes', 'organismes', 'projets'],
  ...['comptes_demandes'],
  ...['projets_priorites', 'octrois', 'ventilations', 'versements', 'controles', 'corrections'],
];

test('the same rows in the published Parquet, in the same order', async () => {
  const publish = async () => {
    const { ok, said } = await runFund(fund.root, fund.id);
    expect(ok, said).toBe(true);
    const tables = await lire(publicFolder(fund.root, fund.id), TABLES);
    const bare = (row: Readonly<Record<string, string | null>>) => ({ ...row, provenance: null });
    return Object.fromEntries(TABLES.map((nom) => [nom, tables[nom]?.map(bare)]));
  };
  await fc.assert(
    fc.asyncProperty(registres, graine, async (registre, n) => {
      fund.receiveWorkbook(workbookOf(registre));
      const expected = await publish();
      fund.receiveWorkbook(ecrireClasseur(autreClasseur(registre, n)));
      expect(await publish()).toEqual(expected);
    }),
    essais(1, 5),
  );
});
