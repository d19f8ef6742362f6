import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { foldPhrase } from '../../src/lib/editions/phrase';
import { BITS_PAR_MOT, drawPhrase, explainWeakness, NOMBRE_MOTS, readCles, writeCle } from './cles';

const folder = mkdtempSync(path.join(tmpdir(), 'cles-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a passphrase drawn by the tool', () => {
  it('has seven words of a list of 2048, which is 77 bits', () => {
    expect(NOMBRE_MOTS * BITS_PAR_MOT).toBe(77);
    const drawn = Array.from({ length: 50 }, drawPhrase);
    expect(new Set(drawn).size).toBe(50);
    for (const phrase of drawn) expect(phrase).toMatch(/^([a-z]+-){6}[a-z]+$/);
  });

  it('is the same however it is typed', () => {
    expect(foldPhrase('  Échelle,  CORAIL\n girafe ')).toBe('echelle-corail-girafe');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldPhrase(foldPhrase(text))).toBe(foldPhrase(text));
      }),
    );
  });
});

describe('a weak passphrase', () => {
  it.each([
    ['mot-de-passe', 'hors de la liste'],
    ['abaisser-bricoler-cerise', '3 mots différents'],
    ['abaisser-abaisser-abaisser-abaisser-abaisser-abaisser-abaisser', '1 mot différent'],
    ['', '0 mot différent'],
  ])('%s is refused', (phrase, why) => {
    expect(explainWeakness(phrase)?.replaceAll('\u00a0', ' ')).toContain(why);
  });

  it('stops the run when it is kept, and says what to do', async () => {
    const prive = path.join(folder, 'faible');
    writeFileSync(await writeCle(prive, 'conseil', 'x'), 'azerty\n');
    await expect(readCles(prive)).rejects.toThrow(/conseil\.txt est faible .* npm run cles/);
  });
});

describe('passphrases that are kept', () => {
  it('are read back, one an edition, and by their owner alone', async () => {
    const prive = path.join(folder, 'cles-a-soi');
    expect(await readCles(prive)).toEqual(new Map());
    const phrase = 'abaisser-bricoler-cerise-donner-echelle-labourer-mixte';
    const file = await writeCle(prive, 'ministere', phrase);
    expect(await readCles(prive)).toEqual(new Map([['ministere', phrase]]));
    expect(readFileSync(file, 'utf8')).toBe(`${phrase}\n`);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});
