/** A disk that refuses: really full, really read-only, in a mount that only the child process sees. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Fund } from '../lib/fund';
import { cliArgs, linkCode, publicationOf, runCli, runProgram } from '../lib/publication';
import { tempFolder } from '../lib/temp';

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

/** Publishes a good version on a small disk of its own, spoils the disk, runs again with other data. */
async function runOnDisk(spoil: string) {
  const report = tempFolder();
  const disk = tempFolder();
  const model = new Fund(tempFolder());
  const { id } = model.plan;
  linkCode(model.root);
  const cli = `'${process.execPath}' ${quote(cliArgs(id))}`;
  const state = `(readlink static/donnees/${id}/public; sha256sum static/donnees/${id}/public/*; find .publications | sort)`;
  const script = `set -e
    mount -t tmpfs -o size=3m tmpfs "${disk}" && cp -a "${model.root}/." "${disk}/" && cd "${disk}"
    ${cli} > /dev/null
    ${state} > ${report}/before
    sed -i 's/Un,Annonce 2022,\\(.*\\)50 000,00/Un,Annonce 2022,\\150 000,01/' data/${id}/recu/lot-1/enveloppes.csv
    hash=$(sha256sum data/${id}/recu/lot-1/enveloppes.csv | cut -c1-64)
    sed -i "0,/sha256: .*/s//sha256: \\"$hash\\"/" data/${id}/recu/lot-1/source.yaml
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

if (mountable) {
  test('a full disk: exit 1, a French reason, the old publication whole', async () => {
    const { code, said, before, after } = await runOnDisk(
      'dd if=/dev/zero of=plein bs=1k 2> /dev/null || true; truncate -s -20k plein',
    );
    expect(said).toMatch(/il ne reste plus de place sur le disque : libérez de l'espace/);
    expect(said).toMatch(unchanged);
    expect(code).toBe('1');
    expect(before).toContain('octrois.parquet');
    expect(after).toBe(before);
  });

  test('a read-only disk: exit 1, a French reason, the old publication whole', async () => {
    const { code, said, before, after } = await runOnDisk('mount -o remount,ro .');
    expect(said).toMatch(/le disque est en lecture seule : choisissez un dossier où écrire/);
    expect(said).toMatch(unchanged);
    expect(code).toBe('1');
    expect(after).toBe(before);
  });
}

/** No right binds root, who has the read-only disk above. */
if (!isRoot)
  test('a folder without the right to write: exit 1, and a French reason', async () => {
    const fund = new Fund(tempFolder());
    linkCode(fund.root);
    const { id } = fund.plan;
    expect((await runCli(fund.root, id)).code).toBe(0);
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
  linkCode(fund.root);
  const { id } = fund.plan;
  expect((await runCli(fund.root, id)).code).toBe(0);
  const before = publicationOf(fund.root, id);
  const script = `ulimit -f 1; exec '${process.execPath}' ${quote(cliArgs(id))}`;
  const { code, said } = await runProgram('bash', ['-c', script], fund.root);
  expect(said).toMatch(/le système refuse un fichier de cette taille/);
  expect(said).toMatch(unchanged);
  expect(code).toBe(1);
  expect(publicationOf(fund.root, id)).toBe(before);
});

test('a file that stands where the publications go: exit 1, and it stays', async () => {
  const fund = new Fund(tempFolder());
  linkCode(fund.root);
  const { id } = fund.plan;
  mkdirSync(path.join(fund.root, '.publications'));
  writeFileSync(path.join(fund.root, '.publications', id), 'à garder');
  const { code, said } = await runCli(fund.root, id);
  expect(code).toBe(1);
  expect(said).toMatch(/un fichier occupe la place d'un dossier.*retirez-le/);
  expect(readFileSync(path.join(fund.root, '.publications', id), 'utf8')).toBe('à garder');
});
