import { describe, expect, it } from 'vitest';
import { type MouvementLigne, movesOf } from './mouvements';

const ligne = (
  mouvement: string,
  territoire: string,
  montant: number,
  date_effet: string | null = '2025-04-09',
): MouvementLigne => ({
  enveloppe_id: `${mouvement}-${territoire}-${montant}`,
  cycle_id: '2024-2029',
  ...{ mouvement, date_effet, territoire_id: territoire, territoire, montant },
  ...{ bailleur: 'Le bailleur', precisions: 'exact', source_id: 's', provenance: 'p' },
});

const told = (rows: readonly MouvementLigne[]) =>
  movesOf(rows).map(({ de, vers, somme }) => [de?.nom ?? null, vers?.nom ?? null, somme.dollars]);

describe('moves of envelopes', () => {
  it('are one where two rows tell the two ends of a transfer, whatever their order', () => {
    const rows = [ligne('virement', 'a', 25.1), ligne('virement', 'b', -25.1)];
    expect(told(rows)).toEqual([['b', 'a', 25.1]]);
    expect(told(rows.toReversed())).toEqual([['b', 'a', 25.1]]);
  });

  it('keep apart transfers of another day, amount or cycle', () => {
    const [a, b] = [ligne('virement', 'a', -25), ligne('virement', 'b', 25)];
    const alone = [
      ['a', null, 25],
      [null, 'b', 25],
    ];
    expect(told([a, { ...b, date_effet: '2025-04-10' }])).toEqual(alone);
    expect(told([a, { ...b, cycle_id: '2019-2024' }])).toEqual(alone);
    expect(told([a, { ...b, montant: 26 }])).toEqual([alone[0], [null, 'b', 26]]);
  });

  it('pair each row once', () => {
    const rows = [
      ligne('virement', 'a', -10),
      ligne('virement', 'b', 10),
      ligne('virement', 'c', -10),
      ligne('virement', 'd', 10),
    ];
    expect(told(rows)).toEqual([
      ['a', 'b', 10],
      ['c', 'd', 10],
    ]);
  });

  it('come from the funder, or go back to it', () => {
    expect(told([ligne('ajout', 'a', 5), ligne('retour', 'a', -5)])).toEqual([
      ['Le bailleur', 'a', 5],
      ['a', 'Le bailleur', 5],
    ]);
  });
});
