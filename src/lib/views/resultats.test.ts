import { describe, expect, it, test } from 'vitest';
import { figure, flat, page, reponse, texts, titre } from '../../../tests/lib/resultats';
import type { IndicateurLigne } from './indicateurs';
import type { ReponseLigne } from './reponses';

describe('indicators', () => {
  const row = (more: Partial<IndicateurLigne>): IndicateurLigne => ({
    cycle_id: '2024-2029',
    cycle: 'Cycle 2024-2029',
    indicateur: 'Ateliers tenus',
    unite: 'ateliers',
    nombre_projets: 6,
    cible: 400,
    realise: 312,
    ...more,
  });

  it.each([
    [[row({})], 'la cible du seul indicateur publié n’est pas encore atteinte.'],
    [[row({ realise: 400 })], 'la cible du seul indicateur publié est atteinte.'],
    [[row({}), row({ indicateur: 'B' })], 'aucune cible n’est encore atteinte, sur 2 indicateurs.'],
    [[row({ realise: 401 }), row({ indicateur: 'B' })], '1 cible est atteinte, sur 2 indicateurs.'],
    [[row({ cible: 0 })], '1 indicateur rapporté, sans cible publiée.'],
  ])('say how many targets are reached', (indicateurs, said) => {
    expect(titre({ indicateurs }, 'indicateurs')).toBe(`Cycle 2024-2029 : ${said}`);
  });

  it('are drawn against their own target, in their own unit', () => {
    const { chart } = figure(
      { indicateurs: [row({}), row({ indicateur: 'Repas', unite: 'portions', cible: 0 })] },
      'indicateurs',
    );
    const bars = chart?.type === 'puces' ? chart.panneaux[0]!.elements : [];
    expect(bars[0]).toMatchObject({ etiquette: 'Ateliers tenus', valeur: 0.78, cible: 1 });
    expect(flat(`${bars[0]!.texte} ${bars[0]!.cibleTexte}`)).toBe(
      '312 (78 %) Cible : 400, 6 projets',
    );
    expect(bars[1]).toMatchObject({ etiquette: 'Repas (portions)', valeur: null, cible: null });
  });
});

describe('people', () => {
  const PEOPLE = 'participations, et non personnes uniques';
  const people = (more: Partial<ReponseLigne>) =>
    reponse({
      type_reponse: 'compte',
      role: 'personnes',
      libelle: 'Personnes différentes',
      ...more,
    });

  it('are never added up without the words', () => {
    const participations = people({ role: 'participations', libelle: 'Participations' });
    expect(titre({ reponses: [participations, people({})] }, 'personnes')).toBe(
      `En 2025-2026, 12 redditions comptent 340 ${PEOPLE}.`,
    );
    expect(titre({ reponses: [people({})] }, 'personnes')).toBe(
      `En 2025-2026, personnes différentes : 340, selon 12 redditions (${PEOPLE}).`,
    );
    const own = figure({ reponses: [people({})] }, 'personnes');
    for (const words of [own.sousTitre, own.definition, own.table.legende])
      expect(words).toContain(PEOPLE);
    const other = figure({ reponses: [people({ role: null })] }, 'reponse-question');
    for (const words of [other.sousTitre, other.definition]) expect(words).toContain(PEOPLE);
  });

  it('have their total and how many reports count it, the latest exercice first', () => {
    const reponses = [people({ exercice_id: '2024-2025', total_nombre: 7 }), people({})];
    const shown = figure({ reponses }, 'personnes');
    expect(shown.table.colonnes.map((c) => c.titre).slice(2)).toEqual(['2025-2026', '2024-2025']);
    expect(texts(shown)).toEqual([
      ['Personnes différentes', 'Total', '340', '7'],
      ['Personnes différentes', 'Redditions', '12', '12'],
    ]);
  });

  it('are told without a number of reports that would say how many are missing', () => {
    const participations = people({ role: 'participations', nombre_redditions: null });
    expect(titre({ reponses: [participations] }, 'personnes')).toBe(
      `En 2025-2026, les redditions reçues comptent 340 ${PEOPLE}.`,
    );
    const reponses = [people({ nombre_redditions: null })];
    const shown = figure({ reponses }, 'personnes');
    expect(flat(shown.titre)).toContain(': 340, selon les redditions reçues (');
    expect(texts(shown)[1]).toEqual(['Personnes différentes', 'Redditions', 'non publié']);
    expect(shown.omissions.join(' ')).toContain('à peu près combien manquent');
    const other = figure({ reponses: [reponse({ nombre_redditions: null })] }, 'reponse-question');
    expect(flat(other.titre)).toBe('Une question : 340 en 2025-2026, selon les redditions reçues.');
    expect(texts(other)).toEqual([['2025-2026', '340', 'non publié']]);
    expect(other.omissions.join(' ')).toContain('à peu près combien manquent');
  });

  it('explain what is not counted, and never show it as zero', () => {
    const { omissions } = figure({ reponses: [people({})] }, 'personnes');
    expect(flat(omissions.join(' '))).toContain('« non compté » n’est pas un zéro');
  });
});

describe('objectives', () => {
  const objectif = (choix: string, nombre_redditions: number | null, exercice_id = '2025-2026') =>
    reponse({
      role: 'objectifs',
      type_reponse: 'cases',
      choix_id: choix,
      choix,
      nombre_redditions,
      total_nombre: null,
      exercice_id,
    });

  it('are all there, small numbers untold', () => {
    const reponses = [objectif('A', 9), objectif('B', null), objectif('C', 0)];
    expect(texts(figure({ reponses }, 'objectifs'))).toEqual([
      ['A', '9'],
      ['B', 'non publié'],
      ['C', '0'],
    ]);
    expect(titre({ reponses }, 'objectifs')).toBe(
      'En 2025-2026, parmi les nombres publiés, l’objectif le plus servi est « A », avec 9 redditions.',
    );
  });

  it('have one column an exercice, the latest first', () => {
    const reponses = [objectif('A', 7, '2024-2025'), objectif('A', 9), objectif('B', 9)];
    const { table } = figure({ reponses }, 'objectifs');
    expect(table.colonnes.map((c) => c.titre)).toEqual(['Objectif', '2025-2026', '2024-2025']);
    expect(texts(figure({ reponses }, 'objectifs'))).toEqual([
      ['A', '9', '7'],
      ['B', '9', 'non publié'],
    ]);
    expect(titre({ reponses }, 'objectifs')).toContain('« A » et « B », avec 9 redditions chacun.');
  });
});

describe('a question that the form adds', () => {
  it.each([
    [reponse({}), 'Une question : 340 en 2025-2026, selon 12 redditions.', 'nombre'],
    [
      reponse({ type_reponse: 'montant', total_nombre: null, total_montant: 1234.5 }),
      'Une question : 1 234,50 $ en 2025-2026, selon 12 redditions.',
      'montant',
    ],
    [
      reponse({ type_reponse: 'compte' }),
      'Une question : 340 en 2025-2026, selon 12 redditions.',
      'nombre',
    ],
  ])('shows by itself, with its unit', (row, said, unite) => {
    const shown = figure({ reponses: [row] }, 'reponse-question');
    expect(flat(shown.titre)).toBe(said);
    expect(shown.chart).toMatchObject({ type: 'colonnes', unite });
    expect(shown.definition).toContain('Ce que la question compte.');
    expect(shown.sousTitre).toContain('Z1');
  });

  it.each(['oui-non', 'choix', 'cases'])('shows the choices of %s', (type_reponse) => {
    const choix = (id: string, n: number | null) =>
      reponse({ type_reponse, choix_id: id, choix: id, nombre_redditions: n, total_nombre: null });
    const reponses = [choix('Oui', 10), choix('Non', 0)];
    const shown = figure({ reponses }, 'reponse-question');
    expect(flat(shown.titre)).toBe('Une question : « Oui », pour 10 redditions de 2025-2026.');
    expect(texts(shown)).toEqual([
      ['Oui', '10'],
      ['Non', '0'],
    ]);
    expect(titre({ reponses: [choix('Oui', 0)] }, 'reponse-question')).toContain('aucun choix');
    expect(titre({ reponses: [choix('Oui', 7), choix('Non', null)] }, 'reponse-question')).toBe(
      'Une question : parmi les nombres publiés, « Oui », pour 7 redditions de 2025-2026.',
    );
  });

  it('has an anchor of its own, whatever its name', () => {
    const reponses = [reponse({ question_id: 'activites.realisee_2' })];
    expect(page({ reponses }).autres.map((f) => f.id)).toEqual(['reponse-activites-realisee-2']);
  });
});

test('testimonies are by exercice, in the order given', () => {
  const temoignages = ['2025-2026', '2025-2026', '2024-2025'].map((exercice_id, i) => ({
    temoignage_id: `t${i}`,
    exercice_id,
    temoignage: `Mots ${i}`,
  }));
  const groupes = page({ temoignages }).temoignages;
  expect(groupes.map((g) => [g.exercice, g.temoignages.length])).toEqual([
    ['2025-2026', 2],
    ['2024-2025', 1],
  ]);
});

test('a fund without results says what will be here, and draws nothing', () => {
  const { figures, autres, avenir, phrases } = page({});
  expect([...figures, ...autres]).toEqual([]);
  expect(avenir.length).toBeGreaterThan(3);
  expect(phrases.join(' ')).toContain('Aucun résultat n’est publié');
});
