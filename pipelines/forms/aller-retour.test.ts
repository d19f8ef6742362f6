/** What is written in a form is what is read in it, whatever the answers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../tests/lib/ampleur';
import {
  bilanAnswers,
  budgetAnswers,
  demoDefinition,
  dossierOf,
  essential,
  toReponses,
} from '../../tests/lib/formulaires';
import { writeBilan } from './bilan/write';
import { writeBudget } from './budget/write';
import { readFormulaire } from './read';

const definition = await demoDefinition();
const dossier = dossierOf(definition.version);
const { fonds } = dossier;

function read(bytes: Uint8Array) {
  const found = readFormulaire(definition, fonds.nom, bytes);
  if (!found.ok) throw new Error(found.message);
  return found.lu;
}

test('any answers to the Word form are read back, and nothing is said of them', async () => {
  await fc.assert(
    fc.asyncProperty(bilanAnswers(definition), async (answers) => {
      const lu = read(await writeBilan(definition, dossier, answers));
      expect(lu.remarques).toEqual([]);
      expect(lu.references).toEqual([dossier.reference]);
      expect(toReponses(definition, lu)).toEqual(essential(answers));
    }),
    runs(3, 12),
  );
});

test('any answers to the budget are read back, with the totals that its formulas give', () => {
  fc.assert(
    fc.property(budgetAnswers(definition), (answers) => {
      const lu = read(writeBudget(definition, dossier, answers));
      expect(lu.remarques).toEqual([]);
      expect(lu.references).toEqual([dossier.reference]);
      expect(toReponses(definition, lu)).toEqual(essential(answers));
      const paye = (answers.tableaux['depenses'] ?? []).reduce(
        (a, l) => a + ((l['paye'] as bigint | undefined) ?? 0n),
        0n,
      );
      expect(lu.calcules.find((c) => c.id === 'total_paye')?.cents).toBe(paye);
    }),
    runs(6, 30),
  );
});

test('the same answers give the same bytes', async () => {
  const answers = { champs: { participations: 12, temoignage: 'Oui.\nMerci.' }, tableaux: {} };
  const twice = await Promise.all([1, 2].map(() => writeBilan(definition, dossier, answers)));
  expect(Buffer.compare(twice[0]!, twice[1]!)).toBe(0);
  const [a, b] = [1, 2].map(() => writeBudget(definition, dossier, { champs: {}, tableaux: {} }));
  expect(Buffer.compare(a!, b!)).toBe(0);
});
