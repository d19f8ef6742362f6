import { describe, expect, it, test } from 'vitest';
import { FONDS } from '../../../tests/lib/fonds';
import type { CompteLigne } from './comptes';
import type { Figure } from './figure';
import { redditionsPage } from './redditions';

const RECUES = 'recue+incomplete+complete+acceptee';
const NON_RECUES = 'en-retard+attendue';
const TOUT = `${NON_RECUES}+${RECUES}`;

const exercice = (annee: number, etat: string, nombre: number): CompteLigne => ({
  portee: 'exercice',
  exercice_id: `${annee}-${annee + 1}`,
  echeance: `${annee + 1}-06-01`,
  arrete_le: null,
  territoire_id: null,
  territoire: null,
  etat,
  nombre,
});
const territoire = (nom: string | null, etat: string, nombre: number): CompteLigne => ({
  portee: 'territoire',
  exercice_id: null,
  echeance: null,
  arrete_le: null,
  territoire_id: nom,
  territoire: nom,
  etat,
  nombre,
});

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
const page = (rows: CompteLigne[], fonds = FONDS) => redditionsPage(fonds, rows);
const phrases = (rows: CompteLigne[], fonds = FONDS) => page(rows, fonds).phrases.map(flat);
const figure = (rows: CompteLigne[], id: string): Figure =>
  page(rows).figures.find((f) => f.id === id)!;
const titre = (rows: CompteLigne[], id: string) => flat(figure(rows, id).titre);
const cells = ({ table }: Figure) => table.lignes.map((row) => row.map((c) => flat(c.texte)));

describe('the clock', () => {
  it('counts days from the date of the data', () => {
    const [next] = phrases([exercice(2026, 'attendue', 31)]);
    expect(next).toBe(
      'Les prochaines redditions, pour l’exercice 2026-2027, sont dues le 1er juin 2027, dans 213 jours : 31 redditions attendues en tout.',
    );
  });

  it.each([
    ['2026-06-01', 'sont dues le 1er juin 2026, le jour même des données : 1 reddition attendue'],
    ['2026-05-31', 'sont dues le 1er juin 2026, dans 1 jour : 1 reddition attendue en tout.'],
    ['2026-06-02', 'l’échéance du 1er juin 2026 est passée depuis 1 jour : 1 reddition due,'],
    ['2026-06-03', 'l’échéance du 1er juin 2026 est passée depuis 2 jours : 1 reddition due,'],
  ])('agrees with the number on %s', (date_donnees, said) => {
    const text = phrases([exercice(2025, TOUT, 1)], { ...FONDS, date_donnees }).join(' ');
    expect(text).toContain(said);
  });

  it.each([
    [17, 5, '22 redditions dues, 17 reçues, 5 en retard.'],
    [0, 22, '22 redditions dues, aucune reçue, 22 en retard.'],
    [22, 0, '22 redditions dues, 22 reçues, aucune en retard.'],
  ])('tells %i received and %i late', (recues, retard, said) => {
    const rows = [exercice(2025, 'acceptee', recues), exercice(2025, 'en-retard', retard)];
    expect(phrases(rows.filter((r) => r.nombre > 0))[1]).toContain(said);
  });

  it('calls nobody late on the day of the data where reports are counted up to an earlier one', () => {
    const rows = [{ ...exercice(2025, 'attendue', 9), arrete_le: '2026-05-20' }];
    const said = phrases(rows, { ...FONDS, date_donnees: '2026-06-10' });
    expect(said.join(' ')).not.toContain('retard');
    expect(said.at(-1)).toBe(
      'Les totaux de 2025-2026 comptent les redditions reçues jusqu’au 20 mai 2026 : ils avancent par cinq redditions ou plus, pour qu’aucune ne se lise par différence.',
    );
  });

  it('says when nothing is to come, and when nothing was due yet', () => {
    expect(phrases([exercice(2025, 'acceptee', 9)])[0]).toContain('Aucune échéance à venir');
    expect(phrases([exercice(2026, 'attendue', 9)])[1]).toBe(
      'Aucune échéance n’est encore passée.',
    );
  });
});

describe('small counts', () => {
  const rows = [
    exercice(2023, 'acceptee', 46),
    exercice(2024, TOUT, 30),
    exercice(2025, RECUES, 20),
    exercice(2025, NON_RECUES, 6),
    exercice(2026, 'attendue', 31),
    territoire('Vaubrume', RECUES, 60),
    territoire('Vaubrume', NON_RECUES, 6),
    territoire(null, RECUES, 33),
    territoire(null, NON_RECUES, 5),
  ];

  it('are never obtained by difference: every number is a row or a sum of rows of one kind', () => {
    // 102 due by territory less 72 told by exercice would give the 30, then 93 - 66 = 27 and 3 late.
    const given = rows.map((row) => row.nombre);
    const sums = [66, 38, 26, 93, 11, 104];
    const numbers = page(rows)
      .figures.flatMap(({ table }) => [...table.lignes, ...(table.total ? [table.total] : [])])
      .flat()
      .map((cell) => cell.valeur)
      .filter((valeur) => typeof valeur === 'number' && Number.isInteger(valeur) && valeur > 1);
    expect(numbers.length).toBeGreaterThan(10);
    for (const n of numbers) expect([...given, ...sums]).toContain(n);
  });

  it('stay together in words: what is not told is never zero', () => {
    const etats = cells(figure(rows, 'etats'));
    expect(etats[1]).toEqual([
      '2024-2025',
      '1er juin 2025',
      ...['sans détail', 'sans détail', 'sans détail', 'sans détail', '30', 'sans détail', '30'],
    ]);
    expect(etats[2]!.slice(2)).toEqual(['sans détail', '20', '6', '0', '0', 'sans détail', '26']);
    const couverture = cells(figure(rows, 'couverture'));
    expect(couverture[1]).toEqual(['2024-2025', 'sans détail', 'sans détail', '30', 'non publié']);
    expect(figure(rows, 'couverture').omissions.join(' ')).toContain('2024-2025');
  });

  it('leave the whole to the counts that leave nothing out', () => {
    expect(titre(rows, 'couverture')).toBe('93 des 104 redditions dues sont reçues, soit 89,4 %.');
    const without = rows.filter((row) => row.portee === 'exercice');
    expect(titre(without, 'couverture')).toBe(
      'La part des redditions reçues est publiée pour 2 des 3 exercices dont l’échéance est passée.',
    );
    expect(figure(without, 'couverture').table.total).toBeNull();
  });

  it('draw no bar where nothing is told', () => {
    const chart = figure([exercice(2025, TOUT, 9)], 'couverture').chart;
    expect(chart).toBeNull();
    expect(titre([exercice(2025, TOUT, 9)], 'etats')).toBe(
      'Pour 2025-2026, 9 redditions étaient dues ; leur état n’est pas publié.',
    );
  });
});

test('states that are told together are late after the due date, awaited before', () => {
  const parts = (annee: number, etat: string) => {
    const { chart } = figure([exercice(annee, etat, 7)], 'etats');
    return chart?.type === 'piles' ? chart.elements[0]!.segments[0]!.categorie : null;
  };
  expect(parts(2025, NON_RECUES)).toBe('enRetard');
  expect(parts(2026, NON_RECUES)).toBe('attendues');
  expect(parts(2025, 'complete+acceptee')).toBe('completes');
  expect(parts(2025, 'recue+incomplete')).toBe('incompletes');
  expect(parts(2025, RECUES)).toBe('recues');
  expect(parts(2025, TOUT)).toBe('inconnues');
});

test('the chart of states draws what its table says', () => {
  const rows = [
    exercice(2025, 'complete', 6),
    exercice(2025, 'acceptee', 12),
    exercice(2025, 'en-retard', 5),
  ];
  const { chart, table } = figure(rows, 'etats');
  expect(chart?.type === 'piles' && chart.elements[0]!.texte).toBe('●\u00a018  ▲\u00a05');
  expect(table.colonnes.map((c) => c.titre)).toEqual([
    'Exercice',
    'Échéance',
    'Complètes ou acceptées',
    'En retard',
    'Dont acceptées',
    'En tout',
  ]);
  expect(cells({ table } as Figure)[0]!.slice(2)).toEqual(['18', '5', '12', '23']);
});

describe('territories', () => {
  const due = (nom: string | null, recues: number, non: number) =>
    [territoire(nom, RECUES, recues), territoire(nom, NON_RECUES, non)].filter(
      (row) => row.nombre > 0,
    );
  const base = [exercice(2025, 'acceptee', 9)];

  it('name those that await the most, ties included', () => {
    const rows = [...base, ...due('A', 30, 8), ...due('B', 9, 8), ...due('C', 20, 0)];
    expect(titre(rows, 'territoires')).toBe(
      'Le plus grand nombre de redditions non reçues : 8, pour A et B.',
    );
  });

  it('say that some are put together', () => {
    const rows = [...base, ...due('A', 30, 0), ...due(null, 9, 5)];
    expect(titre(rows, 'territoires')).toContain('5, pour les territoires regroupés.');
    expect(figure(rows, 'territoires').omissions[0]).toContain('comptés ensemble');
    expect(cells(figure(rows, 'territoires'))[1]![0]).toBe('Territoires regroupés');
  });

  it('say that all came, or that nothing can be told', () => {
    expect(titre([...base, ...due('A', 30, 0)], 'territoires')).toContain('Toutes les redditions');
    expect(titre([...base, territoire(null, TOUT, 9)], 'territoires')).toContain(
      'ne peuvent être réparties',
    );
  });
});

test('a fund without reports says what will be here, and draws nothing', () => {
  const { figures, avenir, phrases: said } = page([]);
  expect(figures).toEqual([]);
  expect(avenir.length).toBeGreaterThan(2);
  expect(said.join(' ')).toContain('Aucune reddition n’est publiée');
});

test('every figure of a fictional fund says so', () => {
  const rows = [exercice(2025, 'acceptee', 9), territoire('A', RECUES, 9)];
  const { figures } = page(rows, { ...FONDS, fictif: true });
  expect(figures).toHaveLength(3);
  for (const { sousTitre, alt, table } of figures)
    for (const words of [sousTitre, alt, table.mention])
      expect(words).toContain('DONNÉES FICTIVES');
});
