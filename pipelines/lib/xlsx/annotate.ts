import type { Gravite } from '../../../src/lib/domain/regles/index';
export interface Remarque {
  readonly feuille: string | null;
  readonly cellule: string | null;
  readonly gravite: Gravite;
  readonly titre: string;
  readonly message: string;
}
export function annotateWorkbook(bytes: Uint8Array, remarques: readonly Remarque[]): Uint8Array {
  void remarques;
  return bytes;
}
