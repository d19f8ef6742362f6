/** What the cells of a form say and refuse. */
import type { GridRule, GridValidation } from './workbook';
import {
  amount,
  type Check,
  type CheckedRange,
  checksXml,
  days,
  LARGEST,
  listed,
  warning,
  whole,
} from './write-check';
import { checkRange } from './write-grid-place';

const ENTIER_MAX = 999_999_999;
const [PREMIER_JOUR, DERNIER_JOUR] = ['2000-01-01', '2099-12-31'];

function limitOf(plage: string, max: string): string {
  if (/^\d{1,12}(\.\d{1,2})?$/.test(max)) return max;
  throw new RangeError(`Limit of ${plage} is not a plain decimal: ${max}`);
}

function checkOf(plage: string, regle: GridRule, style: 'stop' | 'warning'): Check {
  const soft = style === 'stop' ? (check: Check) => check : warning;
  switch (regle.type) {
    case 'liste':
      return listed(plage, regle.choix, style);
    case 'decimal':
      return soft(amount('0', limitOf(plage, regle.max ?? LARGEST)));
    case 'entier':
      return soft(whole(regle.max ?? ENTIER_MAX));
    case 'date':
      return soft(days(regle.min ?? PREMIER_JOUR, regle.max ?? DERNIER_JOUR));
  }
}

const toChecked = ({ plage, regle, aide, erreur, avertir }: GridValidation): CheckedRange => ({
  plage: checkRange(plage),
  check: regle === undefined ? null : checkOf(plage, regle, avertir ? 'warning' : 'stop'),
  aide: aide ?? null,
  erreur: erreur ?? null,
});

/** The element that holds them all, or nothing. */
export const gridChecksXml = (validations: readonly GridValidation[]): string =>
  checksXml(validations.map(toChecked));
