/** Publications follow each other: what is in place is the last of the history, and each one is kept there. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { COMPLET } from '../../lib/ampleur';
import { filesOf } from '../../lib/publics';
import { tempFolder } from '../../lib/temp';
import { withHistorique } from '../../../pipelines/lib/historique';
import { publishNext } from '../../../pipelines/publier/historique';
import { revertSite } from '../../../pipelines/publier/publication';
import { PROJECT, runProgram } from '../lib/publication';
import { Machine, signatureOf, siteOf } from './machine';

let ici: Machine;
beforeEach(() => {
  ici = new Machine();
});

describe('a publication', () => {
  it('is kept with those before it, for each fund, without what is not public', async () => {
    const site = await siteOf({ un: 'a', deux: 'a' });
    mkdirSync(path.join(site, 'donnees/un/public/scelle'));
    writeFileSync(path.join(site, 'donnees/un/public/scelle/conseil.age'), 'age');
    expect((await ici.publishSite(site)).suite).toBe('publiee');
    await ici.publishSite(await siteOf({ un: 'b', deux: 'a' }));
    expect([await ici.kept(), await ici.kept('deux')]).toEqual([['a', 'b'], ['a']]);
    expect(Object.keys(filesOf(ici.historique())).join()).not.toContain('scelle');
  });

  it('is kept once: the same site changes nothing, and other pages add nothing', async () => {
    const site = await siteOf({ un: 'a' });
    await ici.publishSite(site);
    const before = ici.state();
    expect((await ici.publishSite(site)).suite).toBe('en-place');
    expect(ici.state()).toEqual(before);
    expect((await ici.publishSite(await siteOf({ un: 'a' }, 'autre'))).suite).toBe('publiee');
    expect(ici.state().historique).toEqual(before.historique);
  });

  it('is not kept where nobody signs', async () => {
    await ici.publish('a');
    const before = ici.state();
    const refused = await withHistorique(ici.root, async () =>
      publishNext(ici.root, await siteOf({ un: 'b' }), ici.vers, () => Promise.resolve(null)),
    );
    expect([refused.suite, ici.state()]).toEqual(['refusee', before]);
  });

  it('follows one that was put back, and the one that replaced it', async () => {
    for (const contenu of ['a', 'b']) await ici.publish(contenu);
    await revertSite(ici.vers, signatureOf());
    expect(await ici.kept()).toEqual(['a', 'b']);
    expect(await ici.publish('c')).toBe('publiee');
    await revertSite(ici.vers, signatureOf());
    await revertSite(ici.vers, signatureOf());
    expect(await ici.publish('a')).toBe('publiee');
    expect(await ici.kept()).toEqual(['a', 'b', 'c', 'a']);
  });

  it('goes to an empty folder, whatever the history', async () => {
    await ici.publish('a');
    expect(await ici.publish('b', path.join(tempFolder(), 'vers'))).toBe('publiee');
    expect(await ici.kept()).toEqual(['a', 'b']);
  });

  it('does not take an extract for what a site showed', async () => {
    await ici.publish('a');
    const extrait = await siteOf({ un: 'b' });
    await ici.command('--fonds', 'un', '--de', extrait, '--au', '2025-10-15');
    expect(await ici.publish('c')).toBe('publiee');
    expect(await ici.kept()).toEqual(['a', 'b', 'c']);
  });
});

const REMEDE = /npm run historique -- --fonds un --de \S+\/vers\/site .*Rien n’a changé$/;

/** What is in place is not the last of the history. */
const ECARTS: readonly [string, () => Promise<void>, RegExp][] = [
  [
    'the history is lost',
    async () => {
      await ici.publish('a');
      rmSync(ici.historique(), { recursive: true });
    },
    /^des tables du fonds « un » sont en ligne \(.*\/vers\/site\/donnees\/un\/public\), et l’historique data\/un\/publications n’en a aucune/,
  ],
  [
    'another machine published',
    async () => {
      await ici.publish('a');
      const other = new Machine(ici.vers);
      cpSync(ici.historique(), other.historique(), { recursive: true });
      expect(await other.publish('b')).toBe('publiee');
    },
    /en ligne \(.*\) ne sont pas dans l’historique, dont la dernière publication est data\/un\/publications\/1 : une autre machine a publié/,
  ],
  [
    'the last publication went elsewhere',
    async () => {
      await ici.publish('a');
      expect(await ici.publish('b', path.join(tempFolder(), 'vers'))).toBe('publiee');
    },
    /en ligne \(.*\) sont celles de la publication 1, et l’historique data\/un\/publications va jusqu’à la 2/,
  ],
];

describe.each(ECARTS)('where %s', (_, spoil, said) => {
  it('is refused before anyone is asked, and changes nothing', async () => {
    await spoil();
    const before = ici.state();
    const { suite, asked } = await ici.publishSite(await siteOf({ un: 'c', deux: 'a' }));
    expect([suite, asked]).toEqual([expect.stringMatching(said), false]);
    expect(suite).toMatch(REMEDE);
    expect(ici.state()).toEqual(before);
  });

  it('is published once the command has added what is in place', async () => {
    await spoil();
    const { length } = await ici.kept();
    const site = path.join(ici.vers, 'site');
    expect(await ici.command('--fonds', 'un', '--de', site)).toEqual({
      code: 0,
      said: `Publication ajoutée : data/un/publications/${length + 1}. Gardez-la dans git, avec les autres.\n`,
    });
    expect(await ici.publish('c')).toBe('publiee');
    expect(await ici.kept()).toHaveLength(length + 2);
  });
});

describe('a publication is refused, and changes nothing', () => {
  it.each<[string, (entry: (nom: string) => string) => void, RegExp]>([
    [
      'of which the history is cut',
      (entry) => rmSync(entry('cycles.parquet')),
      /^data\/un\/publications\/1 : il manque cycles\.parquet ; remettez-le/,
    ],
    [
      'of which the history is altered',
      (entry) => appendFileSync(entry('cycles.parquet'), ' '),
      /^data\/un\/publications\/1 : cycles\.parquet n’est plus ce qui a été publié/,
    ],
    [
      'of which the history lacks a number',
      (entry) => rmSync(path.dirname(entry('x')), { recursive: true }),
      /^data\/un\/publications : la publication 1 manque, alors que la 2 est là/,
    ],
    [
      'of which the history is of another fund',
      (entry) => {
        const own = path.dirname(entry('x'));
        rmSync(own, { recursive: true });
        cpSync(path.join(ici.historique('deux'), '1'), own, { recursive: true });
      },
      /^data\/un\/publications\/1 est une publication du fonds « deux », et non du fonds « un »/,
    ],
    [
      'of which a newer version wrote the history',
      (entry) => writeFileSync(entry('publication.json'), '{ "format": 2 }'),
      /^data\/un\/publications\/1 a été écrit par une version plus récente de l’outil : mettez l’outil à jour/,
    ],
    [
      'where the tables in place are not listed',
      () => rmSync(path.join(ici.vers, 'site/donnees/un/public/datapackage.json')),
      /site\/donnees\/un\/public\/datapackage\.json est absent, illisible ou d’un autre fonds.*npm run revenir.*Rien n’a changé$/,
    ],
  ])('%s', async (_, spoil, said) => {
    for (const contenu of ['a', 'b'])
      await ici.publishSite(await siteOf({ un: contenu, deux: contenu }));
    spoil((nom) => path.join(ici.historique(), '1', nom));
    const before = ici.state();
    const { suite, asked } = await ici.publishSite(await siteOf({ un: 'c', deux: 'c' }));
    expect([suite, asked]).toEqual([expect.stringMatching(said), false]);
    expect(ici.state()).toEqual(before);
  });

  it('where an earlier one is in place, and nobody put it back', async () => {
    for (const contenu of ['a', 'b']) await ici.publish(contenu);
    const { site } = ici.state();
    rmSync(path.join(ici.vers, 'site'));
    cpSync(path.join(ici.vers, 'precedente'), path.join(ici.vers, 'site'), { recursive: true });
    expect(ici.state().site).not.toBe(site);
    expect(await ici.publish('c')).toMatch(/sont celles de la publication 1, et l’historique/);
    expect(await ici.kept()).toEqual(['a', 'b']);
  });
});

it('is refused where a site replaced itself, which was spoilt, before the last one went elsewhere', async () => {
  await ici.publish('a');
  writeFileSync(path.join(ici.vers, 'site/index.html'), 'faux');
  expect(await ici.publish('a')).toBe('publiee');
  await ici.publish('b', path.join(tempFolder(), 'vers'));
  expect(await ici.publish('c')).toMatch(/sont celles de la publication 1/);
});

describe('the clock', () => {
  const RETARD =
    /^l’horloge de la machine \(.*\) est en retard sur la dernière ligne de .* : rien n’a changé ; réglez l’horloge/;
  const writeLast = (moment: string) => {
    const { journal } = ici;
    writeFileSync(journal, readFileSync(journal, 'utf8').replaceAll(/^2026[^,]*/gm, moment));
  };

  it.each([
    ['2026-11-26T01:10:01-18:00', false],
    ['2026-11-27T09:10:00+15:00', true],
    ['2026-11-26T18:10:00Z', true],
  ])('of the last line, %s, lets the next one be signed: %s', async (last, well) => {
    await ici.publish('a');
    await ici.publish('b');
    writeLast(last);
    const before = ici.state();
    const published = await ici.publish('c');
    expect(published).toMatch(well ? /^publiee$/ : RETARD);
    expect(ici.state().journal.split('\n').length).toBe(
      before.journal.split('\n').length + Number(well),
    );
    if (!well) expect(ici.state()).toEqual(before);
    const back = revertSite(ici.vers, signatureOf());
    if (well) await back;
    else await expect(back).rejects.toThrow(RETARD);
    if (!well) expect(ici.state()).toEqual(before);
  });
});

describe('npm run publier', () => {
  const publier = (geste: string) => {
    const tsx = path.join(PROJECT, 'node_modules/tsx/dist/loader.mjs');
    const cli = path.join(PROJECT, 'pipelines/publier/cli.ts');
    const args = ['--import', tsx, cli, geste, '--vers', ici.vers, '--oui', '--par', 'Paul'];
    return runProgram(process.execPath, args, ici.root);
  };

  it('refuses what does not follow, and a late clock, before it makes anything', async () => {
    await ici.publish('a');
    rmSync(ici.historique(), { recursive: true });
    const before = ici.state();
    const lost = await publier('publier');
    expect(lost).toEqual({ code: 1, said: expect.stringContaining('n’en a aucune') });
    expect(lost.said).not.toContain('Données du fonds');
    const { journal } = ici;
    writeFileSync(journal, before.journal.replace(/^2026/m, '2999'));
    for (const geste of COMPLET ? ['publier', 'revenir'] : ['publier'])
      expect(await publier(geste)).toEqual({
        code: 1,
        said: expect.stringMatching(/^\nErreur : l’horloge/),
      });
    writeFileSync(journal, before.journal);
    expect(ici.state()).toEqual(before);
  });
});
