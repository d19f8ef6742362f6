/**
 * What a product counts of the reports: the files by their hash, and the acceptances. It stays in the office, in
 * `prive/<fonds>/comptees/`, under the hash of the public tables: it says which of the files that are there now the
 * publication of these tables did not have.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const folderOf = (prive: string) => path.join(prive, 'comptees');

/** Keeps what a product counts, and forgets what products that were never published counted. */
export async function keepComptees(
  prive: string,
  { tables, cles }: { readonly tables: string; readonly cles: readonly string[] },
  publies: readonly string[],
): Promise<void> {
  const folder = folderOf(prive);
  await mkdir(folder, { recursive: true });
  const kept = new Set([tables, ...publies].map((one) => `${one}.txt`));
  for (const nom of await readdir(folder))
    if (!kept.has(nom)) await rm(path.join(folder, nom), { recursive: true, force: true });
  await writeFile(path.join(folder, `${tables}.txt`), [...cles].sort().join('\n'));
}

/** What the publication of some tables counted; null when it is not known on this machine. */
export async function readComptees(
  prive: string,
  tables: string,
): Promise<ReadonlySet<string> | null> {
  const text = await readFile(path.join(folderOf(prive), `${tables}.txt`), 'utf8').catch(
    () => null,
  );
  return text === null ? null : new Set(text.split('\n'));
}
