/** The page where readers ask their own questions. */
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { EXEMPLES } from '../../src/lib/data/queries/exemples';
import { TABLES_PUBLIQUES } from '../../src/lib/domain/column';
import { HOSTILES } from '../lib/requetes-hostiles';
import { ask, linkOf, readStatus } from './lib/explorer';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: true });

describe('the page', () => {
  it.each(sampleOf(['lanaudiere', 'demo'], 1))(
    'of %s shows tables, columns and examples without JavaScript',
    async (fonds) => {
      const plain = await site.harness.openPage({ javaScriptEnabled: false });
      await plain.page.goto(`/${fonds}/explorer`);
      const names = await plain.page.locator('.table-publiee > summary code').allTextContents();
      expect(names).toEqual([...TABLES_PUBLIQUES]);
      expect(await plain.page.locator('.exemples pre').allTextContents()).toEqual(
        EXEMPLES.map(({ sql }) => sql),
      );
      const octrois = flat(
        (await plain.page
          .locator('.table-publiee', { hasText: 'octroi_id' })
          .first()
          .textContent())!,
      );
      expect(octrois).toContain('Somme accordée ; ni versée, ni dépensée.');
      expect(await plain.page.locator('textarea').isVisible()).toBe(false);
      await plain.close();
    },
  );

  it('keeps within the budget before the editor, and loads no engine', async () => {
    const { page, answers } = site.opened;
    await page.goto('/demo/explorer');
    const html = await readFile('build/demo/explorer.html', 'utf8');
    const named = html.matchAll(
      /(?:href|src|import\()=?"([^"]*\/_app\/immutable\/[^"]*\.(?:js|css))"/g,
    );
    await page.locator('.cm-content').waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = async (path: string) => brotliCompressSync(await readFile(`build${path}`)).length;
    const paths = [...new Set([...named].map(([, href]) => new URL(href!, page.url()).pathname))];
    const sizes = await Promise.all(['/demo/explorer.html', ...paths].map(bytes));
    const text = sizes.reduce((sum, size) => sum + size, 0);
    expect(text).toBeGreaterThan(10_000);
    expect(text).toBeLessThanOrEqual(100_000);
    const later = answers
      .map(({ path }) => path)
      .filter((p) => p.endsWith('.js') && !paths.includes(p));
    const editor = (await Promise.all(later.map(bytes))).reduce((sum, size) => sum + size, 0);
    expect(editor).toBeLessThanOrEqual(180_000);
    expect(answers.filter(({ path }) => /\.(wasm|parquet)$/.test(path))).toEqual([]);
  });
});

describe('a statement', () => {
  it('is run by keyboard, answered with its count and time, and held by the address', async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere/explorer');
    await ask(page, 'SELECT nom, ordre FROM territoires ORDER BY ordre');
    await readStatus(page, /^\d+ lignes, [\d,]+ s\.$/);
    const cells = await page.locator('.reponse tbody tr').count();
    expect(new URL(page.url()).searchParams.get('requete')).toBe(
      'SELECT nom, ordre FROM territoires ORDER BY ordre',
    );
    await ask(page, 'SELECT 1 AS un');
    await readStatus(page, /^1 ligne,/);
    await page.goBack();
    await expect.poll(() => page.locator('.reponse tbody tr').count()).toBe(cells);
    expect(await page.locator('.cm-content').innerText()).toContain('FROM territoires');
    await page.reload();
    await expect.poll(() => page.locator('.reponse tbody tr').count()).toBe(cells);
  });

  it('shows the first thousand rows and says how many there are', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(linkOf('SELECT range AS n FROM range(2500)'));
    await readStatus(page, /^2 500 lignes, les 1 000 premières sont montrées, [\d,]+ s\.$/);
    expect(await page.locator('.reponse tbody tr').count()).toBe(1000);
  });

  it('goes to files, every row of it', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(linkOf('SELECT range AS n, NULL AS rien FROM range(2500)', 'demo'));
    await readStatus(page, /^2 500 lignes/);
    const save = async (nom: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Télécharger le résultat en ${nom}` }).click(),
      ]);
      return [file.suggestedFilename(), await readFile((await file.path())!, 'utf8')] as const;
    };
    const [csvName, csv] = await save('CSV');
    expect(csvName).toBe('requete.csv');
    expect(csv.trim().split('\r\n')).toHaveLength(2501);
    expect(csv.trim().split('\r\n').at(-1)).toBe('2499;;DONNÉES FICTIVES');
    const [jsonName, json] = await save('JSON');
    expect(jsonName).toBe('requete.json');
    expect(JSON.parse(json)).toMatchObject({ mention: 'DONNÉES FICTIVES', total: 2500 });
  });

  it('opens as a figure with its table and files', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/demo/explorer');
    await page.getByRole('link', { name: /À quelles priorités/ }).click();
    await page.getByRole('button', { name: 'Tracer en barres' }).click();
    const figure = page.locator('#figure-requete');
    await figure.locator('svg:visible').waitFor();
    const shown = await page.locator('.reponse > .defile tbody tr').allTextContents();
    expect((await figure.locator('tbody tr').allTextContents()).map(flat)).toEqual(shown.map(flat));
    expect(flat((await figure.locator('svg:visible').textContent())!)).toContain(
      flat(shown[0]!).slice(0, 12),
    );
    for (const format of ['CSV', 'SVG', 'PNG'])
      expect(
        await figure.getByRole('button', { name: `Télécharger en ${format}\u00a0:` }).count(),
      ).toBe(1);
  });

  it('opens days as a line that ends where the whole does', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/demo/explorer');
    await page.getByRole('link', { name: /jour après jour/ }).click();
    await page.getByRole('button', { name: 'Tracer en ligne' }).click();
    const image = page.locator('#figure-requete svg:visible');
    await image.waitFor();
    const last = page.locator('.reponse > .defile tbody tr').last();
    const amount = flat((await last.locator('td').last().textContent())!);
    expect(amount).toMatch(/ \$$/);
    expect(flat((await image.textContent())!)).toContain(amount);
  });

  it('opens the SQL of a question of the site with its choices', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere/explorer?question=annonces-resume&cycle=2024-2029');
    await readStatus(page, /^\d+ lignes?,/);
    expect(await page.locator('.cm-content').innerText()).toContain("a.cycle_id = '2024-2029'");
    await page.goto('/lanaudiere/explorer?question=nulle-part');
    await page.getByText('Aucune question du site ne s’appelle « nulle-part »').waitFor();
  });
});

describe('a statement that is refused', () => {
  it('is told in French, with its place, marked in the editor', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere/explorer');
    await page.locator('.cm-content').waitFor();
    await ask(page, 'SELECT octroi_id,\n  montant_accord\nFROM octrois');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const said = flat(await alert.innerText());
    expect(said).toContain('Aucune colonne ne s’appelle « montant_accord » ici.');
    expect(said).toContain('Ligne 2, colonne 3.');
    expect(said).toContain('Noms proches : montant_accorde');
    expect(await page.locator('.cm-lintRange-error').allTextContents()).toEqual(['montant_accord']);
    await ask(page, 'SELECT 1 AS un');
    await readStatus(page, /^1 ligne,/);
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0);
  });

  it('changes nothing and reaches nothing, whatever it is', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(linkOf('SELECT count(*) AS n FROM octrois'));
    await readStatus(page, /^1 ligne,/);
    const before = await page.locator('.reponse tbody').textContent();
    for (const [sql] of HOSTILES.filter(([text]) => text !== '')) {
      await ask(page, sql);
      await expect.poll(() => page.locator('.refus').count(), { message: sql }).toBe(1);
      expect(await page.locator('.reponse table').count(), sql).toBe(0);
    }
    await ask(page, 'SELECT count(*) AS n FROM octrois');
    await readStatus(page, /^1 ligne,/);
    expect(await page.locator('.reponse tbody').textContent()).toBe(before);
  });
});

describe('a long statement', () => {
  it('shows that it works, and stops when it is told to', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(linkOf('SELECT count(*) FROM range(1000000000000) a, range(1000) b'));
    await readStatus(page, /^Requête en cours/);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await readStatus(page, /^La requête est annulée/);
    await ask(page, 'SELECT 1 AS un');
    await readStatus(page, /^1 ligne,/);
  });

  it('counts the rows that it reads', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(linkOf('SELECT range FROM range(1000000000000)'));
    await page.getByText(/lignes lues/).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await readStatus(page, /^La requête est annulée/);
  });

  it('may break the engine, which is opened again', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(linkOf('SELECT list_sum(range(1000000000))'));
    await page.getByText('a arrêté le moteur de calcul').waitFor();
    await ask(page, 'SELECT 1 AS un');
    await readStatus(page, /^1 ligne,/);
  });
});
