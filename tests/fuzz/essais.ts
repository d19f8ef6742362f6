/** So many spoilt files of a format, and what came of them. */
import { createTirage } from '../lib/hasard-personnes';
import type { Format } from './formats';

export interface Bilan {
  readonly nom: string;
  readonly essais: number;
  readonly acceptees: number;
  readonly refusees: number;
  /** Seeds whose file was neither accepted nor refused, and what was thrown. */
  readonly defauts: readonly { readonly graine: number; readonly erreur: string }[];
}

/** The file that a seed makes. */
export function fileOf({ fichiers, spoil }: Format, graine: number): Uint8Array {
  const tirage = createTirage(graine);
  for (let i = 0; i < 4; i++) tirage(2);
  return spoil(tirage, fichiers[tirage(fichiers.length)] ?? new Uint8Array());
}

export async function essayer(format: Format, essais: number, premiere = 1): Promise<Bilan> {
  const bilan = { nom: format.nom, essais, acceptees: 0, refusees: 0 };
  const defauts: { graine: number; erreur: string }[] = [];
  for (let graine = premiere; graine < premiere + essais; graine++) {
    try {
      const issue = await format.essayer(fileOf(format, graine));
      if (issue === 'acceptee') bilan.acceptees++;
      else bilan.refusees++;
    } catch (error) {
      defauts.push({ graine, erreur: String(error instanceof Error ? error.stack : error) });
    }
  }
  return { ...bilan, defauts };
}
