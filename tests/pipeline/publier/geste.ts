/** A gesture of publication, in a process that dies before one of its changes to the disk, or whose disk fails from there on. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { runCommande } from '../../../pipelines/lib/commande';
import { withHistorique } from '../../../pipelines/lib/historique';
import { publishNext } from '../../../pipelines/publier/historique';
import { revertSite } from '../../../pipelines/publier/publication';

const CHANGENT = [
  ...['appendFile', 'chmod', 'cp', 'link', 'mkdir', 'mkdtemp', 'rename', 'rm', 'symlink'],
  'writeFile',
] as const;

/** What a full disk still does. */
const SANS_PLACE: readonly string[] = ['chmod', 'rename', 'rm'];

const [coup, faute, geste, vers = '', site = ''] = process.argv.slice(2);

let left = Number(coup);
const disque = fs.promises as unknown as Record<string, (...values: unknown[]) => unknown>;
for (const nom of CHANGENT) {
  const change = disque[nom]!;
  disque[nom] = (...values) => {
    if (left-- > 0 || (faute === 'ENOSPC' && SANS_PLACE.includes(nom))) return change(...values);
    if (faute === 'SIGKILL') process.kill(process.pid, faute);
    return Promise.reject(Object.assign(new Error(`${faute}: ${nom}`), { code: faute }));
  };
}
syncBuiltinESMExports();

const signature = { par: 'Jeanne Roy', moment: new Date() };
await runCommande(async (racine) => {
  if (geste === 'revenir') await revertSite(vers, signature);
  else
    await withHistorique(racine, async () => {
      const { suite } = await publishNext(racine, site, vers, () => Promise.resolve(signature));
      if (suite === 'publiee') process.stdout.write('Publié\n');
    });
  return 0;
});
