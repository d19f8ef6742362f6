/** Files opened, changed and saved by LibreOffice itself, a program that shares no code with this one. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { findLibreOffice, WITHOUT_LIBREOFFICE } from './libreoffice.mjs';

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

const RECALCULER =
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>';

/** A user of Québec: decimals are typed and shown with a comma. */
const settingsOf = ({ recalculer }: Job): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-CA</value></prop></item>
${recalculer ? RECALCULER : ''}
</oor:items>
`;

/** As LibreOffice names a file. */
export const urlOf = (file: string): string => pathToFileURL(path.resolve(file)).href;

/** Does one job in a LibreOffice of its own; gives what it found when it inspects. */
export async function run<Answer = OfficeSheet>(job: Job): Promise<Answer[]> {
  if (office === null) throw new Error(WITHOUT_LIBREOFFICE);
  const profile = mkdtempSync(path.join(tmpdir(), 'retombees-office-'));
  try {
    mkdirSync(path.join(profile, 'user'));
    writeFileSync(path.join(profile, 'user/registrymodifications.xcu'), settingsOf(job));
    const child = spawn(office.python, ['-B', path.join(import.meta.dirname, 'office.py')]);
    child.stdin.end(JSON.stringify({ ...job, soffice: office.soffice, profil: urlOf(profile) }));
    const [answer, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (answer === '') throw new Error(`LibreOffice : ${complaint}`);
    return JSON.parse(answer);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
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
