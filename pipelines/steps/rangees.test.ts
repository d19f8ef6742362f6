import { describe, expect, test } from 'vitest';
import type { CellRead } from '../../src/lib/xlsx/workbook';
import { copyVue } from '../lib/vues';
import { Cellules, RangeesTypees, Recolte } from './rangees';

const lieu = {
  fichier: 'a.csv',
  feuille: null,
  colonnes: new Map([
    ['nom', 0],
    ['jour', 2],
  ]),
};
const nombre: CellRead = {
  ...{ colonne: 2, type: 'nombre', texte: '44000', format: 'date' },
  ...{ jour: '2020-06-18', formule: null },
};

function harvest() {
  const recolte = new Recolte(lieu, 3);
  recolte.add(2, ['a', '', '2021-01']);
  recolte.add(3, ['b', 'x', '44000', 'au-delà'], [nombre]);
  recolte.add(5, ['a']);
  return recolte.toRangees();
}

describe('rows as they were read', () => {
  test('are given back one by one, with the line and the place of each', () => {
    const rows = [...harvest()].map(({ lieu: own, ligne, textes, nombres }) => {
      expect(own).toBe(lieu);
      return { ligne, textes, nombres };
    });
    expect(rows).toEqual([
      { ligne: 2, textes: ['a', '', '2021-01'], nombres: [] },
      { ligne: 3, textes: ['b', 'x', '44000'], nombres: [nombre] },
      { ligne: 5, textes: ['a', '', ''], nombres: [] },
    ]);
  });

  test('are empty in a field that the file has not', () => {
    const rows = harvest();
    expect(rows.champ('nom').at(1)).toBe('b');
    expect(rows.champ('absent').at(1)).toBe('');
  });

  test('know which of their fields are numbers', () => {
    expect(harvest().nombresOf('jour')).toEqual(new Map([[1, nombre]]));
    expect(harvest().nombresOf('nom')).toEqual(new Map());
  });
});

describe('rows of which every field is read', () => {
  const brutes = harvest();
  const jour = brutes.champ('jour');
  const cellules = new Cellules(
    new Map([
      ['nom', { valeurs: brutes.champ('nom'), mois: null }],
      ['jour', { valeurs: jour.map((j) => j || null), mois: jour.map((j) => j === '2021-01') }],
    ]),
  );
  const rows = new RangeesTypees(brutes, new Uint32Array([0, 1, 2]), cellules);

  test('have a value a field, and the fields that stand for a month', () => {
    expect([...rows].map((r) => [r.valeurs['nom'], r.valeurs['jour'], r.mois])).toEqual([
      ['a', '2021-01', ['jour']],
      ['b', '44000', []],
      ['a', null, []],
    ]);
    const [first] = rows;
    expect(first && ['nom' in first.valeurs, 'autre' in first.valeurs]).toEqual([true, false]);
  });

  test('are copied whole, to be changed', () => {
    expect(copyVue(rows.at(0).valeurs)).toEqual({ nom: 'a', jour: '2021-01' });
  });

  test('keep their line when others are left out', () => {
    expect([...rows.keep(new Uint32Array([2]))].map((r) => r.ligne)).toEqual([5]);
  });
});
