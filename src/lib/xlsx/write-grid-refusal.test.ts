/** What a form cannot be. */
import { describe, expect, test } from 'vitest';
import { form, formule, texte, vide } from '../../../tests/lib/grille';
import type { GridWritten } from './workbook';
import { writeWorkbook } from './write';

const refused = (cellules: GridWritten['cellules'], rest: Partial<GridWritten> = {}) => {
  expect(() => writeWorkbook([form(cellules, rest)])).toThrow(RangeError);
  return expect(() => writeWorkbook([form(cellules, rest)]));
};

describe('what a form cannot hold is refused', () => {
  test.each(['a1', 'A0', 'XFE1', 'A1048577', '1', ''])('the place %j', (place) => {
    refused({ [place]: texte('x') }).toThrow(/Not a cell/);
  });

  test.each([
    ['overlap', ['A1:B2', 'B2:C3'], /Merged twice/],
    ['begin at the same cell', ['A1:B1', 'A1:A3'], /Merged twice/],
    ['hide a content', ['A1:A5'], /one content/],
    ['have nothing to show', ['C8:C9'], /one content/],
    ['merge one cell', ['A1'], /one content/],
    ['go backwards', ['B2:A1'], /Not a range/],
  ])('merges that %s', (_, fusions, message) => {
    refused({ A1: texte('a'), B2: texte('b'), A5: texte('c') }, { fusions }).toThrow(message);
  });

  test.each([['=A1'], [''], ['A'.repeat(8193)]])('the formula %#', (contenu) => {
    refused({ A1: formule(contenu, null) }).toThrow(/Formula of A1/);
    refused({}, { alertes: [{ plage: 'A1', formule: contenu }] }).toThrow(/Formula of A1/);
  });

  test('values that are no numbers, no days, too long', () => {
    refused({ A1: formule('B1', '1e5') }).toThrow(/plain decimal/);
    refused({ A1: formule('B1', '31/03/2026', 'date') }).toThrow(/Not a day/);
    refused({ A1: { type: 'pourcentage', decimal: '12,5', style: 'total' } }).toThrow(/decimal/);
    refused({ A1: { type: 'montant', decimal: '1.005', style: 'total' } }).toThrow(/decimal/);
    refused({ A1: { type: 'entier', entier: 0.5, style: 'total' } }).toThrow(/whole number/);
    refused({ A1: texte('x'.repeat(32_768)) }).toThrow(/too long/);
  });

  test.each(['A1', 'abc12', 'R1C1', 'c', 'été', 'a b', '_xlnm.Print_Area', '1a', ''])(
    'the name %j',
    (nom) => {
      refused({}, { noms: { [nom]: 'A1' } }).toThrow(/Not a name/);
    },
  );

  test('a name taken by another sheet, or that leads nowhere', () => {
    const one = form({}, { noms: { total: 'A1' } });
    const two = form({}, { nom: 'Autre', noms: { Total: 'A1' } });
    expect(() => writeWorkbook([one, two])).toThrow(/already taken/);
    refused({}, { noms: { total: '$A$1' } }).toThrow(/Not a range/);
  });

  test('ranges that are none', () => {
    refused({}, { alertes: [{ plage: 'A', formule: '1' }] }).toThrow(/Not a range/);
    refused({}, { validations: [{ plage: 'A1 B1' }] }).toThrow(/Not a range/);
    const impression = { orientation: 'portrait', zone: 'A1:B2:C3' } as const;
    refused({}, { impression }).toThrow(/Not a range/);
  });

  test('sizes and rows that no sheet has', () => {
    refused({}, { hauteurs: { 1: 410 } }).toThrow(/too large/);
    refused({}, { hauteurs: { 1: 0 } }).toThrow(/no size/);
    refused({}, { largeurs: [10, 256] }).toThrow(/too large/);
    refused({}, { hauteurs: { 0: 10 } }).toThrow(/Not rows/);
    refused({}, { figees: 1.5 }).toThrow(/Not rows/);
    refused({}, { lignesLibres: [-1] }).toThrow(/Not rows/);
    const repeter = [4, 2] as const;
    refused({}, { impression: { orientation: 'portrait', repeter } }).toThrow(/Not rows/);
  });

  test('a free row that holds a protected cell', () => {
    refused({ A1: vide('saisie'), B1: texte('x') }, { lignesLibres: [1] }).toThrow(
      /protected cell/,
    );
  });

  test('checks and printed lines that are too long, limits that are none', () => {
    const long = { titre: 'x'.repeat(33), texte: 'x' };
    const longer = { titre: 'x', texte: 'x'.repeat(256) };
    refused({}, { validations: [{ plage: 'A1', aide: long }] }).toThrow(/help of A1.*32/);
    refused({}, { validations: [{ plage: 'A1', aide: longer }] }).toThrow(/help of A1.*255/);
    const regle = { type: 'decimal', max: '12,5' } as const;
    refused({}, { validations: [{ plage: 'A1', regle }] }).toThrow(/Limit of A1/);
    const whole = { type: 'entier' } as const;
    refused({}, { validations: [{ plage: 'A1', regle: whole, erreur: longer }] }).toThrow(
      /error of/,
    );
    const liste = { type: 'liste', choix: ['a,b'] } as const;
    refused({}, { validations: [{ plage: 'A1', regle: liste }] }).toThrow(/Choices of A1/);
    const pied = { gauche: 'x'.repeat(254) };
    refused({}, { impression: { orientation: 'portrait', pied } }).toThrow(/printed line/);
  });
});
