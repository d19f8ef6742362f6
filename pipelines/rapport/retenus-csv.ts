import { FICTIF } from '../../src/lib/domain/fictif';
import { toCsv } from '../lib/csv';
import type { Retenu } from '../steps/redditions/retenus';

const ENTETES = ['Fichier', 'Section ou feuille', 'Question ou cellule', 'Raison'];

/** Texts held back as CSV, without the texts themselves; those of a fictional fund say so. */
export function retenusToCsv(retenus: readonly Retenu[], fictif: boolean): string {
  const mention = fictif ? [FICTIF] : [];
  const rows = retenus.map(({ fichier, feuille, cellule, raison }) => [
    ...[fichier, feuille, cellule, raison],
    ...mention,
  ]);
  return toCsv([[...ENTETES, ...mention], ...rows]);
}
