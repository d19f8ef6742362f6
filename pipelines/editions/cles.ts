/** Passphrases of the sealed editions: made of words, kept with what is private, one an edition. */
import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/french.js';
import { EDITIONS_SCELLEES, type EditionScellee } from '../../src/lib/domain/column';
import { foldPhrase } from '../../src/lib/editions/phrase';
import { PipelineError } from '../lib/errors';

/** 2048 French words, without accents. */
const MOTS: readonly string[] = wordlist.map(foldPhrase);
const CONNUS = new Set(MOTS);

export const NOMBRE_MOTS = 7;
export const BITS_PAR_MOT = Math.log2(MOTS.length);

/** Words drawn one by one by the system's own generator. */
export const drawPhrase = (): string =>
  Array.from({ length: NOMBRE_MOTS }, () => MOTS[randomInt(MOTS.length)]).join('-');

/** What makes a passphrase weak, in French; null when nothing does. Only words that the tool draws are counted. */
export function explainWeakness(phrase: string): string | null {
  const mots = phrase.split('-').filter((mot) => mot !== '');
  const unknown = mots.filter((mot) => !CONNUS.has(mot));
  if (unknown.length > 0)
    return `${unknown.map((mot) => `« ${mot} »`).join(', ')} : hors de la liste dont l’outil tire ses mots, sa force ne se mesure pas`;
  const distinct = new Set(mots).size;
  if (distinct < NOMBRE_MOTS)
    return `${distinct} ${distinct < 2 ? 'mot différent' : 'mots différents'}, au lieu de ${NOMBRE_MOTS} tirés au sort`;
  return null;
}

const dossierOf = (prive: string): string => path.join(prive, 'cles');
const fileOf = (prive: string, edition: EditionScellee): string =>
  path.join(dossierOf(prive), `${edition}.txt`);

/** Keeps a passphrase where only its owner reads it; `prive` is the private folder of the fund. */
export async function writeCle(prive: string, edition: EditionScellee, phrase: string) {
  const file = fileOf(prive, edition);
  await mkdir(dossierOf(prive), { recursive: true, mode: 0o700 });
  await writeFile(file, `${phrase}\n`, { mode: 0o600 });
  return file;
}

async function readCle(prive: string, edition: EditionScellee): Promise<string | null> {
  const file = fileOf(prive, edition);
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return null;
  const phrase = foldPhrase(text);
  const weakness = explainWeakness(phrase);
  if (weakness === null) return phrase;
  throw new PipelineError(
    `la phrase de passe de ${file} est faible (${weakness}) : faites-en une par npm run cles`,
  );
}

/** Passphrases of the editions that have one. @throws PipelineError for a weak one. */
export async function readCles(prive: string): Promise<ReadonlyMap<EditionScellee, string>> {
  const cles = new Map<EditionScellee, string>();
  for (const edition of EDITIONS_SCELLEES) {
    const phrase = await readCle(prive, edition);
    if (phrase !== null) cles.set(edition, phrase);
  }
  return cles;
}
