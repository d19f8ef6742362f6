/** Machines that are not set as ours, and a file that changes while it is read. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { hasProgramme } from '../../lib/programmes.mjs';
import { Fund } from '../lib/fund';
import {
  cliArgs,
  linkCode,
  publicationOf,
  publicFolder,
  publishedBytes,
  runProgram,
} from '../lib/publication';
import { tempFolder } from '../lib/temp';

const LIVE = [
  { nom: 'Kiritimati, in Turkish', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
  { nom: 'Niue, in Arabic', TZ: 'Pacific/Niue', LC_ALL: 'ar_EG.UTF-8' },
];
const CLOCKS = ['1999-12-31 23:59:50', '2061-07-28 00:00:00'];

/** Publishes the small fund as another machine would: what came out, byte for byte. */
async function publishAs(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const fund = new Fund(tempFolder());
  linkCode(fund.root);
  const { code, said } = await runProgram(
    program,
    [...args, ...cliArgs(fund.plan.id)],
    fund.root,
    env,
  );
  expect(code, said).toBe(0);
  return publishedBytes(publicFolder(fund.root, fund.plan.id));
}

const publishIn = (env: NodeJS.ProcessEnv) =>
  publishAs(process.execPath, [], { ...process.env, ...env });

let here: Record<string, string>;
beforeAll(async () => {
  here = await publishIn({});
});

test.each(LIVE)('in $nom, what is published is the same to the byte', async ({ TZ, LC_ALL }) => {
  expect(await publishIn({ TZ, LC_ALL, LANG: LC_ALL })).toEqual(here);
});

test.skipIf(!hasProgramme('faketime')).each(CLOCKS)(
  'with a clock at %s, what is published is the same to the byte',
  async (jour) => {
    const args = ['-f', `@${jour}`, process.execPath];
    expect(await publishAs('faketime', args, process.env)).toEqual(here);
  },
);

test('a file that is replaced while it is read is taken whole as declared, or refused', async () => {
  const fund = new Fund(tempFolder());
  linkCode(fund.root);
  const { id } = fund.plan;
  const run = () => runProgram(process.execPath, cliArgs(id), fund.root);
  expect((await run()).code).toBe(0);
  const before = publicationOf(fund.root, id).split(' ')[1];
  const file = path.join(fund.folder, 'recu/lot-1/enveloppes.csv');
  const declared = readFileSync(file);
  const other = Buffer.from(
    declared.toString('latin1').replace('50 000,00', '50 000,01'),
    'latin1',
  );
  expect(other.equals(declared)).toBe(false);
  const beside = path.join(fund.root, 'enveloppes.csv.neuf');
  let tour = 0;
  const timer = setInterval(() => {
    writeFileSync(beside, tour++ % 2 === 0 ? other : declared);
    renameSync(beside, file);
  }, 1);
  try {
    for (let i = 0; i < 4; i++) {
      const { code, said } = await run();
      if (code !== 0) expect(said).toMatch(/empreinte/);
      expect(publicationOf(fund.root, id).split(' ')[1]).toBe(before);
    }
  } finally {
    clearInterval(timer);
  }
  expect(tour).toBeGreaterThan(100);
});
