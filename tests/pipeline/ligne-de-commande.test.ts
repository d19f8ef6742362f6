/** The command line itself: exit codes and words, as an operator or a scheduler meets them. */
import { expect, test } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { Fund } from './lib/fund';
import { cliArgs, publicationOf, runCli, runProgram } from './lib/publication';
import { tempFolder } from '../lib/temp';

function fundWithCode(): Fund {
  const fund = new Fund(tempFolder());
  return fund;
}

test('0 when it publishes, 1 when something blocks, and the old publication stays', async () => {
  const { root, plan } = fundWithCode();
  const good = await runCli(root, plan.id);
  expect(good).toMatchObject({ code: 0, said: expect.stringContaining('Lignes publiées') });
  const before = publicationOf(root, plan.id);
  new Fund(root, { ...plan, sources: [] });
  const bad = await runCli(root, plan.id);
  expect(bad.code).toBe(1);
  expect(bad.said).toContain("rien n'est publié, la publication précédente reste en place");
  expect(publicationOf(root, plan.id)).toBe(before);
});

test('1 and a finding, not a stack, when fonds.yaml is broken', AU_COMPLET, async () => {
  const fund = fundWithCode();
  fund.write('fonds.yaml', 'nom: [\n');
  const { code, said } = await runCli(fund.root, fund.plan.id);
  expect(code).toBe(1);
  expect(said).toContain('[yaml-invalide] fonds.yaml');
  expect(said).not.toMatch(/ at |Error|\.ts:/);
});

test.each(
  sampleOf(
    [
      [
        'an unknown fund',
        ['--fonds', 'perdu'],
        /le fonds « perdu » n'existe pas.*Fonds trouvés : vallee/,
      ],
      ['no fund', [], /aucun fonds donné/],
      ['an unknown option', ['--fond', 'vallee'], /option inconnue/],
      ['a stray word', ['vallee'], /option inconnue/],
      ['an option without its value', ['--fonds'], /option inconnue/],
    ] as const,
    1,
  ),
)('2 and the usage, in French, for %s', async (_, args, words) => {
  const { root, plan } = fundWithCode();
  const [start] = await cliArgs(plan.id);
  const { code, said } = await runProgram(process.execPath, [start!, ...args], root);
  expect(code).toBe(2);
  expect(said).toMatch(words);
  expect(said).toContain('Usage : npm run donnees -- --fonds');
  expect(said).not.toMatch(/ at |Unknown|argument/);
});
