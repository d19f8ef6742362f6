import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { buildDataPackage, type PublishedFile } from '../lib/datapackage';
import { explainError, PipelineError } from '../lib/errors';
import type { Fonds } from '../lib/fonds';
import { sealEditions, type Scellee } from '../editions/sceller';
import { inspectParquet, writeParquet } from '../lib/parquet';
import { withLock } from '../lib/verrou';
import { sha256 } from './snapshot-files';
import type { EditionTable } from './suppress';

export interface PublishTarget {
  /** Folder of the whole publications, one of which is in place. */
  readonly parent: string;
  /** Link to the one in place. */
  readonly link: string;
}

/** The fund's own publication, that the site reads; or a past state of it, apart. */
export function targetOf(racine: string, fonds: string, au: string | null): PublishTarget {
  if (au !== null) {
    const dossier = path.join(racine, 'sorties', fonds, `au-${au}`);
    return { parent: path.join(dossier, '.publications'), link: path.join(dossier, 'donnees') };
  }
  return {
    parent: path.join(racine, '.publications', fonds),
    link: path.join(racine, 'static', 'donnees', fonds, 'public'),
  };
}

/** Compares what was written, read by another reader, with what was meant to be written: rows, columns, sums. */
export async function verify(table: EditionTable, file: string): Promise<void> {
  const facts = await inspectParquet(file);
  const meant = new Map<string, bigint>();
  for (const [name, { type }] of table.colonnes) if (type === 'montant') meant.set(name, 0n);
  if (meant.size > 0)
    for (const row of table.rows)
      for (const [name, total] of meant)
        meant.set(name, total + ((row[name] as bigint | null) ?? 0n));
  const wrong = [...meant].find(([name, total]) => facts.sums[name] !== total);
  const columns = table.colonnes.map(([name]) => name).join();
  if (facts.rows !== table.rows.length || facts.columns.join() !== columns || wrong)
    throw new PipelineError(
      `la relecture de ${table.nom}.parquet ne rend pas ce qui a été écrit${wrong ? ` (somme de ${wrong[0]})` : ''} : rien n'est publié`,
    );
}

/** Writes the tables of an edition, reads them back, then their description; returns its hash. */
async function writeEdition(
  folder: string,
  fonds: Fonds,
  tables: readonly EditionTable[],
): Promise<string> {
  const files = tables.map((table) => ({ table, file: path.join(folder, `${table.nom}.parquet`) }));
  await writeParquet(files);
  const published: PublishedFile[] = [];
  for (const { table, file } of files) {
    await verify(table, file);
    const bytes = await readFile(file);
    published.push({ table, bytes: bytes.length, sha256: sha256(bytes) });
  }
  const description = Buffer.from(
    `${JSON.stringify(buildDataPackage(fonds, published), null, 2)}\n`,
  );
  await writeFile(path.join(folder, 'datapackage.json'), description);
  return sha256(description);
}

/** What is published at once: the public tables, and the other editions sealed. */
export interface Publication {
  readonly fonds: Fonds;
  readonly tables: readonly EditionTable[];
  readonly scellees: readonly Scellee[];
}

async function writeAside(folder: string, { fonds, tables, scellees }: Publication) {
  const publication = await writeEdition(folder, fonds, tables);
  await sealEditions(folder, { fonds: fonds.id, publication }, scellees);
}

/** Writes an edition in the clear where its owner asked for it, in place of what was there. */
export async function writeClear(
  folder: string,
  fonds: Fonds,
  tables: readonly EditionTable[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeEdition(folder, fonds, tables);
}

/**
 * Points a link at a folder in one move: a reader sees the old publication
 * or the new one. Windows cannot replace a junction in one move, and gets a very short gap.
 */
export async function swapLink(link: string, folder: string): Promise<void> {
  await mkdir(path.dirname(link), { recursive: true });
  const aside = `${link}.${process.pid}`;
  await rm(aside, { force: true });
  const windows = process.platform === 'win32';
  await symlink(
    windows ? folder : path.relative(path.dirname(link), folder),
    aside,
    windows ? 'junction' : 'dir',
  );
  if (windows) await rm(link, { force: true });
  await rename(aside, link);
}

async function removeOthers(parent: string, kept: string): Promise<void> {
  for (const name of await readdir(parent))
    if (name !== kept) await rm(path.join(parent, name), { recursive: true, force: true });
}

/** Links made aside by runs that were killed before they could put them in place. */
async function removeAside(link: string): Promise<void> {
  const folder = path.dirname(link);
  for (const name of await readdir(folder))
    if (name.startsWith(`${path.basename(link)}.`)) await rm(path.join(folder, name));
}

async function putInPlace(
  publication: Publication,
  { parent, link }: PublishTarget,
): Promise<void> {
  let folder: string | null = null;
  try {
    await mkdir(parent, { recursive: true });
    folder = await mkdtemp(path.join(parent, 'public-'));
    await writeAside(folder, publication);
    await swapLink(link, folder);
  } catch (cause) {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw cause;
  }
  await removeOthers(parent, path.basename(await readlink(link)));
  await removeAside(link);
}

/**
 * Publishes the public edition and those that are sealed: written aside, read back, then put in place in one move,
 * by one run at a time.
 * @throws PipelineError in French; what was published before then stays untouched.
 */
export async function publish(publication: Publication, target: PublishTarget): Promise<string> {
  const { parent, link } = target;
  try {
    await withLock(`${parent}.verrou`, () => putInPlace(publication, target));
  } catch (cause) {
    throw new PipelineError(
      `la publication a échoué : ${explainError(cause)} ; la publication précédente reste en place`,
      { cause },
    );
  }
  return link;
}
