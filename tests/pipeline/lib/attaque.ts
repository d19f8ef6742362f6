/** What a product would tell anyone, attacked. */
import path from 'node:path';
import { attack, type Attaque } from '../../../pipelines/attaque/index';
import { writeParquet } from '../../../pipelines/lib/parquet';
import type { Product } from '../../../pipelines/steps/link/rows';
import { suppress } from '../../../pipelines/steps/suppress';
import { tempFolder } from '../../lib/temp';

/** Folder of the public tables of a product. */
export async function writePublic(product: Product): Promise<string> {
  const dossier = tempFolder();
  const tables = suppress(product, 'public');
  await writeParquet(
    tables.map((table) => ({ table, file: path.join(dossier, `${table.nom}.parquet`) })),
  );
  return dossier;
}

export const attackProduct = async (product: Product): Promise<Attaque> =>
  attack(await writePublic(product));
