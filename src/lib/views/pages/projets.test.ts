import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TRIS_PROJETS, type TriProjets } from '../../data/queries/projets-liste';
import {
  type DemandeListe,
  ETATS_PROJET,
  foldMots,
  PREMIERE_DEMANDE,
  readDemandeListe,
  writeDemandeListe,
} from './projets';

const demandes: fc.Arbitrary<DemandeListe> = fc.record({
  recherche: fc.string({ maxLength: 30 }).map((text) => text.trim()),
  etat: fc.option(fc.constantFrom(...ETATS_PROJET)),
  tri: fc.constantFrom(...(Object.keys(TRIS_PROJETS) as TriProjets[])),
  sens: fc.constantFrom('ASC' as const, 'DESC' as const),
  page: fc.integer({ min: 1, max: 500 }),
});

const read = (query: string) => readDemandeListe(new URLSearchParams(query));

describe('what is asked of the list', () => {
  it('is read back from its address', () => {
    fc.assert(
      fc.property(demandes, (d) => {
        expect(read(writeDemandeListe(d))).toEqual(d);
      }),
    );
  });

  it('is nothing for the first view', () => {
    expect(writeDemandeListe(PREMIERE_DEMANDE)).toBe('');
    expect(read('')).toEqual(PREMIERE_DEMANDE);
  });

  it('is never guessed from what the list does not offer', () => {
    expect(read('tri=secret&sens=autre&page=-2&etat=perdu')).toEqual(PREMIERE_DEMANDE);
    expect(read('page=1.5').page).toBe(1);
    expect(read('tri=constructor').tri).toBe('montant');
  });
});

test.each([
  ['  Été  à L’Épiphanie ', "ete a l'epiphanie"],
  ['FORÊT', 'foret'],
  ['   ', null],
])('folds %j into %j', (text, expected) => {
  expect(foldMots(text)).toBe(expected);
});
