/** Reads a report's file of either kind, told by its content. */
import type { RegleId } from '../../src/lib/domain/regles/index';
import type { Definition } from './definition';
import type { FormulaireLu } from './reponses';

export type Lecture =
  | { readonly ok: true; readonly lu: FormulaireLu }
  | { readonly ok: false; readonly regle: RegleId; readonly message: string };

export declare function readFormulaire(definition: Definition, bytes: Uint8Array): Lecture;
