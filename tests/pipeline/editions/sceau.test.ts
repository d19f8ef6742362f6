/** Sealed editions: what opens them, what keeps them shut, and the age program on the same files. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPLET } from '../../lib/ampleur';
import {
  openSealed,
  type Origine,
  PALIER,
  seal,
  SceauError,
} from '../../../src/lib/editions/sceau';
import { runAge } from '../../lib/age.mjs';
import { hasProgramme } from '../../lib/programmes.mjs';
import { tempFolder } from '../../lib/temp';

const PHRASE = 'abaisser-bricoler-cerise-donner-echelle-labourer-mixte';
const AUTRE = 'abaisser-bricoler-cerise-donner-echelle-labourer-girafe';
const ORIGINE: Origine = { fonds: 'vallee', edition: 'conseil', publication: 'a'.repeat(64) };
const SECRET = 'Montant que seul le conseil connaît';
const tables = new Map([
  ['redditions', new TextEncoder().encode(`${SECRET} `.repeat(6000))],
  ['depenses', new Uint8Array([1, 2, 3])],
]);
let sealed: Uint8Array;
let inside: Uint8Array;

/** The same, whose passphrase is tried at once: what makes a guess slow is not what keeps a spoilt file shut. */
let quick: Uint8Array;

beforeAll(async () => {
  sealed = await seal(ORIGINE, tables, PHRASE);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(PHRASE);
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(4);
  encrypter.setPassphrase(PHRASE);
  inside = await decrypter.decrypt(sealed);
  quick = await encrypter.encrypt(inside);
});

const refusal = (bytes: Uint8Array, phrase = PHRASE, attendu = ORIGINE) =>
  openSealed(bytes, phrase, attendu).then(
    () => 'opened',
    (error: unknown) => (error instanceof SceauError ? error.refus : error),
  );

const flip = (at: number): Uint8Array => {
  const bytes = quick.slice();
  bytes[at]! ^= 1;
  return bytes;
};

describe('a sealed file', () => {
  it('gives back what was sealed, and shows none of it', async () => {
    expect(await openSealed(quick, PHRASE, ORIGINE)).toEqual(tables);
    const shown = Buffer.from(sealed);
    for (const text of [SECRET, 'redditions', 'manifeste', 'vallee'])
      expect(shown.includes(text), text).toBe(false);
  });

  it('is as long as another of a few more rows', () => {
    expect(inside).toHaveLength(PALIER);
  });

  it('stays shut to another passphrase, and for another fund, edition or publication', async () => {
    expect(await refusal(quick, AUTRE)).toBe('phrase');
    const others: readonly Partial<Origine>[] = [
      { publication: 'b'.repeat(64) },
      { fonds: 'demo' },
      { edition: 'ministere' },
    ];
    for (const other of others)
      expect([await refusal(quick, PHRASE, { ...ORIGINE, ...other })]).toEqual(Object.keys(other));
  });

  it('stays shut when a byte of it changed, wherever it is', async () => {
    const body = quick.length - 200_000 > 400 ? quick.length - 200_000 : 400;
    for (const at of [0, 30, 60, 100, 150, body])
      expect(['illisible', 'phrase', 'altere'], String(at)).toContain(await refusal(flip(at)));
    expect(await refusal(flip(quick.length - 1))).toBe('altere');
  });

  it('stays shut when it is cut, wherever it is', async () => {
    for (const length of [0, 10, 60])
      expect(await refusal(quick.slice(0, length)), String(length)).toBe('illisible');
    // The age format says that a file of whole pieces has one more: none can be taken off.
    for (const length of [quick.length - 1, quick.length - 65_552, 200 + 65_552])
      expect(await refusal(quick.slice(0, length)), String(length)).toBe('altere');
  });
});

describe.skipIf(!hasProgramme('age') && process.env['CI'] !== 'true')('the age program', () => {
  it('opens what is sealed here, and seals what opens here', async () => {
    const folder = tempFolder();
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('ici.age'), sealed);
    const opened = runAge(['-d', '-o', at('clair.zip'), at('ici.age')], [PHRASE]);
    expect(opened.status, opened.said).toBe(0);
    const again = runAge(['-p', '-o', at('la.age'), at('clair.zip')], [PHRASE, PHRASE]);
    expect(again.status, again.said).toBe(0);
    expect(await openSealed(readFileSync(at('la.age')), PHRASE, ORIGINE)).toEqual(tables);
    if (!COMPLET) return;
    const wrong = runAge(['-d', '-o', at('rien.zip'), at('ici.age')], [AUTRE]);
    expect(wrong.status).not.toBe(0);
  });
});
