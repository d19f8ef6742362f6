/** Spoilt files of each format are read or refused in French: rows are counted, and nothing throws. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { essayer } from '../fuzz/essais';
import { formatsIn } from '../fuzz/formats';
import { tempFolder } from './lib/temp';

const ESSAIS = 150;

const dossier = tempFolder();
mkdirSync(path.join(dossier, 'formulaires'));

const formats = formatsIn(dossier).map((f) => [f.nom, f] as const);

test.each(formats)('%s: the files to spoil are read as they are', async (_, format) => {
  for (const bytes of format.fichiers) expect(await format.essayer(bytes)).toBe('acceptee');
});

test.each(formats)('%s', { timeout: 120_000 }, async (_, format) => {
  const { defauts, acceptees, refusees } = await essayer(format, ESSAIS, 100_000);
  expect(defauts).toEqual([]);
  expect(refusees).toBeGreaterThan(0);
  expect(acceptees + refusees).toBe(ESSAIS);
});
