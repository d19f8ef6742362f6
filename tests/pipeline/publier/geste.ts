/** A gesture of publication, in a process that dies before one of the changes that it makes to the disk. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { publishSite, revertSite } from '../../../pipelines/publier/publication';

const CHANGENT = [
  ...['appendFile', 'chmod', 'cp', 'link', 'mkdir', 'mkdtemp', 'rename', 'rm', 'symlink'],
  'writeFile',
] as const;

const [coup, geste, vers = '', site = ''] = process.argv.slice(2);

let left = Number(coup);
const disque = fs.promises as unknown as Record<string, (...values: unknown[]) => unknown>;
for (const nom of CHANGENT) {
  const change = disque[nom]!;
  disque[nom] = (...values) => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return change(...values);
  };
}
syncBuiltinESMExports();

const signature = { par: 'Jeanne Roy', moment: new Date() };
if (geste === 'revenir') await revertSite(vers, signature);
else await publishSite(site, vers, () => Promise.resolve(signature));
