import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { REGLES, type RegleId } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';
import { type Rapport, rapportToHtml } from './page';

const BOOK = 'prive/recu/lot/registre.xlsx';

const at = (regle: RegleId, place: string | null, valeur: string | null = null): Constat => {
  const [feuille = null, cellule = null] = place?.split('!') ?? [];
  const { gravite } = REGLES[regle];
  return { regle, gravite, fichier: BOOK, feuille, cellule, valeur, message: `vu en ${place}` };
};

const compte = (feuille: string, lues: number) => ({
  ...{ fichier: `${BOOK}!${feuille}`, lues },
  ...{ retenues: lues - 1, ecartees: 0, refusees: 1 },
});

const CONSTATS = [
  at('cible-nulle', 'Indicateurs!D2', '0'),
  at('ligne-de-total', 'Octrois!C9', 'Total'),
  at('valeur-absente', 'Octrois!D2'),
  at('valeur-absente', 'Octrois!E2'),
  at('valeur-absente', 'Octrois!D7'),
  at('valeur-absente', 'Projets!D2'),
  at('valeur-inconnue', 'Octrois!C3', 'Avenant'),
  at('entete-inconnu', 'Octrois!F1', 'Résolutoin'),
  at('lignes-masquees', 'Octrois!A3', 'lignes 3 à 5'),
  at('feuille-vide', 'Enveloppes'),
  at('classeur-macros', null),
];

const RAPPORT: Rapport = {
  nom: 'Fonds des Brumes',
  fictif: false,
  dateDonnees: '2023-06-30',
  au: null,
  partiel: false,
  constats: CONSTATS,
  comptes: [compte('Octrois', 41), compte('Projets', 17), compte('Indicateurs', 5)],
};

const page = (rest: Partial<Rapport> = {}) => {
  const html = rapportToHtml({ ...RAPPORT, ...rest });
  return { html, document: parseHTML(html).document };
};

const textOf = (node: Element | null | undefined) =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('what is said, and in which order', () => {
  const { document } = page();
  const sections = [...document.querySelectorAll('section')];

  test('the summary first: the verdict, the count of each severity, the rules', () => {
    const first = [...document.querySelector('main')!.children];
    const before = first.slice(0, first.indexOf(sections[0]!)).map((e) => textOf(e));
    expect(before.join('\n')).toContain('Rien n’est publié tant qu’un constat bloquant demeure');
    for (const count of [
      '7 constats bloquants',
      '3 avertissements : à vérifier',
      '1 information : rien à faire',
    ])
      expect(before.join('\n')).toContain(count);
  });

  test('one section a rule, the most serious and the most frequent first, each linked', () => {
    const ids = sections.map((s) => s.id).filter((id) => id !== 'lignes');
    const links = [...document.querySelectorAll('ol a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(ids.map((id) => `#${id}`));
    expect(new Set(ids)).toEqual(new Set(CONSTATS.map((c) => c.regle)));
    expect(ids[0]).toBe('valeur-absente');
    const ranks = ids.map((id) =>
      ['bloquant', 'avertissement', 'information'].indexOf(REGLES[id as RegleId].gravite),
    );
    expect(ranks).toEqual([...ranks].sort());
  });

  test('every cell, under its sheet, with its value and its words', () => {
    for (const { regle, feuille, cellule, valeur, message } of CONSTATS) {
      const rows = [...document.querySelectorAll(`section#${regle} tbody tr`)];
      const place = rows.findIndex((r) => textOf(r).endsWith(feuille ? `› ${feuille}` : BOOK));
      const row = rows.slice(place + 1).find((r) => textOf(r).endsWith(message));
      expect(place, regle).toBeGreaterThanOrEqual(0);
      const where = cellule ?? (feuille ? 'toute la feuille' : 'tout le fichier');
      expect(textOf(row).startsWith(where)).toBe(true);
      expect(textOf(row)).toContain(valeur ?? '');
    }
  });

  test('what each rule asks, how it was checked and what to do', () => {
    for (const regle of new Set(CONSTATS.map((c) => c.regle))) {
      const said = textOf(document.querySelector(`section#${regle}`));
      for (const words of [REGLES[regle].titre, REGLES[regle].methode, REGLES[regle].aFaire])
        expect(said).toContain(words.replace(/\s+/g, ' '));
    }
  });

  test('rows are counted once, over the tables where the rule was broken', () => {
    const state = (regle: RegleId) => textOf(document.querySelector(`#${regle} .etat`));
    expect(state('valeur-absente')).toBe('bloquant · 4 constats · 3 lignes sur 58');
    expect(state('valeur-inconnue')).toBe('bloquant · 1 constat · 1 ligne sur 41');
    expect(state('cible-nulle')).toBe('avertissement · 1 constat · 1 ligne sur 5');
    for (const regle of [
      'entete-inconnu',
      'lignes-masquees',
      'feuille-vide',
      'classeur-macros',
    ] as const)
      expect(state(regle), regle).toMatch(/ · 1 constat$/);
  });

  test('rows read, kept, set aside and refused', () => {
    const rows = [...document.querySelectorAll('#lignes tbody tr')].map((r) =>
      [...r.querySelectorAll('td')].map(textOf),
    );
    expect(rows[0]).toEqual([`${BOOK} › Octrois`, '41', '40', '0', '1']);
    expect(rows).toHaveLength(3);
  });
});

describe('a page by itself', () => {
  const evil = '<script>alert("a")</script><img src=http://x onerror=\'y\'> "deux" & \'un\'';
  const constats = [
    { ...at('valeur-inconnue', 'Octrois!C3', evil), feuille: evil, fichier: evil, message: evil },
  ];
  const { document, html } = page({ nom: evil, constats });

  test('nothing of what it cites is read as a page', () => {
    expect(document.querySelector('script, img')).toBeNull();
    const cells = [...document.querySelectorAll('#valeur-inconnue td')].map((c) => c.textContent);
    expect(cells).toEqual(['C3', evil, evil]);
    expect(document.querySelector('h1')?.textContent).toContain(evil);
    expect(document.querySelector('title')?.textContent).toContain(evil);
  });

  test('no script, nothing fetched, and a policy that says so', () => {
    expect(document.querySelector('script, link, iframe, object, [src], [onclick]')).toBeNull();
    const hrefs = [...document.querySelectorAll('[href]')].map((e) => e.getAttribute('href') ?? '');
    expect(hrefs.filter((h) => !h.startsWith('#'))).toEqual([]);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
    expect(html).toContain(`default-src 'none'`);
  });

  test('every element is closed, every id is one of its kind, every cell has its column', () => {
    const strict = html.replace(/<!doctype html>/, '').replace(/<meta ([^>]*)>/g, '<meta $1/>');
    expect(() => new SaxesParser().write(strict).close()).not.toThrow();
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const table of document.querySelectorAll('table')) {
      const heads = [...table.querySelectorAll('thead th')].map(textOf);
      for (const row of table.querySelectorAll('tbody tr:not(.lieu)'))
        expect([...row.querySelectorAll('td')].map((c) => c.getAttribute('data-titre'))).toEqual(
          heads,
        );
    }
  });

  test('a value without end is cut, and keeps its beginning', () => {
    const long = page({ constats: [at('valeur-inconnue', 'Octrois!C3', 'ab'.repeat(20_000))] });
    expect(long.document.querySelector('.lu[data-titre]')?.textContent).toMatch(/^(ab)+…$/);
    expect(long.html.length).toBeLessThan(10_000);
  });
});

test('nothing found: nothing stops the publication, and no rule is listed', () => {
  const { document } = page({ constats: [] });
  expect(textOf(document.querySelector('.verdict'))).toBe('Rien n’empêche la publication.');
  expect(textOf(document.querySelector('ul'))).toBe(
    '0 constat bloquant0 avertissement0 information',
  );
  expect([...document.querySelectorAll('section')].map((s) => s.id)).toEqual(['lignes']);
  expect(document.querySelector('ol')).toBeNull();
});

test('warnings alone do not stop the publication', () => {
  const { document } = page({ constats: CONSTATS.filter((c) => c.gravite !== 'bloquant') });
  expect(textOf(document.querySelector('.verdict'))).toBe('Rien n’empêche la publication.');
});

test('a fictional fund says so, and a real one does not', () => {
  expect(
    page({ fictif: true }).document.querySelector('main')?.firstElementChild?.textContent,
  ).toBe('DONNÉES FICTIVES');
  expect(page().document.body.textContent).not.toContain('FICTIVES');
});

test('the day of the data, or that of the past state asked for', () => {
  expect(textOf(page().document.querySelector('h1 + p'))).toMatch(/^Données au 2023-06-30\./);
  expect(textOf(page({ au: '2022-01-31' }).document.querySelector('h1 + p'))).toMatch(
    /^Tel que décidé au 2022-01-31\./,
  );
});

test('a run that stopped before comparing rows says that more may come', () => {
  const said = 'ne sont pas encore vérifiées';
  expect(page({ partiel: true }).html).toContain(said);
  expect(page({ partiel: false }).html).not.toContain(said);
});
