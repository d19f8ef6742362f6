/** What may import what, and what the code may not know. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './lib/publication';

const CODE = /\.(ts|mjs|js|svelte)$/;
const TEST = /\.test\.ts$/;

const tracked = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'src', 'pipelines'],
  {
    cwd: PROJECT,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter(Boolean);

const code = tracked.filter((file) => CODE.test(file) && !TEST.test(file));
const textOf = (file: string) => readFileSync(path.join(PROJECT, file), 'utf8');

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm;

/** Project path, without extension, or the package's name. */
function target(file: string, spec: string): string {
  if (spec.startsWith('$lib')) return spec.replace('$lib', 'src/lib');
  if (!spec.startsWith('.')) return spec;
  return path.posix.join(path.posix.dirname(file), spec);
}

const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(IMPORT)].map(([, spec = '']) => target(file, spec));

const edges = code.flatMap((file) => importsOf(file).map((to) => ({ file, to })));

test('imports are really found', () => {
  expect(edges).toContainEqual({ file: 'pipelines/run.ts', to: 'pipelines/steps/publish' });
  expect(edges.length).toBeGreaterThan(200);
});

/** From the files received to the pages; a folder imports itself and the ones before it. */
const LINE = ['pipelines', 'src/lib/data', 'src/lib/views', 'PAGES'];
const PAGES = [
  'src/lib/charts',
  'src/lib/components',
  'src/lib/state',
  'src/lib/server',
  'src/routes',
];
const SHARED = [
  'src/lib/domain',
  'src/lib/format',
  'src/lib/texte',
  'src/lib/xlsx',
  'src/lib/editions',
];

const within = (folder: string) => (name: string) =>
  name === folder || name.startsWith(`${folder}/`);

function placeOf(name: string): number {
  if (PAGES.some((folder) => within(folder)(name))) return LINE.indexOf('PAGES');
  return LINE.findIndex((folder) => within(folder)(name));
}

const said = ({ file, to }: { file: string; to: string }) => `${file} -> ${to}`;

test('a folder imports only from folders before it', () => {
  const backward = edges.filter(
    ({ file, to }) => placeOf(to) > placeOf(file) && placeOf(file) >= 0,
  );
  expect(backward.map(said)).toEqual([]);
});

test('what all share imports nothing from the line', () => {
  const from = edges.filter(({ file }) => SHARED.some((folder) => within(folder)(file)));
  const wrong = from.filter(({ to }) => placeOf(to) >= 0);
  expect(wrong.map(said)).toEqual([]);
});

test('the domain imports nothing outside itself', () => {
  const own = within('src/lib/domain');
  expect(edges.filter(({ file, to }) => own(file) && !own(to)).map(said)).toEqual([]);
});

test('the pipeline takes from src/ the domain, the writer of workbooks and the seal alone', () => {
  const out = edges.filter(({ file, to }) => within('pipelines')(file) && within('src')(to));
  expect(out.length).toBeGreaterThan(0);
  const taken = ({ to }: { to: string }) =>
    ['src/lib/domain', 'src/lib/xlsx', 'src/lib/editions'].some((folder) => within(folder)(to));
  expect(out.filter((edge) => !taken(edge)).map(said)).toEqual([]);
});

test('the site never imports the pipeline: it reads what the pipeline published', () => {
  expect(edges.filter(({ file, to }) => within('src')(file) && within('pipelines')(to))).toEqual(
    [],
  );
});

test('native DuckDB is imported by the pipeline, the build engine and the server alone', () => {
  const users = edges.filter(({ to }) => to.startsWith('@duckdb/node-')).map(({ file }) => file);
  expect(users).toContain('src/lib/data/node-engine.ts');
  const allowed = [
    within('pipelines'),
    within('src/lib/data/node-engine.ts'),
    within('src/lib/server'),
  ];
  expect(users.filter((file) => !allowed.some((is) => is(file)))).toEqual([]);
});

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ`]/g, "'").toLowerCase();

test('no word of the real region stands in the code: a second fund is a second folder of data', () => {
  const words = [
    ...['lanaudiere', "d'autray", 'd-autray', 'joliette', "l'assomption", 'l-assomption'],
    ...['les moulins', 'les-moulins', 'matawinie', 'montcalm', 'chagnon', 'fqis'],
  ];
  const files = tracked.filter((file) => !TEST.test(file));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = fold(textOf(file));
    return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});
