import { FICTIF } from '../../src/lib/domain/fictif';
import { REGLES } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';
import { toCsv } from '../lib/csv';

const ENTETES = [
  'Gravité',
  'Règle',
  'Code',
  'Fichier',
  'Feuille',
  'Cellule',
  'Valeur lue',
  'Constat',
];

/** Findings as CSV; those of a fictional fund say so. */
export function constatsToCsv(constats: readonly Constat[], fictif: boolean): string {
  const mention = fictif ? [FICTIF] : [];
  const data = constats.map((c) => [
    c.gravite,
    REGLES[c.regle].titre,
    c.regle,
    c.fichier,
    c.feuille ?? '',
    c.cellule ?? '',
    c.valeur ?? '',
    c.message,
    ...mention,
  ]);
  return toCsv([[...ENTETES, ...mention], ...data]);
}
