import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { ROOT, run, StageError } from './process.mjs';

const STAMP = join(ROOT, '.publications', '.empreinte');

/** What the product is made from. `prive/` is read too, where there is one. */
const INPUTS = ['data', 'pipelines', 'src/lib/domain', 'package-lock.json'];

/** Identifiers of the funds: each folder of data/ that holds a fonds.yaml, in alphabetical order. */
export function listFunds(root = ROOT) {
  const data = join(root, 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data)
    .filter((name) => existsSync(join(data, name, 'fonds.yaml')))
    .sort();
}

/** The folder of what may not be versioned. */
export function privateFolder() {
  return process.env.RETOMBEES_PRIVE ?? 'prive';
}

/** What runs note in the folder of what may not be versioned, by their path from the root: no input. */
export function notedFolders(root = ROOT) {
  return listFunds(root).map((id) =>
    relative(root, resolve(root, privateFolder(), id, 'comptees'))
      .split(sep)
      .join('/'),
  );
}

/** Whether each fund is published from the inputs as they are now. */
export async function isProductFresh() {
  const published = listFunds().every((id) =>
    existsSync(join(ROOT, 'static', 'donnees', id, 'public')),
  );
  return (
    published && existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === (await productStamp())
  );
}

/**
 * Runs the pipeline for every fund, and stops at the first that fails.
 * @param {(line: string) => void} say
 */
export async function makeProduct(say) {
  const funds = listFunds();
  if (funds.length === 0) {
    throw new StageError('Aucun fonds à traiter : aucun dossier de data/ ne contient fonds.yaml.');
  }
  const stamp = await productStamp();
  await rm(STAMP, { force: true });
  for (const id of funds) {
    say(`Données du fonds « ${id} »…`);
    const code = await run(process.execPath, [
      '--import',
      'tsx',
      'pipelines/cli.ts',
      '--fonds',
      id,
    ]);
    if (code !== 0) {
      throw new StageError(
        `Les données du fonds « ${id} » n'ont pas été publiées (code ${code}). ` +
          'Corrigez ce qui est signalé ci-dessus, puis relancez ; ' +
          'ce qui était publié reste tel quel.',
      );
    }
  }
  await retire(funds);
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, stamp);
}

/**
 * Takes away what was published for a fund that data/ no longer holds.
 * @param {readonly string[]} funds
 */
async function retire(funds) {
  for (const folder of [join(ROOT, 'static', 'donnees'), join(ROOT, '.publications')]) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isDirectory() && !funds.includes(entry.name))
        await rm(join(folder, entry.name), { recursive: true });
  }
}

/** Fingerprint of what the product is made from. */
export function productStamp(root = ROOT) {
  const except = ['pipelines/site', ...notedFolders(root)];
  return fingerprint(root, [...INPUTS, privateFolder()], { except });
}
