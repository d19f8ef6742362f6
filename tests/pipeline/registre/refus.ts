/** What a bad register must give: a failed run, words that say what to do and where, nothing published changed. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import { splitCsv } from '../lib/csv';
import { type Exit, publicationOf, runCli, runFund } from '../lib/publication';
import { PROPRE, RegistreFund } from '../lib/registre';
import { runFolder, tempFolder } from '../../lib/temp';

export const CLASSEUR = 'prive/recu/registre/registre.xlsx';

/** Where a finding must be, and of which rule. */
export interface Attendu {
  readonly regle: RegleId;
  readonly fichier?: string;
  readonly feuille?: string;
  readonly cellule?: string;
  readonly message: RegExp;
}

const ENGLISH =
  /(?<![\p{L}_])(the|is|are|of|with|file|sheet|cell|expected|invalid|cannot|error|must)(?![\p{L}_])/iu;
const ORDER = /(?<!\p{L})(?!avez|chez|assez)\p{L}{2,}ez(?!\p{L})/iu;

let model: Promise<string> | null = null;

async function publishOnce(): Promise<string> {
  const { root, id } = new RegistreFund(runFolder());
  const { ok } = await runFund(root, id);
  expect(ok).toBe(true);
  return root;
}

/** The fund of the clean register, already published; the one run that it takes is shared by test files. */
export async function publishedFund(): Promise<RegistreFund> {
  model ??= publishOnce();
  const root = tempFolder();
  cpSync(await model, root, { recursive: true, verbatimSymlinks: true });
  return new RegistreFund(root, PROPRE);
}

/** A report of the fund as text. */
export const reportOf = ({ root, id }: RegistreFund, nom: string): string =>
  readFileSync(path.join(root, 'sorties', id, nom), 'utf8');

/** Rows of `constats.csv`, by its headings, read without the project's code. */
export function csvRows(fund: RegistreFund): Record<string, string>[] {
  const [head = [], ...rows] = splitCsv(reportOf(fund, 'constats.csv'), ';');
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

function checkReports(fund: RegistreFund, expected: Attendu): void {
  const { regle, fichier = CLASSEUR, feuille = '', cellule = '', message } = expected;
  const rows = csvRows(fund).filter((r) => r['Code'] === regle);
  expect(rows).toContainEqual(
    expect.objectContaining({
      ...{ Gravité: 'bloquant', Fichier: fichier, Feuille: feuille, Cellule: cellule },
      Constat: expect.stringMatching(message),
    }),
  );
  const { document } = parseHTML(reportOf(fund, 'constats.html'));
  const section = document.querySelector(`section#${regle}`)?.textContent ?? '';
  for (const text of [fichier, feuille, cellule, rows[0]?.['Constat'] ?? '?'])
    expect(section).toContain(text);
  expect(document.querySelector('.verdict')?.textContent).toMatch(/^Rien n’est publié/);
}

function checkWords(said: string, expected: Attendu): void {
  const { regle, fichier = CLASSEUR, feuille, cellule, message } = expected;
  const place = [fichier, feuille, cellule].filter(Boolean).join(' › ');
  const line = said.split('\n').find((l) => l.includes(`[${regle}] ${place}`));
  expect(line, said).toMatch(message);
  const words = line?.replace(/^.*?\] \S+/, '') ?? '';
  expect(words).toMatch(ORDER);
  expect(words).not.toMatch(ENGLISH);
}

/** Publishes the clean register, spoils it, runs again, and holds the run to what a refusal owes. */
export const refuseRegistre = (
  spoil: (fund: RegistreFund) => void,
  ...expected: readonly Attendu[]
): Promise<void> =>
  refuseWith(
    async ({ root, id }) => {
      const { ok, said } = await runFund(root, id);
      return { code: ok ? 0 : 1, said };
    },
    spoil,
    expected,
  );

/** The same, through the command line. */
export const refuseByCommand = (
  spoil: (fund: RegistreFund) => void,
  ...expected: readonly Attendu[]
): Promise<void> => refuseWith(({ root, id }) => runCli(root, id), spoil, expected);

async function refuseWith(
  run: (fund: RegistreFund) => Promise<Exit>,
  spoil: (fund: RegistreFund) => void,
  expected: readonly Attendu[],
): Promise<void> {
  const fund = await publishedFund();
  const before = publicationOf(fund.root, fund.id);
  expect(before).not.toBe('none');
  spoil(fund);
  const { code, said } = await run(fund);
  expect(code, said).toBe(1);
  expect(said).not.toMatch(/ {4}at |\.ts:\d/);
  expect(publicationOf(fund.root, fund.id)).toBe(before);
  for (const one of expected) {
    checkWords(said, one);
    checkReports(fund, one);
  }
}
