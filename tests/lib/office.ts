/**
 * Files opened, changed and saved by LibreOffice itself, a program that shares no code with this one. It is opened at
 * the first job and does the next ones too, one after the other, until the process of the tests ends.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { spend } from './depenses';
import { findLibreOffice, type LibreOffice, WITHOUT_LIBREOFFICE } from './libreoffice.mjs';

export type OfficeFormat = 'xlsx' | 'xls' | 'ods';
export type WriterFormat = 'docx' | 'doc' | 'odt' | 'pdf';

/** One change to a sheet; several fields are done in the order below. Rows count from 1. */
export interface Edit {
  readonly feuille: string;
  readonly insererRangee?: number;
  readonly supprimerRangee?: number;
  /** As `C`: a blank column is put before it. */
  readonly insererColonne?: string;
  readonly masquerRangee?: number;
  readonly masquerColonne?: string;
  readonly masquerFeuille?: boolean;
  /** As `B2:D2`. */
  readonly fusionner?: string;
  readonly renommer?: string;
  /** As `B4`: what the fields below are put in. */
  readonly cellule?: string;
  /** Number format code, as Excel stores it: a bare space would divide by a thousand in French. */
  readonly format?: string;
  /** Put as it is: text stays text. */
  readonly valeur?: string | number;
  /** Names in English, semicolons between arguments. */
  readonly formule?: string;
  /** Typed as a person does, in French of Canada: `12,5 %` or `2026-03-01` become numbers. */
  readonly saisie?: string;
  readonly note?: string;
}

export interface AddedSheet {
  readonly ajouterFeuille: string;
}

export interface OfficeNote {
  readonly cellule: string;
  readonly texte: string;
}

export interface OfficeCell {
  readonly cellule: string;
  /** As shown. */
  readonly texte: string;
  /** As edited: the formula, with its equal sign, or the value. */
  readonly contenu: string;
  readonly genre: 'TEXT' | 'VALUE' | 'FORMULA';
  readonly liens: readonly string[];
}

export interface OfficeSheet {
  readonly nom: string;
  readonly visible: boolean;
  readonly cellules: readonly OfficeCell[];
  readonly notes: readonly OfficeNote[];
}

export interface SaveOptions<Format = OfficeFormat> {
  readonly format?: Format;
  readonly motDePasse?: string;
  /** Computes every formula when it opens, whatever value the file keeps for it. */
  readonly recalculer?: true;
}

/** Changes are those of a sheet, or those of a document. */
export interface Job {
  readonly entree: string;
  readonly sortie?: string;
  readonly format?: OfficeFormat | WriterFormat | 'csv';
  readonly motDePasse?: string;
  /** Sheet to export as CSV. */
  readonly feuille?: string;
  /** Where each sheet goes as CSV. */
  readonly csv?: Readonly<Record<string, string>>;
  readonly changements?: readonly object[];
  readonly inspecter?: true;
  readonly recalculer?: true;
  /** Opens it in a window, which the commands of menus need. */
  readonly vue?: true;
}

const office = findLibreOffice();

/** Whether tests that need LibreOffice can run; says why when they cannot. */
export const hasLibreOffice = office !== null;
if (!hasLibreOffice) process.stderr.write(`${WITHOUT_LIBREOFFICE}\n`);

/** A user of Québec: decimals are typed and shown with a comma. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-CA</value></prop></item>
</oor:items>
`;

/** As LibreOffice names a file. */
export const urlOf = (file: string): string => pathToFileURL(path.resolve(file)).href;

interface Answer {
  readonly reponse?: unknown[];
  readonly erreur?: string;
}

/** A LibreOffice that is open, with the program that drives it. */
class OpenOffice {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;
  #complaint = '';

  constructor({ soffice, python }: LibreOffice) {
    const profile = mkdtempSync(path.join(tmpdir(), 'retombees-office-'));
    mkdirSync(path.join(profile, 'user'));
    writeFileSync(path.join(profile, 'user/registrymodifications.xcu'), SETTINGS);
    const program = path.join(import.meta.dirname, 'office.py');
    this.#child = spawn(python, ['-B', program, soffice, urlOf(profile)]);
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaint += text));
    this.#answers = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
    // Neither keeps the process of the tests alive; the program ends with its input, and takes the profile away.
    this.#child.unref();
    for (const stream of this.#child.stdio) (stream as Socket | null)?.unref();
  }

  async do(job: Job): Promise<unknown[]> {
    for (const stream of this.#child.stdio) (stream as Socket | null)?.ref();
    this.#child.stdin.write(`${JSON.stringify(job)}\n`);
    const { value, done } = await this.#answers.next();
    for (const stream of this.#child.stdio) (stream as Socket | null)?.unref();
    if (done) {
      open = null;
      throw new Error(`LibreOffice: ${this.#complaint}`);
    }
    const { reponse, erreur } = JSON.parse(value) as Answer;
    if (reponse === undefined) throw new Error(`LibreOffice: ${erreur}`);
    return reponse;
  }
}

let open: OpenOffice | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Does one job in LibreOffice, after those asked before; gives what it found when it inspects. */
export async function run<Found = OfficeSheet>(job: Job): Promise<Found[]> {
  if (office === null) throw new Error(WITHOUT_LIBREOFFICE);
  const done = last.then(() => {
    open ??= new OpenOffice(office);
    return open.do(job);
  });
  last = done.catch(() => undefined);
  return spend('programmes', done) as Promise<Found[]>;
}

/** Changes a file in LibreOffice and saves it, as .xlsx unless said otherwise. */
export async function editWorkbook(
  input: string,
  edits: readonly (Edit | AddedSheet)[],
  output: string,
  { format = 'xlsx', ...options }: SaveOptions = {},
): Promise<void> {
  await run({
    ...options,
    ...{ entree: urlOf(input), sortie: urlOf(output), format, changements: edits },
  });
}

/** Saves a file in another format, beside its name in a folder; gives the path. */
export async function convert(
  input: string,
  format: OfficeFormat,
  folder: string,
): Promise<string> {
  const output = path.join(folder, `${path.parse(input).name}.${format}`);
  await editWorkbook(input, [], output, { format });
  return output;
}

/** One sheet as Excel of Québec gives it: windows-1252, semicolons, decimal commas. */
export async function exportCsv(input: string, feuille: string, output: string): Promise<void> {
  await run({ entree: urlOf(input), sortie: urlOf(output), format: 'csv', feuille });
}

/** Several sheets as CSV, each by its name to a path, in one go. */
export async function exportCsvs(
  input: string,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  const csv = Object.fromEntries(Object.entries(outputs).map(([nom, file]) => [nom, urlOf(file)]));
  await run({ entree: urlOf(input), csv });
}

/** What LibreOffice finds in a file: values, notes and links. */
export const inspectWorkbook = (input: string): Promise<OfficeSheet[]> =>
  run({ entree: urlOf(input), inspecter: true });
