/** Commands of the project as one file each: started so, they are ready in half the time that compiling them anew takes. */
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { onceARun } from './temp';

const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Path of the file that a module of the project and what it imports are made into, once a run; Node starts it. */
export async function commandeOf(module: string): Promise<string> {
  const nom = path.basename(module, '.ts');
  const folder = await onceARun(
    `commande-${nom}-${path.dirname(module).replaceAll('/', '-')}`,
    async (outDir) => {
      writeFileSync(path.join(outDir, 'package.json'), '{ "type": "module" }');
      symlinkSync(path.join(PROJECT, 'node_modules'), path.join(outDir, 'node_modules'));
      await build({
        ...{ root: PROJECT, configFile: false, logLevel: 'warn' },
        build: { ssr: module, outDir, emptyOutDir: false, copyPublicDir: false, minify: false },
      });
    },
  );
  return path.join(folder, `${nom}.js`);
}
