/** Reports that count people, and the cells of the margins that each one is in. */
import { type Marge, MARGES } from '../../../src/lib/domain/marges';
import { groupBy } from '../../lib/group';
import type { Product, ProductRow } from '../link/rows';

export const text = (row: ProductRow, column: string): string | null => {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
};

/** A cell of a margin, `territoire/2024-2029/vaubrume`; or the reports that all margins count together, told by none. */
export interface Case {
  readonly marge: Marge | null;
  readonly cle: string;
  readonly valeurs: readonly string[];
}

/** A report that came, or may have come as far as the public knows, and the cells that count it. */
export interface Rapport {
  readonly reddition: string;
  readonly cases: readonly Case[];
}

type Cles = Readonly<Record<string, readonly string[]>>;

const casesOf = (cles: Cles): Case[] =>
  MARGES.flatMap((marge) =>
    marge.cles
      .reduce<string[][]>(
        (all, cle) => all.flatMap((own) => (cles[cle] ?? []).map((v) => [...own, v])),
        [[]],
      )
      .map((valeurs) => ({ marge, cle: [marge.portee, ...valeurs].join('/'), valeurs })),
  );

/** Reports of exercices that are over on the day of the data, and those that counted before. */
export function rapportsOf(product: Product, counted: ReadonlySet<string>): Rapport[] {
  const jour = text(product.fonds[0] ?? {}, 'date_donnees') ?? '';
  const fins = new Map(
    product.exercices.map((e) => [text(e, 'exercice_id'), text(e, 'fin') ?? '']),
  );
  const projets = new Map(product.projets.map((p) => [text(p, 'projet_id'), p]));
  const priorites = groupBy(product.projets_priorites, (l) => text(l, 'projet_id'));
  return product.redditions.flatMap((r) => {
    const [reddition, exercice] = [text(r, 'reddition_id') ?? '', text(r, 'exercice_id') ?? ''];
    const projet = projets.get(text(r, 'projet_id'));
    const over = (fins.get(exercice) ?? '') <= jour || counted.has(reddition);
    if (projet === undefined || !over) return [];
    const own = (column: string) => [text(projet, column)].filter((v) => v !== null);
    const cases = casesOf({
      exercice_id: [exercice],
      cycle_id: own('cycle_id'),
      territoire_id: own('territoire_id'),
      organisme_id: own('organisme_id'),
      priorite_id: (priorites.get(text(projet, 'projet_id') ?? '') ?? []).map((l) =>
        String(l['priorite_id']),
      ),
    });
    const seuls = { marge: null, cle: cases.map((c) => c.cle).join('+'), valeurs: [] };
    return [{ reddition, cases: [...cases, seuls] }];
  });
}
