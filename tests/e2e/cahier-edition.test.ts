/** The board pack of an edition that is not public: what its PDF holds, and that nothing else holds it. */
import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CahierAbsent, printCahier } from '../../pipelines/cahier/cahier';
import { renderEdition } from '../../pipelines/cahier/papier';
import { ensureChromium } from '../../pipelines/programmes/chromium.mjs';
import { clearFolder, run } from '../../pipelines/run';
import type { EditionScellee } from '../../src/lib/domain/column';
import { hasProgramme } from '../lib/programmes.mjs';
import { PROJECT, runProgram } from '../pipeline/lib/publication';
import { openPublication } from '../pipeline/lib/sql';
import { tempFolder } from '../pipeline/lib/temp';
import { pagesOf, program, undated } from './lib/pdf';
import { flat } from './lib/texte';

const root = tempFolder();
symlinkSync(path.join(PROJECT, 'data'), path.join(root, 'data'));
const output = { isTTY: false, write: () => undefined };
const poppler = hasProgramme('poppler');
let executablePath: string;

beforeAll(async () => {
  executablePath = await ensureChromium(() => undefined);
  for (const edition of ['conseil', 'ministere'] as const)
    expect((await run({ racine: root, fonds: 'demo', edition, output })).ok).toBe(true);
  expect((await run({ racine: root, fonds: 'lanaudiere', edition: 'conseil', output })).ok).toBe(
    true,
  );
});

const render = (fonds: string, edition: EditionScellee, territoire: string | null = null) =>
  renderEdition({ donnees: clearFolder(root, fonds, edition), fonds, edition, territoire });

async function print(edition: EditionScellee, territoire: string | null = null) {
  const papier = await render('demo', edition, territoire);
  const page = `/demo/cahier${territoire === null ? '' : `/${territoire}`}`;
  const bytes = await printCahier({ site: 'build', page, executablePath, papier });
  const file = path.join(tempFolder(), 'cahier.pdf');
  writeFileSync(file, bytes);
  return { bytes, file };
}

/** Names, sizes and days of all that a folder holds. */
const stateOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
const stateOfProject = () => ({
  git: program('git', 'status', '--porcelain', '--untracked-files=all'),
  build: stateOf('build'),
  publie: stateOf('static'),
});

const dollars = (text: string) => {
  const [entier = '', cents = '00'] = text.replace('-', '−').split('.');
  const groups = entier.replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${groups}${cents === '00' ? '' : `,${cents}`} $`;
};
const missingIn = (text: string, words: readonly string[]) =>
  words.filter((word) => !text.includes(word));
const TABLES = 'redditions rapprochements reddition_personnes questions projets fonds'.split(' ');

describe.skipIf(!poppler).each([
  ['conseil', 'Cahier du conseil', 'ÉDITION DU CONSEIL'],
  ['ministere', 'Cahier du ministère', 'ÉDITION DU MINISTÈRE'],
] as const)('%s', (edition, titre, mention) => {
  let pages: string[];
  let bytes: Uint8Array;
  let file: string;
  beforeAll(async () => {
    ({ bytes, file } = await print(edition));
    pages = pagesOf(file);
  });

  it('is one PDF, tagged, titled, outlined, numbered, and says its edition and day on each page', () => {
    const info = program('pdfinfo', file);
    expect(info).toMatch(/Tagged: +yes/);
    expect(flat(info)).toContain(`Title: ${titre} ·`);
    expect(info).toMatch(/Page size: +612 x 792 pts/);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/\/Type \/Outlines/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(raw).toMatch(/\/Lang \(fr-CA\)/);
    expect(raw).not.toContain('localhost');
    expect(pages.length).toBeGreaterThan(50);
    pages.forEach((text, i) => {
      expect(text).toContain(`${mention}, NE PAS DIFFUSER. Données au 31 octobre 2026`);
      expect(text).toContain('DONNÉES FICTIVES');
      expect(text).toContain(`page ${i + 1} de ${pages.length}`);
    });
  });

  it('has in its outline what the public one has, and its own sections', () => {
    const outline = program('pdftohtml', '-xml', '-i', '-stdout', file);
    const titles = [...outline.matchAll(/<item page="\d+">(.*?)<\/item>/g)].map(([, t]) =>
      flat(t!),
    );
    const own = [
      'Les redditions, projet par projet',
      'Le rapprochement de l’argent, projet par projet',
    ];
    const board = [
      'Ce qui demande attention',
      'Les territoires au cent près, et les demandes une à une',
    ];
    for (const title of ['L’enveloppe', 'Les résultats', 'Méthode', ...own])
      expect(titles).toContain(title);
    for (const title of board) expect(titles.includes(title), title).toBe(edition === 'conseil');
  });

  it('gives the figures of the tables of its edition, whole', async () => {
    const db = await openPublication(clearFolder(root, 'demo', edition), TABLES);
    const text = pages.join(' ');
    const [counts] = await db.rows(`
      SELECT count(*) AS n, count(*) FILTER (etat = 'attendue' AND date_echeance <= date_donnees) AS retard,
             count(*) FILTER (etat <> 'attendue' AND date_echeance <= date_donnees) AS recues,
             count(*) FILTER (date_echeance <= date_donnees) AS dues
      FROM redditions, fonds`);
    expect(text).toContain(`${counts!['n']} redditions, dont ${counts!['retard']} en retard`);
    expect(text).toContain(`${counts!['recues']} redditions reçues sur ${counts!['dues']} échues`);
    const money = await db.rows('SELECT * FROM rapprochements');
    expect(money.length).toBeGreaterThan(300);
    const amounts = money.flatMap((row) =>
      ['montant_accorde', 'montant_verse', 'montant_depense_budget', 'montant_solde'].flatMap(
        (column) => (row[column] === null ? [] : [dollars(row[column]!)]),
      ),
    );
    expect(missingIn(text, amounts)).toEqual([]);
    const people = await db.rows(`
      SELECT projet_id || ' ' || exercice_id || ' ' ||
             string_agg(nombre, ' ' ORDER BY ordre) AS ligne
      FROM reddition_personnes JOIN redditions USING (reddition_id) JOIN questions USING (question_id)
      GROUP BY projet_id, exercice_id HAVING max(nombre) < 1000
         AND count(nombre) = (SELECT count(DISTINCT question_id) FROM reddition_personnes)`);
    expect(people.length).toBeGreaterThan(40);
    expect(
      missingIn(
        text,
        people.map(({ ligne }) => ligne!),
      ),
    ).toEqual([]);
    db.close();
  });
});

describe('nothing else holds it', () => {
  it('neither git, nor the built site, nor what is published', async () => {
    const before = stateOfProject();
    await print('conseil', 'vaubrume');
    expect(stateOfProject()).toEqual(before);
  });

  it.skipIf(!poppler)('nor the public pack, that has no restricted word', async () => {
    const bytes = await printCahier({ site: 'build', page: '/demo/cahier', executablePath });
    const file = path.join(tempFolder(), 'public.pdf');
    writeFileSync(file, bytes);
    const text = pagesOf(file).join(' ');
    expect(text).toContain('Édition publique');
    for (const word of ['NE PAS DIFFUSER', 'Édition du', 'une à une', 'projet par projet', 'Solde'])
      expect(text).not.toContain(word);
    const db = await openPublication(clearFolder(root, 'demo', 'conseil'), ['reddition_notes']);
    const notes = await db.rows(
      'SELECT DISTINCT valeur_texte AS t FROM reddition_notes WHERE length(valeur_texte) > 30',
    );
    expect(notes.length).toBeGreaterThan(100);
    const words = notes.map(({ t }) => flat(t!));
    expect(missingIn(text, words)).toEqual(words);
    db.close();
  });
});

it.skipIf(!poppler)(
  'tells of one territory, the same to the byte but for its own date',
  async () => {
    const [a, b] = [await print('conseil', 'vaubrume'), await print('conseil', 'vaubrume')];
    expect(undated(b.bytes) === undated(a.bytes)).toBe(true);
    const pages = pagesOf(a.file);
    for (const text of pages) {
      expect(text).toContain('territoire : Vaubrume');
      expect(text).toContain('NE PAS DIFFUSER');
    }
    const db = await openPublication(clearFolder(root, 'demo', 'conseil'), TABLES);
    const [count] = await db.rows(
      "SELECT count(*) AS n FROM redditions JOIN projets USING (projet_id) WHERE territoire_id = 'vaubrume'",
    );
    expect(pages.join(' ')).toContain(`${count!['n']} redditions, dont`);
    db.close();
  },
);

it('says nothing of reports for a fund of which none is due', async () => {
  const { body } = await render('lanaudiere', 'conseil');
  expect(body).toContain('Les territoires au cent près');
  expect(flat(body)).not.toMatch(/en retard|projet par projet|demande attention/);
});

describe('refuses', () => {
  it('an edition whose tables are not there, and says how to make them', async () => {
    const donnees = path.join(root, 'ailleurs');
    const demande = { donnees, fonds: 'demo', edition: 'conseil', territoire: null } as const;
    await expect(renderEdition(demande)).rejects.toThrow(
      /l’édition « conseil » du fonds « demo » ne sont pas dans .*npm run donnees -- --fonds demo --edition conseil/,
    );
  });

  it('a territory that the fund has not', async () => {
    await expect(render('demo', 'conseil', 'ailleurs')).rejects.toThrow(CahierAbsent);
  });

  it('an edition that nobody knows, with the usage', async () => {
    const args = ['--import', 'tsx', 'pipelines/cahier/cli.ts', '--fonds', 'demo'];
    const { code, said } = await runProgram(
      process.execPath,
      [...args, '--edition', 'presse'],
      PROJECT,
    );
    expect(code).toBe(2);
    expect(said).toContain("« presse » n'est pas une édition");
    expect(said).toContain('Usage : npm run cahier -- --fonds');
  });
});
