/** `npm run publier` and `npm run revenir`: what readers see changes only here, checked, said and signed. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { runCommande } from '../lib/commande';
import { withHistorique } from '../lib/historique';
import { listFunds, makeProduct } from '../site/product.mjs';
import { BUILD, buildSite } from '../site/site.mjs';
import { changements } from './changements';
import { checkSite } from './controles';
import { checkHistorique, publishNext } from './historique';
import { checkHorloge, type Signature } from './journal';
import { readPubliable } from './publiable';
import { type Examen, revertSite } from './publication';

const USAGE =
  'npm run publier -- --vers <dossier> [--oui] [--par <nom>], ou npm run revenir -- --vers <dossier> [--oui] [--par <nom>]';
const say = console.log;
/** Each cell that changes. */
const DETAIL = path.join('sorties', 'changements.csv');

interface Demande {
  readonly geste: 'publier' | 'revenir';
  readonly vers: string;
  readonly oui: boolean;
  readonly par: string | undefined;
}

function readDemande(): Demande | null {
  try {
    const texte = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { vers: texte, par: texte, oui: { type: 'boolean', default: false } },
    });
    const [geste] = positionals;
    if ((geste !== 'publier' && geste !== 'revenir') || !values.vers) return null;
    return { geste, vers: values.vers, oui: values.oui, par: values.par };
  } catch {
    return null;
  }
}

async function answer(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const texte = await terminal.question(question);
  terminal.close();
  return texte.trim();
}

/** Who signs, once the gesture is confirmed; null when it is not. */
async function sign({ par, oui }: Demande, question: string): Promise<Signature | null> {
  if (!oui && (await answer(`${question} (oui/non) `)).toLowerCase() !== 'oui') return null;
  const nom = par ?? (await answer('Votre nom, pour le journal des publications : '));
  return nom === '' ? null : { par: nom, moment: new Date() };
}

/** Says what the checks find in the copy, and what it changes; who signs it, null when it is not to be published. */
const examineFor =
  (racine: string, demande: Demande): Examen =>
  async ({ copie, enPlace }) => {
    say('\nVérifications');
    if (!(await checkSite(await readPubliable(racine, copie), say))) {
      say('\nCorrigez ce qui est signalé ci-dessus, puis relancez.');
      return null;
    }
    say(enPlace === null ? '\nPremière publication' : '\nCe qui change');
    const { resume, detail } = await changements(enPlace, copie);
    for (const line of resume) say(`  ${line}`);
    if (resume.length === 0) say('  ni nombre, ni page');
    await mkdir(path.join(racine, 'sorties'), { recursive: true });
    await writeFile(path.join(racine, DETAIL), detail);
    say(`  cellule par cellule : ${DETAIL}`);
    return sign(demande, '\nPublier ?');
  };

async function publier(racine: string, demande: Demande): Promise<number> {
  const { vers } = demande;
  await checkHorloge(vers, new Date());
  await checkHistorique(racine, vers, listFunds(racine));
  await makeProduct(say);
  await buildSite(say, { toPublish: true });
  const { suite, empreinte } = await publishNext(racine, BUILD, vers, examineFor(racine, demande));
  say(
    {
      publiee: `Publié dans ${vers} : ${empreinte}`,
      'en-place': `Ce site est déjà en place dans ${vers} : rien n’a changé.`,
      refusee: 'Rien n’est publié.',
    }[suite],
  );
  return suite === 'refusee' ? 1 : 0;
}

async function revenir(demande: Demande): Promise<number> {
  await checkHorloge(demande.vers, new Date());
  const signature = await sign(demande, 'Remettre la publication précédente ?');
  if (signature === null) {
    say('Rien n’a changé.');
    return 1;
  }
  say(`Remise en place : ${await revertSite(demande.vers, signature)}`);
  return 0;
}

async function main(racine: string): Promise<number> {
  const demande = readDemande();
  if (demande === null) {
    console.error(`Erreur : arguments inconnus ou manquants. Usage : ${USAGE}.`);
    return 2;
  }
  if ((!demande.oui || demande.par === undefined) && !process.stdin.isTTY) {
    console.error(
      'Erreur : sans terminal, personne ne peut répondre. Ajoutez --oui pour confirmer et --par pour signer.',
    );
    return 2;
  }
  return demande.geste === 'publier'
    ? withHistorique(racine, () => publier(racine, demande))
    : revenir(demande);
}

await runCommande(main);
