/** A file as its organisation sends it: what it is filled in with, then what happened to it on the way. */
import type { Partie } from '../../../src/lib/domain/reddition';
import type { Definition } from '../../forms/definition';
import { writeBilan } from '../../forms/bilan/write';
import { writeBudget } from '../../forms/budget/write';
import type { Dossier, Reponses } from '../../forms/reponses';
import type { Tranche } from './attendues';
import { lighten } from './paquet';

export interface Copie {
  readonly tranche: Tranche;
  readonly partie: Partie;
  /** Path from the folder of its exercice. */
  readonly nom: string;
  /** ISO day written in receptions.csv, null when nobody did. */
  readonly recu: string | null;
  /** Project written in receptions.csv, for a file that cannot say it. */
  readonly projet: string | null;
  readonly dossier: Dossier;
  readonly reponses: Reponses;
  /** What other programs and accidents did to the file, in order. */
  readonly gestes: readonly ((bytes: Uint8Array) => Uint8Array)[];
}

export const cheminOf = ({ tranche, nom }: Copie): string =>
  `prive/redditions/${tranche.exercice.id}/${nom}`;

const write = (definition: Definition, { partie, dossier, reponses }: Copie) =>
  partie === 'bilan'
    ? writeBilan(definition, dossier, reponses)
    : writeBudget(definition, dossier, reponses);

export async function bytesOf(definition: Definition, copie: Copie): Promise<Uint8Array> {
  const written = lighten(await write(definition, copie));
  return copie.gestes.reduce((bytes, geste) => geste(bytes), written);
}
