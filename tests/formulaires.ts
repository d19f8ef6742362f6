/** Fills in every form of an exercice in LibreOffice, reads it back, and says whether anything was lost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { writeBilan } from '../pipelines/forms/bilan/write';
import { writeBudget } from '../pipelines/forms/budget/write';
import type { Definition } from '../pipelines/forms/definition';
import { toDossier } from '../pipelines/forms/dossiers';
import { readFormulaire } from '../pipelines/forms/read';
import type { Dossier, Reponses } from '../pipelines/forms/reponses';
import { readArguments } from '../pipelines/lib/arguments';
import { runCommande } from '../pipelines/lib/commande';
import { PipelineError } from '../pipelines/lib/errors';
import { createProgress } from '../pipelines/lib/progress';
import { readRedditions } from '../pipelines/lib/redditions';
import { bilanAnswers, budgetAnswers, essential, toReponses } from './lib/formulaires';
import { editWorkbook, hasLibreOffice } from './lib/office';
import { fillBilan, fillBudget } from './lib/remplissage';
import { editDocument } from './lib/writer';

const USAGE = 'npm run test:formulaires -- --fonds <dossier de data/> --exercice AAAA-AAAA';
const VIDE: Reponses = { champs: {}, tableaux: {} };

interface Essai {
  readonly definition: Definition;
  readonly dossier: Dossier;
  readonly folder: string;
  readonly graine: number;
}

/** The same text for the same answers, whatever the order of their questions. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'bigint') return `${one} ¢`;
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** What LibreOffice saved against what it was asked to type: nothing when they agree. */
function compare({ definition, dossier }: Essai, file: string, answers: Reponses): string | null {
  const found = readFormulaire(definition, dossier.fonds.nom, readFileSync(file));
  if (!found.ok) return found.message;
  const [remark] = found.lu.remarques;
  if (remark) return `[${remark.regle}] ${remark.cellule ?? ''} ${remark.message}`;
  const same = canonical(toReponses(definition, found.lu)) === canonical(essential(answers));
  return same ? null : 'les réponses lues ne sont pas celles qui ont été écrites';
}

async function tryBilan(essai: Essai): Promise<string | null> {
  const { definition, dossier, folder, graine } = essai;
  const [answers = VIDE] = fc.sample(bilanAnswers(definition), { numRuns: 1, seed: graine });
  const [blank, saved] = ['vierge.docx', 'rempli.docx'].map((nom) => path.join(folder, nom));
  writeFileSync(blank ?? '', await writeBilan(definition, dossier, VIDE));
  await editDocument(blank ?? '', fillBilan(definition, answers), saved ?? '');
  return compare(essai, saved ?? '', answers);
}

async function tryBudget(essai: Essai): Promise<string | null> {
  const { definition, dossier, folder, graine } = essai;
  const [answers = VIDE] = fc.sample(budgetAnswers(definition), { numRuns: 1, seed: graine });
  const [blank, saved] = ['vierge.xlsx', 'rempli.xlsx'].map((nom) => path.join(folder, nom));
  writeFileSync(blank ?? '', writeBudget(definition, dossier, VIDE));
  await editWorkbook(blank ?? '', fillBudget(definition, answers), saved ?? '');
  return compare(essai, saved ?? '', answers);
}

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'exercice'], (line) =>
    process.stderr.write(`${line}\n`),
  );
  if (asked === null) return 2;
  if (asked.exercice === undefined)
    throw new PipelineError(`aucun exercice donné. Usage : ${USAGE}`);
  if (!hasLibreOffice) throw new PipelineError('LibreOffice est introuvable : rien n’est essayé');
  const progress = createProgress();
  const { redditions } = await readRedditions(racine, asked.fonds, null, progress);
  const { scene, liste } = redditions;
  const own = liste.filter((r) => r.exercice.id === asked.exercice);
  const folder = mkdtempSync(path.join(tmpdir(), 'retombees-formulaires-'));
  let lost = 0;
  for (const [graine, reddition] of own.entries()) {
    const dossier = toDossier(scene, reddition);
    const essai = { definition: scene.definition, dossier, folder, graine };
    const said = [await tryBilan(essai), await tryBudget(essai)];
    lost += said.filter((s) => s !== null).length;
    const [bilan, budget] = said.map((s) => s ?? 'identique');
    progress.line(`${reddition.projet.id} : Word ${bilan} ; Excel ${budget}`);
  }
  rmSync(folder, { recursive: true });
  progress.line(`\n${own.length * 2} formulaires remplis dans LibreOffice, ${lost} mal relus`);
  return lost === 0 && own.length > 0 ? 0 : 1;
}

await runCommande(main);
