import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../tests/lib/temp';
import { versionOf } from './site.mjs';

it('has one version for the same site, whatever was published before', async () => {
  const root = tempFolder();
  const write = async (file: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'a');
    return versionOf(root);
  };
  const version = await write('data/un/fonds.yaml');
  expect(await write('data/un/publications/1/cycles.parquet')).toBe(version);
  for (const file of ['data/un/alias/a.csv', 'static/donnees/un/public/cycles.parquet'])
    expect(await write(file), file).not.toBe(version);
});
