/** Adds what the reports say to the tables of the product. */
import type { Constat } from '../../lib/constats';
import type { Product, ProductRow } from '../link/rows';
import type { Publie } from '../publies';
import { arretesIn } from './arretes';
import { bilanRows, type BilanFonds } from './bilan-fonds';
import { type Publiee, withPersonnes } from './personnes';
import type { Redditions } from './reddition';
import { personneRows, redditionTables } from './tables';
import { totauxTables } from './totaux';
import { withoutAltered } from './alteres';

/** Exercices of the reports, with those that the product has, and the day that their totals are closed on. */
function exerciceRows(product: Product, { liste }: Redditions): ProductRow[] {
  const rows = new Map(product.exercices.map((row) => [row['exercice_id'], row]));
  for (const { exercice, au } of liste) {
    const { id, debut, fin } = exercice;
    rows.set(id, { exercice_id: id, debut, fin, ...rows.get(id), arrete_le: au || null });
  }
  return [...rows.values()];
}

const numberOf = (row: ProductRow, column: string): number | null => {
  const nombre = row[column] ?? null;
  return nombre === null ? null : Number(nombre);
};

/** Cells of people that a publication has, each with its number, null where it is hidden or left out. */
function ditsIn(publie: Publie): Publiee['dits'] {
  const { comptes_personnes, totaux_reponses, questions } = publie;
  const keyOf = (question: unknown, exercice: unknown) =>
    `${String(question)}/exercice/${String(exercice)}`;
  const exercices = [...arretesIn(publie).keys()];
  return new Map([
    ...comptes_personnes.map((r) => [String(r['compte_id']), numberOf(r, 'nombre')] as const),
    ...questions.flatMap((q) => exercices.map((e) => [keyOf(q['question_id'], e), null] as const)),
    ...totaux_reponses
      .filter((r) => (r['choix_id'] ?? null) === null)
      .map(
        (r) => [keyOf(r['question_id'], r['exercice_id']), numberOf(r, 'total_nombre')] as const,
      ),
  ]);
}

export interface ToAdd {
  /** All the reports that are known, and those that the public counts. */
  readonly connues: Redditions;
  readonly publiques: Redditions;
  /** Publications before this one, the first first. */
  readonly publies: readonly Publie[];
  readonly bilans: readonly BilanFonds[];
  readonly constats: readonly Constat[];
}

/** The product with the tables of reports. */
export function withRedditions(product: Product, toAdd: ToAdd): Product {
  const { connues, publiques, publies, bilans, constats } = toAdd;
  const tables = {
    bilans_cycles: bilanRows(bilans, publiques),
    ...totauxTables(publiques, connues),
  };
  const avant = publiques.anterieures.map((one, i) => ({
    personnes: personneRows(one),
    dits: publies[i] ? ditsIn(publies[i]) : new Map(),
  }));
  return withPersonnes(
    {
      ...product,
      exercices: exerciceRows(product, publiques),
      ...withoutAltered(tables, publiques, publies),
      ...redditionTables(connues, constats),
    },
    { personnes: personneRows(publiques), avant },
  );
}
