/** What a product would tell anyone, attacked. */
import path from 'node:path';
import { attack, type Attaque } from '../../../pipelines/attaque/index';
import { writeParquet } from '../../../pipelines/lib/parquet';
import type { Product } from '../../../pipelines/steps/link/rows';
import { suppress } from '../../../pipelines/steps/suppress';
import { tempFolder } from '../../lib/temp';

export async function attackProduct(product: Product): Promise<Attaque> {
  const dossier = tempFolder();
  const tables = suppress(product, 'public');
  await writeParquet(
    tables.map((table) => ({ table, file: path.join(dossier, `${table.nom}.parquet`) })),
  );
  return attack(dossier);
}
