import { describe, expect, it } from 'vitest';
import { flat, texts } from '../../../tests/lib/resultats';
import { SANS_CHOIX } from '../domain/choix';
import {
  type ComptePersonnesLigne,
  comptesParFigures,
  comptesSujetFigures,
} from './comptes-personnes';

const PEOPLE = 'participations, et non personnes uniques';
const ligne = (more: Partial<ComptePersonnesLigne>): ComptePersonnesLigne => ({
  question_id: 'personnes',
  libelle: 'Personnes différentes',
  definition: 'Chacune une seule fois par projet.',
  role: 'personnes',
  cycle_id: '2024-2029',
  cycle: 'Cycle 2024-2029',
  sujet_id: 'a',
  sujet: 'Aval',
  nombre: 340,
  ...more,
});
const groupe = (more: Partial<ComptePersonnesLigne>) =>
  ligne({ question_id: 'aines', libelle: 'Dont personnes aînées', role: 'groupe', ...more });
const ancien = { cycle_id: '2019-2024', cycle: 'Cycle 2019-2024' };

describe('people of a subject', () => {
  const [shown] = comptesSujetFigures(
    [ligne({}), groupe({ nombre: null }), ligne({ ...ancien, nombre: 0 })],
    'territoire',
    SANS_CHOIX,
    [],
  );

  it('are an x where the number is hidden, a zero where it is zero, and said where there was no project', () => {
    expect(shown!.table.colonnes.map((c) => c.titre)).toEqual([
      'Question',
      '2024-2029',
      '2019-2024',
    ]);
    expect(texts(shown!)).toEqual([
      ['Personnes différentes', '340', '0'],
      ['Dont personnes aînées', 'x', 'aucun projet'],
    ]);
  });

  it('explain the x, and have no bar for it', () => {
    expect(shown!.omissions.join(' ')).toContain('x : nombre caché, ou que personne n’a compté');
    const { chart } = shown!;
    expect(chart?.type === 'barres' && chart.elements.map((e) => [e.valeur, e.texte])).toEqual([
      [340, '340'],
      [null, 'x'],
    ]);
  });

  it('are never added up without the words', () => {
    expect(flat(shown!.titre)).toBe(`Cycle 2024-2029, personnes différentes : 340 (${PEOPLE}).`);
    for (const words of [shown!.sousTitre, shown!.definition, shown!.table.legende])
      expect(words).toContain(PEOPLE);
  });

  it('say nothing of a number that is hidden', () => {
    const [hidden] = comptesSujetFigures([ligne({ nombre: null })], 'priorite', SANS_CHOIX, []);
    expect(hidden!.titre).toBe(
      'Cycle 2024-2029, personnes différentes : nombre caché, ou pas encore compté.',
    );
  });

  it.each([
    [{ territoire: 'a', cycle: '2024-2029' }, false],
    [{ territoire: 'a', priorite: 'b' }, true],
  ])('say what the choices %o cannot change: %s', (choix, said) => {
    const [one] = comptesSujetFigures([ligne({})], 'territoire', { ...SANS_CHOIX, ...choix }, []);
    expect(one!.omissions.join(' ').includes('n’y changent rien')).toBe(said);
  });
});

describe('people from a subject to another', () => {
  const rows = [
    ligne({}),
    ligne({ sujet_id: 'b', sujet: 'Bief', nombre: null }),
    groupe({ nombre: 9 }),
    ligne({ ...ancien, nombre: 7 }),
  ];
  const whole = [ligne({ sujet_id: '2024-2029', nombre: 352 }), ligne({ ...ancien, nombre: 7 })];
  const [shown] = comptesParFigures(rows, 'territoire', whole, SANS_CHOIX, []);

  it('lead to the page of each, beside the whole fund', () => {
    expect(texts(shown!)).toEqual([
      ['Aval', '340', '7'],
      ['Bief', 'x', 'aucun projet'],
    ]);
    expect(shown!.table.lignes[0]![0]!.lien).toBe('/territoires/a');
    expect(shown!.table.total!.map((c) => c.texte)).toEqual(['Tout le fonds', '352', '7']);
  });

  it('are compared only among those that are told', () => {
    expect(flat(shown!.titre)).toBe(
      `Cycle 2024-2029 : parmi les nombres publiés, « Aval » vient en tête, avec 340 ${PEOPLE}.`,
    );
    const two = [ligne({}), ligne({ sujet_id: 'b', sujet: 'Bief', nombre: 12 })];
    const [all] = comptesParFigures(two, 'priorite', whole, SANS_CHOIX, []);
    expect(all!.titre).not.toContain('parmi');
    expect(all!.titre).toContain('vient en tête');
  });

  it('have none that leads where one was chosen, and say what the choices cannot change', () => {
    const choix = { ...SANS_CHOIX, territoire: 'a', priorite: 'p' };
    const [one] = comptesParFigures([ligne({})], 'territoire', whole, choix, []);
    expect(flat(one!.titre)).toBe(`Cycle 2024-2029, personnes différentes : 340 (${PEOPLE}).`);
    expect(one!.omissions.join(' ')).toContain('n’y changent rien');
  });

  it('are not shown at a day gone by: reports are not rewound', () => {
    const choix = { ...SANS_CHOIX, au: '2025-01-01' };
    expect(comptesParFigures(rows, 'territoire', whole, choix, [])).toEqual([]);
    expect(comptesSujetFigures(rows, 'territoire', choix, [])).toEqual([]);
  });

  it('are nothing without reports', () => {
    expect(comptesParFigures([], 'territoire', [], SANS_CHOIX, [])).toEqual([]);
    expect(comptesSujetFigures([], 'territoire', SANS_CHOIX, [])).toEqual([]);
  });
});
