/** What every bad input must give: a French finding in its place, a failed run, nothing published changed. */
import { cpSync } from 'node:fs';
import { expect } from 'vitest';
import type { Constat } from '../../../pipelines/lib/constats';
import { Fund } from './fund';
import { type Plan, petitPlan } from './plan';
import { type Outcome, publicationOf, runFund } from './publication';
import { runFolder, tempFolder } from '../../lib/temp';

const word = (...words: string[]) =>
  new RegExp(`(?<![\\p{L}_])(${words.join('|')})(?![\\p{L}_])`, 'iu');

const ENGLISH = word('the|is|are|not|of|with|file|expected|invalid|cannot|unexpected|error|must');
/** An order, or what is awaited: the operator has something to do. */
const ACTION = word(
  'ajoutez(-\\p{L}+)?|corrigez|déclarez(-le)?|remettez(-le)?|retirez(-le)?|gardez|vérifiez|écrivez',
  'exportez(-le)?|créez(-[ly]e?)?|inscrivez|attendue?s?|remplie|libérez|choisissez|arrondissez',
  'supprimez|laissez|refaites|nommez|hors de la liste|sortes connues|déjà',
);

function checkWording({ message, regle }: Constat): void {
  expect(message, regle).not.toMatch(ENGLISH);
  expect(message, regle).toMatch(ACTION);
}

/** Rows in are rows kept, set aside or refused; what is not kept has a finding that says so. */
export function checkAccounting({ comptes, constats }: Outcome): void {
  for (const { fichier, lues, retenues, ecartees, refusees } of comptes) {
    expect(retenues + ecartees + refusees, fichier).toBe(lues);
    const said = constats.filter((c) => c.fichier === fichier);
    expect(
      said.filter((c) => c.regle === 'ligne-ecartee'),
      fichier,
    ).toHaveLength(ecartees);
    if (refusees > 0)
      expect(
        said.some((c) => c.gravite === 'bloquant'),
        fichier,
      ).toBe(true);
  }
}

const published = new Map<Plan, Promise<string>>();

async function publishOnce(plan: Plan): Promise<string> {
  const { root } = new Fund(runFolder(), plan);
  const { blocking } = await runFund(root, plan.id);
  expect(blocking).toEqual([]);
  return root;
}

/** A sound fund, already published; the one run that it takes is shared by test files. */
async function publishedFund(plan: Plan = petitPlan): Promise<Fund> {
  const model = published.get(plan) ?? publishOnce(plan);
  published.set(plan, model);
  const root = tempFolder();
  cpSync(await model, root, { recursive: true, verbatimSymlinks: true });
  return new Fund(root, plan);
}

/** Publishes a sound fund, spoils it, runs again, and holds the second run to what every refusal owes. */
export async function refuse(
  spoil: (fund: Fund) => void,
  plan?: Plan,
): Promise<Outcome & { readonly fund: Fund }> {
  const fund = await publishedFund(plan);
  const { id } = fund.plan;
  const before = publicationOf(fund.root, id);
  expect(before).not.toBe('none');
  spoil(fund);
  const outcome = await runFund(fund.root, id);
  expect(outcome.ok).toBe(false);
  expect(outcome.blocking).not.toEqual([]);
  expect(publicationOf(fund.root, id)).toBe(before);
  outcome.blocking.forEach(checkWording);
  checkAccounting(outcome);
  for (const { message } of outcome.blocking) expect(outcome.said).toContain(message);
  return { ...outcome, fund };
}

/** Runs a fund changed in a way that must be accepted. */
export async function accept(
  change: (fund: Fund) => void,
  plan?: Plan,
): Promise<Outcome & { readonly fund: Fund }> {
  const fund = new Fund(tempFolder(), plan);
  change(fund);
  const outcome = await runFund(fund.root, fund.plan.id);
  expect(outcome.blocking).toEqual([]);
  expect(outcome.ok).toBe(true);
  checkAccounting(outcome);
  return { ...outcome, fund };
}

/** The one finding of a rule, without its message. */
export function placeOf(outcome: Outcome, regle: string) {
  const found = outcome.blocking.filter((c) => c.regle === regle);
  expect(
    found.map((c) => c.regle),
    outcome.said,
  ).toEqual([regle]);
  const [{ fichier, cellule, valeur, message } = { message: '' } as Constat] = found;
  return { fichier, cellule: cellule ?? null, valeur: valeur ?? null, message };
}

/** Count of one received file. */
export const compteOf = (outcome: Outcome, nom: string) =>
  outcome.comptes.find((c) => c.fichier.endsWith(`/${nom}`));
