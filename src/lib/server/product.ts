/** The published product, as the pages read it at build time with the native engine. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../data/engine';
import { openNodeEngine } from '../data/node-engine';
import { compareNoms } from '../format';
import type { Paquet } from '../views/pages/donnees';
import type { FondsLigne } from '../views/scene';
import { ask } from '../data/question';
import { fondsFiche } from '../data/queries/fonds-fiche';
import { SANS_CHOIX } from '../domain/choix';

const ROOT = path.join('static', 'donnees');
export const folderOf = (fonds: string) => path.join(ROOT, fonds, 'public');

/** Ids of the funds that have a publication. */
export function listFonds(): string[] {
  if (!existsSync(ROOT)) return [];
  return readdirSync(ROOT).filter((id) => existsSync(path.join(folderOf(id), 'datapackage.json')));
}

const engines = new Map<string, Promise<Engine>>();

/** The engine over the publication of a fund as it stands: opened once for all the pages of a build. */
function engineOf(fonds: string): Promise<Engine> {
  const publication = realpathSync(folderOf(fonds));
  const known = engines.get(publication);
  if (known) return known;
  const opened = openNodeEngine(publication);
  engines.set(publication, opened);
  return opened;
}

/** Gives the product of one fund to the work. */
export const withProduct = async <T>(
  fonds: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> => work(await engineOf(fonds));

/** What a fund's `datapackage.json` says of its files. */
export const readPaquet = (fonds: string): Paquet =>
  JSON.parse(readFileSync(path.join(folderOf(fonds), 'datapackage.json'), 'utf8')) as Paquet;

/** Every published fund, in the order that the funds declare, real ones before fictional ones. */
export async function describeFonds(): Promise<FondsLigne[]> {
  const all = await Promise.all(
    listFonds().map((id) =>
      withProduct(id, async (engine) => (await ask(engine, fondsFiche, SANS_CHOIX))[0]),
    ),
  );
  return all
    .filter((f): f is FondsLigne => f !== undefined)
    .sort(
      (a, b) =>
        Number(a.fictif) - Number(b.fictif) || a.ordre - b.ordre || compareNoms(a.nom, b.nom),
    );
}
