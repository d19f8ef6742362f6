/** The demonstration's register holds together: every rule is computed again from its cells. */
import leven from 'leven';
import { describe, expect, test } from 'vitest';
import { registre as kinds } from '../../../pipelines/sources/registre';
import { groupBy, readList, sum } from './lecture';
import {
  alias,
  BAILLEUR,
  corrected,
  CYCLES,
  cycleOf,
  EN_COURS,
  FERME,
  idOf,
  priorites,
  projet,
  projetOf,
  rows,
  territoires,
} from './registre';

const inCycle = (cycle: string) => rows('projets').filter((p) => p['cycle'] === cycle);

describe('what the fund is', () => {
  test('117 projects in the closed cycle, 34 in the one that runs, out of 78 applications', () => {
    expect(inCycle(FERME)).toHaveLength(117);
    expect(inCycle(EN_COURS)).toHaveLength(34);
    expect(rows('demandes')).toHaveLength(78);
    const decisions = [...groupBy(rows('demandes'), 'decision')].map(([d, l]) => [d, l.length]);
    expect(Object.fromEntries(decisions)['Accordée']).toBe(34);
    expect(decisions.map(([d]) => d).sort()).toEqual(['Accordée', 'Refusée', 'Retirée']);
  });

  test('12 priorities, six MRC, the three other buckets, about 60 organisations', () => {
    expect(priorites).toHaveLength(12);
    const natures = territoires.map(({ nature }) => nature);
    expect(natures.filter((n) => n === 'mrc')).toHaveLength(6);
    expect(natures.filter((n) => n !== 'mrc').sort()).toEqual([
      'hors-mrc',
      'non-ventile',
      'regional',
    ]);
    expect(rows('organismes').length).toBeGreaterThanOrEqual(58);
    expect(rows('organismes').length).toBeLessThanOrEqual(64);
  });

  test('each MRC has fewer people of low income than people, and all say where they are counted', () => {
    const [source, ...others] = readList('reference/sources.csv');
    expect(others).toEqual([]);
    for (const t of territoires.filter(({ nature }) => nature === 'mrc')) {
      const part = Number(t['population_faible_revenu']) / Number(t['population']);
      expect(part, t['nom']).toBeGreaterThan(0.05);
      expect(part, t['nom']).toBeLessThan(0.25);
      expect(t).toMatchObject({
        population_annee: '2025',
        population_source_id: source?.['source_id'],
      });
    }
  });

  test('about 6 M$ a cycle, and grants from 10 000 $ to 180 000 $, some with odd cents', () => {
    for (const cycle of Object.keys(CYCLES)) {
      const own = rows('enveloppes').filter(
        (e) => e['cycle'] === cycle && e['bailleur'] === BAILLEUR && e['mouvement'] === 'Initiale',
      );
      expect(sum(own, 'montant')).toBeGreaterThan(590_000_000);
      expect(sum(own, 'montant')).toBeLessThan(620_000_000);
    }
    const initial = rows('octrois').filter((o) => o['nature'] === 'Initial');
    const amounts = initial.map((o) => Number(o['montant_accorde']));
    expect(Math.min(...amounts)).toBeGreaterThanOrEqual(1_000_000);
    expect(Math.max(...amounts)).toBeLessThanOrEqual(18_000_000);
    expect(amounts.filter((cents) => cents % 100 !== 0).length).toBeGreaterThan(20);
  });
});

describe('what is typed', () => {
  test('every required cell is filled, closed lists hold their words, numbers are unique', () => {
    for (const { feuille, champs, cle } of kinds) {
      const lignes = rows(feuille?.id ?? '');
      expect(lignes.length, feuille?.id).toBeGreaterThan(0);
      const keys = lignes.map((l) => cle.map((c) => l[c]).join(' '));
      expect(new Set(keys).size, feuille?.id).toBe(lignes.length);
      for (const [nom, { rempli, valeurs }] of Object.entries(champs))
        for (const ligne of lignes) {
          if (rempli) expect(ligne[nom], `${feuille?.id} ${nom}`).not.toBe('');
          if (valeurs && ligne[nom] !== '') expect(Object.keys(valeurs)).toContain(ligne[nom]);
        }
    }
  });

  test('every label leads to the lists of the fund, every number to its sheet', () => {
    const known: Record<string, Set<unknown>> = {
      cycles: new Set(Object.keys(CYCLES)),
      bailleurs: new Set([BAILLEUR, 'Fondation Brumaille']),
      priorites: new Set(priorites.map(({ nom }) => nom)),
      territoires: new Set([...territoires.map(({ nom }) => nom), ...alias.keys()]),
    };
    const targets: Record<string, Set<unknown>> = Object.fromEntries(
      kinds.map(({ feuille, cle }) => {
        const champ = feuille?.id === 'organismes' ? 'nom' : (cle[0] ?? '');
        return [feuille?.id, new Set(rows(feuille?.id ?? '').map((l) => l[champ]))];
      }),
    );
    for (const { feuille, champs } of kinds)
      for (const [nom, { alias: notion, vers, plusieurs }] of Object.entries(champs)) {
        const among = vers ? targets[vers] : notion && known[notion];
        if (!among) continue;
        for (const ligne of rows(feuille?.id ?? ''))
          for (const label of plusieurs ? String(ligne[nom]).split(' ; ') : [ligne[nom]])
            if (label !== '') expect(among, `${feuille?.id} ${nom}`).toContain(label);
      }
  });

  test('each alias is used, and no money is on the bucket of what is not split', () => {
    const labels = ['demandes', 'organismes'].flatMap((f) => rows(f).map((l) => l['territoire']));
    expect(alias.size).toBe(3);
    for (const libelle of alias.keys()) expect(labels).toContain(libelle);
    for (const feuille of ['enveloppes', 'projets', 'annonces', 'demandes'])
      for (const ligne of rows(feuille)) expect(ligne['territoire']).not.toBe('Non ventilé');
  });

  const fold = (text: unknown) =>
    String(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  function nearest(names: readonly string[]): [distance: number, pair: string] {
    const pairs = names.flatMap((a, i) =>
      names.slice(i + 1).map((b): [number, string] => [leven(a, b), `${a} / ${b}`]),
    );
    return pairs.reduce((least, pair) => (pair[0] < least[0] ? pair : least), [99, '']);
  }

  test('no two organisations have names that look alike', () => {
    const [distance, pair] = nearest(rows('organismes').map((o) => fold(o['nom'])));
    expect(distance, pair).toBeGreaterThan(3);
  });

  test('no organisation has two titles that look alike', () => {
    const all = [...rows('projets'), ...rows('demandes').filter((d) => d['projet'] === '')];
    for (const [, own] of groupBy(all, 'organisme')) {
      const [distance, pair] = nearest(own.map((l) => fold(l['titre'])));
      expect(distance, pair).toBeGreaterThan(3);
    }
    expect(new Set(all.map((l) => fold(l['titre']))).size).toBe(all.length);
  });
});

describe('where and for what', () => {
  const population = new Map(
    territoires.map(({ territoire_id, population: p }) => [territoire_id, Number(p)]),
  );
  const half = [...population.values()].reduce((a, b) => a + b, 0) / 2;

  test('a regional project touches four MRC or over half of the people, a local one no more than three', () => {
    for (const p of rows('projets')) {
      const touched = String(p['territoires_touches']).split(' ; ').map(idOf);
      const people = touched.reduce((total, id) => total + (population.get(id) ?? 0), 0);
      const bucket = idOf(p['territoire']);
      const wide = touched.length >= 4 || people > half;
      expect(wide, String(p['projet_id'])).toBe(bucket === 'regional');
      if (bucket !== 'regional') expect(touched).toContain(bucket);
    }
    expect(half).toBeGreaterThan(100_000);
  });

  test('shares make 100, on regional priorities for regional projects and on local ones for others', () => {
    const portee = new Map(priorites.map(({ nom, portee: p }) => [nom, p]));
    const shares = groupBy(rows('projets_priorites'), 'projet');
    expect(shares.size).toBe(rows('projets').length);
    for (const [id, own] of shares) {
      expect(sum(own, 'part'), id).toBe(100);
      const expected = projet.get(id)?.['territoire'] === 'Régional' ? 'regionale' : 'locale';
      for (const { priorite } of own) expect(portee.get(String(priorite))).toBe(expected);
    }
    const used = new Set(rows('projets_priorites').map(({ priorite }) => priorite));
    expect(used.size).toBe(12);
  });

  test('projects run within their cycle, after the decision', () => {
    const decided = groupBy(rows('octrois'), 'projet');
    for (const p of corrected('registre-projets', 'projet_id', rows('projets'))) {
      const [debut = '', fin = ''] = CYCLES[cycleOf(p)] ?? [];
      expect(
        String(p['debut']) > String(decided.get(String(p['projet_id']))?.[0]?.['date_decision']),
      ).toBe(true);
      expect(String(p['debut']) >= debut && String(p['fin']) <= fin).toBe(true);
      expect(String(p['debut']) < String(p['fin'])).toBe(true);
    }
  });

  test('every project has an aim', () => {
    const aims = groupBy(rows('indicateurs'), 'projet');
    expect([...aims.keys()].sort()).toEqual([...projet.keys()].sort());
    for (const { cible } of rows('indicateurs')) expect(Number(cible)).toBeGreaterThan(0);
  });
});

describe('the applications', () => {
  const appel = new Map(rows('appels').map((a) => [a['appel_id'], a]));
  const initial = new Map(
    rows('octrois')
      .filter((o) => o['nature'] === 'Initial')
      .map((o) => [o['projet'], o]),
  );

  test('come while the call is open and are answered once it is closed', () => {
    for (const d of rows('demandes')) {
      const { date_ouverture = '', date_limite = '' } = appel.get(d['appel']!) ?? {};
      expect(String(d['date_depot']) >= String(date_ouverture)).toBe(true);
      expect(String(d['date_depot']) <= String(date_limite)).toBe(true);
      expect(String(d['date_decision']) > String(date_limite)).toBe(true);
    }
    const last = rows('appels').at(-1);
    expect(last?.['date_limite']).toBe('2026-02-28');
    const answers = rows('demandes').filter((d) => d['appel'] === last?.['appel_id']);
    for (const d of answers) expect(String(d['date_decision']) <= '2026-05-31').toBe(true);
  });

  test('granted ones lead to the project of the same organisation, which never gets more than it asked', () => {
    const granted = rows('demandes').filter((d) => d['decision'] === 'Accordée');
    expect(new Set(granted.map((d) => d['projet'])).size).toBe(34);
    for (const d of granted) {
      const p = projetOf(d);
      for (const champ of ['organisme', 'titre']) expect(d[champ]).toBe(p[champ]);
      expect(idOf(d['territoire'])).toBe(idOf(p['territoire']));
      const octroi = initial.get(d['projet']!);
      expect(d['date_decision']).toBe(octroi?.['date_decision']);
      const total = rows('octrois').filter((o) => o['projet'] === d['projet']);
      expect(Number(octroi?.['montant_accorde'])).toBeLessThanOrEqual(Number(d['montant_demande']));
      expect(sum(total, 'montant_accorde')).toBeLessThanOrEqual(Number(d['montant_demande']));
    }
    for (const d of rows('demandes')) expect(d['projet'] === '').toBe(d['decision'] !== 'Accordée');
  });
});

test('each correction changes a cell of the register that holds something else', () => {
  const corrections = readList('corrections/corrections.csv');
  expect(corrections).toHaveLength(2);
  for (const { table, id, colonne = '', valeur } of corrections) {
    const kind = kinds.find((k) => k.id === table);
    const row = rows(kind?.feuille?.id ?? '').find((l) => l[kind?.cle[0] ?? ''] === id);
    expect(row?.[colonne]).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(row?.[colonne]).not.toBe(valeur);
  }
});
