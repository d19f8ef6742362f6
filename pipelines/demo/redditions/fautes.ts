/** The mistakes of the demonstration: one a report, the rest of which is clean. */
import type { Copie } from './copie';
import type { Faute } from './faute';
import { FAUTES_BUDGETS } from './fautes-budgets';
import { FAUTES_FORMULAIRES } from './fautes-formulaires';
import { FAUTES_REPONSES } from './fautes-reponses';

export const FAUTES: readonly Faute[] = [
  ...FAUTES_FORMULAIRES,
  ...FAUTES_REPONSES,
  ...FAUTES_BUDGETS,
];

/** Lines of receptions.csv whose file was never kept. */
export const RECEPTIONS_SANS_FICHIER = [
  ['2023-2024', 'Budget corrige P19-112.xlsx', '2024-06-03', null],
] as const;

/** Lines of acceptations.csv with the wrong exercice. */
export const ACCEPTATIONS_SANS_REDDITION = [['2021-2022', 'P19-012', '2021-06-14']] as const;

/** Reports that a mistake leaves wanting: they come whole otherwise, and are not accepted. */
export const TENUES: ReadonlySet<string> = new Set(
  FAUTES.filter((f) => f.effet !== undefined).map((f) => f.reddition),
);

/** A mistake, and the file that it is in. */
export interface Plantee {
  readonly faute: Faute;
  readonly copie: Copie;
}

const isOf = ({ tranche, partie }: Copie, faute: Faute) =>
  tranche.id === faute.reddition && partie === faute.partie;

/** The copies with every mistake made. */
export function plant(copies: readonly Copie[]): {
  readonly copies: readonly Copie[];
  readonly plantees: readonly Plantee[];
} {
  let all = copies;
  const plantees = FAUTES.map((faute): Plantee => {
    const own = all.find((c) => isOf(c, faute));
    if (!own) throw new RangeError(`${faute.reddition} did not send its ${faute.partie}`);
    const made = faute.fait(own);
    const other = (c: Copie) =>
      faute.aussi && c.tranche.id === faute.reddition ? faute.aussi(c) : c;
    all = all.flatMap((c) => (c === own ? made : [other(c)]));
    const [copie] = made;
    if (!copie)
      throw new RangeError(`Nothing is left of the ${faute.partie} of ${faute.reddition}`);
    return { faute, copie };
  });
  return { copies: all, plantees };
}
