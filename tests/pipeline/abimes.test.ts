/** Spoilt files of each format are read or refused in French: rows are counted, nothing throws, hangs nor looks elsewhere. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ATTENTE, COMPLET, sampleOf } from '../lib/ampleur';
import { canWatch, essayer } from '../fuzz/essais';
import { NOMS } from '../fuzz/formats';
import { hasProgramme } from '../lib/programmes.mjs';

const ESSAIS = COMPLET ? 150 : 40;
const FAUTIFS = path.resolve(import.meta.dirname, '../fuzz/fautifs.ts');

describe.skipIf(!hasProgramme('strace') || !canWatch())('spoilt files', () => {
  test.each(sampleOf(NOMS, 2))('%s', async (nom) => {
    const { defauts, acces, acceptees, refusees } = await essayer(nom, ESSAIS, {
      ...{ premiere: 100_000, attente: ATTENTE },
    });
    expect(defauts).toEqual([]);
    expect(acces).toEqual([]);
    expect(refusees).toBeGreaterThan(0);
    expect(acceptees + refusees).toBe(ESSAIS);
  });

  test.each(
    sampleOf(
      [
        ['lève', /TypeError: essai/],
        ['boucle', /plus de 20 s/],
        ['tombe', /fin /],
        ['mémoire', /\d+ Mo/],
      ] as const,
      1,
    ),
  )('a format that misbehaves is seen: %s', async (nom, said) => {
    const { defauts, acces } = await essayer(nom, 1, { module: FAUTIFS });
    expect(defauts.map((d) => d.erreur)).toEqual([expect.stringMatching(said)]);
    expect(acces).toEqual([]);
  });

  test.each(
    sampleOf(
      [
        ['fichier', /"\/etc\/hostname"/],
        ['réseau', /connect\(.*127\.0\.0\.1/],
      ] as const,
      1,
    ),
  )('a format that looks elsewhere is seen: %s', async (nom, said) => {
    const { defauts, acces } = await essayer(nom, 1, { module: FAUTIFS });
    expect(defauts).toEqual([]);
    expect(acces.join('\n')).toMatch(said);
  });
});
