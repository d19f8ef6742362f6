/** A rule's two fixtures: data that break it, at a given cell, and data near them that do not. */
import { type Constat, Journal, type Trouvaille } from '../../../pipelines/lib/constats';
import { ConstatError } from '../../../pipelines/lib/errors';
import { check } from '../../../pipelines/steps/check/index';
import { correct } from '../../../pipelines/steps/correct';
import { harmonise } from '../../../pipelines/steps/harmonise/index';
import { link } from '../../../pipelines/steps/link/index';
import { normalise } from '../../../pipelines/steps/normalise';
import { read } from '../../../pipelines/steps/read/index';
import { type Dossiers, snapshot } from '../../../pipelines/steps/snapshot';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import { RegistreFund, type Registre } from '../lib/registre';
import { tempFolder } from '../lib/temp';

/** Makes a fund's folders below a root, and says where they are. */
export type Make = (root: string) => Dossiers;

/** Reads one file alone: what is found in it. */
export interface Lecture {
  readonly lire: () => readonly Trouvaille[];
}

export interface Fixture {
  readonly echoue: Make | Lecture;
  /** As `Octrois!G2`; null when the finding is about a whole file or sheet. */
  readonly ou: string | null;
  readonly passe: Make | Lecture;
}

export type Fixtures = Partial<Record<RegleId, Fixture>>;

const dossiersOf = (fund: RegistreFund): Dossiers => ({
  public: fund.folder,
  prive: `${fund.root}/prive`,
});

/** A fund kept by a register, whose other files a function may change. */
export const registre =
  (rows: Registre, arrange: (fund: RegistreFund) => void = () => undefined): Make =>
  (root) => {
    const fund = new RegistreFund(root, rows);
    arrange(fund);
    return dossiersOf(fund);
  };

async function steps(dossiers: Dossiers, journal: Journal): Promise<void> {
  const { fonds, fichiers } = await snapshot(dossiers, journal);
  const harmony = harmonise(fonds, normalise(read(fichiers, journal), journal), journal);
  const { catalogue } = harmony;
  const corrected = correct(catalogue, harmony, harmony.corrections, journal);
  if (journal.blocking.length > 0) return;
  const linked = link({ fonds, catalogue, harmony, corrected }, journal);
  check({ fonds, catalogue, rows: corrected.rows, linked }, journal);
}

/** Every finding about the data that a fixture makes; nothing is published. */
export async function examine(fixture: Make | Lecture): Promise<readonly Constat[]> {
  const journal = new Journal();
  try {
    if ('lire' in fixture) for (const found of fixture.lire()) journal.add(found);
    else await steps(fixture(tempFolder()), journal);
  } catch (error) {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
  }
  return journal.all;
}
