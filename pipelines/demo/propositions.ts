/** Who proposes what: a title is used once, and few organisations come twice to a call. */
import { createHasard } from './hasard';
import { de } from './lieux';
import { ORGANISMES, type Organisme } from './organismes';
import { prioriteOf } from './priorites';
import { TITRES } from './titres';

export interface Proposition {
  readonly organisme: Organisme;
  readonly titre: string;
  readonly priorite: string;
}

const isRegional = ({ priorites }: Organisme) =>
  priorites.some((id) => prioriteOf(id).portee === 'regionale');

const poolOf = (territoire: string): Organisme[] =>
  territoire === 'regional'
    ? ORGANISMES.filter(isRegional)
    : ORGANISMES.filter((o) => !isRegional(o) && o.territoire === territoire);

export class Proposeur {
  readonly #hasard = createHasard('propositions');
  readonly #titres = new Set<string>();
  readonly #venus = new Map<string, Set<string>>();

  #titlesLeft(organisme: Organisme): Proposition[] {
    return organisme.priorites.flatMap((priorite) =>
      (TITRES[priorite] ?? [])
        .map((modele) => modele.replace('{de}', de(organisme.municipalite)))
        .filter((titre) => !this.#titres.has(titre))
        .map((titre) => ({ organisme, titre, priorite })),
    );
  }

  /** An organisation of the bucket; most come once to a call, as long as one is left. */
  #organisme(territoire: string, appel: string): Organisme {
    const came = this.#venus.get(appel) ?? new Set();
    const able = poolOf(territoire).filter((o) => this.#titlesLeft(o).length > 0);
    const fresh = able.filter(({ id }) => !came.has(id));
    const again = fresh.length === 0 || this.#hasard.chance(18);
    const organisme = this.#hasard.choix(again ? able : fresh);
    this.#venus.set(appel, came.add(organisme.id));
    return organisme;
  }

  propose(territoire: string, appel: string): Proposition {
    const organisme = this.#organisme(territoire, appel);
    const proposition = this.#hasard.choix(this.#titlesLeft(organisme));
    this.#titres.add(proposition.titre);
    return proposition;
  }
}
