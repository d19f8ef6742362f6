/** The site that was built passes the checks of the publication gate, as a publication would. */
import { expect, it } from 'vitest';
import { checkSite, CONTROLES } from '../../pipelines/publier/controles';
import { readPubliable } from '../../pipelines/publier/publiable';
import { secrets } from '../../pipelines/publier/secrets';
import { AU_COMPLET } from '../lib/ampleur';

it.each(CONTROLES.filter((controle) => controle !== secrets))('$nom', async ({ check }) => {
  expect(await check(await readPubliable(process.cwd(), 'build'))).toEqual([]);
});

it('may be published', AU_COMPLET, async () => {
  const said: string[] = [];
  const site = await readPubliable(process.cwd(), 'build');
  expect(await checkSite(site, (line) => said.push(line)), said.join('\n')).toBe(true);
  expect(said).toHaveLength(CONTROLES.length);
});
