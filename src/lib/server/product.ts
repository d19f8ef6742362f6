/** The published product, as the pages read it at build time with the native engine. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../data/engine';
import { openNodeEngine } from '../data/node-engine';
import { compareNoms } from '../format';
import type { FondsLigne } from '../views/scene';
import { ask } from '../data/question';
import { fondsFiche } from '../data/queries/fonds-fiche';
import { SANS_CHOIX } from '../domain/choix';

const ROOT = path.join('static', 'donnees');
const folderOf = (fonds: string) => path.join(ROOT, fonds, 'public');

/** Ids of the funds that have a publication. */
export function listFonds(): string[] {
  if (!existsSync(ROOT)) return [];
  return readdirSync(ROOT).filter((id) => existsSync(path.join(folderOf(id), 'datapackage.json')));
}

/** Opens the product of one fund, gives it to the work, and closes it whatever happens. */
export async function withProduct<T>(
  fonds: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await openNodeEngine(folderOf(fonds));
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

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
