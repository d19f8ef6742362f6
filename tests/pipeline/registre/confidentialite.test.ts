/** What a register holds and the public product may not: refused applicants, notes, values as they were typed. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { add, change, PROPRE, RegistreFund } from '../lib/registre';
import { type Outcome, PROJECT, publicFolder, runCli, runFund } from '../lib/publication';
import { openPublication } from '../lib/sql';
import { tempFolder } from '../../lib/temp';
import { feuilles, Livre, nombre, texte } from '../regles/livre';
import { csvRows, reportOf } from './refus';

const REFUSEE = {
  ...PROPRE.demandes[3],
  Numéro: 'DEM-6',
  Organisme: 'Refuge de la Brunante',
  Titre: 'Nuits blanches',
  'Date de dépôt': '2 octobre 2021',
  'Montant demandé': '77 777,77 $',
  Note: 'Rappeler Mme Ouellet au 450 555-0199',
};

/** Two refused applications of an organisation that looks like another, and words about people everywhere. */
const RANGEES = [
  ...[{ feuille: 'demandes', rangee: REFUSEE }],
  ...[{ feuille: 'demandes', rangee: { ...REFUSEE, Numéro: 'DEM-7', Titre: 'NUITS blanches' } }],
  ...[{ feuille: 'organismes', rangee: { Numéro: 'ORG-4', Nom: 'Refuge de la Brunante' } }],
  ...[
    {
      feuille: 'organismes',
      rangee: { Numéro: 'ORG-5', Nom: 'Refuge de la Brunnante', Note: 'ouellet@exemple.org' },
    },
  ],
] as const;

const NOTE = 'Mme Ouellet hésite, 450 555-0199';
const NOTES = ['octrois', 'projets', 'versements'] as const;
const REGISTRE = RANGEES.reduce(
  (rows, { feuille, rangee }) => add(rows, feuille, rangee),
  NOTES.reduce((rows, feuille) => change(rows, feuille, 0, { Note: NOTE }), PROPRE),
);

const withSheet = feuilles(
  (sheet, id) => [
    sheet,
    ...(id === 'annonces' ? [{ type: 'texte' as const, nom: 'Refus Ouellet', texte: ['x'] }] : []),
  ],
  REGISTRE,
);

const bytes = () =>
  new Livre(withSheet)
    .cellule('octrois', 'J1', texte('Avis de Mme Ouellet'))
    .cellule('octrois', 'J2', texte('tiède'))
    .cellule('demandes', 'D10', texte('Total Ouellet'))
    .cellule('demandes', 'H10', nombre('88888.88'))
    .cellule('demandes', 'A13', texte('Vu avec Mme Ouellet')).bytes;

const CORRECTIONS = `table,id,colonne,valeur,auteur,date,motif
registre-demandes,DEM-4,titre,Nuits grises,Ana,2023-06-01,Relu
registre-octrois,OCT-1,note,Vu avec M. Roy,Ana,2023-06-01,Relu
registre-octrois,OCT-4,resolution,R-22-99,Ana,2023-06-01,Relu
registre-organismes,ORG-5,municipalite,Val-Brun,Ana,2023-06-01,Relu
registre-versements,VER-1,date_versement,2021-12-21,Ana,2023-06-01,Relu
registre-versements,VER-2,note,Vu avec M. Roy,Ana,2023-06-01,Relu
registre-annonces,ANN-2/,titre,Annonce du printemps,Ana,2023-06-01,Relu
`;

const SECRETS = [
  ...['Brun', 'Nuits', 'Ouellet', '555-0199', 'octobre', '2021-10-02', '77 777', '77777', '88888'],
  ...['tiède', 'Roy', 'ORG-4', 'ORG-5', 'DEM-'],
];

/** Every cell of every table of a publication, as text, and its description. */
async function cellsOf(folder: string): Promise<string[]> {
  const tables = readdirSync(folder).flatMap((n) => n.match(/^(.*)\.parquet$/)?.[1] ?? []);
  const db = await openPublication(folder, tables);
  const cells: string[] = [];
  for (const table of tables)
    for (const row of await db.rows(`SELECT * FROM ${table}`))
      cells.push(...Object.values(row).flatMap((v) => (v === null ? [] : [`${table} : ${v}`])));
  db.close();
  return [...cells, readFileSync(path.join(folder, 'datapackage.json'), 'utf8')];
}

describe('a register full of names', () => {
  let fund: RegistreFund;
  let outcome: Outcome;
  let cells: string[];

  beforeAll(async () => {
    fund = new RegistreFund(tempFolder(), null);
    fund.receiveWorkbook(bytes());
    fund.write('corrections/corrections.csv', CORRECTIONS);
    outcome = await runFund(fund.root, fund.id);
    cells = await cellsOf(publicFolder(fund.root, fund.id));
  });

  test('is published, with findings on what is private', () => {
    expect(outcome.blocking).toEqual([]);
    const found = new Set(outcome.constats.map((c) => c.regle));
    for (const regle of [
      ...['organismes-ressemblants', 'demande-en-double', 'demande-hors-appel'],
      ...['renseignement-personnel-interne', 'feuille-inconnue', 'colonne-non-lue'],
      ...['note-hors-tableau', 'ligne-de-total', 'total-de-feuille'],
    ] as const)
      expect(found).toContain(regle);
    expect(cells.length).toBeGreaterThan(300);
  });

  test('no published cell holds a refused name, a note, nor a value as it was typed', () => {
    const leaks = cells.filter((cell) => SECRETS.some((secret) => cell.includes(secret)));
    expect(leaks).toEqual([]);
  });

  test('each finding is published all the same: its rule, its place, and what to do', () => {
    const published = cells.filter((c) => c.startsWith('constats : '));
    for (const { regle, cellule } of outcome.constats) {
      expect(published).toContain(`constats : ${regle}`);
      if (cellule) expect(published).toContain(`constats : ${cellule}`);
    }
    expect(published.filter((c) => c.startsWith('constats : constat-'))).toHaveLength(
      outcome.constats.length,
    );
  });

  test('a correction of what is public is published, one of what is not is not', () => {
    const published = cells.filter((c) => c.startsWith('corrections : '));
    expect(published).toContain('corrections : R-22-99');
    expect(published).toContain('corrections : Annonce du printemps');
    expect(published).toContain('corrections : 2021-12-21');
    expect(published.filter((c) => c.includes('correction-'))).toHaveLength(3);
  });

  test('the reports, which stay inside, do name them; telephones are not written again', () => {
    const said = JSON.stringify(csvRows(fund)) + reportOf(fund, 'constats.html');
    for (const secret of ['Refus Ouellet', 'Total Ouellet', 'Avis de Mme Ouellet'])
      expect(said).toContain(secret);
    expect(said).not.toContain('555-0199');
  });
});

/** A fund that is not fictional, whose register is in a folder of its own. */
function realFund(): { readonly fund: RegistreFund; readonly prive: string } {
  const fund = new RegistreFund(tempFolder());
  fund.reword('fictif: true\n', '');
  const prive = tempFolder();
  mkdirSync(path.join(prive, fund.id));
  cpSync(path.join(fund.folder, 'prive/recu'), path.join(prive, fund.id, 'recu'), {
    recursive: true,
  });
  rmSync(path.join(fund.folder, 'prive'), { recursive: true });
  return { fund, prive };
}

describe('the register of a real fund', () => {
  test('is read from RETOMBEES_PRIVE, or from prive/ of the root', async () => {
    const { fund, prive } = realFund();
    const env = { ...process.env };
    delete env['RETOMBEES_PRIVE'];
    const lost = await runCli(fund.root, fund.id, env);
    expect(lost).toMatchObject({ code: 1, said: expect.stringContaining('[fichier-absent] recu') });
    const found = await runCli(fund.root, fund.id, { ...env, RETOMBEES_PRIVE: prive });
    expect(found).toMatchObject({ code: 0, said: expect.stringContaining('Octrois') });
    cpSync(prive, path.join(fund.root, 'prive'), { recursive: true });
    expect((await runFund(fund.root, fund.id)).ok).toBe(true);
  });

  test.each(['recu/registre', 'prive/recu/registre'])(
    'is refused in %s of its public folder: nothing of it is read',
    async (lot) => {
      const { fund, prive } = realFund();
      cpSync(path.join(prive, fund.id, 'recu/registre'), path.join(fund.folder, lot), {
        recursive: true,
      });
      const { ok, blocking, comptes } = await runFund(fund.root, fund.id);
      expect(ok).toBe(false);
      expect(blocking.find((c) => c.regle === 'lot-public')?.message).toContain('prive/vallee');
      expect(comptes).toEqual([]);
    },
  );
});

test('Git holds no private file but those of the fictional fund, and would take no other', () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' });
  const tracked = git('ls-files', '-z').split('\0');
  const under = tracked.filter((file) => /(^|\/)prive\//.test(file));
  expect(under.length).toBeGreaterThan(0);
  expect(under.filter((file) => !file.startsWith('data/demo/prive/'))).toEqual([]);
  const places = ['prive/a/recu/b.xlsx', 'data/lanaudiere/prive/recu/b.xlsx', 'sorties/a/b.csv'];
  expect(
    git('check-ignore', '--no-index', ...places)
      .trim()
      .split('\n'),
  ).toEqual(places);
});
