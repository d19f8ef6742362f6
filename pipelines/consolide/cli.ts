import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { printCahier } from '../cahier/cahier';
import { writeTables } from '../cahier/papier';
import { prepareSite } from '../cahier/site';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { PipelineError } from '../lib/errors';
import { ensureChromium } from '../programmes/chromium.mjs';
import { renderConsolide } from './consolide';

const USAGE = 'npm run consolide -- --fonds <dossier de data/> --exercice AAAA-AAAA';
const say = console.log;

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'exercice'], console.error);
  if (asked === null) return 2;
  const { fonds, exercice } = asked;
  if (exercice === undefined) throw new PipelineError(`aucun exercice donné. Usage : ${USAGE}`);
  const site = await prepareSite(say);
  const donnees = await writeTables(racine, fonds, 'ministere');
  const { papier, classeur } = await renderConsolide({ donnees, fonds, exercice });
  const executablePath = await ensureChromium(say);
  const pdf = await printCahier({ site, page: `/${fonds}/cahier`, executablePath, papier });
  const chemin = path.join('sorties', fonds, 'consolide', exercice);
  await mkdir(path.join(racine, path.dirname(chemin)), { recursive: true });
  for (const [suffixe, bytes] of [['xlsx', classeur] as const, ['pdf', pdf] as const]) {
    await writeFile(path.join(racine, `${chemin}.${suffixe}`), bytes, { mode: 0o600 });
    say(`Rapport consolidé écrit : ${chemin}.${suffixe}`);
  }
  say('Pour le ministère seul : ne pas diffuser.');
  return 0;
}

await runCommande(main);
