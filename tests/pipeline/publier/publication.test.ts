/** A publication is put in place whole, signed, and taken back. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AU_COMPLET, COMPLET } from '../../lib/ampleur';
import { commandeOf } from '../../lib/commande';
import { writePublics } from '../../lib/publics';
import { readHistorique, readListe } from '../../../pipelines/lib/historique';
import { JOURNAL, lastLigne } from '../../../pipelines/publier/journal';
import { empreinteOf, publishSite, revertSite } from '../../../pipelines/publier/publication';
import { PROJECT, runProgram } from '../lib/publication';

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

const approve = () => Promise.resolve(signature);

async function publish(nom: string): Promise<string> {
  const { suite, empreinte } = await publishSite(makeSite(nom), vers, approve);
  expect(suite).toBe('publiee');
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

it('keeps what its links lead to, through another link, and where a disk is away', async () => {
  const [un, deux] = [await publish('un'), await publish('deux')];
  const folder = path.join(vers, 'publications', deux);
  const ailleurs = path.join(root, 'ailleurs');
  renameSync(folder, ailleurs);
  symlinkSync(ailleurs, folder);
  const refuse = () => Promise.resolve(null);
  await publishSite(makeSite('trois'), vers, refuse);
  expect(shown()).toBe('deux');
  renameSync(ailleurs, `${ailleurs}-retire`);
  await publishSite(makeSite('trois'), vers, refuse);
  renameSync(`${ailleurs}-retire`, ailleurs);
  expect(shown()).toBe('deux');
  expect(readdirSync(path.join(vers, 'publications')).sort()).toEqual([un, deux].sort());
});

it('is not put in the site itself', async () => {
  const site = makeSite('un');
  for (const dedans of [site, path.join(site, 'sous')])
    await expect(publishSite(site, dedans, approve)).rejects.toThrow(/est dans le site à publier/);
  expect(readdirSync(site).sort()).toEqual(['.empreinte', 'index.html', 'sous']);
});

it.each([
  ['without quotes', (texte: string) => texte.replaceAll('"', '').replaceAll('\n', '\r\n')],
  ['with semicolons', (texte: string) => `\uFEFF${texte.replace(/,(?=[^ ])/g, ';')}`],
])('reads its log again as a spreadsheet saved it %s', async (_, change) => {
  const [un, deux] = [await publish('un'), await publish('deux')];
  const file = path.join(vers, JOURNAL);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  expect(await lastLigne(vers)).toMatchObject({ geste: 'publier', empreinte: deux, remplace: un });
});

it('says that its log cannot be read', async () => {
  await publish('un');
  const file = path.join(vers, JOURNAL);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(',', '\t'));
  await expect(publish('deux')).rejects.toThrow(/journal-des-publications\.csv est illisible/);
  expect(shown()).toBe('un');
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

it('says that there is nothing where nothing was ever published, and makes no folder', async () => {
  await expect(revertSite(vers, signature)).rejects.toThrow('n’existe pas');
  expect(existsSync(vers)).toBe(false);
});

it('is examined as a copy that nobody else may open, and goes away where nobody signs', async () => {
  const un = await publish('un');
  const examen = await publishSite(makeSite('deux'), vers, ({ copie, enPlace }) => {
    expect(readFileSync(path.join(copie, 'index.html'), 'utf8')).toBe('deux');
    expect(statSync(copie).mode & 0o077).toBe(0);
    expect(path.basename(enPlace!)).toBe(un);
    return Promise.resolve(null);
  });
  expect(examen.suite).toBe('refusee');
  expect(readdirSync(path.join(vers, 'publications'))).toEqual([un]);
  expect(journal()).toHaveLength(2);
});

it.each(['the site', 'its copy'])(
  'is refused where a file comes into %s while the question waits',
  async (where) => {
    await publish('un');
    const site = makeSite('deux');
    const publishing = publishSite(site, vers, ({ copie }) => {
      writeFileSync(path.join(where === 'the site' ? site : copie, 'index.html'), 'autre');
      return Promise.resolve(signature);
    });
    await expect(publishing).rejects.toThrow(
      /ont changé depuis la vérification.*rien n’est publié/,
    );
    expect(shown()).toBe('un');
    expect(readdirSync(path.join(vers, 'publications'))).toHaveLength(1);
    expect(journal()).toHaveLength(2);
  },
);

it('does not go back to a publication whose files changed', async () => {
  const un = await publish('un');
  await publish('deux');
  writeFileSync(path.join(vers, 'publications', un, 'index.html'), 'faux');
  await expect(revertSite(vers, signature)).rejects.toThrow(
    /précédente .* ont changé.*rien n’a changé/,
  );
  expect(shown()).toBe('deux');
});

it('puts a site in place anew where the one in place was spoilt, which is never the previous', async () => {
  const un = await publish('un');
  const deux = await publish('deux');
  writeFileSync(path.join(vers, 'publications', deux, 'index.html'), 'faux');
  expect(await publish('deux')).toBe(deux);
  expect(shown()).toBe('deux');
  expect(await revertSite(vers, signature)).toBe(un);
});

it('takes again the previous one, without ever removing it', async () => {
  const un = await publish('un');
  const deux = await publish('deux');
  const { ino } = statSync(path.join(vers, 'publications', un));
  await publish('un');
  expect(shown()).toBe('un');
  expect(statSync(path.join(vers, 'publications', un)).ino).toBe(ino);
  expect(await revertSite(vers, signature)).toBe(deux);
});

/** Gestures that follow each other; each is stopped at changes that it makes to the disk, then done. */
const GESTES = [['publier', 'un'], ['publier', 'deux'], ['publier', 'un'], ['revenir']] as const;

const FAIT = /^(Publié\n)?$/;

/** What stops a gesture, and what is then said. */
const ARRETS = {
  SIGKILL: /^(Publié\n)?$/,
  ENOSPC: /^(Publié\n)?\nErreur : .*ne reste plus de place sur le disque/,
  EROFS: /^(Publié\n)?\nErreur : .*disque est en lecture seule/,
};
type Arret = readonly [coup: number, faute: keyof typeof ARRETS];

/** In the suite: killed as the history is written, then between it and the site; a disk full between the two links. */
const EPREUVES: readonly (readonly Arret[])[] = COMPLET
  ? (['SIGKILL', 'ENOSPC', 'EROFS'] as const).map((faute) =>
      Array.from({ length: 48 }, (_, coup): Arret => [coup, faute]),
    )
  : [
      [
        [29, 'SIGKILL'],
        [38, 'SIGKILL'],
        [32, 'ENOSPC'],
      ],
    ];

it.each(EPREUVES.map((arrets) => [arrets]))(
  'is whole wherever it stops, and the one before too: %j',
  async (arrets) => {
    const geste = await commandeOf('tests/pipeline/publier/geste.ts');
    for (const nom of ['un', 'deux'])
      writePublics(path.join(makeSite(nom), 'donnees/un/public'), 'un', { cycles: nom });
    const fonds = path.join(root, 'data/un');
    const known = await Promise.all(['un', 'deux'].map((nom) => empreinteOf(path.join(root, nom))));
    const leadsTo = (link: string) => {
      const file = path.join(vers, link);
      return existsSync(file) ? realpathSync(file) : null;
    };
    let stopped = 0;
    for (const [what, nom = ''] of GESTES) {
      const run = (coup: number, faute: string) => {
        const args = [geste, String(coup), faute, what, vers, path.join(root, nom)];
        return runProgram(process.execPath, args, root);
      };
      for (const [coup, faute] of arrets) {
        const before = leadsTo('site');
        const { code, said } = await run(coup, faute);
        const where = `${what} ${coup} ${faute}`;
        expect(said, where).toMatch(code === 0 ? FAIT : ARRETS[faute]);
        if (code !== 0) stopped++;
        if (code === 1)
          expect(/est en place|Publié/.test(said), where).toBe(before !== leadsTo('site'));
        for (const folder of ['site', 'precedente'].map(leadsTo).filter((one) => one !== null)) {
          expect(known, where).toContain(path.basename(folder));
          expect(await empreinteOf(folder), where).toBe(path.basename(folder));
          // Nothing is seen that the history does not hold.
          const seen = (await readListe(path.join(folder, 'donnees/un/public')))?.tables;
          const kept = await readHistorique(fonds, 'un');
          expect(
            kept.map(({ tables }) => tables),
            where,
          ).toContain(seen);
        }
      }
      expect(await run(Infinity, 'SIGKILL')).toEqual({
        code: 0,
        said: expect.stringMatching(FAIT),
      });
    }
    expect(readdirSync(path.join(fonds, 'publications'))).toEqual(['1', '2', '3']);
    const kept = (await readHistorique(fonds, 'un')).map(({ dossier }) => dossier);
    expect(kept.map((one) => readFileSync(path.join(one, 'cycles.parquet'), 'utf8'))).toEqual([
      ...['un', 'deux', 'un'],
    ]);
    expect(stopped).toBeGreaterThanOrEqual(GESTES.length);
    expect(readdirSync(path.join(vers, 'publications')).sort()).toEqual([...known].sort());
  },
);

it('leaves the same site as it is, unsigned', async () => {
  const un = await publish('un');
  const again = await publishSite(makeSite('un'), vers, approve);
  expect(again).toEqual({ suite: 'en-place', empreinte: un });
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
  const alone = run('revenir', '--vers', vers, '--oui', '--par', 'Paul');
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
  const alone = run('publier', '--vers', vers, '--oui');
  expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('--par pour signer')]);
  const wrong = [['publier'], ['publier', '--vers', vers, '--non']];
  if (COMPLET) for (const args of wrong) expect(run(...args).status).toBe(2);
  expect(existsSync(vers)).toBe(false);
});
