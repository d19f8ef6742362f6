import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { notesIn, openParts } from '../../tests/lib/annotations';
import { makeWorkbook, partsOf, readOrFail, zipParts } from '../../tests/lib/classeur';
import type { Constat } from '../lib/constats';
import type { FileSnapshot } from '../steps/snapshot';
import { writeReports } from './index';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const SPEC = {
  feuilles: [{ nom: 'Octrois', rangees: '<row r="2"><c r="B2"><v>12</v></c></row>' }],
};

const book = (chemin: string, bytes = makeWorkbook(SPEC)): FileSnapshot => ({
  ...{ chemin, role: 'recu', lot: null, bytes, sha256: '' },
  ...{ format: 'classeur', ordreDates: null },
});

const constat = (fichier: string, rest: Partial<Constat> = {}): Constat => ({
  ...{ gravite: 'bloquant', regle: 'montant-illisible', fichier },
  ...{ feuille: 'Octrois', cellule: 'B2', valeur: '12', message: 'écrivez un montant' },
  ...rest,
});

async function report(
  fichiers: readonly FileSnapshot[],
  constats: readonly Constat[],
  racine = mkdtempSync(path.join(tmpdir(), 'retombees-')),
) {
  made.push(racine);
  const dossier = 'sorties/brumes';
  const rest = {
    nom: 'Brumes',
    fictif: true,
    dateDonnees: '2023-06-30',
    au: null,
    partiel: false,
    comptes: [],
  };
  const written = await writeReports(racine, { dossier, constats, fichiers, ...rest });
  const folder = path.join(racine, dossier);
  return { racine, folder, written, found: readdirSync(folder).sort() };
}

const A = 'prive/recu/a/registre.xlsx';
const B = 'prive/recu/b/registre.xlsx';

test('the findings as CSV, as a page, and in a copy of the workbook they are about', async () => {
  const { folder, written } = await report([book(A)], [constat(A)]);
  expect(written).toEqual(
    ['constats.csv', 'constats.html', 'registre-annote.xlsx'].map((n) => `sorties/brumes/${n}`),
  );
  const parts = openParts(readFileSync(path.join(folder, 'registre-annote.xlsx')));
  expect(notesIn(parts)).toEqual([['B2', 'Bloquant : écrivez un montant']]);
});

test('a workbook without finding, or that cannot be opened, has no copy', async () => {
  const refused = constat(B, { regle: 'classeur-illisible', feuille: null, cellule: null });
  const { found } = await report([book(A), book(B, Buffer.from('PK'))], [refused]);
  expect(found).toEqual(['constats.csv', 'constats.html']);
});

test('two workbooks of one name, in two lots, have each its copy', async () => {
  const { found, folder } = await report(
    [book(A), book(B)],
    [constat(A, { message: 'dans a' }), constat(B, { message: 'dans b' })],
  );
  const copies = ['prive-recu-a-registre-annote.xlsx', 'prive-recu-b-registre-annote.xlsx'];
  expect(found).toEqual(['constats.csv', 'constats.html', ...copies]);
  const said = copies.map((nom) => notesIn(openParts(readFileSync(path.join(folder, nom)))));
  expect(said).toEqual([[['B2', 'Bloquant : dans a']], [['B2', 'Bloquant : dans b']]]);
});

test('copies of a run before are taken away, even of a workbook that is gone; what else is there stays', async () => {
  const { racine, folder } = await report([book(A)], [constat(A)]);
  writeFileSync(path.join(folder, 'à moi.xlsx'), 'x');
  mkdirSync(path.join(folder, 'au-2022-01-31'));
  const { found } = await report([], [], racine);
  expect(found).toEqual(['au-2022-01-31', 'constats.csv', 'constats.html', 'à moi.xlsx']);
});

test('a workbook whose notes are broken is reported without its copy', async () => {
  const parts = partsOf({
    feuilles: [{ ...SPEC.feuilles[0]!, apres: '<legacyDrawing r:id="rId9"/>' }],
  });
  const bytes = zipParts(parts);
  expect(readOrFail(bytes).feuilles).toHaveLength(1);
  const { found } = await report([book(A, bytes)], [constat(A)]);
  expect(found).toEqual(['constats.csv', 'constats.html']);
});
