/** The log of the publications in a folder: one line a gesture, written before the site moves. */
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PipelineError } from '../lib/errors';

export const JOURNAL = 'journal-des-publications.csv';
const COLONNES = 'moment,geste,par,empreinte,remplace\n';

/** Who publishes, and when. */
export interface Signature {
  readonly par: string;
  readonly moment: Date;
}

type Geste = 'publier' | 'revenir';

/** A line of the log; `empreinte` and `remplace` are SHA-256 of sites, `remplace` is '' for the first. */
interface Ligne {
  readonly moment: string;
  readonly geste: Geste;
  readonly empreinte: string;
  readonly remplace: string;
}

/** As `2026-11-26T13:10:00-05:00`, in the time of the machine. */
function momentOf(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const field = (texte: string) => `"${texte.replaceAll('"', '""').replace(/\s+/g, ' ')}"`;

/** The text of the log; '' before the first publication. */
const readJournal = (vers: string): Promise<string> =>
  readFile(path.join(vers, JOURNAL), 'utf8').catch(() => '');

const EMPREINTE = String.raw`"?([\da-f]{64})"?`;
/** A line as it is written, or as a spreadsheet saves it again. */
const LIGNE = new RegExp(
  String.raw`^\uFEFF?"?([^",;\n]+)"?[,;]"?(publier|revenir)"?[,;](?:"(?:[^"\n]|"")*"|[^",;\n]*)[,;]${EMPREINTE}[,;](?:${EMPREINTE}|"?"?)\r?\n`,
  'gm',
);

/**
 * Reads the last line of the log that was written to its end; null when there is none.
 * @throws PipelineError in French when the log names publications, and no line of it can be read.
 */
export async function lastLigne(vers: string): Promise<Ligne | null> {
  const texte = await readJournal(vers);
  const found = [...texte.matchAll(LIGNE)].at(-1);
  if (found === undefined && /[\da-f]{64}[,;"\s]*\n/i.test(texte))
    throw new PipelineError(
      `le journal ${path.join(vers, JOURNAL)} est illisible : un autre logiciel l’a enregistré autrement ; rien n’a changé ; remettez-le comme il était (${COLONNES.trim()}), puis relancez`,
    );
  if (found === undefined) return null;
  const [, moment = '', geste, empreinte = '', remplace = ''] = found;
  return { moment, geste: geste as Geste, empreinte, remplace };
}

/**
 * Compares a moment with that of the last line of the log.
 * @throws PipelineError in French when it is before: the clock of the machine is wrong, or was.
 */
export async function checkHorloge(vers: string, maintenant: Date): Promise<void> {
  const last = await lastLigne(vers);
  // To the second, as lines are.
  if (last === null || !(Date.parse(momentOf(maintenant)) < Date.parse(last.moment))) return;
  throw new PipelineError(
    `l’horloge de la machine (${momentOf(maintenant)}) est en retard sur la dernière ligne de ${path.join(vers, JOURNAL)} (${last.moment}) : rien n’a changé ; réglez l’horloge, ou corrigez cette ligne si elle est dans l’avenir, puis relancez`,
  );
}

/** Writes a line of the log, before the move: nothing is ever in place that the log does not name. */
export async function sign(
  vers: string,
  geste: Geste,
  { par, moment }: Signature,
  [empreinte, remplace]: readonly [string, string],
): Promise<void> {
  await checkHorloge(vers, moment);
  const line = [momentOf(moment), geste, field(par), empreinte, remplace].join();
  const before = await readJournal(vers);
  // A line that the machine did not write to its end stays alone.
  const start = before === '' ? COLONNES : before.endsWith('\n') ? '' : '\n';
  await appendFile(path.join(vers, JOURNAL), `${start}${line}\n`, { flush: true });
}
