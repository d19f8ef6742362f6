/** `npm run dev`: the site as it is being written, over the product. */
import { install } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { runMain, runPackage } from './process.mjs';
import { isProductFresh, makeProduct } from './product.mjs';

const say = console.log;

await runMain(async () => {
  requireNode();
  await install(say);
  if (!(await isProductFresh())) await makeProduct(say);
  process.exitCode = await runPackage('vite/bin/vite.js', ['dev']);
});
