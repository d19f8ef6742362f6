/** The register: one workbook, or one CSV a sheet, kept by the fund's own staff. */
import type { FeuilleId, SheetKind } from '../kind';
import { appels, demandes, annonces } from './appels';
import { enveloppes, apports, octrois, versements } from './argent';
import { organismes, projets, projetsPriorites, indicateurs } from './projets';

/** Kind that `source.yaml` gives a whole workbook of the register. */
export const REGISTRE = 'registre';

/** Sheets that the blank workbook has beside the tables, and that hold no row. */
export const FEUILLE_MODE_EMPLOI = 'Mode d’emploi';
export const FEUILLE_LISTES = 'Listes';

/** Sheets of the register, in the order in which staff fill them in. */
export const registre: readonly SheetKind[] = [
  enveloppes,
  apports,
  appels,
  demandes,
  organismes,
  projets,
  projetsPriorites,
  octrois,
  versements,
  indicateurs,
  annonces,
];

const BY_ID = new Map(registre.map((kind) => [kind.feuille.id, kind]));

/** The kind of a sheet. */
export function kindOf(id: FeuilleId): SheetKind {
  const kind = BY_ID.get(id);
  if (!kind) throw new RangeError(`No sheet ${id}`);
  return kind;
}
