import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { ensureChromium } from '../programmes/chromium.mjs';
import { isProductFresh, makeProduct } from '../site/product.mjs';
import { BUILD, buildSite, isSiteFresh } from '../site/site.mjs';
import { CahierAbsent, printCahier } from './cahier';

const USAGE = 'npm run cahier -- --fonds <dossier de data/> [--territoire <identifiant>]';
const say = console.log;

/** The pack is printed from the site: what is not up to date is made first. */
async function prepare(): Promise<void> {
  if (!(await isProductFresh())) await makeProduct(say);
  if (!(await isSiteFresh())) await buildSite(say);
}

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'territoire'], console.error);
  if (asked === null) return 2;
  const { fonds, territoire } = asked;
  await prepare();
  const suite = territoire === undefined ? '' : `/${encodeURIComponent(territoire)}`;
  const executablePath = await ensureChromium(say);
  const demande = { site: BUILD, page: `/${fonds}/cahier${suite}`, executablePath };
  try {
    const chemin = path.join('sorties', fonds, `cahier${territoire ? `-${territoire}` : ''}.pdf`);
    const bytes = await printCahier(demande);
    await mkdir(path.join(racine, path.dirname(chemin)), { recursive: true });
    await writeFile(path.join(racine, chemin), bytes);
    say(`Cahier écrit : ${chemin}`);
    return 0;
  } catch (error) {
    if (!(error instanceof CahierAbsent)) throw error;
    console.error(
      `Le fonds « ${fonds} » n’a pas de territoire « ${territoire} » : les identifiants sont dans data/${fonds}/reference/territoires.csv.`,
    );
    return 2;
  }
}

await runCommande(main);
