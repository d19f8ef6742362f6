/** `npm start`: installs, makes the product, builds the site and serves it, each only if needed. */
import { install } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { portError, readPort, requireFreePort } from './port.mjs';
import { runMain } from './process.mjs';
import { isProductFresh, makeProduct } from './product.mjs';
import { BUILD, buildSite, isSiteFresh } from './site.mjs';

const say = console.log;

await runMain(async () => {
  requireNode();
  const port = readPort(process.env.PORT);
  await requireFreePort(port);
  await install(say);
  await prepare();
  const { url, close } = await open(port);
  say(`\nLe site est prêt : ${url}\n(Ctrl+C pour l'arrêter.)`);
  return close;
});

async function prepare() {
  const productFresh = await isProductFresh();
  if (productFresh && (await isSiteFresh())) {
    say("Rien n'a changé depuis la dernière construction.");
    return;
  }
  if (productFresh) say('Données à jour.');
  else await makeProduct(say);
  await buildSite(say);
}

/** @param {number} port */
async function open(port) {
  // Not before the installation: the server needs a package.
  const { serve } = await import('./serve.mjs');
  return serve({ dir: BUILD, port }).catch((error) => {
    throw portError(error, port);
  });
}
