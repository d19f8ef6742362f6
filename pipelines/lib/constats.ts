/** Findings about data: where, what was read, which rule, and what to do about it. */
import { type Gravite, REGLES, type RegleId } from '../../src/lib/domain/regles/index';

/** A finding as a step makes it; its severity is that of its rule. */
export interface Trouvaille {
  readonly regle: RegleId;
  /** Path of the file from the fund's folder, as `recu/lot/fichier.csv`. */
  readonly fichier: string;
  readonly feuille?: string | null;
  /** As `D4`; absent when the finding is about the whole file. */
  readonly cellule?: string | null;
  readonly valeur?: string | null;
  readonly message: string;
}

export interface Constat extends Trouvaille {
  readonly gravite: Gravite;
}

export class Journal {
  readonly #constats: Constat[] = [];

  add(trouvaille: Trouvaille): void {
    this.#constats.push({ gravite: REGLES[trouvaille.regle].gravite, ...trouvaille });
  }

  get all(): readonly Constat[] {
    return this.#constats;
  }

  get blocking(): readonly Constat[] {
    return this.#constats.filter((c) => c.gravite === 'bloquant');
  }

  /** Number of findings by rule, most frequent first. */
  countByRule(): [rule: RegleId, count: number][] {
    const counts = new Map<RegleId, number>();
    for (const { regle } of this.#constats) counts.set(regle, (counts.get(regle) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  }
}

/** One line of text that says where and what, for the terminal. */
export function describeConstat(c: Trouvaille): string {
  const place = [c.fichier, c.feuille, c.cellule].filter(Boolean).join(' › ');
  const value = !c.valeur ? '' : ` (lu : « ${clip(c.valeur)} »)`;
  return `[${c.regle}] ${place}${value} : ${c.message}`;
}

function clip(value: string): string {
  const flat = value.replace(/\s+/g, ' ');
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
}
