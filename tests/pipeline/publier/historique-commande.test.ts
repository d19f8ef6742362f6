/** What adds to the history of a fund without the gate: `npm run historique`, and extracts of `npm run donnees`. */
import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOf } from '../../lib/ampleur';
import { filesOf, writePublics } from '../../lib/publics';
import { tempFolder } from '../../lib/temp';
import { run } from '../../../pipelines/run';
import { Fund } from '../lib/fund';
import { publishedBytes, runFund } from '../lib/publication';
import { Machine, parquetOf, siteOf } from './machine';

const AUTRE = await parquetOf("'b' AS cycle_id");
const CONSEIL = await parquetOf("'P' AS projet_id, 12.34 AS montant_depense");

let ici: Machine;
beforeEach(() => {
  ici = new Machine();
});

describe('npm run historique', () => {
  it('takes a site, its public folder, or what is left of a history, and says when it is there', async () => {
    const site = await siteOf({ un: 'a' });
    const de = path.join(site, 'donnees/un/public');
    expect((await ici.command('--fonds', 'un', '--de', de)).code).toBe(0);
    expect(await ici.command('--fonds', 'un', '--de', site)).toEqual({
      code: 0,
      said: 'Ces tables sont déjà dans data/un/publications/1 : rien n’a changé.\n',
    });
    await ici.publish('b');
    const reste = path.join(tempFolder(), 'reste');
    renameSync(ici.historique(), reste);
    for (const n of ['1', '2'])
      expect((await ici.command('--fonds', 'un', '--de', path.join(reste, n))).code).toBe(0);
    expect(filesOf(ici.historique())).toEqual(filesOf(reste));
  });

  it.each(
    sampleOf<readonly [string, (folder: string) => void, RegExp]>(
      [
        [
          'without tables',
          (folder) => rmSync(folder, { recursive: true }),
          /n’a pas de tables du fonds « un » : donnez le dossier d’un site en place, ou son donnees\/un\/public ; rien n’a changé/,
        ],
        [
          'of another fund',
          (folder) => void writePublics(folder, 'deux', { cycles: AUTRE }),
          /contient des tables du fonds « deux », et non du fonds « un »/,
        ],
        [
          'that is cut',
          (folder) => rmSync(path.join(folder, 'cycles.parquet')),
          /il manque cycles\.parquet/,
        ],
        [
          'that is altered',
          (folder) => appendFileSync(path.join(folder, 'cycles.parquet'), ' '),
          /cycles\.parquet n’est plus ce qui a été publié/,
        ],
        [
          'that is no Parquet',
          (folder) => void writePublics(folder, 'un', { cycles: 'x' }),
          /cycles\.parquet n’est pas un fichier Parquet lisible ; rien n’a changé/,
        ],
        [
          'that the public does not read',
          (folder) => void writePublics(folder, 'un', { depenses: CONSEIL }),
          /depenses\.parquet a des colonnes que le public ne lit pas \(montant_depense\)/,
        ],
      ],
      2,
    ),
  )('refuses a folder %s, and changes nothing', async (_, spoil, said) => {
    await ici.publish('a');
    const before = ici.state();
    const site = await siteOf({ un: 'b' });
    spoil(path.join(site, 'donnees/un/public'));
    const refused = await ici.command('--fonds', 'un', '--de', site);
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(said) });
    expect(ici.state()).toEqual(before);
  });

  it('says its usage, in French', async () => {
    const usage = expect.stringContaining('Usage : npm run historique -- --fonds') as string;
    expect(await ici.command('--fonds', 'un')).toEqual({ code: 2, said: usage });
    expect(await ici.command('--de', 'ici')).toEqual({ code: 2, said: usage });
  });
});

describe('an extract of npm run donnees', () => {
  const AU = '2022-05-31';
  let said: string;
  const extract = async (fund: Fund, au: string) => {
    said = '';
    const output = { isTTY: false, write: (text: string) => void (said += text) };
    return run({ racine: fund.root, fonds: fund.plan.id, au, output });
  };

  it('is kept, once, and leaves what the site shows as it is', async () => {
    const fund = new Fund(tempFolder());
    const { id } = fund.plan;
    expect((await extract(fund, AU)).ok).toBe(true);
    expect(said).toContain(`Gardé dans l’historique : data/${id}/publications/1`);
    const extrait = path.join(fund.root, 'sorties', id, `au-${AU}/donnees`);
    const own = publishedBytes(path.join(fund.folder, 'publications/1'));
    expect(own).toMatchObject(publishedBytes(extrait));
    const before = filesOf(path.join(fund.root, 'data'));
    await extract(fund, AU);
    expect(filesOf(path.join(fund.root, 'data'))).toEqual(before);
    const { ok, constats } = await runFund(fund.root, id);
    expect([ok, constats.map((c) => c.fichier).join()]).toEqual([
      true,
      expect.not.stringContaining('publications'),
    ]);
    expect(filesOf(path.join(fund.root, 'data'))).toEqual(before);
  });

  it('is not written where the history is not whole', async () => {
    const fund = new Fund(tempFolder());
    mkdirSync(path.join(fund.folder, 'publications/2'), { recursive: true });
    await expect(extract(fund, AU)).rejects.toThrow(
      'la publication 1 manque, alors que la 2 est là',
    );
    expect(filesOf(path.join(fund.root, 'sorties', fund.plan.id, `au-${AU}`, 'donnees'))).toEqual(
      {},
    );
  });
});
