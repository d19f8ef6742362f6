/** So many spoilt files of a format, each in a process whose time, memory, files and network are watched. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a process says at its end. */
export interface Passage {
  readonly acceptees: number;
  readonly refusees: number;
  readonly defauts: readonly Defaut[];
  /** Most memory that it held, in MB. */
  readonly memoire: number;
}

/** A seed whose file was neither accepted nor refused, and what came of it. */
export interface Defaut {
  readonly graine: number;
  readonly erreur: string;
}

/** Names looked for in the watched folder, which no format asks for: they mark where trials begin and end. */
export const [DEBUT, FIN] = ['debut-des-essais', 'fin-des-essais'];

export interface Bilan extends Passage {
  readonly nom: string;
  readonly essais: number;
  /** What was opened or reached between the first trial and the last, outside the folder that it was given. */
  readonly acces: readonly string[];
}

/** Whether the system lets a process be watched. */
export const canWatch = (): boolean =>
  spawnSync('strace', ['-qq', '-e', 'none', 'true']).status === 0;

/** A process that stops at a seed: it hung, or died. */
interface Arret {
  readonly graine: number;
  readonly erreur: string;
}

const PASSAGE = path.join(import.meta.dirname, 'passage.ts');
export const FORMATS = path.join(import.meta.dirname, 'formats.ts');

/** Runs a process from a seed on, until its end, its death, or a file that takes too long. */
function run(journal: string, args: readonly string[], attente: number): Promise<Passage | Arret> {
  const node = [process.execPath, '--max-old-space-size=512', '--import', 'tsx', PASSAGE, ...args];
  const strace = ['-f', '--seccomp-bpf', '-qq', '-o', journal, '-e', 'trace=%file,connect,sendto'];
  return new Promise((resolve) => {
    const child = spawn('strace', [...strace, ...node], {
      detached: true,
      /* What tsx keeps of a module is written at a moment of its own, in the folder of the machine. */
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, complained, hung] = ['', '', false];
    const end = () => {
      hung = true;
      process.kill(-child.pid!, 'SIGKILL');
    };
    let timer = setTimeout(end, 3 * attente);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      clearTimeout(timer);
      timer = setTimeout(end, attente);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      const last = said.trimEnd().split('\n').at(-1) ?? '';
      if (last.startsWith('{')) return resolve(JSON.parse(last) as Passage);
      const erreur = hung
        ? `plus de ${attente / 1000} s`
        : `fin ${code} : ${complained.slice(-500)}`;
      resolve({ graine: Number(last), erreur });
    });
  });
}

/** The C library counts processors when it makes a thread a heap of its own, at a moment of its own. */
const PROCESSEURS = '"/sys/devices/system/cpu/online"';

/** Paths and addresses that a trial asked the system for, outside its folder; an empty path is a file that is open. */
function accessIn(journal: string, dossier: string): string[] {
  const lines = readFileSync(journal, 'utf8').split('\n');
  const at = (marque: string) => lines.findIndex((l) => l.includes(path.join(dossier, marque)));
  const [debut, fin] = [at(DEBUT), at(FIN)];
  const seen = lines
    .slice(debut + 1, fin < 0 ? undefined : fin)
    .filter((l) => /^\d+ +\w+\(/.test(l))
    .filter((l) => ![`"${dossier}`, '"", AT_', PROCESSEURS].some((own) => l.includes(own)));
  return debut < 0 ? [] : [...new Set(seen.map((l) => l.replace(/^\d+ +/, '')))];
}

const merge = (a: Passage, b: Passage): Passage => ({
  acceptees: a.acceptees + b.acceptees,
  refusees: a.refusees + b.refusees,
  defauts: [...a.defauts, ...b.defauts],
  memoire: Math.max(a.memoire, b.memoire),
});

/**
 * Tries so many files of a format, in as many processes as it breaks: what a broken one had counted is lost. A file may
 * take `attente` milliseconds.
 */
export async function essayer(
  nom: string,
  essais: number,
  { premiere = 1, module = FORMATS, attente = 20_000 } = {},
): Promise<Bilan> {
  const racine = mkdtempSync(path.join(tmpdir(), 'retombees-fuzz-'));
  const [dossier, journal] = [path.join(racine, 'fonds'), path.join(racine, 'acces.txt')];
  mkdirSync(path.join(dossier, 'formulaires'), { recursive: true });
  let total: Passage = { acceptees: 0, refusees: 0, defauts: [], memoire: 0 };
  const acces = new Set<string>();
  try {
    for (let from = premiere; from < premiere + essais;) {
      const left = premiere + essais - from;
      const got = await run(journal, [module, nom, dossier, String(from), String(left)], attente);
      for (const one of accessIn(journal, dossier)) acces.add(one);
      if (!('graine' in got)) {
        total = merge(total, got);
        break;
      }
      if (!got.graine) throw new Error(`${nom}: ${got.erreur}`);
      const defaut: Defaut = got;
      total = { ...total, defauts: [...total.defauts, defaut] };
      from = got.graine + 1;
    }
  } finally {
    rmSync(racine, { recursive: true, force: true });
  }
  return { nom, essais, ...total, acces: [...acces] };
}
