/** Runs the real pipeline, and reads what it published and said. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import { commandeOf } from '../../lib/commande';
import { spend } from '../../lib/depenses';
import type { Constat } from '../../../pipelines/lib/constats';
import { run } from '../../../pipelines/run';

export const PROJECT = path.resolve(import.meta.dirname, '../../..');

export interface Compte {
  readonly fichier: string;
  readonly lues: number;
  readonly retenues: number;
  readonly ecartees: number;
  readonly refusees: number;
}

export interface Outcome {
  readonly ok: boolean;
  readonly said: string;
  readonly constats: readonly Constat[];
  readonly blocking: readonly Constat[];
  readonly comptes: readonly Compte[];
}

const COMPTE = /^ {2}(\S+) +lues (\d+) = retenues (\d+) \+ écartées (\d+) \+ refusées (\d+)$/gm;

/** Row accounting as the terminal shows it. */
export function comptesOf(said: string): Compte[] {
  return [...said.matchAll(COMPTE)].map(([, fichier = '', ...numbers]) => {
    const [lues = 0, retenues = 0, ecartees = 0, refusees = 0] = numbers.map(Number);
    return { fichier, lues, retenues, ecartees, refusees };
  });
}

export async function runFund(racine: string, fonds: string): Promise<Outcome> {
  let said = '';
  const output = { isTTY: false, write: (text: string) => void (said += text) };
  const { ok, journal } = await spend('pipelines', run({ racine, fonds, output }));
  return { ok, said, constats: journal.all, blocking: journal.blocking, comptes: comptesOf(said) };
}

export const publicFolder = (root: string, fonds: string): string =>
  path.join(root, 'static', 'donnees', fonds, 'public');

/** Every published byte, the target of the link, and what else stands beside it. */
export function publicationOf(root: string, fonds: string): string {
  const link = publicFolder(root, fonds);
  if (!existsSync(link)) return 'none';
  const hash = createHash('sha256');
  for (const name of readdirSync(link).sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(path.join(link, name)))
      .update('\0');
  return `${readlinkSync(link)} ${hash.digest('hex')}`;
}

/** Bytes of each published file, wherever the folder stands. */
export function publishedBytes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, sha256Of(path.join(folder, name))]),
  );
}

/** The same, but for the hash of the files that came and what is reckoned from it. */
export const contentBytes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(publishedBytes(folder)).filter(([nom]) => !SELON_LES_FICHIERS.includes(nom)),
  );

const SELON_LES_FICHIERS = ['fichiers_recus.parquet', 'datapackage.json'];

export const sha256Of = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

interface Resource {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
}

/** What is wrong with a published folder, by its own description; nothing when it is whole. */
export function faultsOf(folder: string): string[] {
  const description = path.join(folder, 'datapackage.json');
  if (!existsSync(description)) return ['no datapackage.json'];
  const { resources } = JSON.parse(readFileSync(description, 'utf8')) as { resources: Resource[] };
  const listed = new Set(['datapackage.json', ...resources.map((r) => r.path)]);
  const strays = readdirSync(folder).filter((name) => !listed.has(name));
  const broken = resources.filter(({ path: name, bytes, hash }) => {
    const file = path.join(folder, name);
    return (
      !existsSync(file) || statSync(file).size !== bytes || hash !== `sha256:${sha256Of(file)}`
    );
  });
  return [...strays.map((s) => `stray ${s}`), ...broken.map((r) => `broken ${r.path}`)];
}

/** `node` arguments of `npm run donnees`, for a fund of the root that it is started in. */
export const cliArgs = async (fonds: string): Promise<string[]> => [
  await commandeOf('pipelines/cli.ts'),
  ...['--fonds', fonds],
];

export interface Exit {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a program to its end: exit code, and both outputs together. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Exit> {
  const ended = new Promise<Exit>((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => void (said += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
  return spend('programmes', ended);
}

export const runCli = async (root: string, fonds: string, env?: NodeJS.ProcessEnv): Promise<Exit> =>
  runProgram(process.execPath, await cliArgs(fonds), root, env);
