/** Each check finds what was planted in a small site, and nothing in the same site without it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editions } from '../../../pipelines/publier/editions';
import { liens } from '../../../pipelines/publier/liens';
import { personnes } from '../../../pipelines/publier/personnes';
import { politique } from '../../../pipelines/publier/politique';
import { readPubliable, type Controle } from '../../../pipelines/publier/publiable';
import { flatten, restreintsOf } from '../../../pipelines/publier/restreints';
import { secretsIn } from '../../../pipelines/publier/secrets';
import { suivi } from '../../../pipelines/publier/suivi';
import { tiers } from '../../../pipelines/publier/tiers';
import { TABLE_NAMES } from '../../../src/lib/domain/tables';
import type { Product } from '../../../pipelines/steps/link/rows';

const SCRIPT = 'let a = 1;';
const HASH = createHash('sha256').update(SCRIPT).digest('base64');
const page = (body: string, hash = HASH) =>
  `<html><head><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'sha256-${hash}'"><link rel="canonical" href="https://exemple.org/"></head><body>${body}<script>${SCRIPT}</script></body></html>`;

let root: string;
const put = (file: string, content: string | Uint8Array) => {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
};

async function putParquet(file: string, select: string): Promise<void> {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  const db = await (await DuckDBInstance.create()).connect();
  await db.run(`COPY (${select}) TO '${path.join(root, file)}' (FORMAT parquet)`);
}

const check = async (controle: Controle) => controle.check(await readPubliable(root, root));

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'retombees-publier-'));
  put('index.html', page('<a href="/demo#ici">Ici</a><a href="https://exemple.org/">Là</a>'));
  put('demo.html', page('<h2 id="ici">Ici</h2><a href="/">Accueil</a><img src="/a.svg">'));
  put('a.svg', '<svg/>');
  put('.empreinte', 'abc');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('pages', () => {
  it('are well when nothing is planted', async () => {
    for (const controle of [politique, tiers, liens, editions])
      expect(await check(controle)).toEqual([]);
  });

  it.each([
    ['<html></html>', 'n’a pas de politique'],
    [page('', 'YWJj'), 'que sa politique ne nomme pas'],
    [page('').replace("'self' 'sha", "'unsafe-inline' 'sha"), 'laisse passer tout script'],
    [page('<p onclick="a()">x</p>'), 'dans un attribut'],
    [page('<a href="javascript:a()">x</a>'), 'dans une adresse'],
  ])('have a policy that covers all their scripts: %s', async (html, said) => {
    put('plante.html', html);
    expect((await check(politique)).join()).toContain(said);
  });

  it.each([
    '<img src="https://tiers.example/a.png">',
    '<img srcset="/a.png 1x, //tiers.example/a.png 2x">',
    '<link rel="stylesheet" href="https://tiers.example/a.css">',
    '<p style="background: url(https://tiers.example/a.png)">x</p>',
    '<form action="//tiers.example/">x</form>',
  ])('ask nothing of a third party: %s', async (planted) => {
    put('plante.html', page(planted));
    expect((await check(tiers)).join()).toContain('tiers.example');
  });

  it('ask nothing of a third party in their styles', async () => {
    put('a.css', '@import "https://tiers.example/b.css";');
    expect(await check(tiers)).toEqual(['a.css demanderait « https://tiers.example/b.css ».']);
  });

  it.each([
    ['/absente', 'n’existe pas'],
    ['/demo#absente', 'l’ancre n’existe pas'],
    ['#absente', 'l’ancre n’existe pas'],
  ])('lead to what is there: %s', async (href, said) => {
    put('plante.html', page(`<a href="${href}">x</a>`));
    expect((await check(liens)).join()).toContain(said);
  });
});

describe('data', () => {
  it('are public tables, their description and sealed editions', async () => {
    await putParquet('donnees/un/public/cycles.parquet', "SELECT 'a' AS cycle_id");
    put('donnees/un/public/datapackage.json', '{}');
    put('donnees/un/public/scelle/conseil.age', 'age-encryption.org/v1\n-> scrypt');
    expect(await check(editions)).toEqual([]);
  });

  it('have no column, table or file that the public may not read', async () => {
    await putParquet('donnees/un/public/cycles.parquet', "SELECT 'a' AS cycle_id, 1 AS secret");
    await putParquet('donnees/un/public/citations.parquet', "SELECT 'a' AS texte");
    await putParquet('ailleurs/cycles.parquet', "SELECT 'a' AS cycle_id");
    put('donnees/un/public/scelle/conseil.age', 'PAR1');
    put('donnees/un/registre.xlsx', 'PK');
    expect((await check(editions)).map((line) => line.split(' : ')).map(([f]) => f)).toEqual([
      'ailleurs/cycles.parquet',
      'donnees/un/public/citations.parquet',
      'donnees/un/public/cycles.parquet',
      'donnees/un/public/scelle/conseil.age',
      'donnees/un/registre.xlsx',
    ]);
  });
});

describe('people', () => {
  it('are not in the texts of tables; an organisation may bear a name', async () => {
    await putParquet(
      'donnees/un/public/organismes.parquet',
      "SELECT 'Fondation Madame Roy' AS nom, 'https://a.example/450-555-0199' AS url",
    );
    expect(await check(personnes)).toEqual([]);
    await putParquet(
      'donnees/un/public/projets.parquet',
      "SELECT 'Au 12, rue du Lac, avec M. Roy' AS titre UNION ALL SELECT 'Un toit'",
    );
    expect(await check(personnes)).toEqual([
      'donnees/un/public/projets.parquet, titre : semble contenir une adresse ; corrigez le fichier reçu.',
      'donnees/un/public/projets.parquet, titre : semble contenir le nom d’une personne ; corrigez le fichier reçu.',
    ]);
  });
});

describe('secrets', () => {
  const texte = 'L’aîné de la famille « Roy »\nvit seul.';
  const restreints = {
    textes: [{ lieu: 'citations.temoignage', texte: flatten(texte) }],
    montants: new Map([[4_016_37n, { lieu: 'depenses.montant_depense' }]]),
  };
  const scan = async () =>
    secretsIn(await readPubliable(root, root), restreints, 'ici@fonds.example');

  it('are not in a site that has none, though it says whom to write to', async () => {
    put('b.json', '{"a":"ici@fonds.example"}');
    expect(await scan()).toEqual([]);
  });

  it('are found however a file writes them, and never told', async () => {
    put('a.html', '<p>L&#39;aîné de la famille «&nbsp;Roy&nbsp;» vit seul.</p>');
    put('b.json', JSON.stringify({ x: texte }));
    put('c.js', `let c = ${JSON.stringify(texte.toUpperCase())};`);
    put('d.csv', 'a\n');
    put('d.csv.br', brotliCompressSync(texte));
    await putParquet('e.parquet', `SELECT '${texte}' AS a`);
    const found = await scan();
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      'a.html',
      'b.json',
      'c.js',
      'd.csv.br',
      'e.parquet',
    ]);
    expect(found.join()).not.toContain('Roy');
  });

  it.each([
    ['a.html', '<td>−4&nbsp;016,37&nbsp;$</td>'],
    ['a.html', '<td>4\u202f016,37\u00a0$</td>'],
    ['a.json', '{"a":-4016.37}'],
    ['a.csv', 'x;4016,37'],
    ['a.png', 'tEXt 4016.37'],
  ])('are amounts, however %s writes them: %s', async (fichier, planted) => {
    put(fichier, planted);
    expect(await scan()).toEqual([
      `${fichier} contient ce que dit depenses.montant_depense, que le public ne lit pas.`,
    ]);
  });

  it('are amounts of a table, and no part of another number', async () => {
    await putParquet('a.parquet', 'SELECT 4016.37::DECIMAL(14,2) AS a');
    put('b.json', '[14016.37,4016.3,4016.375,4016,"1.4016.37"]');
    expect((await scan()).map((line) => line.split(' ')[0])).toEqual(['a.parquet']);
  });

  it('are not the authors that licences name', async () => {
    put('LICENCES.txt', 'Copyright Jeanne <jeanne@organisme.example>');
    expect(await scan()).toEqual([]);
    put('LICENCES.txt', texte);
    expect(await scan()).toHaveLength(1);
  });

  it.each(['-----BEGIN PRIVATE KEY-----', 'jeanne@organisme.example', '450 555-0199'])(
    'are keys and ways to reach a person too: %s',
    async (planted) => {
      put('a.json', planted);
      expect(await scan()).toHaveLength(1);
    },
  );

  it('are the texts and the amounts that no public column has', () => {
    const empty = Object.fromEntries(TABLE_NAMES.map((nom) => [nom, []])) as unknown as Product;
    const product = {
      ...empty,
      projets: [{ titre: 'Un jardin pour tous les voisins' }],
      citations: [texte, 'Un jardin pour tous', 'bref'].map((temoignage) => ({ temoignage })),
      versements: [{ montant_verse: -5_000_01n }],
      rapprochements: [{ montant_verse: 7_000_01n }],
      depenses: [4_016_37n, 5_000_01n, 7_000_01n, 5_000_00n, 12_34n].map((montant_depense) => ({
        montant_depense,
      })),
    } as unknown as Product;
    expect(restreintsOf(product)).toEqual(restreints);
  });
});

describe('the repository', () => {
  it('tracks nothing private but that of the demonstration', async () => {
    put('data/demo/prive/a.csv', 'a');
    put('prive/un/a.csv', 'a');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
    git('init', '-q');
    git('add', 'data');
    expect(await check(suivi)).toEqual([]);
    git('add', 'prive');
    expect(await check(suivi)).toEqual([expect.stringContaining('prive/un/a.csv est suivi')]);
  });
});
