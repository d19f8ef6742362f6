import { groupBy } from '../../pipelines/lib/group';
import { fillFeuilles, Registre } from '../../pipelines/lib/registre';
import type { Ligne } from '../../pipelines/steps/harmonise/registre';

/** The register of these rows. */
export const toRegistre = (lignes: readonly Ligne[]): Registre =>
  new Registre(fillFeuilles(groupBy(lignes, (l) => l.feuille)));
