/** The command that draws the same random cases again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { sameCasesOf } from '../lib/graine';
import { runProgram } from './lib/publication';

const ICI = 'tests/pipeline/graine.test.ts';
const NOM = 'a property of (any) number, "that\'s" $drawn';

test(NOM, () => {
  fc.assert(fc.property(fc.integer(), (n) => n === n));
});

test('names the test by a pattern that a shell leaves as it is', () => {
  expect(sameCasesOf(7, ICI, 'a > b (c)')).toContain(
    `RETOMBEES_GRAINE=7 npx vitest run ${ICI} -t '^a b \\(c\\)$'`,
  );
});

test('runs that test, and no other', AU_COMPLET, async () => {
  const command = sameCasesOf(7, ICI, NOM);
  const { code, said } = await runProgram('sh', ['-c', command], process.cwd());
  expect([code, /Tests .*1 passed.*2 skipped/.test(said)], said).toEqual([0, true]);
});
