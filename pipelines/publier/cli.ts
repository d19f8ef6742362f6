/** `npm run publier` and `npm run revenir`: what readers see changes only here, checked, said and signed. */
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { runCommande } from '../lib/commande';
import { makeProduct } from '../site/product.mjs';
import { BUILD, buildSite } from '../site/site.mjs';
import { changements } from './changements';
import { checkSite } from './controles';
import { readPubliable } from './publiable';
import { empreinteOf, enPlace, publishSite, revertSite, type Signature } from './publication';

const USAGE =
  'npm run publier -- --vers <dossier> [--oui] [--par <nom>], ou npm run revenir -- --vers <dossier> [--oui] [--par <nom>]';
const say = console.log;

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

/** As git knows the person, else the machine. */
function whoAmI(): string {
  try {
    const name = execFileSync('git', ['config', 'user.name'], { encoding: 'utf8', stdio: 'pipe' });
    return name.trim() || userInfo().username;
  } catch {
    return userInfo().username;
  }
}

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (oui/non) `);
  terminal.close();
  return answer.trim().toLowerCase() === 'oui';
}

const sign = ({ par }: Demande): Signature => ({ par: par ?? whoAmI(), moment: new Date() });

async function publier(racine: string, demande: Demande): Promise<number> {
  await makeProduct(say);
  await buildSite(say, { toPublish: true });
  say('\nVérifications');
  if (!(await checkSite(await readPubliable(racine, BUILD), say))) {
    say('\nRien n’est publié : corrigez ce qui est signalé ci-dessus, puis relancez.');
    return 1;
  }
  const current = await enPlace(demande.vers);
  say(current === null ? '\nPremière publication' : '\nCe qui change');
  const lines = await changements(current, BUILD);
  for (const line of lines) say(`  ${line}`);
  if (lines.length === 0) say('  ni nombre, ni page');
  if (!demande.oui && !(await confirm('\nPublier ?'))) {
    say('Rien n’est publié.');
    return 1;
  }
  const empreinte = await empreinteOf(BUILD);
  const moved = await publishSite(BUILD, demande.vers, empreinte, sign(demande));
  say(
    moved
      ? `Publié dans ${demande.vers} : ${empreinte}`
      : `Ce site est déjà en place dans ${demande.vers} : rien n’a changé.`,
  );
  return 0;
}

async function revenir(demande: Demande): Promise<number> {
  if (!demande.oui && !(await confirm('Remettre la publication précédente ?'))) {
    say('Rien n’a changé.');
    return 1;
  }
  say(`Remise en place : ${await revertSite(demande.vers, sign(demande))}`);
  return 0;
}

async function main(racine: string): Promise<number> {
  const demande = readDemande();
  if (demande === null) {
    console.error(`Erreur : arguments inconnus ou manquants. Usage : ${USAGE}.`);
    return 2;
  }
  if (!demande.oui && !process.stdin.isTTY) {
    console.error(
      'Erreur : sans terminal, personne ne peut répondre. Ajoutez --oui pour confirmer.',
    );
    return 2;
  }
  return demande.geste === 'publier' ? publier(racine, demande) : revenir(demande);
}

await runCommande(main);
