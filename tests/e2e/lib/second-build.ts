/** The site built again with something new, made from the built one: another version, other names, other bytes of data. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { filesUnder } from '../../../pipelines/site/fingerprint.mjs';

const TEXT = /\.(html|js|json|css)$/;
const RENAMED = /^(0\.[\w-]+\.css|(parquet|duckdb)\.worker-[\w-]+\.js)$/;
/** Said on every page of the second build, and on none of the first. */
export const NOUVEAU = 'Données et méthode, deuxième édition';

type Change = readonly [from: string, to: string];

/** The same rows in other bytes: what a page of the first build must not take for its own. */
async function rewriteParquet(file: string): Promise<Change[]> {
  const before = readFileSync(file);
  const connection = await (await DuckDBInstance.create()).connect();
  const copy = `${file}.autre`;
  await connection.run(
    `COPY (FROM read_parquet('${file}')) TO '${copy}' (FORMAT parquet, COMPRESSION uncompressed)`,
  );
  renameSync(copy, file);
  const hashOf = (bytes: Buffer, as: 'hex' | 'base64') =>
    createHash('sha256').update(bytes).digest(as);
  const after = readFileSync(file);
  return [
    [hashOf(before, 'base64'), hashOf(after, 'base64')],
    [hashOf(before, 'hex').slice(0, 16), hashOf(after, 'hex').slice(0, 16)],
  ];
}

function renameFiles(files: readonly string[]): Change[] {
  return files
    .filter((file) => RENAMED.test(path.basename(file)))
    .map((file) => {
      const name = path.basename(file);
      const other = name.replace(/(\.\w+)$/, 'Bis$1');
      renameSync(file, path.join(path.dirname(file), other));
      return [name, other] as const;
    });
}

function rewriteText(file: string, changes: readonly Change[]): void {
  const before = readFileSync(file, 'utf8');
  const after = changes.reduce((text, [from, to]) => text.replaceAll(from, to), before);
  if (after === before) return;
  writeFileSync(file, after);
  rmSync(`${file}.br`, { force: true });
}

/** Copies the site to an empty folder, changed. */
export async function makeSecondBuild(from: string, to: string): Promise<void> {
  cpSync(from, to, { recursive: true, dereference: true });
  const { version } = JSON.parse(readFileSync(path.join(to, '_app/version.json'), 'utf8'));
  const changes: Change[] = [
    [version, [...version].reverse().join('')],
    ['>Données et méthode</a>', `>${NOUVEAU}</a>`],
    ...(await rewriteParquet(path.join(to, 'donnees/demo/public/octrois.parquet'))),
    ...renameFiles(await filesUnder(path.join(to, '_app/immutable'))),
  ];
  for (const file of await filesUnder(to))
    if (existsSync(file) && TEXT.test(file) && statSync(file).size > 0) rewriteText(file, changes);
}
