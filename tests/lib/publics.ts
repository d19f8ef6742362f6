/** Public folders as a run writes them: a file a table, and the description that lists them with their hash. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Writes the public folder of a fund, in place of what it had; the content of a table is any bytes. */
export function writePublics(
  folder: string,
  fonds: string,
  tables: Readonly<Record<string, string | Uint8Array>>,
  titre = 'Un fonds',
): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const resources = Object.entries(tables).map(([nom, content]) => {
    writeFileSync(path.join(folder, `${nom}.parquet`), content);
    return { name: nom, path: `${nom}.parquet`, hash: `sha256:${sha256(content)}` };
  });
  const description = { name: fonds, title: titre, resources };
  writeFileSync(path.join(folder, 'datapackage.json'), JSON.stringify(description));
  return folder;
}

/** Every file below a folder, hidden ones too, with the hash of its bytes; none where there is no folder. */
export function filesOf(folder: string): Record<string, string> {
  if (!statSync(folder, { throwIfNoEntry: false })) return {};
  const files = (readdirSync(folder, { recursive: true }) as string[]).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .map((file) => [file, sha256(readFileSync(path.join(folder, file)))]),
  );
}
