/** Has the site's own views and components render a paper that is not public: in memory, outside the built site. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import type { EditionScellee } from '../../src/lib/domain/column';
import { PipelineError } from '../lib/errors';
import { createProgress, processOutput } from '../lib/progress';
import { readFund } from '../lib/redditions';
import { clearFolder } from '../run';
import { writeClear } from '../steps/publish';
import { suppress } from '../steps/suppress';
import { CahierAbsent, type Papier } from './cahier';

/** What renders papers, loaded by its path: the pipeline imports nothing of the pages. */
const RENDU = '/src/lib/server/papier.ts';

type Rendu = Readonly<Record<string, (...values: readonly (string | null)[]) => Promise<unknown>>>;

/** Gives the renderer to the work, compiled by a server that listens to nobody and writes no site. */
export async function withRendu<T>(work: (rendu: Rendu) => Promise<T>): Promise<T> {
  const server = await createServer({
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await work((await server.ssrLoadModule(RENDU)) as Rendu);
  } finally {
    await server.close();
  }
}

/**
 * Writes the tables of an edition from the files as they are now, and publishes nothing: nothing older is ever
 * printed. Their folder.
 * @throws PipelineError when a finding blocks.
 */
export async function writeTables(
  racine: string,
  fonds: string,
  edition: EditionScellee,
): Promise<string> {
  const { built } = await readFund(racine, fonds, null, createProgress(processOutput));
  const folder = clearFolder(racine, fonds, edition);
  await writeClear(folder, built.fonds!, suppress(built.product!, edition));
  return folder;
}

/** @throws PipelineError in French when the tables of the edition are not there. */
export function requireTables(folder: string, fonds: string, edition: EditionScellee): void {
  if (existsSync(path.join(folder, 'datapackage.json'))) return;
  throw new PipelineError(
    `les données de l’édition « ${edition} » du fonds « ${fonds} » ne sont pas dans ${folder} : faites npm run donnees -- --fonds ${fonds} --edition ${edition}, puis relancez`,
  );
}

export interface PapierDemande {
  /** Folder of the edition's tables, in the clear. */
  readonly donnees: string;
  readonly fonds: string;
  readonly edition: EditionScellee;
  readonly territoire: string | null;
}

/**
 * The board pack of an edition.
 * @throws PipelineError when its tables are not there; CahierAbsent for a territory that the fund has not.
 */
export async function renderEdition(demande: PapierDemande): Promise<Papier> {
  const { donnees, fonds, edition, territoire } = demande;
  requireTables(donnees, fonds, edition);
  const papier = await withRendu((rendu) =>
    rendu['renderCahierEdition']!(donnees, edition, territoire),
  );
  if (papier === null) throw new CahierAbsent(`${fonds} ${territoire}`);
  return papier as Papier;
}
