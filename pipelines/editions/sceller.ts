/** Seals the editions that are not public, beside the public one and of the same publication. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EditionScellee } from '../../src/lib/domain/column';
import { seal, type Tables } from '../../src/lib/editions/sceau';
import { writeParquet } from '../lib/parquet';
import type { EditionTable } from '../steps/suppress';

/** Folder of the sealed files, in that of the public edition. */
export const SCELLE = 'scelle';

export interface Scellee {
  readonly edition: EditionScellee;
  readonly tables: readonly EditionTable[];
  readonly phrase: string;
}

/** What is not public is written in a folder of its own, that goes in any case. */
async function parquetOf(tables: readonly EditionTable[]): Promise<Tables> {
  const folder = await mkdtemp(path.join(tmpdir(), 'retombees-edition-'));
  try {
    const files = tables.map((table) => ({ table, file: path.join(folder, table.nom) }));
    await writeParquet(files);
    const bytes = new Map<string, Uint8Array>();
    for (const { table, file } of files) bytes.set(table.nom, await readFile(file));
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes `scelle/<edition>.age` for each edition; `publication` is the hash of the public description. */
export async function sealEditions(
  folder: string,
  { fonds, publication }: { readonly fonds: string; readonly publication: string },
  editions: readonly Scellee[],
): Promise<void> {
  if (editions.length === 0) return;
  await mkdir(path.join(folder, SCELLE));
  for (const { edition, tables, phrase } of editions) {
    const bytes = await seal({ fonds, edition, publication }, await parquetOf(tables), phrase);
    await writeFile(path.join(folder, SCELLE, `${edition}.age`), bytes);
  }
}
