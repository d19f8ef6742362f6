import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { commandeOf } from '../lib/commande';
import { tempFolder } from '../lib/temp';
import { runProgram } from './lib/publication';

const racine = tempFolder();

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

const run = async (...args: string[]) =>
  runProgram(process.execPath, [await commandeOf('pipelines/gabarit/cli.ts'), ...args], racine);

const SORTIE = path.join('sorties', 'vallee', 'gabarit-vallee.xlsx');

test('writes the workbook of a fund, says where, and writes the same one again', async () => {
  writeFonds();
  expect(await run('--fonds', 'vallee')).toEqual({
    code: 0,
    said: `Gabarit du registre écrit : ${SORTIE}\n`,
  });
  const first = readFileSync(path.join(racine, SORTIE));
  const lists = (await readExcel(first)).find(({ sheet }) => sheet === 'Listes')?.data;
  expect(lists?.map(([territoire]) => territoire)).toEqual(['Territoires', 'Amont']);
  await run('--fonds', 'vallee');
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
)('2 and the usage, in French, for %s', async (_, args, words) => {
  writeFonds();
  const { code, said } = await run(...args);
  expect(code).toBe(2);
  expect(said).toMatch(words);
  expect(said).toContain('Usage : npm run gabarit -- --fonds');
});

test('1 and what to do, not a stack, when a list cannot be read', async () => {
  rmSync(path.join(racine, 'sorties'), { recursive: true, force: true });
  writeFonds('territoire_id,titre\na,Amont\n');
  const { code, said } = await run('--fonds', 'vallee');
  expect(code).toBe(1);
  expect(said).toContain('territoires.csv : la colonne « nom » manque');
  expect(said).not.toMatch(/\.ts:|Error/);
  expect(existsSync(path.join(racine, SORTIE))).toBe(false);
});
