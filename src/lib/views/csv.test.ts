import { expect, test } from 'vitest';
import { tableToCsv } from './csv';
import type { Cell, Table } from './figure';

const cell = (valeur: Cell['valeur'], texte = String(valeur)): Cell => ({ valeur, texte });
const table = (lignes: Cell[][], total: Cell[] | null = null): Table => ({
  legende: 'Légende',
  colonnes: [
    { cle: 'nom', titre: 'Territoire', nature: 'texte' },
    { cle: 'accorde', titre: 'Accordé', nature: 'montant' },
  ],
  lignes,
  total,
});

test('opens in a French spreadsheet: mark, semicolons, decimal commas, total', () => {
  const csv = tableToCsv(
    table(
      [[cell('L’Assomption'), cell(559073.72, '559\u00a0073,72\u00a0$')]],
      [cell('Total'), cell(-0.11, '\u22120,11\u00a0$')],
    ),
  );
  expect(csv).toBe('\ufeffTerritoire;Accordé\r\nL’Assomption;559073,72\r\nTotal;-0,11\r\n');
});

test('an absent value is what the page says, never 0 nor empty', () => {
  const csv = tableToCsv(table([[cell('A'), cell(null, 'Donnée absente')]]));
  expect(csv).toContain('\r\nA;Donnée absente\r\n');
});

test('a qualified amount keeps its words', () => {
  const csv = tableToCsv(table([[cell('A'), cell(6.1e6, 'au moins 6\u00a0100\u00a0000\u00a0$')]]));
  expect(csv).toContain('Territoire;Accordé;Accordé, tel qu’affiché\r\n');
  expect(csv).toContain('A;6100000;au moins 6\u00a0100\u00a0000\u00a0$\r\n');
});

test.each(['=1+1', '+1', '-1', '@x', ' =1', '\t=1'])('neutralises the formula %j', (formula) => {
  const csv = tableToCsv(table([[cell(formula), cell(1, '1')]]));
  expect(csv).toContain(`'${formula};1\r\n`);
});

test('quotes separators, quotes and lines', () => {
  const csv = tableToCsv(table([[cell('a;"b"\nc'), cell(1, '1')]]));
  expect(csv).toContain('"a;""b""\nc";1\r\n');
});
