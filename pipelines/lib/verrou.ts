import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PipelineError } from './errors';

/** Whether a process runs: a signal 0 reaches it, or is refused because it is someone else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A link appears whole, with the process id in it: a kill cannot leave a lock that names no one. */
async function take(file: string): Promise<boolean> {
  const aside = `${file}.${process.pid}`;
  try {
    await writeFile(aside, String(process.pid));
    await link(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

const holderOf = async (file: string): Promise<number> =>
  Number(await readFile(file, 'utf8').catch(() => '')) || 0;

/**
 * Does a work that one process at a time may do; a lock left by a process that is gone is taken over.
 * @throws PipelineError in French when another process holds the lock.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  if (!(await take(file))) {
    const holder = await holderOf(file);
    const gone = holder !== 0 && !isAlive(holder);
    if (gone) await rm(file, { force: true });
    if (!gone || !(await take(file)))
      throw new PipelineError(
        `une autre publication de ce fonds est en cours (processus ${holder || 'inconnu'}) : attendez qu'elle finisse, puis relancez ; si aucune n'est en cours, supprimez ${file}`,
      );
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
