/** A rule's two fixtures: data that break it, at a given cell, and data near them that do not. */
import { build, emptyBuilt } from '../../../pipelines/build';
import type { Constat } from '../../../pipelines/lib/constats';
import { Journal } from '../../../pipelines/lib/constats';
import { ConstatError } from '../../../pipelines/lib/errors';
import { SILENCE } from '../../../pipelines/lib/progress';
import type { Dossiers } from '../../../pipelines/steps/snapshot';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import { RegistreFund, type Registre } from '../lib/registre';
import { tempFolder } from '../../lib/temp';

/** Makes a fund's folders below a root, and says where they are. */
export type Make = (root: string) => Dossiers | Promise<Dossiers>;

export interface Fixture {
  readonly echoue: Make;
  /** As `Octrois!G2`; null when the finding is about a whole file or sheet. */
  readonly ou: string | null;
  readonly passe: Make;
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

/** Every finding about the data that a fixture makes; nothing is published. */
export async function examine(make: Make): Promise<readonly Constat[]> {
  const journal = new Journal();
  try {
    const dossiers = await make(tempFolder());
    await build({ dossiers, au: null, journal, progress: SILENCE }, emptyBuilt());
  } catch (error) {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
  }
  return journal.all;
}
