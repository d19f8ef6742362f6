/** `npm run build`: the site in build/, from the product as it is, or made if it is out of date. */
import { install } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { runMain } from './process.mjs';
import { isProductFresh, makeProduct } from './product.mjs';
import { buildSite } from './site.mjs';

const say = console.log;

await runMain(async () => {
  requireNode();
  await install(say);
  if (!(await isProductFresh())) await makeProduct(say);
  await buildSite(say, { toPublish: true });
  say('Site construit dans build/.');
});
