/**
 * Publications in a folder: `site` and `precedente` are links into `publications/`, beside the log. What a
 * server shows is `site`.
 */
import { createHash } from 'node:crypto';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { explainError, PipelineError } from '../lib/errors';
import { flush } from '../lib/flush';
import { withLock } from '../lib/verrou';
import { swapLink } from '../steps/publish';
import { lastLigne, sign, type Signature } from './journal';
import { listFichiers } from './publiable';

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

/** Folder that a link leads to; null when it leads nowhere, or is not there. */
async function leadsTo(link: string): Promise<string | null> {
  try {
    return await realpath(link);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

/** What a link names, be it there or not; null when it is no link. */
const namedBy = async (link: string): Promise<string | null> => {
  const to = await readlink(link).catch(() => null);
  return to === null ? null : path.resolve(path.dirname(link), to);
};

/** SHA-256 that a publication is named after; a further copy, beside one that was spoilt, bears a number too. */
const nameOf = (dossier: string | null) =>
  dossier === null ? '' : path.basename(dossier).replace(/\..*/, '');

/** Whether a publication still holds what it is named after. */
const isWhole = async (dossier: string): Promise<boolean> =>
  (await empreinteOf(dossier)) === nameOf(dossier);

async function moveLink(link: string, folder: string): Promise<void> {
  await swapLink(link, folder);
  await flush(path.dirname(link), { inside: false });
}

/** Ends a gesture that was cut between its two moves: the log says which publication is the previous one. */
async function finish(vers: string): Promise<void> {
  const { site, precedente, publications } = lieux(vers);
  const { empreinte, remplace } = (await lastLigne(vers)) ?? {};
  if (!remplace || nameOf(await leadsTo(site)) !== empreinte) return;
  if (nameOf(await leadsTo(precedente)) === remplace) return;
  const folder = path.join(publications, remplace);
  if (existsSync(folder) && (await isWhole(folder))) await moveLink(precedente, folder);
}

/** Takes away what neither link leads to: older publications, and what a run that was cut left. */
async function removeOthers(vers: string): Promise<void> {
  const { site, precedente, publications } = lieux(vers);
  const kept = new Set<string | null>();
  for (const link of [site, precedente]) kept.add(await leadsTo(link)).add(await namedBy(link));
  kept.delete(null);
  for (const name of await readdir(publications)) {
    const folder = path.join(publications, name);
    if (!kept.has(path.resolve(folder)) && !kept.has(await leadsTo(folder)))
      await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing is taken away before the links say what to keep. */
async function tidy(vers: string): Promise<void> {
  await finish(vers);
  await removeOthers(vers);
}

/** Copies a site to a folder of its own, that nobody else opens before it is published. */
async function copyAside(site: string, publications: string): Promise<string> {
  const aside = await mkdtemp(path.join(publications, '.copie-'));
  await cp(site, aside, {
    recursive: true,
    dereference: true,
    filter: (file) => file === site || !path.basename(file).startsWith('.'),
  });
  return aside;
}

/** Gives a copy the name of what it holds; a publication that already holds it serves in its place. */
async function settle(copie: string, publications: string, empreinte: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = path.join(publications, n === 1 ? empreinte : `${empreinte}.${n}`);
    if (existsSync(folder)) {
      if (await isWhole(folder)) return folder;
      continue;
    }
    await flush(copie);
    await chmod(copie, 0o755);
    await rename(copie, folder);
    await flush(publications, { inside: false });
    return folder;
  }
}

export interface Candidat {
  /** Folder of the copy that would be put in place. */
  readonly copie: string;
  /** Folder of the publication in place; null when there is none. */
  readonly enPlace: string | null;
}

/** Looks at what would be published; who signs, null to publish nothing. */
export type Examen = (candidat: Candidat) => Promise<Signature | null>;

/** Writes aside what must be kept of a copy; what it returns puts that in place, after the log and before the site. */
export type Garde = (copie: string) => Promise<() => Promise<void>>;

async function putInPlace(
  site: string,
  vers: string,
  copie: string,
  { examine, prepare }: { readonly examine: Examen; readonly prepare: Garde },
) {
  const { site: link, precedente, publications } = lieux(vers);
  const current = await leadsTo(link);
  const whole = current !== null && (await isWhole(current));
  const empreinte = await empreinteOf(copie);
  if (whole && nameOf(current) === empreinte) return { suite: 'en-place', empreinte } as const;
  const signature = await examine({ copie, enPlace: current });
  if (signature === null) return { suite: 'refusee', empreinte } as const;
  for (const folder of [copie, site])
    if ((await empreinteOf(folder)) !== empreinte)
      throw new PipelineError(
        `des fichiers de ${folder} ont changé depuis la vérification : rien n’est publié ; relancez la commande`,
      );
  const folder = await settle(copie, publications, empreinte);
  const keep = await prepare(folder);
  await sign(vers, 'publier', signature, [empreinte, nameOf(current)]);
  await keep();
  await moveLink(link, folder);
  if (whole) await moveLink(precedente, current);
  return { suite: 'publiee', empreinte } as const;
}

/** SHA-256 that name the site in place and the one before it; '' where there is none. */
export async function namesEnPlace(
  vers: string,
): Promise<{ readonly site: string; readonly precedente: string }> {
  const { site, precedente } = lieux(vers);
  return { site: nameOf(await leadsTo(site)), precedente: nameOf(await leadsTo(precedente)) };
}

/** Does a gesture, alone in its folder; one that fails once the site has moved says so, and the next one ends it. */
async function gesture<T>(vers: string, work: () => Promise<T>): Promise<T> {
  const { site, verrou } = lieux(vers);
  let before: string | null | undefined;
  try {
    return await withLock(verrou, async () => {
      before = await leadsTo(site);
      return work();
    });
  } catch (cause) {
    // Without the lock, it is another process that moves the site.
    if (before === undefined || (await leadsTo(site)) === before) throw cause;
    throw new PipelineError(
      `le nouveau site est en place, mais la commande n’a pas pu finir : ${explainError(cause)}`,
      { cause },
    );
  }
}

/**
 * Publishes a site as it is now: copied aside, examined there, signed in the log, then put in place in one move. The
 * one that it replaces is kept. A site that is already in place is left as it is, unsigned.
 * @returns what came of it, and the SHA-256 of the site
 * @throws PipelineError in French; what is in place then stays there.
 */
export async function publishSite(
  site: string,
  vers: string,
  examine: Examen,
  prepare: Garde = () => Promise.resolve(() => Promise.resolve()),
) {
  const { publications } = lieux(vers);
  if (!path.relative(path.resolve(site), path.resolve(vers)).startsWith('..'))
    throw new PipelineError(
      `le dossier ${vers} est dans le site à publier : rien n’a changé ; choisissez un dossier hors de ${site}`,
    );
  await mkdir(publications, { recursive: true });
  return gesture(vers, async () => {
    await tidy(vers);
    try {
      const copie = await copyAside(path.resolve(site), publications);
      return await putInPlace(path.resolve(site), vers, copie, { examine, prepare });
    } finally {
      await tidy(vers);
    }
  });
}

/**
 * Puts the previous publication back in place, in one move; the one that it replaces becomes the previous.
 * @returns its SHA-256
 * @throws PipelineError in French when there is none, or when its files changed since it was published.
 */
export async function revertSite(vers: string, signature: Signature): Promise<string> {
  const { site: link, precedente } = lieux(vers);
  if (!existsSync(vers))
    throw new PipelineError(`le dossier ${vers} n’existe pas : rien n’a changé`);
  return gesture(vers, async () => {
    await finish(vers);
    const [previous, current] = [await leadsTo(precedente), await leadsTo(link)];
    if (previous === null || current === null || previous === current)
      throw new PipelineError(
        `il n’y a pas de publication précédente dans ${vers} : rien n’a changé`,
      );
    if (!(await isWhole(previous)))
      throw new PipelineError(
        `des fichiers de la publication précédente (${previous}) ont changé depuis qu’elle a été publiée : rien n’a changé ; publiez de nouveau ce qui doit être en place`,
      );
    await sign(vers, 'revenir', signature, [nameOf(previous), nameOf(current)]);
    await moveLink(link, previous);
    await moveLink(precedente, current);
    return nameOf(previous);
  });
}
