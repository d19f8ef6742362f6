/** Machines that are not set as ours, and a file that changes while it is read. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { AU_COMPLET, COMPLET, sampleOf } from '../../lib/ampleur';
import { hasProgramme } from '../../lib/programmes.mjs';
import { Fund } from '../lib/fund';
import {
  cliArgs,
  publicationOf,
  publicFolder,
  publishedBytes,
  runFund,
  runProgram,
} from '../lib/publication';
import { tempFolder } from '../../lib/temp';

const LIVE = [
  { nom: 'Kiritimati, in Turkish', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
  { nom: 'Niue, in Arabic', TZ: 'Pacific/Niue', LC_ALL: 'ar_EG.UTF-8' },
];
const CLOCKS = ['1999-12-31 23:59:50', '2061-07-28 00:00:00'];

/** Publishes the small fund as another machine would: what came out, byte for byte. */
async function publishAs(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const fund = new Fund(tempFolder());
  const { code, said } = await runProgram(
    program,
    [...args, ...(await cliArgs(fund.plan.id))],
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
  const fund = new Fund(tempFolder());
  expect((await runFund(fund.root, fund.plan.id)).ok).toBe(true);
  here = publishedBytes(publicFolder(fund.root, fund.plan.id));
});

test.each(sampleOf(LIVE, 1))(
  'in $nom, what is published is the same to the byte',
  async ({ TZ, LC_ALL }) => {
    expect(await publishIn({ TZ, LC_ALL, LANG: LC_ALL })).toEqual(here);
  },
);

test.skipIf(!hasProgramme('faketime')).each(sampleOf(CLOCKS, 1))(
  'with a clock at %s, what is published is the same to the byte',
  async (jour) => {
    const args = ['-f', `@${jour}`, process.execPath];
    expect(await publishAs('faketime', args, process.env)).toEqual(here);
  },
);

test(
  'a file that is replaced while it is read is taken whole as declared, or refused',
  AU_COMPLET,
  async () => {
    const fund = new Fund(tempFolder());
    const { id } = fund.plan;
    const args = await cliArgs(id);
    const run = () => runProgram(process.execPath, args, fund.root);
    expect((await runFund(fund.root, id)).ok).toBe(true);
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
      for (let i = 0; i < (COMPLET ? 4 : 1); i++) {
        const { code, said } = await run();
        if (code !== 0) expect(said).toMatch(/empreinte/);
        expect(publicationOf(fund.root, id).split(' ')[1]).toBe(before);
      }
    } finally {
      clearInterval(timer);
    }
    expect(tour).toBeGreaterThan(100);
  },
);
