import type { Journal } from '../../../lib/constats';
import { recuOf, type Redditions } from '../../redditions/reddition';
import { argent } from './argent';
import type { Verification } from './contexte';
import { reponses } from './reponses';

const VERIFICATIONS: readonly Verification[] = [...reponses, ...argent];

/** Holds each report to its rules; a finding is at a question or a cell of its file. */
export function checkRedditions(all: Redditions, journal: Journal): void {
  for (const reddition of all.liste)
    for (const verify of VERIFICATIONS)
      for (const { regle, partie, feuille, cellule, message } of verify(reddition, all)) {
        const fichier = recuOf(reddition, partie)?.fichier.chemin;
        if (fichier !== undefined) journal.add({ regle, fichier, feuille, cellule, message });
      }
}
