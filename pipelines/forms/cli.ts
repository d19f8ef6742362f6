import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { PipelineError } from '../lib/errors';
import { createProgress } from '../lib/progress';
import { readRedditions } from '../lib/redditions';
import { openingBalance } from '../steps/redditions/argent';
import type { Reddition, Redditions } from '../steps/redditions/reddition';
import { writeBilan } from './bilan/write';
import { writeBudget } from './budget/write';
import { prefill, toDossier } from './dossiers';
import type { Reponses } from './reponses';

const USAGE = 'npm run formulaires -- --fonds <dossier de data/> --exercice AAAA-AAAA';

/** What the register and the earlier reports already answer. */
function known(all: Redditions, reddition: Reddition): Reponses {
  const answers = prefill(all.scene, reddition);
  const solde = openingBalance(all, reddition);
  return solde === null
    ? answers
    : { ...answers, champs: { ...answers.champs, solde_debut: solde } };
}

async function writeBoth(folder: string, all: Redditions, reddition: Reddition): Promise<void> {
  const { definition } = all.scene;
  const dossier = toDossier(all.scene, reddition);
  const answers = known(all, reddition);
  const nom = (partie: string) =>
    path.join(folder, `${reddition.projet.id}-${partie}-${reddition.exercice.id}`);
  await writeFile(`${nom('bilan')}.docx`, await writeBilan(definition, dossier, answers));
  await writeFile(`${nom('budget')}.xlsx`, writeBudget(definition, dossier, answers));
}

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'exercice'], console.error);
  if (asked === null) return 2;
  const { fonds, exercice } = asked;
  if (exercice === undefined) throw new PipelineError(`aucun exercice donné. Usage : ${USAGE}`);
  const progress = createProgress();
  const { redditions } = await readRedditions(racine, fonds, null, progress);
  const own = redditions.liste.filter((r) => r.exercice.id === exercice);
  if (own.length === 0) {
    const others = [...new Set(redditions.liste.map((r) => r.exercice.id))].sort().join(', ');
    throw new PipelineError(
      `aucun projet actif en ${exercice}. Exercices avec des projets : ${others || 'aucun'}`,
    );
  }
  const chemin = path.join('sorties', fonds, 'formulaires', exercice);
  await mkdir(path.join(racine, chemin), { recursive: true });
  await progress.step(
    'formulaires',
    async () => {
      for (const reddition of own)
        await writeBoth(path.join(racine, chemin), redditions, reddition);
    },
    () => own.length,
  );
  console.log(`\n${own.length} projets, un bilan Word et un budget Excel chacun : ${chemin}`);
  return 0;
}

await runCommande(main);
