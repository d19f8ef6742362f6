/** The site that was built passes the checks of the publication gate, as a publication would. */
import { expect, it } from 'vitest';
import { checkSite, CONTROLES } from '../../pipelines/publier/controles';
import { petitsNombres } from '../../pipelines/publier/petits-nombres';
import { readPubliable } from '../../pipelines/publier/publiable';
import { secrets } from '../../pipelines/publier/secrets';
import { AU_COMPLET } from '../lib/ampleur';

/** Slow, and what they find is looked for by others: in the history of git, and in the tables of the demonstration. */
const LENTS = [secrets, petitsNombres];

it.each(CONTROLES.filter((controle) => !LENTS.includes(controle)))('$nom', async ({ check }) => {
  expect(await check(await readPubliable(process.cwd(), 'build'))).toEqual([]);
});

it('may be published', AU_COMPLET, async () => {
  const said: string[] = [];
  const site = await readPubliable(process.cwd(), 'build');
  expect(await checkSite(site, (line) => said.push(line)), said.join('\n')).toBe(true);
  expect(said).toHaveLength(CONTROLES.length);
});
