/** `npm run test:mutations`: changes the code in one place at a time, and counts the changes that no test sees. */
import { Stryker } from '@stryker-mutator/core';

interface Dossier {
  readonly nom: string;
  readonly fichiers: readonly string[];
  /** Tests that must see the changes, without the help of any other. */
  readonly essais: string;
}

/** Rules and margins are lists: what they say is read by people, and nothing in them is decided. */
const LISTES = ['!src/lib/domain/regles/**', '!src/lib/domain/marges.ts'];

const DOSSIERS: readonly Dossier[] = [
  {
    nom: 'src/lib/domain',
    fichiers: ['src/lib/domain/**/*.ts', ...LISTES],
    essais: 'src/lib/domain/*.test.ts',
  },
  {
    nom: 'pipelines/lib/petits-nombres.ts',
    fichiers: ['pipelines/lib/petits-nombres.ts'],
    essais: 'pipelines/lib/petits-nombres.test.ts',
  },
  {
    nom: 'pipelines/steps/suppress.ts',
    fichiers: ['pipelines/steps/suppress.ts'],
    essais: 'pipelines/steps/suppress.test.ts',
  },
  {
    nom: 'pipelines/lib/suppression',
    fichiers: ['pipelines/lib/suppression/*.ts'],
    essais: 'pipelines/lib/suppression/*.test.ts',
  },
  {
    nom: 'pipelines/rapprochement',
    fichiers: ['pipelines/rapprochement/*.ts'],
    essais: 'pipelines/rapprochement/*.test.ts',
  },
  {
    nom: 'parsers',
    fichiers: ['pipelines/lib/{csv,decode,dollars,valeurs,yaml}.ts'],
    essais: 'pipelines/lib/{csv,decode,dollars,valeurs,yaml}.test.ts',
  },
  {
    nom: 'xlsx values',
    fichiers: ['pipelines/lib/xlsx/{formats,value}.ts'],
    essais: 'pipelines/lib/xlsx/{formats,read,refusal,value}.test.ts',
  },
  {
    nom: 'xlsx readers',
    fichiers: ['pipelines/lib/xlsx/{contents,read,refusal,shared,sheet,text}.ts'],
    essais: 'pipelines/lib/xlsx/{contents,read,refusal,sheet,zip}.test.ts',
  },
  {
    nom: 'docx readers',
    fichiers: [
      'pipelines/lib/docx/{attributes,blocks,boxes,control,document,field,pen,read,refusal,story}.ts',
    ],
    essais: 'pipelines/lib/docx/{changes,read,refusal}.test.ts',
  },
  {
    nom: 'pipelines/forms/parse.ts',
    fichiers: ['pipelines/forms/parse.ts'],
    essais: 'pipelines/forms/parse.test.ts',
  },
];

async function mutate({ fichiers, essais }: Dossier) {
  const mutants = await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutations/vitest.config.ts' },
    mutate: [...fichiers, '!**/*.test.ts'],
    testFiles: [essais],
    // Most texts are sentences in French, which tests do not write a second time.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignoreStatic: true,
    ignorePatterns: ['!.svelte-kit', '.publications', 'static', 'sorties'],
    tempDirName: '.mutations',
    reporters: ['clear-text'],
    clearTextReporter: { reportTests: false, reportScoreTable: false },
    allowConsoleColors: false,
    concurrency: 1,
  }).runMutationTest();
  const count = (...status: string[]) => mutants.filter((m) => status.includes(m.status)).length;
  return { tues: count('Killed', 'Timeout'), restes: count('Survived', 'NoCoverage') };
}

// As many random cases as the complete suite has.
process.env['RETOMBEES_COMPLET'] = '1';

const [chosen] = process.argv.slice(2);
const rows = [
  '| folder | mutants | killed | survived | score |',
  '| --- | --- | --- | --- | --- |',
];
for (const dossier of DOSSIERS.filter(({ nom }) => chosen === undefined || nom === chosen)) {
  const { tues, restes } = await mutate(dossier);
  const score = ((100 * tues) / (tues + restes)).toFixed(1);
  rows.push(`| ${dossier.nom} | ${tues + restes} | ${tues} | ${restes} | ${score} % |`);
}
process.stdout.write(`${rows.join('\n')}\n`);
