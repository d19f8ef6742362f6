/** What the rules of reports look at, and how they say what they found. */
import type { Partie } from '../../../../src/lib/domain/reddition';
import type { RegleId } from '../../../../src/lib/domain/regles/index';
import type { ReponseLue } from '../../../forms/reponses';
import type { Reddition, Redditions } from '../../redditions/reddition';

/** A finding about a report, at a question of its Word form or a cell of its budget. */
export interface Found {
  readonly regle: RegleId;
  readonly reddition: Reddition;
  readonly partie: Partie;
  readonly feuille: string | null;
  readonly cellule: string | null;
  readonly message: string;
}

export type Verification = (reddition: Reddition, all: Redditions) => readonly Found[];

/** A finding at an answer. */
export const at = (
  regle: RegleId,
  reddition: Reddition,
  partie: Partie,
  reponse: Pick<ReponseLue, 'feuille' | 'cellule'> | null,
  message: string,
): Found => ({
  regle,
  reddition,
  partie,
  feuille: reponse?.feuille ?? null,
  cellule: reponse?.cellule ?? null,
  message,
});
