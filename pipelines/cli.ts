import { readArguments } from './lib/arguments';
import { runCommande } from './lib/commande';
import { limitGarbage } from './lib/memoire';
import { run } from './run';

const USAGE =
  'npm run donnees -- --fonds <dossier de data/> [--au AAAA-MM-JJ] [--edition <ministere ou conseil>]';

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'au', 'edition'], console.error);
  if (asked === null) return 2;
  const { fonds, au, edition } = asked;
  const { ok } = await run({
    racine,
    fonds,
    ...(au === undefined ? {} : { au }),
    ...(edition === undefined ? {} : { edition }),
  });
  return ok ? 0 : 1;
}

limitGarbage();
await runCommande(main);
