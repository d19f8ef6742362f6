/** The reports of a fund as they stand, for the commands that help to ask for them. */
import { build, type Built, dossiersOf, emptyBuilt } from '../build';
import type { Redditions } from '../steps/redditions/reddition';
import { describeConstat, Journal } from './constats';
import { PipelineError } from './errors';
import type { Fonds } from './fonds';
import type { Progress } from './progress';

export interface Known {
  readonly fonds: Fonds;
  readonly redditions: Redditions;
  readonly built: Built;
  readonly journal: Journal;
}

/**
 * Reads a fund up to its product, and publishes nothing.
 * @throws PipelineError, in French, when a finding blocks.
 */
export async function readFund(
  racine: string,
  fonds: string,
  au: string | null,
  progress: Progress,
): Promise<Pick<Known, 'built' | 'journal'>> {
  const journal = new Journal();
  const built = emptyBuilt();
  await build({ dossiers: dossiersOf(racine, fonds), au, journal, progress }, built);
  const [first] = journal.blocking;
  if (first)
    throw new PipelineError(
      `les données ont ${journal.blocking.length} constat(s) bloquant(s) : lancez npm run donnees -- --fonds ${fonds}. Le premier : ${describeConstat(first)}`,
    );
  return { built, journal };
}

/**
 * Reads a fund up to its reports.
 * @throws PipelineError, in French, when a finding blocks or when the fund has no form.
 */
export async function readRedditions(
  racine: string,
  fonds: string,
  au: string | null,
  progress: Progress,
): Promise<Known> {
  const { built, journal } = await readFund(racine, fonds, au, progress);
  if (built.redditions === null || built.fonds === null)
    throw new PipelineError(
      `le fonds « ${fonds} » n’a pas de formulaire de reddition : écrivez data/${fonds}/formulaires/reddition.yaml, sur le modèle de celui de data/demo`,
    );
  return { fonds: built.fonds, redditions: built.redditions, built, journal };
}
