/** The board pack of an edition that is not public: what its PDF holds, and that nothing else holds it. */
import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AU_COMPLET, COMPLET, sampleOf } from '../lib/ampleur';
import { CahierAbsent, printCahier } from '../../pipelines/cahier/cahier';
import { renderEdition } from '../../pipelines/cahier/papier';
import { ensureChromium } from '../../pipelines/programmes/chromium.mjs';
import { clearFolder, run } from '../../pipelines/run';
import type { EditionScellee } from '../../src/lib/domain/column';
import { hasProgramme } from '../lib/programmes.mjs';
import { clearEdition } from '../lib/editions';
import { PROJECT, runProgram } from '../pipeline/lib/publication';
import { openPublication } from '../pipeline/lib/sql';
import { tempFolder } from '../lib/temp';
import { pagesOf, program, undated } from './lib/pdf';
import { flat } from './lib/texte';

const root = tempFolder();
symlinkSync(path.join(PROJECT, 'data'), path.join(root, 'data'));
const poppler = hasProgramme('poppler');
let executablePath: string;

beforeAll(async () => {
  executablePath = await ensureChromium(() => undefined);
});

const render = async (edition: EditionScellee, territoire: string | null = null) =>
  renderEdition({ donnees: await clearEdition(edition), fonds: 'demo', edition, territoire });

async function print(edition: EditionScellee, territoire: string | null = null) {
  const papier = await render(edition, territoire);
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
  git: program('git', 'ls-files', '--others', '--exclude-standard', '*.pdf', '*.html', '*.parquet'),
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

/** In the suite, a territory: all its sections, in a tenth of the pages. */
const [PORTEE, PAGES] = COMPLET ? [null, 50] : ['vaubrume', 3];

describe.skipIf(!poppler).each(
  sampleOf(
    [
      ['conseil', 'Cahier du conseil', 'ÉDITION DU CONSEIL'],
      ['ministere', 'Cahier du ministère', 'ÉDITION DU MINISTÈRE'],
    ] as const,
    1,
  ),
)('%s', (edition, titre, mention) => {
  let pages: string[];
  let bytes: Uint8Array;
  let file: string;
  let state: Record<'before' | 'after', ReturnType<typeof stateOfProject>>;
  beforeAll(async () => {
    const before = stateOfProject();
    ({ bytes, file } = await print(edition, PORTEE));
    state = { before, after: stateOfProject() };
    pages = pagesOf(file);
  });

  it('is one PDF, tagged, titled, outlined, numbered, and says its edition and day on each page', () => {
    const info = program('pdfinfo', file);
    expect(info).toMatch(/Tagged: +yes/);
    expect(flat(info)).toContain(`Title: ${titre}${PORTEE === null ? '' : ', Vaubrume'} ·`);
    expect(info).toMatch(/Page size: +612 x 792 pts/);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/\/Type \/Outlines/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(raw).toMatch(/\/Lang \(fr-CA\)/);
    expect(raw).not.toContain('localhost');
    expect(pages.length).toBeGreaterThan(PAGES);
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
    const shared = COMPLET ? ['L’enveloppe', 'Les résultats', 'Méthode'] : [];
    for (const title of [...shared, ...own]) expect(titles).toContain(title);
    for (const title of board) expect(titles.includes(title), title).toBe(edition === 'conseil');
  });

  it('is held by nothing else: neither git, nor the built site, nor what is published', () => {
    expect(state.after).toEqual(state.before);
  });

  it('gives the figures of the tables of its edition, whole', AU_COMPLET, async () => {
    const db = await openPublication(await clearEdition(edition), TABLES);
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

it.skipIf(!poppler)('the public pack has no restricted word', AU_COMPLET, async () => {
  const bytes = await printCahier({ site: 'build', page: '/demo/cahier', executablePath });
  const file = path.join(tempFolder(), 'public.pdf');
  writeFileSync(file, bytes);
  const text = pagesOf(file).join(' ');
  expect(text).toContain('Édition publique');
  for (const word of ['NE PAS DIFFUSER', 'Édition du', 'une à une', 'projet par projet', 'Solde'])
    expect(text).not.toContain(word);
  const db = await openPublication(await clearEdition('conseil'), ['reddition_notes']);
  const notes = await db.rows(
    'SELECT DISTINCT valeur_texte AS t FROM reddition_notes WHERE length(valeur_texte) > 30',
  );
  expect(notes.length).toBeGreaterThan(100);
  const words = notes.map(({ t }) => flat(t!));
  expect(missingIn(text, words)).toEqual(words);
  db.close();
});

it.skipIf(!poppler)(
  'tells of one territory, the same to the byte but for its own date',
  AU_COMPLET,
  async () => {
    const [a, b] = [await print('conseil', 'vaubrume'), await print('conseil', 'vaubrume')];
    expect(undated(b.bytes) === undated(a.bytes)).toBe(true);
    const pages = pagesOf(a.file);
    for (const text of pages) {
      expect(text).toContain('territoire : Vaubrume');
      expect(text).toContain('NE PAS DIFFUSER');
    }
    const db = await openPublication(await clearEdition('conseil'), TABLES);
    const [count] = await db.rows(
      "SELECT count(*) AS n FROM redditions JOIN projets USING (projet_id) WHERE territoire_id = 'vaubrume'",
    );
    expect(pages.join(' ')).toContain(`${count!['n']} redditions, dont`);
    db.close();
  },
);

it('says nothing of reports for a fund of which none is due', AU_COMPLET, async () => {
  const output = { isTTY: false, write: () => undefined };
  const asked = { fonds: 'lanaudiere', edition: 'conseil' } as const;
  expect((await run({ racine: root, ...asked, output })).ok).toBe(true);
  const donnees = clearFolder(root, 'lanaudiere', 'conseil');
  const { body } = await renderEdition({ donnees, ...asked, territoire: null });
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

  it('a territory that the fund has not', AU_COMPLET, async () => {
    await expect(render('conseil', 'ailleurs')).rejects.toThrow(CahierAbsent);
  });

  it('an edition that nobody knows, with the usage', AU_COMPLET, async () => {
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
