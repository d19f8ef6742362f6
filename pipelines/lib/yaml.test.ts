import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ConstatError } from './errors';
import { readYaml } from './yaml';

const folder = mkdtempSync(path.join(tmpdir(), 'retombees-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = z.strictObject({ nom: z.string(), cycle: z.strictObject({ annee: z.number() }) });

function read(text: string) {
  writeFileSync(path.join(folder, 'fonds.yaml'), text);
  return readYaml(folder, 'fonds.yaml', schema, 'recu/fonds.yaml');
}

/** The finding of a file that is refused. */
const refusalOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof ConstatError ? error.constat : error),
  );

test('what a file says is read as its schema has it', async () => {
  const found = await read('# Le fonds\nnom: "3 421"\ncycle: { annee: 2024 }\n');
  expect(found).toEqual({ nom: '3 421', cycle: { annee: 2024 } });
});

test('a file that is not there is named as people know it', async () => {
  const reading = readYaml(folder, 'absent.yaml', schema, 'recu/absent.yaml');
  const constat = await refusalOf(reading);
  expect(constat).toMatchObject({ regle: 'fichier-absent', fichier: 'recu/absent.yaml' });
  await expect(reading).rejects.toMatchObject({ cause: { code: 'ENOENT' } });
});

test.each([
  ['a mark that is not closed', 'nom: Fonds\ncycle: { annee: 2024\n', 3],
  ['a key given twice', 'nom: Fonds\nnom: Autre\n', 2],
  ['a tag that nobody knows, of which YAML only warns', 'nom: Fonds\ncycle: !autre 3\n', 2],
])('%s is told at its line', async (_, text, ligne) => {
  const constat = await refusalOf(read(text));
  expect(constat).toMatchObject({
    regle: 'yaml-invalide',
    fichier: 'recu/fonds.yaml',
    cellule: `A${ligne}`,
    message: expect.stringContaining(`à la ligne ${ligne} :`),
  });
});

test('an alias of nothing is refused, without a line', async () => {
  const constat = await refusalOf(read('nom: *rien\n'));
  expect(constat).toMatchObject({
    ...{ regle: 'yaml-invalide', cellule: null },
    message: expect.stringContaining('YAML valide : corrigez'),
  });
});

test('each key at fault is told by its path', async () => {
  const constat = await refusalOf(read('nom: 3\ncycle: { annee: deux }\n'));
  expect(constat).toMatchObject({ regle: 'description-invalide', cellule: null });
  expect((constat as { message: string }).message).toMatch(/corrigez nom : .+ ; cycle\.annee : /);
  expect(await refusalOf(read('- nom\n'))).toMatchObject({
    message: expect.stringContaining('corrigez racine : '),
  });
});
