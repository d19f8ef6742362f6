import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditionScellee } from '../../src/lib/domain/column';
import { type Arguments, readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { ensureChromium } from '../programmes/chromium.mjs';
import { CahierAbsent, type CahierDemande, printCahier } from './cahier';
import { renderEdition, writeTables } from './papier';
import { prepareSite } from './site';

const USAGE =
  'npm run cahier -- --fonds <dossier de data/> [--territoire <identifiant>] [--edition <ministere ou conseil>]';
const say = console.log;

/** The edition that is not public, null for the public one. */
const reservee = ({ edition }: Arguments): EditionScellee | null =>
  edition === undefined || edition === 'public' ? null : edition;

/** The page of the site, or what an edition lays in it, from its tables as they are now. */
async function describe(racine: string, site: string, asked: Arguments): Promise<CahierDemande> {
  const { fonds, territoire } = asked;
  const suite = territoire === undefined ? '' : `/${encodeURIComponent(territoire)}`;
  const executablePath = await ensureChromium(say);
  const demande = { site, page: `/${fonds}/cahier${suite}`, executablePath };
  const edition = reservee(asked);
  if (edition === null) return demande;
  const donnees = await writeTables(racine, fonds, edition);
  const papier = await renderEdition({ donnees, fonds, edition, territoire: territoire ?? null });
  return { ...demande, papier };
}

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'territoire', 'edition'], console.error);
  if (asked === null) return 2;
  const { fonds, territoire } = asked;
  const site = await prepareSite(say);
  try {
    const nom = ['cahier', reservee(asked), territoire].filter(Boolean).join('-');
    const chemin = path.join('sorties', fonds, `${nom}.pdf`);
    const bytes = await printCahier(await describe(racine, site, asked));
    await mkdir(path.join(racine, path.dirname(chemin)), { recursive: true });
    const mode = reservee(asked) === null ? 0o666 : 0o600;
    await writeFile(path.join(racine, chemin), bytes, { mode });
    say(`Cahier écrit : ${chemin}`);
    if (reservee(asked) !== null)
      say('Ne pas diffuser : ce cahier nomme des organismes et donne de petits nombres.');
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
