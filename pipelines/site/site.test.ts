import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../tests/lib/temp';
import { productStamp } from './product.mjs';
import { versionOf } from './site.mjs';

function writeIn(root: string, file: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), 'a');
}

it('is made from what was received, and not from what a run notes of it', async () => {
  const root = tempFolder();
  writeIn(root, 'data/un/fonds.yaml');
  const [stamp, version] = [await productStamp(root), await versionOf(root)];
  writeIn(root, 'prive/un/comptees/a.txt');
  expect([await productStamp(root), await versionOf(root)]).toEqual([stamp, version]);
  writeIn(root, 'prive/un/recu/a.csv');
  expect(await productStamp(root)).not.toBe(stamp);
});

it('has one version for the same site, whatever was published before', async () => {
  const root = tempFolder();
  const write = async (file: string) => {
    writeIn(root, file);
    return versionOf(root);
  };
  const version = await write('data/un/fonds.yaml');
  expect(await write('data/un/publications/1/cycles.parquet')).toBe(version);
  for (const file of ['data/un/alias/a.csv', 'static/donnees/un/public/cycles.parquet'])
    expect(await write(file), file).not.toBe(version);
});
