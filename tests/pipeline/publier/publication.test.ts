/** A publication is put in place whole, signed, compared with the one before, and taken back. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AU_COMPLET, COMPLET } from '../../lib/ampleur';
import { changements } from '../../../pipelines/publier/changements';
import {
  empreinteOf,
  JOURNAL,
  publishSite,
  revertSite,
} from '../../../pipelines/publier/publication';
import { PROJECT } from '../lib/publication';

let root: string;
let vers: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'retombees-publication-'));
  vers = path.join(root, 'vers');
});
afterEach(() => rmSync(root, { recursive: true }));

function makeSite(nom: string): string {
  const site = path.join(root, nom);
  mkdirSync(path.join(site, 'sous'), { recursive: true });
  writeFileSync(path.join(site, 'index.html'), nom);
  writeFileSync(path.join(site, 'sous/a.txt'), 'a');
  writeFileSync(path.join(site, '.empreinte'), 'caché');
  return site;
}

const signature = { par: 'Jeanne "J" Roy', moment: new Date('2026-11-26T18:10:00Z') };

async function publish(nom: string): Promise<string> {
  const site = makeSite(nom);
  const empreinte = await empreinteOf(site);
  expect(await publishSite(site, vers, empreinte, signature)).toBe(true);
  return empreinte;
}

const shown = () => readFileSync(path.join(vers, 'site/index.html'), 'utf8');
const journal = () => readFileSync(path.join(vers, JOURNAL), 'utf8').trim().split('\n');

it('shows the last one, keeps the one before and no other, and signs each', async () => {
  const [un, deux, trois] = [await publish('un'), await publish('deux'), await publish('trois')];
  expect(shown()).toBe('trois');
  expect(readdirSync(path.join(vers, 'site')).sort()).toEqual(['index.html', 'sous']);
  expect(readdirSync(path.join(vers, 'publications')).sort()).toEqual([deux, trois].sort());
  const lines = journal();
  expect(lines[0]).toBe('moment,geste,par,empreinte,remplace');
  expect(lines.slice(1).map((line) => line.split(',').slice(1))).toEqual([
    ['publier', '"Jeanne ""J"" Roy"', un, ''],
    ['publier', '"Jeanne ""J"" Roy"', deux, un],
    ['publier', '"Jeanne ""J"" Roy"', trois, deux],
  ]);
  const moment = lines[1]!.split(',')[0]!;
  expect(moment).toMatch(/^2026-11-2\dT\d\d:10:00[+-]\d\d:\d\d$/);
  expect(Date.parse(moment)).toBe(signature.moment.getTime());
});

it('has the SHA-256 that other tools find', async () => {
  const site = makeSite('un');
  const list = execFileSync('sha256sum', ['index.html', 'sous/a.txt'], { cwd: site });
  const [sum] = execFileSync('sha256sum', { input: list, encoding: 'utf8' }).split(' ');
  expect(await empreinteOf(site)).toBe(sum);
});

it('goes back to the one before, and forth again', async () => {
  const un = await publish('un');
  const deux = await publish('deux');
  expect(await revertSite(vers, signature)).toBe(un);
  expect(shown()).toBe('un');
  expect(journal().at(-1)).toContain(`revenir,"Jeanne ""J"" Roy",${un},${deux}`);
  await revertSite(vers, signature);
  expect(shown()).toBe('deux');
});

it('says that there is none to go back to', async () => {
  await publish('un');
  await expect(revertSite(vers, signature)).rejects.toThrow('pas de publication précédente');
  expect(shown()).toBe('un');
});

it('refuses a site that is not the one that was checked', async () => {
  await publish('un');
  const site = makeSite('deux');
  await expect(publishSite(site, vers, 'autre', signature)).rejects.toThrow('rien n’est publié');
  expect(shown()).toBe('un');
});

it('leaves the old one whole when it is killed between the copy and the move', async () => {
  const un = await publish('un');
  const site = makeSite('deux');
  const empreinte = await empreinteOf(site);
  // The log is written between the two: one that nobody reads holds the publication there.
  rmSync(path.join(vers, JOURNAL));
  execFileSync('mkfifo', [path.join(vers, JOURNAL)]);
  const code = `import { publishSite } from ${JSON.stringify(path.join(PROJECT, 'pipelines/publier/publication.ts'))};
    await publishSite(${JSON.stringify(site)}, ${JSON.stringify(vers)}, '${empreinte}', { par: 'x', moment: new Date() });`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' });
  const copy = path.join(vers, 'publications', empreinte);
  await expect.poll(() => existsSync(copy)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(shown()).toBe('un');
  expect(await empreinteOf(path.join(vers, 'site'))).toBe(un);
  rmSync(path.join(vers, JOURNAL));
  await publish('trois');
  expect(shown()).toBe('trois');
  expect(existsSync(copy)).toBe(false);
});

it('says what changes: rows, totals by cycle, hidden counts, pages', async () => {
  const tables = async (site: string, select: string) => {
    const folder = path.join(site, 'donnees/un/public');
    mkdirSync(folder, { recursive: true });
    const db = await (await DuckDBInstance.create()).connect();
    await db.run(`COPY (${select}) TO '${folder}/octrois.parquet' (FORMAT parquet)`);
  };
  const [avant, apres] = [makeSite('avant'), makeSite('apres')];
  await tables(avant, "SELECT 'c' AS cycle_id, 10.10::DECIMAL(14,2) AS montant, 5 AS nombre");
  await tables(
    apres,
    "FROM (VALUES ('c', 10.10::DECIMAL(14,2), 5), ('c', 0.20, NULL)) v(cycle_id, montant, nombre)",
  );
  writeFileSync(path.join(apres, 'b.html'), '');
  const lines = (await changements(avant, apres)).map((line) => line.replace(/\s/g, ' '));
  expect(lines).toEqual([
    'un/octrois : lignes : 1 → 2',
    'un/octrois.montant, cycle c : total : 10,10 $ → 10,30 $',
    'un/octrois.nombre : cases masquées : absent → 1',
    'page ajoutée : b.html',
  ]);
  expect(await changements(avant, avant)).toEqual([]);
});

it('counts the pages when they are many', async () => {
  const site = makeSite('un');
  for (let i = 0; i < 20; i++) writeFileSync(path.join(site, `p${String(i)}.html`), '');
  expect(await changements(null, site)).toEqual([
    '21 pages ajoutées, dont index.html, p0.html et p1.html',
  ]);
});

it('leaves the same site as it is, unsigned', async () => {
  const un = await publish('un');
  expect(await publishSite(makeSite('un'), vers, un, signature)).toBe(false);
  expect(journal()).toHaveLength(2);
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'pipelines/publier/cli.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

it('goes back by a command, which signs, and says when it cannot', AU_COMPLET, async () => {
  const un = await publish('un');
  const alone = run('revenir', '--vers', vers, '--oui');
  expect([alone.status, alone.stderr]).toEqual([
    1,
    expect.stringContaining('pas de publication précédente'),
  ]);
  await publish('deux');
  const back = run('revenir', '--vers', vers, '--oui', '--par', 'Paul');
  expect([back.status, back.stdout.trim()]).toEqual([0, `Remise en place : ${un}`]);
  expect(shown()).toBe('un');
  expect(journal().at(-1)).toContain('revenir,"Paul"');
});

it('refuses to publish where nobody can confirm, and what it does not understand', () => {
  const alone = run('publier', '--vers', vers);
  expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('sans terminal')]);
  const wrong = [['publier'], ['publier', '--vers', vers, '--non']];
  if (COMPLET) for (const args of wrong) expect(run(...args).status).toBe(2);
  expect(existsSync(vers)).toBe(false);
});
