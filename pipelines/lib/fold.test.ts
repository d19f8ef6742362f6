import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldHeader } from './fold';

describe('headers as they are compared', () => {
  test.each([
    ['Montant accordé', 'montant accorde'],
    ['MONTANT_ACCORDÉ', 'montant accorde'],
    ['  montant   accordé ', 'montant accorde'],
    ['Montant\naccordé', 'montant accorde'],
    ['Montant\u00a0accordé', 'montant accorde'],
    ['\u0045\u0301v\u00e8nement', 'evenement'],
  ])('%j reads %s', (header, folded) => {
    expect(foldHeader(header)).toBe(folded);
  });

  test('another word stays another word', () => {
    expect(foldHeader('montant demandé')).not.toBe(foldHeader('montant accordé'));
    expect(foldHeader('date-annonce')).not.toBe(foldHeader('date annonce'));
  });

  test('folding twice changes nothing more, and Unicode form does not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldHeader(foldHeader(text))).toBe(foldHeader(text));
        expect(foldHeader(text.normalize('NFD'))).toBe(foldHeader(text.normalize('NFC')));
      }),
    );
  });
});
