/** The editions of the demonstration in the clear, opened from their sealed files: no pipeline runs again for them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openSealed } from '../../src/lib/editions/sceau';
import type { EditionScellee } from '../../src/lib/domain/column';
import { originOf } from '../../src/lib/server/editions';
import { onceARun } from './temp';

const PUBLIC = 'static/donnees/demo/public';

/** Passphrase of an edition of the demonstration. */
export const phraseOf = (edition: EditionScellee): string =>
  readFileSync(`data/demo/prive/cles/${edition}.txt`, 'utf8').trim();

/** Folder of the tables of an edition of the demonstration, with the description of the public ones. */
export const clearEdition = (edition: EditionScellee): Promise<string> =>
  onceARun(`edition-${edition}`, async (folder) => {
    const sealed = readFileSync(`${PUBLIC}/scelle/${edition}.age`);
    const tables = await openSealed(sealed, phraseOf(edition), originOf('demo', edition));
    for (const [nom, bytes] of tables) writeFileSync(path.join(folder, `${nom}.parquet`), bytes);
    cpSync(`${PUBLIC}/datapackage.json`, path.join(folder, 'datapackage.json'));
  });
