/** The envelope of each bucket on any day, and what is left of it. */
import { type Cycle, type Mouvement } from './cycles';

export interface Engagement {
  readonly territoire: string;
  readonly jour: string;
  readonly cents: number;
}

const sum = (list: readonly { readonly cents: number }[]) =>
  list.reduce((total, { cents }) => total + cents, 0);

const countedMoves = ({ mouvements }: Cycle, territoire: string): Mouvement[] =>
  mouvements.filter((m) => m.territoire === territoire && m.bailleur === undefined);

/** Follows one cycle: what was set aside less what was granted. */
export class Enveloppe {
  readonly #engagements: Engagement[] = [];

  constructor(private readonly cycle: Cycle) {}

  commit(engagement: Engagement): void {
    this.#engagements.push(engagement);
  }

  /** What a bucket has left at the end of a day. */
  left(territoire: string, jour: string): number {
    const until = (list: readonly Engagement[]) => list.filter((item) => item.jour <= jour);
    const own = this.#engagements.filter((e) => e.territoire === territoire);
    return sum(until(countedMoves(this.cycle, territoire))) - sum(until(own));
  }

  /** The least that a bucket has left on this day or any later one. */
  leastLeft(territoire: string, jour: string): number {
    const events = [...countedMoves(this.cycle, territoire), ...this.#engagements];
    const days = [jour, ...events.map((e) => e.jour).filter((day) => day > jour)];
    return Math.min(...days.map((day) => this.left(territoire, day)));
  }

  /** What goes back to the funder when the cycle ends: all that was never granted. */
  returns(): Mouvement[] {
    const { retour, projets } = this.cycle;
    if (retour === null) return [];
    const { mouvement: jour } = retour;
    return Object.keys(projets).flatMap((territoire): Mouvement[] => {
      const cents = this.left(territoire, jour);
      return cents > 0 ? [{ territoire, nature: 'Retour', jour, cents: -cents }] : [];
    });
  }
}
