/** Sealed editions of the published funds, as the pages know them at build time. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EDITIONS_SCELLEES, type EditionScellee } from '../domain/column';
import type { Origine } from '../editions/sceau';
import { folderOf, listFonds } from './product';

const sealedFile = (fonds: string, edition: EditionScellee): string =>
  path.join(folderOf(fonds), 'scelle', `${edition}.age`);

/** Editions of a fund that are published sealed. */
export const listEditions = (fonds: string): EditionScellee[] =>
  EDITIONS_SCELLEES.filter((edition) => existsSync(sealedFile(fonds, edition)));

export const entriesOfEditions = () =>
  listFonds().flatMap((fonds) => listEditions(fonds).map((edition) => ({ fonds, edition })));

/** What the sealed file of a fund must be of. */
export function originOf(fonds: string, edition: EditionScellee): Origine {
  const description = readFileSync(path.join(folderOf(fonds), 'datapackage.json'));
  const publication = createHash('sha256').update(description).digest('hex');
  return { fonds, edition, publication };
}

/** The passphrase of a fictional fund, which its page tells; null for any other. */
export function publicPhrase(fonds: string, fictif: boolean, edition: EditionScellee) {
  const file = path.join('data', fonds, 'prive', 'cles', `${edition}.txt`);
  return fictif && existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
