/** The yearly consolidated report: its numbers from the files received by other means, in every program. */
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { printCahier } from '../../pipelines/cahier/cahier';
import { renderConsolide } from '../../pipelines/consolide/consolide';
import { ensureChromium } from '../../pipelines/programmes/chromium.mjs';
import { clearFolder, run } from '../../pipelines/run';
import { renderConsolide as renderHere } from '../../src/lib/server/papier';
import { clearEdition } from '../lib/editions';
import { editWorkbook, hasLibreOffice } from '../lib/office';
import { hasProgramme } from '../lib/programmes.mjs';
import { type Part, argentOf } from '../lib/recalcul';
import { PROJECT } from '../pipeline/lib/publication';
import { openPublication } from '../pipeline/lib/sql';
import { tempFolder } from '../lib/temp';
import { pagesOf, program } from './lib/pdf';
import { flat } from './lib/texte';

const poppler = hasProgramme('poppler');

const render = async (exercice: string) =>
  renderConsolide({ donnees: await clearEdition('ministere'), fonds: 'demo', exercice });

type Value = string | number | null;
/** Rows of each sheet, headings first. */
type Book = Readonly<Record<string, readonly (readonly Value[])[]>>;

async function readBook(file: string): Promise<Book> {
  const sheets = await readExcel(readFileSync(file));
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => [
      sheet,
      data.map((row) =>
        row.map((v) => (typeof v === 'number' ? v : v === null ? null : String(v))),
      ),
    ]),
  );
}

async function writeBook(classeur: Uint8Array) {
  const file = path.join(tempFolder(), 'consolide.xlsx');
  writeFileSync(file, classeur);
  return { file, book: await readBook(file) };
}

async function write(exercice: string) {
  const { papier, classeur } = await render(exercice);
  return { papier, ...(await writeBook(classeur)) };
}

const ENTETES = 2;

/** Rows under the headings, by heading, to the last that has something in its second column. */
function rowsOf(book: Book, sheet: string): Record<string, Value>[] {
  const data = book[sheet] ?? [];
  const titles = data[ENTETES] ?? [];
  return data
    .slice(ENTETES + 1)
    .filter((row) => row.slice(1).some((v) => v !== null && v !== ''))
    .map((row) => Object.fromEntries(titles.map((title, i) => [String(title), row[i] ?? null])));
}

const cents = (value: Value | undefined) => Math.round(Number(value ?? 0) * 100);
const sumOf = (rows: readonly Record<string, Value>[], column: string) =>
  rows.reduce((n, r) => n + (typeof r[column] === 'number' ? cents(r[column]) : 0), 0);
const total = (parts: readonly Part[]) => parts.reduce((n, p) => n + p.cents, 0);
const SOLDE = 'Solde à la fin de l’exercice';
const MONTANTS = ['Accordé', 'Versé', 'Versé dans l’exercice', 'Dépensé dans l’exercice', SOLDE];

/** Budgets of the demonstration that count nowhere: one came cut, one without its reference. */
const SANS_PLACE = [
  '2022-2023/budget - Heure du conte d Ailleroche.xlsx',
  '2022-2023/budget final.xlsx',
];

/** What the budgets received say is paid by the fund, in cents, by project: their own columns, added here. */
async function spentIn(exercice: string): Promise<Map<string, number>> {
  const folder = path.join('data/demo/prive/redditions', exercice);
  const spent = new Map<string, number>();
  const files = readdirSync(folder).filter((n) => n.endsWith('.xlsx'));
  for (const name of files.filter((n) => !SANS_PLACE.includes(`${exercice}/${n}`))) {
    const rows = (await readBook(path.join(folder, name)))['Dépenses']!;
    const head = rows.findIndex((row) => row.includes('Payé par le fonds'));
    const column = rows[head]!.indexOf('Payé par le fonds');
    const end = rows.findIndex((row) => row[0] === 'Total');
    const projet = /P\d\d-\d{3}/.exec(rows.slice(0, head).flat().join(' '))![0];
    const paid = rows.slice(head + 1, end).map((row) => row[column]);
    spent.set(
      projet,
      paid.reduce((n: number, v) => n + (typeof v === 'number' ? cents(v) : 0), 0),
    );
  }
  return spent;
}

describe.each(sampleOf(['2024-2025', '2022-2023'], 1))('%s', (exercice) => {
  let made: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    made = await write(exercice);
  });

  it('gives what the register received says was granted and paid, by territory', async () => {
    const { octrois, versements } = await argentOf('demo');
    const fin = `${exercice.slice(5)}-03-31`;
    const titres = new Set(rowsOf(made.book, 'Projets').map((r) => r['Titre']));
    const until = (p: Part) => p.jour <= fin && titres.has(p.projet);
    const rows = rowsOf(made.book, 'Territoires').filter((r) => r['Territoire'] !== 'Total');
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const here = (p: Part) => p.territoire === row['Territoire'];
      const said = MONTANTS.slice(0, 3).map((m) => cents(row[m]));
      expect(said, String(row['Territoire'])).toEqual([
        total(octrois.filter((p) => here(p) && until(p))),
        total(versements.filter((p) => here(p) && until(p))),
        total(versements.filter((p) => here(p) && p.exercice === exercice)),
      ]);
    }
    const paid = total(versements.filter((p) => p.exercice === exercice));
    expect(cents(rowsOf(made.book, 'Projets').at(-1)!['Versé dans l’exercice'])).toBe(paid);
  });

  it('adds up: sheets to their totals, and all totals to that of the projects', () => {
    const projets = rowsOf(made.book, 'Projets');
    const whole = projets.at(-1)!;
    for (const montant of MONTANTS) {
      expect(sumOf(projets.slice(0, -1), montant), montant).toBe(cents(whole[montant]));
      for (const sheet of ['Territoires', 'Priorités', 'Objectifs'])
        expect(cents(rowsOf(made.book, sheet).at(-1)![montant]), sheet).toBe(cents(whole[montant]));
      const territoires = rowsOf(made.book, 'Territoires').slice(0, -1);
      expect(sumOf(territoires, montant), montant).toBe(cents(whole[montant]));
    }
    const priorites = rowsOf(made.book, 'Priorités').slice(0, -1);
    expect(sumOf(priorites, 'Versé')).toBeGreaterThan(cents(whole['Versé']));
    expect(made.book['Priorités']!.flat().join(' ')).toContain('ne s’additionnent pas');
    const etats = rowsOf(made.book, 'État des redditions');
    expect(etats.at(-1)!['Redditions']).toBe(
      etats.slice(0, -1).reduce((n, r) => n + Number(r['Redditions']), 0),
    );
  });

  it('spends what the budgets received say, project by project', async () => {
    const told = rowsOf(made.book, 'Projets')
      .slice(0, -1)
      .map((r) => [r['Projet'], r['Dépensé dans l’exercice']] as const)
      .filter(([, value]) => typeof value === 'number');
    expect(new Map(told.map(([projet, value]) => [projet, cents(value)]))).toEqual(
      await spentIn(exercice),
    );
  });

  it.skipIf(!hasLibreOffice)('opens in LibreOffice, which computes the same numbers', async () => {
    const again = path.join(tempFolder(), 'relu.xlsx');
    await editWorkbook(made.file, [], again, { recalculer: true });
    const read = await readBook(again);
    expect(Object.keys(read)).toEqual(Object.keys(made.book));
    for (const [sheet, rows] of Object.entries(made.book)) {
      const computed = read[sheet]!;
      rows.forEach((row, i) =>
        row.forEach((value, j) => {
          const other = computed[i]?.[j] ?? null;
          if (typeof value === 'number') expect(other, sheet).toBeCloseTo(value, 6);
          else expect(other ?? '', sheet).toBe(value ?? '');
        }),
      );
      expect(rows.flat().join(' '), sheet).not.toMatch(/#(REF|NAME|VALUE|DIV)|Err:/);
    }
  });

  it('says on each sheet that its data are fiction, and what it is', () => {
    for (const [sheet, rows] of Object.entries(made.book)) {
      const text = rows.flat().join(' ');
      expect(text, sheet).toContain('DONNÉES FICTIVES');
      expect(text, sheet).toMatch(/Édition du ministère|Ne pas diffuser/);
    }
  });

  it.skipIf(!poppler)('is a tagged PDF too, with the same totals', AU_COMPLET, async () => {
    const executablePath = await ensureChromium(() => undefined);
    const page = '/demo/cahier';
    const bytes = await printCahier({ site: 'build', page, executablePath, papier: made.papier });
    const file = path.join(tempFolder(), 'consolide.pdf');
    writeFileSync(file, bytes);
    const info = flat(program('pdfinfo', file));
    expect(info).toContain('Tagged: yes');
    expect(info).toContain(`Title: Rapport consolidé ${exercice}`);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Type \/Outlines/);
    const pages = pagesOf(file);
    pages.forEach((one, i) => {
      expect(one).toContain('ÉDITION DU MINISTÈRE, NE PAS DIFFUSER. Données au 31 octobre 2026');
      expect(one).toContain('DONNÉES FICTIVES');
      expect(one).toContain(`page ${i + 1} de ${pages.length}`);
    });
    const whole = rowsOf(made.book, 'Projets').at(-1)!;
    for (const montant of MONTANTS) {
      const said = Number(whole[montant]).toLocaleString('fr-CA', { minimumFractionDigits: 2 });
      const short = flat(said).replace(/,00$/, '');
      expect(pages.join(' '), montant).toContain(`${short} $`);
    }
  });
});

it('writes what did not come as absent, never as 0, and says of how many reports it is', async () => {
  const donnees = await clearEdition('ministere');
  // Without the server that compiles the pages for a command.
  const made = await renderHere(donnees, '2025-2026');
  if (!('classeur' in made)) throw new Error(made.refus);
  const { book } = await writeBook(made.classeur);
  const db = await openPublication(donnees, ['redditions', 'reddition_personnes']);
  const [count] = await db.rows(`
    SELECT count(*) AS dues, count(*) FILTER (etat <> 'attendue') AS recues
    FROM redditions WHERE exercice_id = '2025-2026'`);
  const people = await db.rows(`
    SELECT question_id, count(nombre) AS dites, sum(nombre) AS somme
    FROM reddition_personnes JOIN redditions USING (reddition_id)
    WHERE exercice_id = '2025-2026' GROUP BY ALL`);
  db.close();
  const { dues, recues } = count!;
  expect(Number(dues)).toBeGreaterThan(Number(recues));
  const late = rowsOf(book, 'Projets').filter((r) => r['État de la reddition'] === 'en retard');
  expect(late).toHaveLength(Number(dues) - Number(recues));
  for (const row of late)
    expect([row['Dépensé dans l’exercice'], row[SOLDE]]).toEqual(['non reçu', 'non reçu']);
  expect(flat(book['À lire']!.flat().join(' '))).toContain(
    `${recues} redditions reçues sur ${dues} : ce qui n’est pas reçu est absent de ce rapport, jamais compté 0.`,
  );
  const personnes = rowsOf(book, 'Personnes');
  expect(
    personnes
      .map((r) => `${r['Redditions qui le disent']} ${r['Redditions reçues']} ${r['Somme']}`)
      .sort(),
  ).toEqual(people.map((p) => `${p['dites']} ${recues} ${p['somme']}`).sort());
  expect(book['Personnes']!.flat().join(' ')).toContain('participations, et non');
});

describe('refuses, and says what to do', AU_COMPLET, () => {
  it.each([
    [
      'an exercice that nobody knows',
      '2035-2036',
      /n’est pas un exercice du fonds : écrivez l’un de ceux-ci, .*2024-2025/,
    ],
    [
      'one that is not over',
      '2026-2027',
      /n’est pas terminé : il finit le 31 mars 2027, .*Attendez sa fin/,
    ],
  ] as const)('%s', async (_, exercice, words) => {
    await expect(render(exercice)).rejects.toThrow(words);
  });

  it('one of which no report is read', async () => {
    const racine = tempFolder();
    symlinkSync(path.join(PROJECT, 'data'), path.join(racine, 'data'));
    const output = { isTTY: false, write: () => undefined };
    const fonds = 'lanaudiere';
    expect((await run({ racine, fonds, edition: 'ministere', output })).ok).toBe(true);
    const donnees = clearFolder(racine, fonds, 'ministere');
    await expect(renderConsolide({ donnees, fonds, exercice: '2021-2022' })).rejects.toThrow(
      /aucune reddition .* n’est lue : déposez .*prive\/lanaudiere\/redditions\/2021-2022/,
    );
  });
});
