import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeuilleId } from '../sources/kind';
import type { Ligne } from '../steps/harmonise/registre';
import { toRegistre } from '../../tests/lib/lignes';

const ligne = (feuille: FeuilleId, id: string, valeurs: Ligne['valeurs'] = {}): Ligne => ({
  ...{ kind: `registre-${feuille}`, feuille, id, valeurs, mois: [], sourceId: 'lot' },
  row: {
    lieu: { fichier: 'registre.xlsx', feuille, colonnes: new Map() },
    ...{ ligne: 2, textes: [], nombres: [] },
  },
});

describe('a name', () => {
  const registre = toRegistre([
    ligne('organismes', 'O-1', { nom: 'Le Relais' }),
    ligne('organismes', 'Le Relais', { nom: 'Autre' }),
    ligne('annonces', 'A-1/val', { annonce_id: 'A-1' }),
    ligne('annonces', 'A-1/rive', { annonce_id: 'a-1' }),
    ligne('octrois', 'D-1', { projet: 'P-1' }),
    ligne('octrois', 'D-1', { projet: 'P-2' }),
  ]);

  test('finds the row of that number, compared as labels are, before that of that name', () => {
    expect(registre.find('organismes', 'o-1')?.id).toBe('O-1');
    expect(registre.find('organismes', 'le relais')?.id).toBe('Le Relais');
    expect(registre.find('organismes', 'autre')?.id).toBe('Le Relais');
  });

  test('that two rows have finds the first', () => {
    expect(registre.find('octrois', 'D-1')?.valeurs['projet']).toBe('P-1');
    expect(registre.find('octrois', 'd-1')?.valeurs['projet']).toBe('P-1');
  });

  test('finds the first row of an announcement', () => {
    expect(registre.find('annonces', 'A-1')?.id).toBe('A-1/val');
    expect(registre.find('annonces', 'a-1')?.id).toBe('A-1/val');
  });

  test('that no row has finds none, nor does an empty cell', () => {
    expect(registre.find('organismes', 'O-9')).toBeUndefined();
    expect(registre.find('organismes', null)).toBeUndefined();
    expect(registre.find('projets', 'O-1')).toBeUndefined();
  });
});

test('rows of a project are those that name it, in the order of the sheet', () => {
  const nom = fc.constantFrom('P-0', 'p-1', 'P-2', 'P-9', null);
  fc.assert(
    fc.property(fc.array(nom, { maxLength: 12 }), (noms) => {
      const projets = ['P-0', 'P-1', 'P-2'].map((id) => ligne('projets', id));
      const octrois = noms.map((projet, i) => ligne('octrois', `O-${i}`, { projet }));
      const registre = toRegistre([...octrois, ...projets]);
      for (const projet of projets) {
        const own = octrois.filter((_, i) => noms[i]?.toUpperCase() === projet.id);
        expect(registre.octroisOf(projet)).toEqual(own);
      }
      for (const [i, octroi] of octrois.entries())
        expect(registre.projetOf(octroi)?.id).toBe(
          noms[i] === 'P-9' ? undefined : noms[i]?.toUpperCase(),
        );
    }),
  );
});
