import { expect, test } from 'vitest';
import {
  assetsOf,
  cheminSur,
  filesOf,
  importsOf,
  isFixe,
  isOfVersion,
  isPage,
  octetsOf,
  titleOf,
} from './hors-connexion';

const at = (chemin: string) => new URL(chemin, 'http://localhost');

test.each(['/', '/demo', '/demo/projets/P19-001', '/demo?cycle=2024-2029'])(
  '%s is a page',
  (chemin) => {
    expect(isPage(at(chemin))).toBe(true);
    expect(isFixe(at(chemin))).toBe(false);
  },
);

test.each(['/favicon.svg', '/demo/donnees/octrois.csv', '/demo/__data.json', '/service-worker.js'])(
  '%s is a file that may change',
  (chemin) => {
    expect(isPage(at(chemin))).toBe(false);
    expect(isFixe(at(chemin))).toBe(false);
  },
);

test('a Parquet file never changes under its hash, and may without it', () => {
  expect(isFixe(at('/donnees/demo/public/octrois.parquet?v=0123'))).toBe(true);
  expect(isFixe(at('/donnees/demo/public/octrois.parquet'))).toBe(false);
  expect(isFixe(at('/_app/immutable/chunks/a.js'))).toBe(true);
});

const HTML = `<html><head><meta name="version" content="abc" />
<title>Déjeuners &amp; dîners &lt;3 · Retombées</title>
<link href="/_app/immutable/assets/0.a-b_c.css" rel="stylesheet">
<link href="/_app/immutable/entry/start.x.js" rel="modulepreload"></head>
<script>import("/_app/immutable/entry/start.x.js")</script></html>`;

test('the data of a page say their build', () => {
  const data = '{"type":"data","nodes":[{"type":"data","data":[{"version":1},"abc"],"uses":{}}]}';
  expect(isOfVersion(data, 'abc')).toBe(true);
  expect(isOfVersion(data, 'ab')).toBe(false);
});

test('a page says its build, its title and its files', () => {
  expect(isOfVersion(HTML, 'abc')).toBe(true);
  expect(isOfVersion(HTML, 'ab')).toBe(false);
  expect(titleOf(HTML)).toBe('Déjeuners & dîners <3 · Retombées');
  expect(titleOf('<p>rien</p>')).toBe('');
  expect(assetsOf(HTML)).toEqual([
    '/_app/immutable/assets/0.a-b_c.css',
    '/_app/immutable/entry/start.x.js',
  ]);
});

test('a file of code imports others, and may load more later', () => {
  const code = `import{a as b}from"../chunks/a-b.js";import"./c.js";import d from'./d.js';const e=()=>import("./e.js");`;
  expect(importsOf(code, '/_app/immutable/nodes/0.x.js')).toEqual([
    '/_app/immutable/chunks/a-b.js',
    '/_app/immutable/nodes/c.js',
    '/_app/immutable/nodes/d.js',
  ]);
});

test.each([
  ['/demo/projets?cycle=a', '/demo/projets?cycle=a'],
  ['//ailleurs.example', '/'],
  ['/\\ailleurs.example', '/'],
  ['https://ailleurs.example', '/'],
  ['javascript:alert(1)', '/'],
])('the address %s leads to %s', (texte, chemin) => {
  expect(cheminSur(texte)).toBe(chemin);
});

test('a fund is its code, its tables, and those of its pages that are asked', () => {
  const file = (chemin: string, octets: number) => ({ chemin, octets, brut: 10 * octets });
  const liste = {
    version: 'abc',
    code: [file('/_app/immutable/a.js', 1)],
    pages: [file('/', 10)],
    fonds: {
      demo: {
        pages: [file('/demo', 100), file('/demo/projets/P1', 1000)],
        donnees: [file('/donnees/demo/public/a.parquet?v=1', 10_000)],
      },
    },
  };
  expect(octetsOf(filesOf(liste, 'demo', ['/demo']))).toBe(10_101);
  expect(octetsOf(filesOf(liste, 'autre', ['/demo']))).toBe(1);
});
