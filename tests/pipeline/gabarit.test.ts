import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import readExcel from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { sampleOf } from '../lib/ampleur';

const CLI = fileURLToPath(new URL('../../pipelines/gabarit/cli.ts', import.meta.url));
const racine = mkdtempSync(path.join(tmpdir(), 'gabarit-'));
afterAll(() => rmSync(racine, { recursive: true }));

const FONDS = `nom: Fonds de la Vallée
region: Vallée
mandataire: Table
date_donnees: 2026-01-31
licence: { nom: CC BY 4.0, url: https://exemple.org/ }
cycles:
  - { id: c1, nom: Cycle un, debut: 2024-04-01, fin: 2029-03-31, couverture: complete, couverture_note: tout. }
bailleurs:
  - { id: min, nom: Ministère, compte: true }
`;

function write(fichier: string, text: string): void {
  const chemin = path.join(racine, 'data', 'vallee', fichier);
  mkdirSync(path.dirname(chemin), { recursive: true });
  writeFileSync(chemin, text);
}

const TERRITOIRES = 'territoire_id,nom,nature\na,Amont,mrc\nnv,Non ventilé,non-ventile\n';

function writeFonds(territoires = TERRITOIRES): void {
  write('fonds.yaml', FONDS);
  write('reference/territoires.csv', territoires);
  write('reference/priorites.csv', 'priorite_id,nom,portee,source_id\nh,Habitation,locale,\n');
}

function run(...args: string[]) {
  const tsx = fileURLToPath(import.meta.resolve('tsx'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, CLI, ...args], {
    cwd: racine,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

const SORTIE = path.join('sorties', 'vallee', 'gabarit-vallee.xlsx');

test('writes the workbook of a fund, says where, and writes the same one again', async () => {
  writeFonds();
  expect(run('--fonds', 'vallee')).toEqual({
    status: 0,
    said: `Gabarit du registre écrit : ${SORTIE}\n`,
  });
  const first = readFileSync(path.join(racine, SORTIE));
  const lists = (await readExcel(first)).find(({ sheet }) => sheet === 'Listes')?.data;
  expect(lists?.map(([territoire]) => territoire)).toEqual(['Territoires', 'Amont']);
  run('--fonds', 'vallee');
  expect(readFileSync(path.join(racine, SORTIE)).equals(first)).toBe(true);
});

test.each(
  sampleOf(
    [
      [
        'an unknown fund',
        ['--fonds', 'perdu'],
        /le fonds « perdu » n'existe pas.*trouvés : vallee/,
      ],
      ['no fund', [], /aucun fonds donné/],
      ['an unknown option', ['--fond', 'vallee'], /option inconnue/],
    ] as const,
    1,
  ),
)('2 and the usage, in French, for %s', (_, args, words) => {
  writeFonds();
  const { status, said } = run(...args);
  expect(status).toBe(2);
  expect(said).toMatch(words);
  expect(said).toContain('Usage : npm run gabarit -- --fonds');
});

test('1 and what to do, not a stack, when a list cannot be read', () => {
  rmSync(path.join(racine, 'sorties'), { recursive: true, force: true });
  writeFonds('territoire_id,titre\na,Amont\n');
  const { status, said } = run('--fonds', 'vallee');
  expect(status).toBe(1);
  expect(said).toContain('territoires.csv : la colonne « nom » manque');
  expect(said).not.toMatch(/\.ts:|Error/);
  expect(existsSync(path.join(racine, SORTIE))).toBe(false);
});
