import { execFileSync } from 'node:child_process';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { PipelineError } from './errors';

/** Who holds a lock: a process of a machine, told from a later one of the same number by when it started. */
interface Tenant {
  readonly machine: string;
  readonly processus: number;
  /** As the system writes it; '' where it does not say. */
  readonly debut: string;
}

/** When a process started, as the system writes it; null when there is none, '' where the system does not say. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name of the program, in parentheses, may hold spaces.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform !== 'win32')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    process.kill(pid, 0);
    return '';
  } catch (error) {
    // A signal that is refused reached someone else's process.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '' : null;
  }
}

function isHeld({ machine, processus, debut }: Tenant): boolean {
  if (machine !== hostname()) return true;
  const found = startOf(processus);
  return found !== null && (found === '' || debut === '' || found === debut);
}

/** The last number of a lock, and who holds it: null once it is given back. */
interface Etat {
  readonly rang: number;
  readonly tenant: Tenant | null;
}

const asideOf = (file: string, processus: number | '') => `${file}.de-${processus}`;

/** Numbers at the end of the names that begin as a path does, in their order. */
async function numbersOf(debut: string): Promise<number[]> {
  const nom = path.basename(debut);
  const names = await readdir(path.dirname(debut));
  return names
    .filter((n) => n.startsWith(nom) && /^\d+$/.test(n.slice(nom.length)))
    .map((n) => Number(n.slice(nom.length)))
    .sort((a, b) => a - b);
}

async function read(file: string): Promise<Etat> {
  const rang = (await numbersOf(`${file}.`)).at(-1) ?? 0;
  try {
    return { rang, tenant: JSON.parse(await readFile(`${file}.${rang}`, 'utf8')) as Tenant };
  } catch {
    return { rang, tenant: null };
  }
}

/**
 * Takes the number that follows, whole and alone: of those who saw the same state, one does. Who came too late finds
 * a higher one, since the last is never removed.
 */
async function take(file: string, rang: number): Promise<boolean> {
  const own = `${file}.${rang}`;
  const aside = asideOf(file, process.pid);
  const tenant: Tenant = {
    ...{ machine: hostname(), processus: process.pid, debut: startOf(process.pid) ?? '' },
  };
  try {
    await writeFile(aside, JSON.stringify(tenant));
    await link(aside, own);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
  const all = await numbersOf(`${file}.`);
  if (all.at(-1) !== rang) {
    await rm(own, { force: true });
    return false;
  }
  for (const old of all.slice(0, -1)) await rm(`${file}.${old}`, { force: true });
  for (const pid of await numbersOf(asideOf(file, '')))
    if (startOf(pid) === null) await rm(asideOf(file, pid), { force: true });
  return true;
}

/**
 * Does a work that one process at a time may do; a lock left by a process that is gone is taken over. A file stays,
 * empty, where the lock is given back.
 * @throws PipelineError in French when another process holds the lock.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const { rang, tenant } = await read(file);
  if ((tenant !== null && isHeld(tenant)) || !(await take(file, rang + 1))) {
    const who =
      tenant === null ? 'un autre' : `le processus ${tenant.processus} de ${tenant.machine}`;
    throw new PipelineError(
      `une autre publication est en cours (${who}) : attendez qu'elle finisse, puis relancez ; si aucune n'est en cours, supprimez ${file}.${rang}`,
    );
  }
  const giveBack = () => writeFile(`${file}.${rang + 1}`, '');
  let result: T;
  try {
    result = await work();
  } catch (cause) {
    // A disk that fails the work fails this too: what the work says comes first.
    await giveBack().catch(() => undefined);
    throw cause;
  }
  await giveBack();
  return result;
}
