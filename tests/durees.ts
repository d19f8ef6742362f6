/**
 * `npm run test:durees`: the slowest test files of the last run, and what they spent in programs, browsers, sites and
 * pipelines; `-- --garder` keeps the durations, by which `npm test` puts the longest files first.
 */
import { writeFileSync } from 'node:fs';
import { POSTES } from './lib/depenses';
import { GARDEES, readPassages } from './lib/durees';

const SLOWEST = 40;

const passages = [...readPassages()].sort((a, b) => b.secondes - a.secondes);
const cell = (value: string | number, width = 11) =>
  typeof value === 'number' ? value.toFixed(1).padStart(width) : value.padStart(width);

const rows = passages.map(({ fichier, secondes, imports, depenses }) => [
  ...[secondes, imports].map((s) => cell(s)),
  ...POSTES.map((poste) => cell((depenses[poste] ?? 0) / 1000)),
  ` ${fichier}`,
]);
const total = (of: (p: (typeof passages)[0]) => number) => passages.reduce((s, p) => s + of(p), 0);
const say = (line: string) => process.stdout.write(`${line}\n`);

say([...['seconds', 'imports', ...POSTES].map((s) => cell(s)), ' file'].join(''));
for (const row of rows.slice(0, SLOWEST)) say(row.join(''));
say(
  [
    cell(total((p) => p.secondes)),
    cell(total((p) => p.imports)),
    ...POSTES.map((poste) => cell(total((p) => (p.depenses[poste] ?? 0) / 1000))),
    ` ${passages.length} files`,
  ].join(''),
);

if (process.argv.includes('--garder')) {
  const kept = passages
    .filter(({ secondes }) => secondes >= 1)
    .map(({ fichier, secondes }) => [fichier, Math.round(secondes)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(GARDEES, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  say(`Kept in ${GARDEES}.`);
}
