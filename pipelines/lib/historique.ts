/** History of a fund: the public tables of each publication, in `data/<fonds>/publications/<n>/`, as they were. */
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { sha256, tryRead } from '../steps/snapshot-files';
import { PipelineError } from './errors';
import { flush } from './flush';
import { withLock } from './verrou';

/** Publications, in the folder of the fund. */
const DOSSIER = 'publications';
const DESCRIPTION = 'datapackage.json';
const FICHE = 'publication.json';
/** What this version writes in `publication.json`; a higher number comes from a newer one. */
const FORMAT = 1;
const COPIE = '.copie-';

/** A publication of a fund, kept in `data/<fonds>/publications/<n>/` as it was. */
export interface Publication {
  readonly numero: number;
  /** Absolute folder of its public tables and `datapackage.json`. */
  readonly dossier: string;
  /** Day of an extract written with `--au`; null for what a site showed. */
  readonly au: string | null;
  /** SHA-256 over the names and hashes of its tables: two publications that have it have the same tables. */
  readonly tables: string;
}

const HASH = /^sha256:[\da-f]{64}$/;
const descriptionSchema = z.object({
  name: z.string(),
  resources: z
    .array(z.object({ path: z.string().regex(/^\w+\.parquet$/), hash: z.string().regex(HASH) }))
    .min(1),
});
type Description = z.infer<typeof descriptionSchema>;

const formatSchema = z.object({ format: z.int() });
const ficheSchema = z.strictObject({
  format: z.literal(FORMAT),
  fonds: z.string(),
  numero: z.int(),
  empreinte: z.string(),
  au: z.iso.date().optional(),
});
type Fiche = z.infer<typeof ficheSchema>;

const REMETTRE =
  'remettez-le tel qu’il était (git, sauvegarde) ; s’il est perdu, faites ce que dit « L’historique des publications » dans data/LISEZMOI.md';

function parseJson<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function tablesOf({ resources }: Description): string {
  const lines = resources.map(({ path: nom, hash }) => `${nom} ${hash}\n`);
  return sha256(Buffer.from(lines.sort().join('')));
}

/** Reads which fund and tables the `datapackage.json` of a folder lists, not the tables; null when it is missing or unreadable. */
export async function readListe(
  dossier: string,
): Promise<{ readonly fonds: string; readonly tables: string } | null> {
  const bytes = await tryRead(path.join(dossier, DESCRIPTION));
  const description = bytes && parseJson(bytes, descriptionSchema);
  return description && { fonds: description.name, tables: tablesOf(description) };
}

/** Files of a public folder by name, `datapackage.json` and what it lists, each held to its hash. */
async function readFichiers(
  dossier: string,
  fonds: string,
  lieu: string,
): Promise<{ readonly fichiers: Map<string, Uint8Array>; readonly tables: string }> {
  const read = async (nom: string) => {
    const bytes = await tryRead(path.join(dossier, nom));
    if (bytes === null) throw new PipelineError(`${lieu} : il manque ${nom} ; ${REMETTRE}`);
    return bytes;
  };
  const own = await read(DESCRIPTION);
  const description = parseJson(own, descriptionSchema);
  if (description === null)
    throw new PipelineError(`${lieu} : ${DESCRIPTION} est illisible ; ${REMETTRE}`);
  if (description.name !== fonds)
    throw new PipelineError(
      `${lieu} contient des tables du fonds « ${description.name} », et non du fonds « ${fonds} » : mettez chaque fonds dans son dossier`,
    );
  const fichiers = new Map([[DESCRIPTION, own]]);
  for (const { path: nom, hash } of description.resources) {
    const bytes = await read(nom);
    if (`sha256:${sha256(bytes)}` !== hash)
      throw new PipelineError(`${lieu} : ${nom} n’est plus ce qui a été publié ; ${REMETTRE}`);
    fichiers.set(nom, bytes);
  }
  return { fichiers, tables: tablesOf(description) };
}

async function readFiche(dossier: string, lieu: string): Promise<Fiche> {
  const bytes = await tryRead(path.join(dossier, FICHE));
  if (bytes === null) throw new PipelineError(`${lieu} : il manque ${FICHE} ; ${REMETTRE}`);
  const version = parseJson(bytes, formatSchema);
  if (version !== null && version.format > FORMAT)
    throw new PipelineError(
      `${lieu} a été écrit par une version plus récente de l’outil : mettez l’outil à jour, puis relancez`,
    );
  const fiche = parseJson(bytes, ficheSchema);
  if (fiche === null) throw new PipelineError(`${lieu} : ${FICHE} est illisible ; ${REMETTRE}`);
  return fiche;
}

async function readPublication(
  parent: string,
  fonds: string,
  numero: number,
): Promise<Publication> {
  const dossier = path.join(parent, String(numero));
  const lieu = `data/${fonds}/${DOSSIER}/${numero}`;
  const fiche = await readFiche(dossier, lieu);
  if (fiche.fonds !== fonds)
    throw new PipelineError(
      `${lieu} est une publication du fonds « ${fiche.fonds} », et non du fonds « ${fonds} » : mettez chaque fonds dans son dossier`,
    );
  if (fiche.numero !== numero)
    throw new PipelineError(`${lieu} est la publication ${fiche.numero} : ${REMETTRE}`);
  const { fichiers, tables } = await readFichiers(dossier, fonds, lieu);
  if (sha256(fichiers.get(DESCRIPTION)!) !== fiche.empreinte)
    throw new PipelineError(
      `${lieu} : ${DESCRIPTION} n’est plus ce qui a été publié ; ${REMETTRE}`,
    );
  const extra = (await namesIn(dossier)).find((nom) => nom !== FICHE && !fichiers.has(nom));
  if (extra !== undefined)
    throw new PipelineError(`${lieu} : ${extra} n’en fait pas partie ; retirez-le`);
  return { numero, dossier, au: fiche.au ?? null, tables };
}

/** Names in a folder but hidden ones, which systems and runs that were cut leave; none where there is no folder. */
async function namesIn(dossier: string): Promise<string[]> {
  const names = existsSync(dossier) ? await readdir(dossier) : [];
  return names.filter((nom) => !nom.startsWith('.'));
}

/**
 * Reads the publications of a fund and checks each file against its hash.
 * @returns the publications, first first; [] when there is none
 * @throws PipelineError in French: a number missing in the sequence, a file missing, altered or added, another fund,
 *   written by a newer version.
 */
export async function readHistorique(
  dossierDuFonds: string,
  fonds: string,
): Promise<Publication[]> {
  const parent = path.resolve(dossierDuFonds, DOSSIER);
  const names = await namesIn(parent);
  const lieu = `data/${fonds}/${DOSSIER}`;
  const stray = names.find((nom) => !/^[1-9]\d*$/.test(nom));
  if (stray !== undefined)
    throw new PipelineError(`${lieu} : « ${stray} » n’est pas une publication ; retirez-le`);
  const numeros = names.map(Number).sort((a, b) => a - b);
  const gap = numeros.findIndex((numero, i) => numero !== i + 1);
  if (gap >= 0)
    throw new PipelineError(
      `${lieu} : la publication ${gap + 1} manque, alors que la ${numeros[gap]} est là ; ${REMETTRE}`,
    );
  const publications: Publication[] = [];
  for (const numero of numeros) publications.push(await readPublication(parent, fonds, numero));
  return publications;
}

/** The last publication that a site showed; null when there is none. */
export const lastMontree = (publications: readonly Publication[]): Publication | null =>
  publications.findLast(({ au }) => au === null) ?? null;

/** Removes what a run that was cut left half-written. */
async function removeCopies(dossierDuFonds: string): Promise<void> {
  const parent = path.join(dossierDuFonds, DOSSIER);
  for (const nom of existsSync(parent) ? await readdir(parent) : [])
    if (nom.startsWith(COPIE)) await rm(path.join(parent, nom), { recursive: true, force: true });
}

/** Does a work that prepares publications of these funds; one that fails leaves no copy behind. */
export async function withoutCopies<T>(
  dossiersDesFonds: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    for (const dossier of dossiersDesFonds) await removeCopies(dossier).catch(() => undefined);
    throw cause;
  }
}

async function writeAside(parent: string, fichiers: ReadonlyMap<string, Uint8Array>) {
  await mkdir(parent, { recursive: true });
  const aside = await mkdtemp(path.join(parent, COPIE));
  for (const [nom, bytes] of fichiers) await writeFile(path.join(aside, nom), bytes);
  await chmod(aside, 0o755);
  await flush(aside);
  return aside;
}

/** Tables to add to the history of a fund. */
export interface Ajout {
  readonly dossierDuFonds: string;
  readonly fonds: string;
  /** Public folder that they are in. */
  readonly de: string;
  /** Day of an extract; null for what a site shows. */
  readonly au: string | null;
}

/** A publication written aside: `keep` gives it its number, in one move; null when the history has it already. */
export interface Preparation {
  readonly numero: number;
  readonly keep: (() => Promise<void>) | null;
}

/**
 * Writes aside the public tables of a folder as the next publication of a fund, unless the last one shown has the
 * same tables; an extract, unless any publication has. The caller holds the lock of `withHistorique`, and calls it
 * within `withoutCopies`.
 * @throws PipelineError in French when the history, or the folder, is not whole or of another fund.
 */
export async function preparePublication(ajout: Ajout): Promise<Preparation> {
  const { dossierDuFonds, fonds, de, au } = ajout;
  await removeCopies(dossierDuFonds);
  const historique = await readHistorique(dossierDuFonds, fonds);
  const { fichiers, tables } = await readFichiers(de, fonds, de);
  const candidates = au === null ? [lastMontree(historique)] : historique;
  const same = candidates.find((one) => one?.tables === tables);
  if (same) return { numero: same.numero, keep: null };
  const numero = historique.length + 1;
  const empreinte = sha256(fichiers.get(DESCRIPTION)!);
  const fiche: Fiche = { format: FORMAT, fonds, numero, empreinte, ...(au === null ? {} : { au }) };
  fichiers.set(FICHE, Buffer.from(`${JSON.stringify(fiche, null, 2)}\n`));
  const parent = path.join(dossierDuFonds, DOSSIER);
  const aside = await writeAside(parent, fichiers);
  const keep = async () => {
    await rename(aside, path.join(parent, String(numero)));
    await flush(parent, { inside: false });
    await flush(dossierDuFonds, { inside: false });
  };
  return { numero, keep };
}

/**
 * Adds the public tables of a folder as the next publication, whole or not at all; see `preparePublication`.
 * @returns its number, or that of the publication that has the same tables, and whether it was added
 */
export const addPublication = (
  ajout: Ajout,
): Promise<{ readonly numero: number; readonly ajoutee: boolean }> =>
  withoutCopies([ajout.dossierDuFonds], async () => {
    const { numero, keep } = await preparePublication(ajout);
    await keep?.();
    return { numero, ajoutee: keep !== null };
  });

/** Does a work that reads the history and adds to it, one process at a time. */
export const withHistorique = <T>(racine: string, work: () => Promise<T>): Promise<T> =>
  withLock(path.join(racine, '.publications', 'historique.verrou'), work);
