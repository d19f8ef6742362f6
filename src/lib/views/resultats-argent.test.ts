/** Money on the page of results: what projects spend and receive, and the balance of the fund. */
import { describe, expect, it } from 'vitest';
import { figure, texts, titre } from '../../../tests/lib/resultats';
import type { BilanLigne } from './bilan-fonds';
import type { DepenseLigne, FinancementLigne } from './postes';

describe('money', () => {
  const depense = (
    cle: string | null,
    montant: number,
    exercice_id = '2025-2026',
  ): DepenseLigne => ({
    exercice_id,
    cle,
    nom: cle === null ? null : `Poste ${cle}`,
    nombre_projets: 9,
    prevu: montant + 0.1,
    depense: montant,
    paye: montant - 0.1,
  });

  it('that is spent names the largest item, and adds up to the cent', () => {
    const depenses = [depense('a', 0.1), depense('b', 0.2), depense(null, 0.4)];
    expect(titre({ depenses }, 'depenses')).toBe(
      'En 2025-2026, « Poste b » prend le plus : 0,20 $ des 0,70 $ dépensés.',
    );
    const rows = texts(figure({ depenses }, 'depenses'));
    expect(rows[2]![1]).toBe('Postes regroupés');
    expect(figure({ depenses }, 'depenses').table.lignes[3]![3]!.valeur).toBe(0.7);
    expect(rows[3]).toEqual(['2025-2026', 'Ensemble publié', '1 $', '0,70 $', '0,40 $', '']);
    expect(figure({ depenses }, 'depenses').omissions.join()).toContain('regroupés');
  });

  it('does not tell how many projects where that would say how many reports are missing', () => {
    const row = { ...depense('a', 5), nombre_projets: null };
    const shown = figure({ depenses: [row] }, 'depenses');
    expect(texts(shown)[0]!.at(-1)).toBe('non publié');
    expect(shown.omissions.join(' ')).toContain('à peu près combien manquent');
  });

  it('shows the latest exercice, and all of them in the table', () => {
    const depenses = [depense('a', 5), depense('a', 9, '2024-2025')];
    const { chart, table } = figure({ depenses }, 'depenses');
    expect(chart?.type === 'puces' && chart.panneaux[0]!.elements).toHaveLength(1);
    expect(table.lignes).toHaveLength(4);
  });

  it('that comes from elsewhere sets received apart from what is for the whole project', () => {
    const source: FinancementLigne = {
      ...{ exercice_id: '2025-2026', cle: 'fonds', nom: 'Le fonds', nombre_projets: 9 },
      ...{ prevu: 300, confirme: 200, recu: 100 },
    };
    const { chart, omissions } = figure({ financements: [source] }, 'financements');
    const [recu, confirme] = chart?.type === 'puces' ? chart.panneaux : [];
    expect(recu!.elements[0]).toMatchObject({ valeur: 100, cible: null });
    expect(confirme!.elements[0]).toMatchObject({ valeur: 200, cible: 300 });
    expect(omissions[0]).toContain('ne se comparent pas');
  });
});

describe('the balance of the fund', () => {
  const bilan: BilanLigne = {
    cycle_id: '2024-2029',
    cycle: 'Cycle 2024-2029',
    bailleur_id: 'b',
    bailleur: 'Le bailleur',
    recu: 100.3,
    accorde: 90,
    verse: 60.1,
    frais: 10.1,
    retourne: 0,
    encaisse: 30.1,
    depense: null,
    redditions_comptees: null,
  };

  it('adds up, line by line', () => {
    const { table } = figure({ bilans: [bilan] }, 'bilan');
    const values = table.lignes.map((row) => Number(row[1]!.valeur));
    const cents = values.slice(0, 4).reduce((sum, n) => sum + Math.round(n * 100), 0);
    expect(cents).toBe(Math.round(values[4]! * 100));
    expect(texts(figure({ bilans: [bilan] }, 'bilan'))[3]![1]).toBe('0 $');
  });

  it('says that an unknown amount is not public, and names funders that share a cycle', () => {
    const bilans = [bilan, { ...bilan, bailleur_id: 'c', bailleur: 'L’autre' }];
    const { table } = figure({ bilans }, 'bilan');
    expect(
      table.lignes
        .at(-1)!
        .map((c) => c.texte)
        .slice(1),
    ).toEqual(['non publié', 'non publié']);
    expect(table.colonnes.map((c) => c.titre)).toEqual([
      'Ligne',
      '2024-2029, Le bailleur',
      '2024-2029, L’autre',
    ]);
  });
});
