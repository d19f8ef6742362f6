/**
 * Publications in a folder: `site` and `precedente` are links into `publications/`, beside the log. What a
 * server shows is `site`.
 */
import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PipelineError } from '../lib/errors';
import { withLock } from '../lib/verrou';
import { swapLink } from '../steps/publish';
import { listFichiers } from './publiable';

export const JOURNAL = 'journal-des-publications.csv';
const COLONNES = 'moment,geste,par,empreinte,remplace\n';

/** Who publishes, and when. */
export interface Signature {
  readonly par: string;
  readonly moment: Date;
}

const lieux = (vers: string) => ({
  site: path.join(vers, 'site'),
  precedente: path.join(vers, 'precedente'),
  publications: path.join(vers, 'publications'),
  verrou: path.join(vers, 'publications.verrou'),
});

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 over the list of files, in order, each with its own. */
export async function empreinteOf(dossier: string): Promise<string> {
  const lines: string[] = [];
  for (const fichier of await listFichiers(dossier))
    lines.push(`${sha256(await readFile(path.join(dossier, fichier)))}  ${fichier}\n`);
  return sha256(lines.join(''));
}

/** Folder that a link leads to; null when it leads nowhere. */
const leadsTo = (link: string): Promise<string | null> => realpath(link).catch(() => null);

/** Folder of the publication in place; null when there is none. */
export const enPlace = (vers: string): Promise<string | null> => leadsTo(lieux(vers).site);

/** As `2026-11-26T13:10:00-05:00`, in the time of the machine. */
function momentOf(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const field = (texte: string) => `"${texte.replaceAll('"', '""').replace(/\s+/g, ' ')}"`;

const nameOf = (dossier: string | null) => (dossier === null ? '' : path.basename(dossier));

/** Before the move: nothing is ever in place that the log does not name. */
async function sign(
  vers: string,
  geste: 'publier' | 'revenir',
  { par, moment }: Signature,
  [empreinte, remplace]: readonly [string, string],
): Promise<void> {
  const file = path.join(vers, JOURNAL);
  const line = [momentOf(moment), geste, field(par), empreinte, remplace].join();
  await appendFile(file, `${existsSync(file) ? '' : COLONNES}${line}\n`);
}

async function removeOthers(folder: string, kept: readonly (string | null)[]): Promise<void> {
  for (const name of await readdir(folder))
    if (!kept.some((one) => nameOf(one) === name))
      await rm(path.join(folder, name), { recursive: true, force: true });
}

/** Copies a site aside, and gives the folder of the copy, named after what it holds. */
async function copyAside(site: string, publications: string, empreinte: string): Promise<string> {
  const aside = path.join(publications, `.copie-${process.pid}`);
  await cp(site, aside, {
    recursive: true,
    dereference: true,
    filter: (file) => file === site || !path.basename(file).startsWith('.'),
  });
  if ((await empreinteOf(aside)) !== empreinte)
    throw new PipelineError(
      'la copie du site n’est pas le site qui a été vérifié : rien n’est publié ; relancez la commande',
    );
  const folder = path.join(publications, empreinte);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
  return folder;
}

/**
 * Publishes a checked site: copied aside, signed in the log, then put in place in one move. The one that it
 * replaces is kept. The same site again is left as it is, unsigned.
 * @param empreinte SHA-256 of the site that was checked
 * @returns whether something changed
 * @throws PipelineError in French; what is in place then stays there.
 */
export async function publishSite(
  site: string,
  vers: string,
  empreinte: string,
  signature: Signature,
): Promise<boolean> {
  const { site: link, precedente, publications, verrou } = lieux(vers);
  await mkdir(publications, { recursive: true });
  return withLock(verrou, async () => {
    const current = await leadsTo(link);
    if (nameOf(current) === empreinte) return false;
    const folder = await copyAside(path.resolve(site), publications, empreinte);
    await sign(vers, 'publier', signature, [empreinte, nameOf(current)]);
    if (current !== null) await swapLink(precedente, current);
    await swapLink(link, folder);
    await removeOthers(publications, [folder, current]);
    return true;
  });
}

/**
 * Puts the previous publication back in place, in one move; the one that it replaces becomes the previous.
 * @returns its SHA-256
 * @throws PipelineError in French when there is none.
 */
export async function revertSite(vers: string, signature: Signature): Promise<string> {
  const { site: link, precedente, verrou } = lieux(vers);
  const previous = await leadsTo(precedente);
  const current = await leadsTo(link);
  if (previous === null || current === null || previous === current)
    throw new PipelineError(
      `il n’y a pas de publication précédente dans ${vers} : rien n’a changé`,
    );
  return withLock(verrou, async () => {
    await sign(vers, 'revenir', signature, [nameOf(previous), nameOf(current)]);
    await swapLink(link, previous);
    await swapLink(precedente, current);
    return nameOf(previous);
  });
}
