/** The site built again with something new, made from the built one: another version, other names, other bytes of data. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { filesUnder } from '../../../pipelines/site/fingerprint.mjs';

const TEXT = /\.(html|js|json|css)$/;
const CODE = /\.(?:js|css)$/;

export type Change = readonly [from: string, to: string];

/** Other rows, or the same ones in other bytes, in a file of data: pages are then told what it holds by the changes. */
export async function rewriteParquet(file: string, lignes: string): Promise<Change[]> {
  const before = readFileSync(file);
  const connection = await (await DuckDBInstance.create()).connect();
  const copy = `${file}.autre`;
  await connection.run(`COPY (${lignes}) TO '${copy}' (FORMAT parquet, COMPRESSION uncompressed)`);
  connection.closeSync();
  renameSync(copy, file);
  const hashOf = (bytes: Buffer, as: 'hex' | 'base64') =>
    createHash('sha256').update(bytes).digest(as);
  const after = readFileSync(file);
  return [
    [hashOf(before, 'base64'), hashOf(after, 'base64')],
    [hashOf(before, 'hex').slice(0, 16), hashOf(after, 'hex').slice(0, 16)],
  ];
}

/** Each file of code under another name, as when the version is in all of them; the old names are gone. */
function renameCode(files: readonly string[]): ReadonlyMap<string, string> {
  const code = files.filter((file) => CODE.test(file));
  return new Map(
    code.map((file) => {
      const name = path.basename(file);
      const other = name.replace(CODE, 'Bis$&');
      renameSync(file, path.join(path.dirname(file), other));
      rmSync(`${file}.br`, { force: true });
      return [name, other];
    }),
  );
}

/** Hashes of the scripts that a page carries, as its policy names them. */
const scriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) =>
    createHash('sha256').update(code).digest('base64'),
  );

export const applyChanges = (text: string, changes: readonly Change[]): string =>
  changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);

/** Rewrites each text of a built site; its scripts stay those that the policy of their page allows. */
export async function rewriteTexts(dir: string, rewrite: (text: string) => string): Promise<void> {
  for (const file of (await filesUnder(dir)).filter((name) => TEXT.test(name)))
    rewriteText(file, rewrite);
}

function rewriteText(file: string, rewrite: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = rewrite(before);
  if (after === before) return;
  const hashes = scriptHashes(after);
  writeFileSync(
    file,
    applyChanges(
      after,
      scriptHashes(before).map((hash, i) => [hash, hashes[i]!]),
    ),
  );
  rmSync(`${file}.br`, { force: true });
}

/** Copies the site to an empty folder with other rows in tables of the demonstration, each by its SELECT. */
export async function copyWithRows(
  from: string,
  to: string,
  rows: Readonly<Record<string, (file: string) => string>>,
): Promise<void> {
  cpSync(from, to, { recursive: true, dereference: true });
  const changes: Change[] = [];
  for (const [table, select] of Object.entries(rows)) {
    const file = path.join(to, `donnees/demo/public/${table}.parquet`);
    changes.push(...(await rewriteParquet(file, select(file))));
  }
  await rewriteTexts(to, (text) => applyChanges(text, changes));
}

/** Copies the site to an empty folder, changed, and gives its version. */
export async function makeSecondBuild(from: string, to: string): Promise<string> {
  cpSync(from, to, { recursive: true, dereference: true });
  const { version } = JSON.parse(readFileSync(path.join(to, '_app/version.json'), 'utf8'));
  const other = [...version].reverse().join('');
  const octrois = path.join(to, 'donnees/demo/public/octrois.parquet');
  const changes: Change[] = [
    [version, other],
    ...(await rewriteParquet(octrois, `FROM read_parquet('${octrois}')`)),
  ];
  const names = renameCode(await filesUnder(path.join(to, '_app/immutable')));
  await rewriteTexts(to, (text) =>
    applyChanges(text, changes).replace(
      /[\w.-]+\.(?:js|css)\b/g,
      (name) => names.get(name) ?? name,
    ),
  );
  return other;
}
