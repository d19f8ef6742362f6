import { describe, expect, it, test } from 'vitest';
import type { BilanLigne } from './bilan-fonds';
import type { Figure } from './figure';
import type { IndicateurLigne } from './indicateurs';
import type { DepenseLigne, FinancementLigne } from './postes';
import type { ReponseLigne } from './reponses';
import { resultatsPage, type SceneResultats } from './resultats';

const VIDE: SceneResultats = {
  fonds: {
    fonds_id: 'essai',
    nom: 'Fonds d’essai',
    region: 'Essai',
    mandataire: 'Table d’essai',
    courriel: null,
    date_donnees: '2026-10-31',
    licence: 'Libre',
    licence_url: 'https://exemple.org/',
    fictif: false,
    ordre: 1,
    versements: true,
  },
  comptes: [],
  indicateurs: [],
  reponses: [],
  depenses: [],
  financements: [],
  bilans: [],
  temoignages: [],
};
const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
const page = (scene: Partial<SceneResultats>) => resultatsPage({ ...VIDE, ...scene });
const figure = (scene: Partial<SceneResultats>, id: string): Figure => {
  const { figures, autres } = page(scene);
  return [...figures, ...autres].find((f) => f.id === id)!;
};
const titre = (scene: Partial<SceneResultats>, id: string) => flat(figure(scene, id).titre);
const texts = ({ table }: Figure) => table.lignes.map((row) => row.map((c) => flat(c.texte)));

const reponse = (more: Partial<ReponseLigne>): ReponseLigne => ({
  question_id: 'question',
  code: 'Z1',
  section: 'Essais',
  libelle: 'Une question',
  definition: 'Ce que la question compte.',
  type_reponse: 'nombre',
  role: null,
  exercice_id: '2025-2026',
  choix_id: null,
  choix: null,
  nombre_redditions: 12,
  total_nombre: 340,
  total_montant: null,
  ...more,
});

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
      'En 2025-2026, l’objectif le plus servi est « A », avec 9 redditions.',
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
  });

  it('has an anchor of its own, whatever its name', () => {
    const reponses = [reponse({ question_id: 'activites.realisee_2' })];
    expect(page({ reponses }).autres.map((f) => f.id)).toEqual(['reponse-activites-realisee-2']);
  });
});

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
