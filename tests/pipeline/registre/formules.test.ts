/** Texts that look like formulas or markup: plain text in the product, and harmless in every report. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { openParts, textOf } from '../../lib/annotations';
import { hasLibreOffice, inspectWorkbook } from '../../lib/office';
import { splitCsv } from '../lib/csv';
import { publicFolder, runFund } from '../lib/publication';
import { change, PROPRE, RegistreFund } from '../lib/registre';
import { openPublication } from '../lib/sql';
import { tempFolder } from '../../lib/temp';
import { csvRows, reportOf } from './refus';
import { DANGERS, touffu } from './touffu';

test('titles that begin as a formula does are published as they were typed', async () => {
  const titres = DANGERS.slice(0, 3);
  const named = titres.reduce((r, Titre, i) => change(r, 'projets', i, { Titre }), PROPRE);
  const fund = new RegistreFund(
    tempFolder(),
    change(named, 'organismes', 0, { Municipalité: DANGERS[3] }),
  );
  expect((await runFund(fund.root, fund.id)).blocking).toEqual([]);
  const db = await openPublication(publicFolder(fund.root, fund.id), ['projets', 'organismes']);
  const projets = await db.rows('SELECT titre FROM projets ORDER BY projet_id');
  const [organisme] = await db.rows('SELECT municipalite FROM organismes ORDER BY organisme_id');
  db.close();
  expect(projets.map((p) => p['titre'])).toEqual(titres);
  expect(organisme?.['municipalite']).toBe(DANGERS[3]);
});

describe('a register whose labels are formulas and markup', () => {
  const fund = new RegistreFund(tempFolder(), null);
  const annotated = path.join(fund.root, 'sorties', fund.id, 'registre-annote.xlsx');

  beforeAll(async () => {
    fund.receiveWorkbook(touffu());
    expect((await runFund(fund.root, fund.id)).ok).toBe(false);
  });

  test('no field of constats.csv is one that a spreadsheet runs', () => {
    const fields = splitCsv(reportOf(fund, 'constats.csv'), ';').flat();
    expect(fields.filter((f) => /^\s*[=+\-@]|^[\t\r\n]/.test(f))).toEqual([]);
    const values = csvRows(fund).map((r) => r['Valeur lue']?.replaceAll('\n', '\r'));
    for (const danger of DANGERS.slice(0, 6)) expect(values).toContain(`'${danger}`);
    for (const danger of DANGERS.slice(6)) expect(values).toContain(danger);
  });

  test('constats.html shows them, and reads none as its own', () => {
    const { document } = parseHTML(reportOf(fund, 'constats.html'));
    const cells = [...document.querySelectorAll('td.lu')].map((c) => c.textContent);
    for (const danger of DANGERS) expect(cells).toContain(danger.replace('\r', '\n'));
    expect(document.querySelector('script, b')).toBeNull();
  });

  test('the sheet of findings of the annotated workbook holds texts alone', () => {
    const parts = openParts(readFileSync(annotated));
    const [sheet = ''] = Object.keys(parts).filter((n) => /worksheets\/constats/.test(n));
    const xml = textOf(parts, sheet);
    const cells = [...xml.matchAll(/<c [^>]*>/g)].map(([cell]) => cell);
    expect(cells.length).toBeGreaterThan(150);
    expect(cells.filter((cell) => !cell.includes('t="inlineStr"'))).toEqual([]);
    expect(xml).not.toMatch(/<f[ >]|<script/);
  });

  test.skipIf(!hasLibreOffice)('LibreOffice finds no formula in it', async () => {
    const sheets = await inspectWorkbook(annotated);
    const cells = sheets.find(({ nom }) => nom === 'Constats')?.cellules ?? [];
    expect(cells.length).toBeGreaterThan(150);
    expect(cells.filter(({ genre }) => genre !== 'TEXT')).toEqual([]);
    const said = cells.map(({ texte }) => texte).join('\n');
    for (const words of ['@SUM(A1)', '<script>']) expect(said).toContain(words);
  });
});
