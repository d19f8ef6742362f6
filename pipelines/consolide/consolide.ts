/** The yearly consolidated report of a fund, from the ministry's edition in the clear. */
import { type Papier } from '../cahier/cahier';
import { requireTables, withRendu } from '../cahier/papier';
import { PipelineError } from '../lib/errors';

export interface Consolide {
  readonly papier: Papier;
  /** Bytes of the workbook. */
  readonly classeur: Uint8Array;
}

export interface ConsolideDemande {
  /** Folder of the tables of the ministry's edition. */
  readonly donnees: string;
  readonly fonds: string;
  /** As `2024-2025`. */
  readonly exercice: string;
}

/** @throws PipelineError in French for an exercice that is unknown, not over, or of which no report is read. */
export async function renderConsolide({
  donnees,
  fonds,
  exercice,
}: ConsolideDemande): Promise<Consolide> {
  requireTables(donnees, fonds, 'ministere');
  const rendered = (await withRendu((rendu) => rendu['renderConsolide']!(donnees, exercice))) as
    | Consolide
    | { readonly refus: string };
  if ('refus' in rendered) throw new PipelineError(rendered.refus);
  return rendered;
}
