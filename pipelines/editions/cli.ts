/** `npm run cles`: a new passphrase for an edition, drawn by the tool or typed again from another machine. */
import { text } from 'node:stream/consumers';
import { foldPhrase } from '../../src/lib/editions/phrase';
import { dossiersOf } from '../build';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { PipelineError } from '../lib/errors';
import { readFonds } from '../lib/fonds';
import { privateOf } from '../steps/snapshot';
import { BITS_PAR_MOT, drawPhrase, explainWeakness, NOMBRE_MOTS, writeCle } from './cles';

const USAGE =
  'npm run cles -- --fonds <dossier de data/> --edition <ministere ou conseil> (une phrase déjà tirée peut être donnée sur l’entrée)';

/** A passphrase on the standard input, null when nothing is sent to it. */
async function readTyped(): Promise<string | null> {
  if (process.stdin.isTTY) return null;
  const typed = foldPhrase(await text(process.stdin));
  return typed === '' ? null : typed;
}

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'edition'], console.error);
  if (asked === null) return 2;
  const { edition } = asked;
  if (edition === undefined || edition === 'public') {
    console.error(`Erreur : aucune édition scellée donnée. Usage : ${USAGE}.`);
    return 2;
  }
  const typed = await readTyped();
  const weakness = typed === null ? null : explainWeakness(typed);
  if (weakness !== null)
    throw new PipelineError(`cette phrase de passe est faible : ${weakness}. Rien n’a changé`);
  const phrase = typed ?? drawPhrase();
  const dossiers = dossiersOf(racine, asked.fonds);
  const fonds = await readFonds(dossiers.public);
  const file = await writeCle(privateOf(fonds, dossiers), edition, phrase);
  const bits = Math.round(NOMBRE_MOTS * BITS_PAR_MOT);
  console.log(`Phrase de passe de l’édition « ${edition} » :\n\n    ${phrase}\n`);
  console.log(
    `${NOMBRE_MOTS} mots tirés au sort parmi ${2 ** BITS_PAR_MOT} : environ ${bits} bits. Elle est gardée dans ${file}.`,
  );
  console.log(
    'Transmettez-la de vive voix ou par un autre canal que le lien, jamais dans le même courriel. Elle vaut à partir de la prochaine publication (npm run donnees) ; l’ancienne n’ouvre plus ce qui sera publié ensuite, mais ouvre toujours les fichiers déjà téléchargés.',
  );
  return 0;
}

await runCommande(main);
