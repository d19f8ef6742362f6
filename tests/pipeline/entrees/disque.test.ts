/** A disk that refuses: really full, really read-only, in a mount that only the child process sees. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { AU_COMPLET, COMPLET, spread, TOUT } from '../../lib/ampleur';
import { Fund } from '../lib/fund';
import { petitPlan } from '../lib/plan';
import { cliArgs, publicationOf, runCli, runFund, runProgram } from '../lib/publication';
import { makeDepot } from '../lib/redditions';
import { tempFolder } from '../../lib/temp';

const NAMESPACE = ['--mount', '--map-root-user'];

function canMount(): boolean {
  const folder = tempFolder();
  try {
    execFileSync('unshare', [...NAMESPACE, 'mount', '-t', 'tmpfs', 'tmpfs', folder]);
    return true;
  } catch {
    return false;
  }
}

/** Where no mount is allowed, the limit on the size of files below still makes a real write fail. */
const mountable = canMount();
const isRoot = process.getuid?.() === 0;

const quote = (args: readonly string[]) => args.map((a) => `'${a}'`).join(' ');

const { id } = petitPlan;

/** A fund that was published, then received other data: a run has something to publish. */
async function fundToPublish(): Promise<string> {
  const fund = new Fund(tempFolder());
  expect((await runFund(fund.root, id)).ok).toBe(true);
  const received = Buffer.from(fund.bytes('recu/lot-1/enveloppes.csv')).toString('latin1');
  const other = received.replace('50 000,00', '50 000,01');
  fund.receive('enveloppes.csv', Buffer.from(other, 'latin1'));
  return fund.root;
}

interface Passage {
  readonly code: string;
  readonly said: string;
  readonly before: string;
  readonly after: string;
}

/** Copies a fund to a small disk of its own, spoils the disk, and runs. */
async function runOnDisk(model: string, spoil: string): Promise<Passage> {
  const report = tempFolder();
  const disk = tempFolder();
  const cli = quote([process.execPath, ...(await cliArgs(id))]);
  const state = `(readlink static/donnees/${id}/public; sha256sum static/donnees/${id}/public/*; find .publications/${id} | sort)`;
  const script = `set -e
    mount -t tmpfs -o size=3m tmpfs "${disk}" && cp -a "${model}/." "${disk}/" && cd "${disk}"
    ${state} > ${report}/before
    ${spoil}
    code=0; ${cli} > ${report}/said 2>&1 || code=$?
    echo $code > ${report}/code
    ${state} > ${report}/after`;
  const { code, said } = await runProgram('unshare', [...NAMESPACE, 'bash', '-c', script], report);
  expect(code, said).toBe(0);
  const read = (name: string) => readFileSync(path.join(report, name), 'utf8');
  return {
    code: read('code').trim(),
    said: read('said'),
    before: read('before'),
    after: read('after'),
  };
}

const unchanged = /la publication précédente reste en place/;

/** Fills a disk but for so many kB. */
const fillBut = (left: number) =>
  `dd if=/dev/zero of=plein bs=1k 2> /dev/null || true; truncate -s -${left}k plein`;

/** kB left: from no write at all to each page of a publication, or some of them. */
const PAGES = Array.from({ length: 66 }, (_, i) => i * 4);
const RESTES = TOUT ? PAGES : COMPLET ? spread(PAGES, 6) : [132];

describe.skipIf(!mountable)('a disk that is spoilt', () => {
  let model = '';
  beforeAll(async () => {
    model = await fundToPublish();
  });

  test.each(RESTES)(
    'full but for %s kB: the old publication whole, or the new one',
    async (left) => {
      const { code, said, before, after } = await runOnDisk(model, fillBut(left));
      if (code === '0') expect(after).not.toBe(before);
      else {
        expect(said).toMatch(/il ne reste plus de place sur le disque : libérez de l'espace/);
        expect(said).toMatch(unchanged);
        expect(code).toBe('1');
        expect(after).toBe(before);
      }
      expect(after).toContain('octrois.parquet');
      if (left < 100) expect(code).toBe('1');
    },
  );

  test('with room enough: the new publication', AU_COMPLET, async () => {
    const { code, before, after } = await runOnDisk(model, fillBut(1000));
    expect(code).toBe('0');
    expect(after).not.toBe(before);
  });

  test('read-only: exit 1, a French reason, the old publication whole', AU_COMPLET, async () => {
    const { code, said, before, after } = await runOnDisk(model, 'mount -o remount,ro .');
    expect(said).toMatch(/le disque est en lecture seule : choisissez un dossier où écrire/);
    expect(said).toMatch(unchanged);
    expect(code).toBe('1');
    expect(after).toBe(before);
  });
});

test('reports that cannot be written: it says that the publication is in place', async () => {
  const fund = new Fund(tempFolder());
  writeFileSync(path.join(fund.root, 'sorties'), 'à garder');
  await expect(runFund(fund.root, id)).rejects.toThrow(
    /la publication est faite, mais ses rapports .* un fichier occupe la place/s,
  );
  expect(publicationOf(fund.root, id)).not.toBe('none');
});

test('counts of reports that the office cannot keep: it says so, and what is published', async () => {
  const root = tempFolder();
  await makeDepot(root);
  mkdirSync(path.join(root, 'prive/vallee'), { recursive: true });
  writeFileSync(path.join(root, 'prive/vallee/comptees'), 'à garder');
  await expect(runFund(root, 'vallee')).rejects.toThrow(
    /les données sont publiées, mais ce qu’elles comptent .*comptees : un fichier occupe la place/s,
  );
  expect(publicationOf(root, 'vallee')).not.toBe('none');
});

/** No right binds root, who has the read-only disk above. */
if (!isRoot)
  test('a folder without the right to write: exit 1, and a French reason', async () => {
    const fund = new Fund(tempFolder());
    expect((await runFund(fund.root, id)).ok).toBe(true);
    const before = publicationOf(fund.root, id);
    const locked = path.join(fund.root, '.publications', id);
    chmodSync(locked, 0o555);
    const { code, said } = await runCli(fund.root, id);
    chmodSync(locked, 0o755);
    expect(said).toMatch(/l'accès est refusé : vérifiez les droits du dossier/);
    expect(code).toBe(1);
    expect(publicationOf(fund.root, id)).toBe(before);
  });

test('a limit on the size of files: exit 1, a French reason, the old publication whole', async () => {
  const fund = new Fund(tempFolder());
  expect((await runFund(fund.root, id)).ok).toBe(true);
  const before = publicationOf(fund.root, id);
  const script = `ulimit -f 1; exec ${quote([process.execPath, ...(await cliArgs(id))])}`;
  const { code, said } = await runProgram('bash', ['-c', script], fund.root);
  expect(said).toMatch(/le système refuse un fichier de cette taille/);
  expect(said).toMatch(unchanged);
  expect(code).toBe(1);
  expect(publicationOf(fund.root, id)).toBe(before);
});

test('a file that stands where the publications go: exit 1, and it stays', AU_COMPLET, async () => {
  const fund = new Fund(tempFolder());
  mkdirSync(path.join(fund.root, '.publications'));
  writeFileSync(path.join(fund.root, '.publications', id), 'à garder');
  const { code, said } = await runCli(fund.root, id);
  expect(code).toBe(1);
  expect(said).toMatch(/un fichier occupe la place d'un dossier.*retirez-le/);
  expect(readFileSync(path.join(fund.root, '.publications', id), 'utf8')).toBe('à garder');
});
