import Papa from 'papaparse';
import { REGLES } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';

const BOM = '\ufeff';

/** What a spreadsheet runs, or may once it has dropped blanks or narrowed wide signs. */
const FORMULE = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Findings as CSV that a spreadsheet in French opens as it is: UTF-8 with a mark, semicolons. A value
 * that a spreadsheet would run as a formula gets a quote before it. Those of a fictional fund say so.
 */
export function constatsToCsv(constats: readonly Constat[], fictif: boolean): string {
  const fields = [
    'Gravité',
    'Règle',
    'Code',
    'Fichier',
    'Feuille',
    'Cellule',
    'Valeur lue',
    'Constat',
  ];
  if (fictif) fields.push('DONNÉES FICTIVES');
  const data = constats.map((c) => [
    c.gravite,
    REGLES[c.regle].titre,
    c.regle,
    c.fichier,
    c.feuille ?? '',
    c.cellule ?? '',
    c.valeur ?? '',
    c.message,
    ...(fictif ? ['DONNÉES FICTIVES'] : []),
  ]);
  const options = { delimiter: ';', escapeFormulae: FORMULE };
  return `${BOM}${Papa.unparse({ fields, data }, options).replace(/\r\n$/, '')}\r\n`;
}
