import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { filesOf, writePublics } from '../../tests/lib/publics';
import { tempFolder } from '../../tests/lib/temp';
import { addPublication, lastMontree, preparePublication, readHistorique } from './historique';

let dossierDuFonds: string;
const publications = (...names: string[]) => path.join(dossierDuFonds, 'publications', ...names);
const read = () => readHistorique(dossierDuFonds, 'un');
const folderOf = (contenu: string, titre?: string) =>
  writePublics(tempFolder(), 'un', { cycles: contenu, projets: 'p' }, titre);
const add = (contenu: string, au: string | null = null) =>
  addPublication({ dossierDuFonds, fonds: 'un', de: folderOf(contenu), au });

beforeEach(() => {
  dossierDuFonds = path.join(tempFolder(), 'data/un');
  mkdirSync(dossierDuFonds, { recursive: true });
});

describe('a history', () => {
  test('is empty at first, then has each publication as it was, in order', async () => {
    expect(await read()).toEqual([]);
    for (let n = 1; n <= 11; n++)
      expect(await add(`contenu ${n}`)).toEqual({ numero: n, ajoutee: true });
    const found = await read();
    expect(found.map(({ numero }) => numero)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
    expect(found.map(({ dossier }) => dossier).at(-1)).toBe(publications('11'));
    expect(readFileSync(publications('11', 'cycles.parquet'), 'utf8')).toBe('contenu 11');
    expect(readdirSync(publications('1')).sort()).toEqual(
      ['cycles.parquet', 'datapackage.json', 'projets.parquet', 'publication.json'].sort(),
    );
  });

  test('has the same bytes for the same files, and not the sealed editions beside them', async () => {
    const de = folderOf('a');
    mkdirSync(path.join(de, 'scelle'));
    writeFileSync(path.join(de, 'scelle/conseil.age'), 'age');
    writeFileSync(path.join(de, 'datapackage.json.br'), 'br');
    await addPublication({ dossierDuFonds, fonds: 'un', de, au: null });
    const [first, other] = [filesOf(publications()), path.join(tempFolder(), 'un')];
    await addPublication({ dossierDuFonds: other, fonds: 'un', de, au: null });
    expect(filesOf(path.join(other, 'publications'))).toEqual(first);
    expect(Object.keys(first).join()).not.toMatch(/scelle|\.br/);
  });

  test('takes the same tables once, whatever describes them, and again after others', async () => {
    await add('a');
    const before = filesOf(publications());
    const de = folderOf('a', 'Un autre titre');
    const again = await addPublication({ dossierDuFonds, fonds: 'un', de, au: null });
    expect(again).toEqual({ numero: 1, ajoutee: false });
    expect(filesOf(publications())).toEqual(before);
    await add('b');
    expect(await add('a')).toEqual({ numero: 3, ajoutee: true });
  });

  test('marks extracts, which are never the last that was shown', async () => {
    await add('a');
    await add('b');
    expect(await add('c', '2025-10-15')).toEqual({ numero: 3, ajoutee: true });
    expect((await read()).map(({ au }) => au)).toEqual([null, null, '2025-10-15']);
    expect(lastMontree(await read())?.numero).toBe(2);
    for (const contenu of ['a', 'c'])
      expect((await add(contenu, '2025-10-16')).ajoutee, contenu).toBe(false);
    expect(await add('b')).toEqual({ numero: 2, ajoutee: false });
    expect(await add('c')).toEqual({ numero: 4, ajoutee: true });
  });

  test('does not see a copy until it is kept, and forgets one that never was', async () => {
    const ajout = { dossierDuFonds, fonds: 'un', de: folderOf('a'), au: null };
    const { numero, keep } = await preparePublication(ajout);
    expect([numero, await read()]).toEqual([1, []]);
    expect(readdirSync(publications())).toEqual([expect.stringMatching(/^\.copie-/)]);
    await keep!();
    expect(readdirSync(publications())).toEqual(['1']);
    await preparePublication({ ...ajout, de: folderOf('b') });
    await add('c');
    expect(readdirSync(publications())).toEqual(['1', '2']);
    expect(readFileSync(publications('2', 'cycles.parquet'), 'utf8')).toBe('c');
  });
});

const fiche = (n: string, change: Readonly<Record<string, unknown>>) => {
  const file = publications(n, 'publication.json');
  const own = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...own, ...change }));
};
const append = (...names: string[]) => writeFileSync(publications(...names), ' ', { flag: 'a' });

describe('a history is refused', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'where a number is missing',
      () => rmSync(publications('2'), { recursive: true }),
      /^data\/un\/publications : la publication 2 manque, alors que la 3 est là ; remettez-le tel qu’il était \(git, sauvegarde\).*LISEZMOI/,
    ],
    [
      'where a publication bears the number of another',
      () => {
        rmSync(publications('2'), { recursive: true });
        cpSync(publications('1'), publications('2'), { recursive: true });
      },
      /publications\/2 est la publication 1 : remettez/,
    ],
    [
      'where a name is no number',
      () => renameSync(publications('3'), publications('3 (copie)')),
      /« 3 \(copie\) » n’est pas une publication ; retirez-le/,
    ],
    [
      'where a table is missing',
      () => rmSync(publications('2', 'cycles.parquet')),
      /publications\/2 : il manque cycles\.parquet ; remettez/,
    ],
    [
      'where the description is missing',
      () => rmSync(publications('2', 'datapackage.json')),
      /publications\/2 : il manque datapackage\.json ; remettez/,
    ],
    [
      'where the hash is missing',
      () => rmSync(publications('2', 'publication.json')),
      /publications\/2 : il manque publication\.json ; remettez/,
    ],
    [
      'where the hash is unreadable',
      () => writeFileSync(publications('2', 'publication.json'), '{'),
      /publications\/2 : publication\.json est illisible ; remettez/,
    ],
    [
      'where a table is altered',
      () => append('2', 'projets.parquet'),
      /publications\/2 : projets\.parquet n’est plus ce qui a été publié ; remettez/,
    ],
    [
      'where the description is altered',
      () => append('2', 'datapackage.json'),
      /publications\/2 : datapackage\.json n’est plus ce qui a été publié ; remettez/,
    ],
    [
      'where a file was added',
      () => append('2', 'depenses.parquet'),
      /publications\/2 : depenses\.parquet n’en fait pas partie ; retirez-le/,
    ],
    [
      'that is of another fund',
      () => fiche('2', { fonds: 'deux' }),
      /publications\/2 est une publication du fonds « deux », et non du fonds « un »/,
    ],
    [
      'that a newer version wrote',
      () => fiche('2', { format: 2, chaine: 'x' }),
      /publications\/2 a été écrit par une version plus récente de l’outil : mettez l’outil à jour/,
    ],
  ])('%s, and nothing is added to it', async (_, spoil, said) => {
    for (const contenu of ['a', 'b', 'c']) await add(contenu);
    spoil();
    const before = filesOf(publications());
    await expect(read()).rejects.toThrow(said);
    await expect(add('d')).rejects.toThrow(said);
    expect(filesOf(publications())).toEqual(before);
  });
});

describe('tables are not added', () => {
  test.each<[string, (de: string) => void, RegExp]>([
    ['that are missing', (de) => rmSync(path.join(de, 'cycles.parquet')), /il manque cycles/],
    [
      'that changed',
      (de) => writeFileSync(path.join(de, 'cycles.parquet'), 'z'),
      /cycles\.parquet n’est plus ce qui a été publié/,
    ],
    [
      'of another fund',
      (de) => void writePublics(de, 'deux', { cycles: 'a' }),
      /du fonds « deux », et non du fonds « un »/,
    ],
    [
      'that are listed outside their folder',
      (de) => {
        const file = path.join(de, 'datapackage.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('cycles.parquet', '../a.parquet'));
      },
      /datapackage\.json est illisible/,
    ],
  ])('%s', async (_, spoil, said) => {
    await add('a');
    const before = filesOf(publications());
    const de = folderOf('b');
    spoil(de);
    const adding = addPublication({ dossierDuFonds, fonds: 'un', de, au: null });
    await expect(adding).rejects.toThrow(said);
    expect(filesOf(publications())).toEqual(before);
  });
});
