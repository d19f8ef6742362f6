/** The site that was built passes the checks of the publication gate, as a publication would. */
import { expect, it } from 'vitest';
import { checkSite } from '../../pipelines/publier/controles';
import { readPubliable } from '../../pipelines/publier/publiable';

it('may be published: nothing restricted in it, no count to be had, no link that leads nowhere', async () => {
  const said: string[] = [];
  const site = await readPubliable(process.cwd(), 'build');
  expect(await checkSite(site, (line) => said.push(line)), said.join('\n')).toBe(true);
  expect(said).toHaveLength(7);
});
