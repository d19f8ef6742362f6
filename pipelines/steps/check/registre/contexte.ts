/** What the rules of the register look at, and how they say what they found. */
import type { RegleId } from '../../../../src/lib/domain/regles/index';
import type { Catalogue } from '../../../lib/catalogue';
import type { Fonds } from '../../../lib/fonds';
import { type Registre, texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';

export interface Contexte {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly registre: Registre;
}

export interface Found {
  readonly regle: RegleId;
  readonly ligne: Ligne;
  readonly champ: string;
  readonly message: string;
}

export type Verification = (contexte: Contexte) => readonly Found[];

export const found = (regle: RegleId, ligne: Ligne, champ: string, message: string): Found => ({
  regle,
  ligne,
  champ,
  message,
});

/** One finding for each row of a list that a test gives a message for. */
export const eachRow = (
  regle: RegleId,
  lignes: readonly Ligne[],
  champ: string,
  explain: (ligne: Ligne) => string | null,
): Found[] => {
  const all: Found[] = [];
  for (const ligne of lignes) {
    const message = explain(ligne);
    if (message !== null) all.push(found(regle, ligne, champ, message));
  }
  return all;
};

/** As `Octrois, ligne 12`. */
export const sayPlace = ({ row }: Ligne): string =>
  row.lieu.feuille === null ? `ligne ${row.ligne}` : `${row.lieu.feuille}, ligne ${row.ligne}`;

export const cycleOf = ({ fonds }: Contexte, ligne: Ligne | undefined) =>
  fonds.cycles.find((c) => ligne !== undefined && c.id === texte(ligne, 'cycle'));
