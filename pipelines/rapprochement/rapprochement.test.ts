import { describe, expect, test } from 'vitest';
import { type Constat } from '../lib/constats';
import { readWorkbook } from '../lib/xlsx/read';
import { fillTables, type Product } from '../steps/link/rows';
import { writeRapprochement } from './rapprochement';

const constat = (regle: Constat['regle'], message: string): Constat => ({
  ...{ regle, message, gravite: 'avertissement', fichier: 'bilan.docx', feuille: 'Sommaire' },
  cellule: 'C4',
});

function open(tables: Partial<Product>, constats: readonly Constat[] = [], fictif = false) {
  const product = fillTables(tables);
  const found = readWorkbook(writeRapprochement({ nom: 'Vallée', fictif, product, constats }));
  if (!found.ok) throw new Error(found.message);
  /** Rows of a sheet, each cell at its place; empty for one that holds nothing. */
  return (nom: string) =>
    found.classeur.feuilles
      .find((f) => f.nom === nom)!
      .rangees.map(({ cellules }) => {
        const row: string[] = Array(1 + cellules.at(-1)!.colonne).fill('');
        for (const { colonne, texte } of cellules) row[colonne] = texte;
        return row;
      });
}

const cycle = (cycle_id: string, bailleur_id: string, recu: bigint) => ({
  ...{ cycle_id, bailleur_id, montant_recu: recu, montant_accorde: 90_000n },
  ...{ montant_verse: 60_050n, montant_depense: 45_000n, montant_frais: 5_000n },
  ...{ montant_retourne: 1_000n, montant_encaisse: recu - 66_050n },
});
const bailleurs = [
  { bailleur_id: 'B1', nom: 'Ministère' },
  { bailleur_id: 'B2', nom: 'Fondation' },
];

describe('the fund', () => {
  test('has one column a cycle, and each line to the cent', () => {
    const fonds = open({ bailleurs, bilans_cycles: [cycle('2019-2024', 'B1', 100_000n)] })('Fonds');
    expect(fonds).toEqual([
      ['Ligne', '2019-2024'],
      ['Reçu des bailleurs', '1000'],
      ['Accordé aux projets', '900'],
      ['Versé aux organismes', '600.5'],
      ['Accordé et non versé', '299.5'],
      ['Dépensé selon les redditions lues', '450'],
      ['Versé et non justifié par une reddition', '150.5'],
      ['Frais du mandataire', '50'],
      ['Retourné au bailleur', '10'],
      ['En caisse : reçu moins versé, frais et retourné', '339.5'],
      ['Vérification : reçu moins versé, frais, retourné et en caisse', '0'],
    ]);
  });

  test('shows to the cent what does not add up', () => {
    const wrong = { ...cycle('2019-2024', 'B1', 100_000n), montant_encaisse: 33_949n };
    expect(open({ bailleurs, bilans_cycles: [wrong] })('Fonds').at(-1)?.[1]).toBe('0.01');
  });

  test('leaves empty what is not known, and what would be worked out from it', () => {
    const row = { ...cycle('2019-2024', 'B1', 100_000n), montant_verse: null };
    const fonds = open({ bailleurs, bilans_cycles: [row] })('Fonds');
    const known = fonds.filter((r) => r.length > 1).map(([ligne]) => ligne);
    expect(known).toEqual([
      'Ligne',
      'Reçu des bailleurs',
      'Accordé aux projets',
      'Dépensé selon les redditions lues',
      'Frais du mandataire',
      'Retourné au bailleur',
      'En caisse : reçu moins versé, frais et retourné',
    ]);
  });

  test('names who pays where there are several', () => {
    const one = [cycle('2019-2024', 'B1', 1n), cycle('2024-2029', 'B1', 1n)];
    expect(open({ bailleurs, bilans_cycles: one })('Fonds')[0]).toEqual([
      ...['Ligne', '2019-2024', '2024-2029'],
    ]);
    const two = [cycle('2019-2024', 'B1', 1n), cycle('2019-2024', 'B2', 2n)];
    expect(open({ bailleurs, bilans_cycles: two })('Fonds')[0]).toEqual([
      ...['Ligne', '2019-2024, Ministère', '2019-2024, Fondation'],
    ]);
  });
});

describe('a project', () => {
  const tables = {
    projets: [{ projet_id: 'P-1', titre: 'Un toit' }],
    redditions: [{ reddition_id: 'R-1', projet_id: 'P-1', exercice_id: '2024-2025' }],
  };
  const row = {
    ...{ reddition_id: 'R-1', montant_accorde: 80_025n, montant_verse: 60_000n },
    ...{ montant_verse_exercice: 40_000n, montant_depense_budget: 30_000n },
    ...{ montant_depense_bilan: 30_150n, montant_solde: 30_000n, ecarts: '1,50 $ d’écart' },
    provenance: 'prive/redditions/P-1/bilan.docx!G6 ; prive/redditions/P-1/budget.xlsx!E8',
  };

  test('has its amounts side by side, and where they were read, without the folder of all', () => {
    const rows = open({ ...tables, rapprochements: [row] })('Projets');
    expect(rows[1]).toEqual([
      ...['P-1', 'Un toit', '2024-2025', '800.25', '600', '400', '300', '301.5', '1.5', '300'],
      ...['1,50 $ d’écart', 'P-1/bilan.docx!G6 ; P-1/budget.xlsx!E8'],
    ]);
    expect(rows[0]).toHaveLength(rows[1]?.length ?? 0);
  });

  test('has empty cells for what did not come, and no difference then', () => {
    const absent = { montant_depense_bilan: null, montant_solde: null, ecarts: null };
    const rows = open({ ...tables, rapprochements: [{ ...row, ...absent, provenance: null }] });
    expect(rows('Projets')[1]).toEqual([
      ...['P-1', 'Un toit', '2024-2025', '800.25', '600', '400', '300'],
    ]);
  });

  test('that is known no more leaves its amounts', () => {
    const rows = open({ rapprochements: [row] })('Projets');
    expect(rows[1]?.slice(0, 5)).toEqual(['', '', '', '800.25', '600']);
  });
});

test('what does not agree in the budgets is listed, and nothing else', () => {
  const rows = open({}, [
    constat('budget-total-ecart', 'deux totaux'),
    constat('indicateur-inconnu', 'un indicateur'),
  ])('Écarts');
  expect(rows).toEqual([
    ['Fichier', 'Feuille', 'Cellule', 'Écart'],
    ['bilan.docx', 'Sommaire', 'C4', 'deux totaux'],
  ]);
});

test('fiction says so first', () => {
  expect(open({}, [], true)('À lire')[0]?.[0]).toBe('Rapprochement : Vallée. DONNÉES FICTIVES.');
  expect(open({}, [], false)('À lire')[0]?.[0]).toBe('Rapprochement : Vallée.');
});
