import { describe, expect, it } from 'vitest';
import { FONDS } from '../../../tests/lib/fonds';
import { EngineError } from '../data/errors';
import type { Exploration } from '../data/exploration';
import { ExplorationError } from '../data/exploration-error';
import { describeRefusal, resultCsv, resultFigure, resultJson, resultTable } from './explorer';

const FOUND: Exploration = {
  colonnes: [
    { nom: 'annee', type: 'BIGINT' },
    { nom: 'organisme', type: 'VARCHAR' },
    { nom: 'le_montant', type: 'DECIMAL(38,2)' },
    { nom: 'projets', type: 'BIGINT' },
    { nom: 'debut', type: 'DATE' },
    { nom: 'compte', type: 'BOOLEAN' },
  ],
  lignes: [
    {
      annee: 2025,
      organisme: '=A1',
      le_montant: 1234.5,
      projets: 1200,
      debut: '2026-06-01',
      compte: true,
    },
    {
      annee: 2024,
      organisme: null,
      le_montant: null,
      projets: Infinity,
      debut: null,
      compte: null,
    },
  ],
  total: 2,
};

const flat = (text: string) => text.replace(/\u00a0/g, ' ');

describe('a result', () => {
  it('is read as the site writes: money, counts, dates, years that are names, absent values', () => {
    const { lignes, colonnes, mention } = resultTable(FOUND, FONDS);
    expect(colonnes.map(({ nature }) => nature)).toEqual([
      'texte',
      'texte',
      'montant',
      'nombre',
      'date',
      'texte',
    ]);
    expect(lignes.map((row) => row.map(({ texte }) => flat(texte)))).toEqual([
      ['2025', '=A1', '1 234,50 $', '1 200', '1er juin 2026', 'oui'],
      ['2024', 'absent', 'absent', 'Infinity', 'absent', 'absent'],
    ]);
    expect(mention).toBeUndefined();
  });

  it('goes to a file as numbers, with nothing where nothing is, and no formula', () => {
    const [, first, second] = resultCsv(FOUND, FONDS).split('\r\n');
    expect(first).toBe("2025;'=A1;1234,5;1200;2026-06-01;oui");
    expect(second).toMatch(/^2024;;;Infinity/);
  });

  it('says what it is in JSON', () => {
    const json = JSON.parse(resultJson(FOUND, { ...FONDS, fictif: true }, 'FROM x'));
    expect(json).toMatchObject({ requete: 'FROM x', total: 2, mention: 'DONNÉES FICTIVES' });
    expect(json.lignes[0].organisme).toBe('=A1');
  });

  it('shows the first thousand rows, and says so', () => {
    const lignes = Array.from({ length: 1200 }, (_, n) => ({ n }));
    const many = { colonnes: [{ nom: 'n', type: 'BIGINT' }], lignes, total: 5000 };
    const table = resultTable(many, FONDS);
    expect(table.lignes).toHaveLength(1000);
    expect(flat(table.legende)).toContain('1 000 premières lignes sur 5 000');
  });
});

describe('a result as a figure', () => {
  const only = (noms: readonly string[]): Exploration => ({
    ...FOUND,
    colonnes: FOUND.colonnes.filter(({ nom }) => noms.includes(nom)),
  });

  it('draws the first words against the first numbers, absent ones without a bar', () => {
    const figure = resultFigure(only(['organisme', 'le_montant']), FONDS, 'FROM x')!;
    expect(flat(figure.titre)).toBe('Le montant par organisme : 2 barres, d’après votre requête');
    expect(figure.chart).toMatchObject({
      type: 'barres',
      unite: 'montant',
      elements: [
        { etiquette: '=A1', valeur: 1234.5 },
        { etiquette: 'absent', valeur: null },
      ],
    });
    expect(figure.table.lignes.map(([, value]) => value!.valeur)).toEqual([1234.5, null]);
    expect(figure.omissions).toHaveLength(1);
    expect(figure.definition).toContain('FROM x');
  });

  it('draws dates as columns, and nothing without words or numbers', () => {
    const dates = resultFigure(only(['debut', 'projets']), FONDS, 'FROM x')!;
    expect(dates.chart).toMatchObject({ type: 'colonnes', unite: 'nombre' });
    expect(resultFigure(only(['organisme']), FONDS, '')).toBeNull();
    expect(resultFigure(only(['projets']), FONDS, '')).toBeNull();
    expect(resultFigure({ ...FOUND, lignes: [], total: 0 }, FONDS, '')).toBeNull();
  });

  it('draws days as a line, in their order, those without a value left out', () => {
    const days = [
      ['2025-03-01', 3],
      ['2024-06-01', 1],
      ['2024-09-15', null],
    ] as const;
    const found = {
      ...only(['debut', 'projets']),
      lignes: days.map(([debut, projets]) => ({ debut, projets })),
      total: 3,
    };
    const figure = resultFigure(found, FONDS, 'FROM x')!;
    expect(flat(figure.titre)).toBe('Projets par debut : 2 jours, d’après votre requête');
    expect(figure.chart).toMatchObject({
      type: 'ligne',
      unite: 'nombre',
      points: [
        { jour: '2024-06-01', valeur: 1 },
        { jour: '2025-03-01', valeur: 3 },
      ],
    });
    expect(figure.table.lignes.map(([jour]) => jour!.valeur)).toEqual([
      '2024-06-01',
      '2024-09-15',
      '2025-03-01',
    ]);
    expect(figure.omissions.map(flat)).toEqual(['1 ligne sans valeur, sans barre ni point.']);
    const twice = { ...found, lignes: [...found.lignes, found.lignes[0]!] };
    expect(resultFigure(twice, FONDS, '')!.chart).toMatchObject({ type: 'colonnes' });
  });

  it('says what is left out, and that the fund is fiction', () => {
    const lignes = Array.from({ length: 60 }, (_, n) => ({ organisme: `o${n}`, projets: n }));
    const many = { ...only(['organisme', 'projets']), lignes, total: 60 };
    const figure = resultFigure(many, { ...FONDS, fictif: true }, '')!;
    expect(flat(figure.omissions[0]!)).toBe('40 lignes sur 60 sont tracées.');
    expect(figure.sousTitre).toMatch(/^DONNÉES FICTIVES/);
  });
});

describe('a refusal', () => {
  it('says in French what is wrong, where, and what is close', () => {
    const endroit = { index: 7, ligne: 2, colonne: 3 };
    const place = { sujet: 'montant', proches: ['montant_accorde'], endroit };
    const refus = describeRefusal(
      new ExplorationError('colonne', 'Referenced column', place, null),
    );
    expect(refus).toEqual({
      message: 'Aucune colonne ne s’appelle « montant » ici.',
      endroit,
      suite: ['Ligne 2, colonne 3.', 'Noms proches : montant_accorde.'],
      detail: 'Referenced column',
    });
  });

  it('tells of an engine that broke', () => {
    const refus = describeRefusal(new EngineError('requete', 'out of bounds'));
    expect(refus.message).toContain('a arrêté le moteur');
    expect(refus.endroit).toBeNull();
  });
});
