import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Files that git tracks; none when the project is not a checkout. */
function trackedFiles(): string[] {
  try {
    return execFileSync('git', ['ls-files'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}

const tracked = trackedFiles();
const inCheckout = it.skipIf(tracked.length === 0);

inCheckout('tracks nothing that may not be versioned: private data, product, publications', () => {
  expect(tracked.length).toBeGreaterThan(100);
  const forbidden = /^(prive\/|static\/donnees\/|\.publications\/|build\/)/;
  expect(tracked.filter((file) => forbidden.test(file))).toEqual([]);
  expect(
    tracked.filter((file) => /(^|\/)prive\//.test(file) && !file.startsWith('data/demo/')),
  ).toEqual([]);
});

inCheckout('holds at its top what was asked for, and the files that tools need', () => {
  const tops = new Set(tracked.map((file) => file.split('/')[0]));
  expect([...tops].sort()).toEqual(
    [
      '.ci',
      '.gitignore',
      '.oxfmtrc.json',
      '.oxlintrc.json',
      'LICENSE',
      'README.md',
      'data',
      'eslint.config.js',
      'package-lock.json',
      'package.json',
      'pipelines',
      'src',
      'static',
      'svelte.config.js',
      'tests',
      'tsconfig.json',
      'vite.config.ts',
      'vitest.config.ts',
    ].sort(),
  );
});

it('leads every link of the README to a file, and every command to a script', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const [, target = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
    expect(statSync(target).isFile(), target).toBe(true);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [, name = ''] of readme.matchAll(/npm run ([a-z:0-9]+)/g))
    expect(Object.keys(scripts)).toContain(name);
});
