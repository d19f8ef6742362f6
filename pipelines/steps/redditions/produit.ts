/** Adds what the reports say to the tables of the product. */
import type { Constat } from '../../lib/constats';
import type { Product, ProductRow } from '../link/rows';
import { bilanRows, type BilanFonds } from './bilan-fonds';
import { withPersonnes } from './personnes';
import type { Redditions } from './reddition';
import { redditionTables } from './tables';
import { totauxTables } from './totaux';

/** Exercices of the reports, with those that the product has. */
function exerciceRows(product: Product, { liste }: Redditions): ProductRow[] {
  const rows = new Map(product.exercices.map((row) => [row['exercice_id'], row]));
  for (const { exercice } of liste) {
    const { id, debut, fin } = exercice;
    if (!rows.has(id)) rows.set(id, { exercice_id: id, debut, fin });
  }
  return [...rows.values()];
}

/** The product with the tables of reports; those of a fund without a form have no row. */
export function withRedditions(
  product: Product,
  redditions: Redditions | null,
  bilans: readonly BilanFonds[],
  constats: readonly Constat[],
): Product {
  const money = { ...product, bilans_cycles: bilanRows(bilans, redditions) };
  if (redditions === null) return money;
  return withPersonnes({
    ...money,
    exercices: exerciceRows(product, redditions),
    ...totauxTables(redditions),
    ...redditionTables(redditions, constats),
  });
}
