/** Counts of applications beside those already published: a difference between the two obeys the rules of one. */
import { isTellable, SEUIL_COMPTE } from '../../lib/petits-nombres';
import type { ProductRow } from './rows';

/** What a row of applications counts and sums; cents. */
export interface Mesure {
  readonly nonAccordees: number;
  readonly accordees: number;
  readonly montant: bigint;
}

/** A row already published, with the calls, territories or priorities that it is about. */
interface Dite extends Mesure {
  readonly lieux: readonly string[];
}

const mesureIn = (row: ProductRow): Mesure => ({
  nonAccordees: Number(row['nombre_non_accordees']),
  accordees: Number(row['nombre_accordees']),
  montant: BigInt(row['montant_demande'] ?? 0),
});

const sum = (mesures: readonly Mesure[]): Mesure => ({
  nonAccordees: mesures.reduce((n, m) => n + m.nonAccordees, 0),
  accordees: mesures.reduce((n, m) => n + m.accordees, 0),
  montant: mesures.reduce((n, m) => n + m.montant, 0n),
});

const total = (m: Mesure) => m.nonAccordees + m.accordees;

/** Calls, territories or priorities of a row; none for that of a cycle. */
export const lieuxIn = (row: ProductRow): string[] => {
  if (row['portee'] === 'cycle') return [];
  return String(row['mis_ensemble'] ?? row[`${String(row['portee'])}_id`]).split('+');
};

/** Whether a figure moves by five applications or more, or by nothing: not even what they ask. */
function isMove(now: Mesure, before: Mesure): boolean {
  const moved = Math.abs(now.nonAccordees - before.nonAccordees);
  return moved === 0 ? now.montant === before.montant : moved >= SEUIL_COMPTE;
}

const EN_ATTENTE = 'nombre_en_attente';
const ECARTEES = ['nombre_refusees', 'nombre_retirees'] as const;

/** By how much counts by decision move, where both rows have them. */
const decisionMoves = (now: ProductRow, before: ProductRow, columns: readonly string[]) =>
  columns
    .filter((c) => (now[c] ?? null) !== null && (before[c] ?? null) !== null)
    .map((c) => Math.abs(Number(now[c]) - Number(before[c])));

/** Whether refused and withdrawn applications can be published again, each beside its own counts before. */
export const isEcarteesTold = (now: ProductRow, before: readonly ProductRow[]): boolean =>
  before.every((row) => decisionMoves(now, row, ECARTEES).every(isTellable));

/**
 * Whether the row of a cycle is a new state of it: five applications or more were added, granted or taken off, or
 * changed from a decision to another, as far as the two rows show; or none waits any more where some did.
 */
export function isNewState(now: ProductRow, before: ProductRow): boolean {
  const [a, b] = [mesureIn(now), mesureIn(before)];
  if (!isMove(a, b)) return false;
  const decided = decisionMoves(now, before, [EN_ATTENTE, ...ECARTEES]);
  const closed = (before[EN_ATTENTE] ?? null) === null && (now[EN_ATTENTE] ?? null) !== null;
  return closed || a.nonAccordees !== b.nonAccordees || decided.some((n) => n >= SEUIL_COMPTE);
}

/** Above so many rows, what each sum of some of them would tell is not looked for. */
const MOST_ROWS = 8;

/** Each way to take some of the values, all and none included. */
const subsets = <T>(values: readonly T[]): T[][] =>
  values.reduce<T[][]>((all, v) => [...all, ...all.map((some) => [...some, v])], [[]]);

/** Calls, territories or priorities of a cycle: what each has now, beside the rows of each publication before. */
export class Suite {
  readonly #dites: readonly (readonly Dite[])[];

  /** `avant` has the rows of one kind, a list for each publication. */
  constructor(
    readonly maintenant: ReadonlyMap<string, Mesure>,
    avant: readonly (readonly ProductRow[])[],
  ) {
    // A place without an application any more adds nothing to any row of today.
    const live = (row: ProductRow) => lieuxIn(row).filter((lieu) => maintenant.has(lieu));
    this.#dites = avant.map((rows) =>
      rows
        .map((row) => ({ ...mesureIn(row), lieux: live(row) }))
        .filter(({ lieux }) => lieux.length > 0),
    );
  }

  #sumOf = (lieux: readonly string[]): Mesure =>
    sum(lieux.flatMap((lieu) => this.maintenant.get(lieu) ?? []));

  /** Whether a row moves well since each publication whose rows make it up, none being partly in it. */
  #isMoveTold(lieux: readonly string[]): boolean {
    const holds = (lieu: string) => lieux.includes(lieu);
    return this.#dites.every((dites) => {
      const inside = dites.filter((d) => d.lieux.some(holds));
      const exact = inside.length > 0 && inside.every((d) => d.lieux.every(holds));
      return !exact || isMove(this.#sumOf(lieux), sum(inside));
    });
  }

  /**
   * Places of each row, and of rows together, whose counts did not move since, granted ones aside, which are public:
   * whoever kept these rows has them still.
   */
  #stillIn(lieux: readonly string[]): string[][] {
    const isStill = (some: readonly Dite[]) => {
      const [then, now] = [sum(some), this.#sumOf(some.flatMap((d) => d.lieux))];
      return now.nonAccordees === then.nonAccordees || total(now) === total(then);
    };
    const found = this.#dites.flatMap((dites) => {
      const inside = dites.filter((d) => d.lieux.every((l) => lieux.includes(l)));
      const few = inside.length <= MOST_ROWS;
      const together = few ? subsets(inside) : [...inside.map((d) => [d]), inside];
      return together.filter((some) => some.length > 0 && isStill(some));
    });
    const places = found.map((some) => some.flatMap((d) => d.lieux).sort());
    return [...new Map(places.map((own) => [own.join('+'), own])).values()];
  }

  /** Whether the counts of these places are still those of a publication before: put with others, they add no move. */
  isStill(lieux: readonly string[]): boolean {
    return this.#stillIn(lieux).some((own) => own.length === lieux.length);
  }

  /** Whether a row of these places can be told: it moves well, and so does what is left without what did not move. */
  isRowTold(lieux: readonly string[]): boolean {
    const still = this.#stillIn(lieux);
    const isKept = (left: readonly string[]) =>
      still.some((own) => own.every((l) => left.includes(l)));
    const lefts = [...still, still.flat()]
      .map((own) => lieux.filter((l) => !own.includes(l)))
      .filter((left) => !isKept(left));
    return (
      this.#isMoveTold(lieux) &&
      lefts.every((left) => isTellable(this.#sumOf(left).nonAccordees) && this.#isMoveTold(left))
    );
  }

  /** Whether a row already published moves well, and leaves nothing small less some of the rows now in its place. */
  #isSplitWell(dite: Dite, rows: readonly (readonly string[])[]): boolean {
    if (rows.length > MOST_ROWS) return false;
    if (!rows.flat().every((l) => dite.lieux.includes(l) || !this.maintenant.has(l))) return false;
    if (!isMove(this.#sumOf(dite.lieux), dite)) return false;
    return subsets(rows)
      .filter((some) => some.length > 0 && some.length < rows.length)
      .every((some) => {
        const now = this.#sumOf(some.flat());
        const left = dite.nonAccordees - now.nonAccordees;
        // Where nobody applied since, who knows which ones were granted then knows how many were not: at most all.
        const mayBeStill = total(now) <= total(dite);
        if (mayBeStill) return dite.nonAccordees - total(now) >= SEUIL_COMPTE;
        return left < 1 || left >= SEUIL_COMPTE;
      });
  }

  /** Rows that cannot be told apart, as one was already published of all of them; null where there are none. */
  findJoined(rows: readonly (readonly string[])[]): readonly (readonly string[])[] | null {
    for (const dite of this.#dites.flat()) {
      const met = rows.filter((row) => row.some((l) => dite.lieux.includes(l)));
      if (met.length > 1 && !this.#isSplitWell(dite, met)) return met;
    }
    return null;
  }

  /** Whether rows can be told beside each other, and beside those of each publication before. */
  areTold(rows: readonly (readonly string[])[]): boolean {
    return rows.every((row) => this.isRowTold(row)) && this.findJoined(rows) === null;
  }
}
