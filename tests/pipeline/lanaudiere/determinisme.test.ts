import { expect, test } from 'vitest';
import { AU_COMPLET } from '../../lib/ampleur';
import { copyReal, FONDS } from '../lib/lanaudiere';
import { publicFolder, publishedBytes, runCli, runFund } from '../lib/publication';

/** Publishes a fresh copy from the command line, in an environment of its own. */
async function publishIn(env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const root = copyReal();
  const { code, said } = await runCli(root, FONDS, { ...process.env, ...env });
  expect(code, said).toBe(0);
  return publishedBytes(publicFolder(root, FONDS));
}

test(
  'the same files give the same bytes, in any folder, hour, language and time zone',
  AU_COMPLET,
  async () => {
    const [here, there, again] = await Promise.all([
      publishIn({}),
      publishIn({ TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }),
      publishIn({ TZ: 'America/St_Johns', LC_ALL: 'C' }),
    ]);
    expect(Object.keys(here).length).toBeGreaterThan(15);
    expect(there).toEqual(here);
    expect(again).toEqual(here);
  },
);

test('a second run on a folder already published gives the same bytes', async () => {
  const root = copyReal();
  const runs = [];
  for (let i = 0; i < 2; i++) {
    expect((await runFund(root, FONDS)).ok).toBe(true);
    runs.push(publishedBytes(publicFolder(root, FONDS)));
  }
  expect(runs[1]).toEqual(runs[0]);
});
