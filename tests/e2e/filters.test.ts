import { describe, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeApercu } from '../../src/lib/views/pages/apercu';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: false });

async function titles(): Promise<string[]> {
  return (await site.opened.page.locator('.figure h2').allTextContents()).map(flat);
}

async function choose(label: string, option: string): Promise<void> {
  await site.opened.page.getByLabel(label, { exact: true }).selectOption({ label: option });
}

const settled = () => site.opened.page.locator('.figures[aria-busy="false"]').waitFor();

async function chooseLesMoulins(): Promise<void> {
  await choose('Cycle', 'Cycle 2019-2024');
  await choose('Territoire', 'Les Moulins');
  await site.opened.page.getByText('Les Moulins : au moins 713').first().waitFor();
  await settled();
}

/** Counts, in the page, the questions that it puts to its engine. */
function countQuestions(): void {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...sent: [{ type?: string }]) {
    const { dataset } = document.documentElement;
    if (sent[0].type === 'RUN_PREPARED')
      dataset['asked'] = String(Number(dataset['asked'] ?? 0) + 1);
    send.apply(this, sent);
  };
}

/** How many questions the overview puts to an engine for some cycles, each asked once. */
async function questionsOf(cycles: readonly string[]): Promise<number> {
  const node = await openNodeEngine('static/donnees/lanaudiere/public');
  let count = 0;
  const query: Engine['query'] = (sql, values) => {
    count += 1;
    return node.query(sql, values);
  };
  const counting = { ...node, query };
  for (const cycle of cycles) await composeApercu(counting, { ...SANS_CHOIX, cycle });
  await node.close();
  return count;
}

describe('choosing Les Moulins in 2019-2024', () => {
  it('changes each figure as the engine of the build would, the address and the announcement; back and forth too', async () => {
    const { page, complaints } = site.opened;
    await page.goto('/lanaudiere');
    const before = await titles();
    const tables = await page.locator('.figure table').allTextContents();
    await chooseLesMoulins();
    const after = await titles();
    expect(new URL(page.url()).search).toBe('?cycle=2019-2024&territoire=les-moulins');
    const now = await page.locator('.figure table').allTextContents();
    for (let i = 0; i < before.length; i++) {
      expect(after[i], before[i]).not.toBe(before[i]);
      expect(now[i]).not.toBe(tables[i]);
    }
    const status = flat(
      await page
        .getByRole('status')
        .allTextContents()
        .then((t) => t.join(' ')),
    );
    expect(status).toContain('713 342,24 $');
    const node = await openNodeEngine('static/donnees/lanaudiere/public');
    const choix = { ...SANS_CHOIX, cycle: '2019-2024', territoire: 'les-moulins' };
    const expected = await composeApercu(node, choix);
    await node.close();
    expect(await titles()).toEqual(expected.figures.map((f) => flat(f.titre)));
    for (const figure of expected.figures) {
      const cells = await page
        .locator(`#${figure.id} table tbody`)
        .first()
        .locator('th, td')
        .allTextContents();
      expect(cells.map(flat), figure.id).toEqual(
        figure.table.lignes.flat().map((c) => flat(c.texte)),
      );
    }
    await page.goBack();
    await page.goBack();
    await expect.poll(titles).toEqual(before);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByLabel('Territoire', { exact: true }).inputValue()).toBe('');
    await page.goForward();
    await page.goForward();
    await expect.poll(titles).toEqual(after);
    expect(complaints).toEqual([]);
  });

  it('shows the seven projects of its list, and what they add up to', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere/projets?cycle=2019-2024&territoire=les-moulins');
    await page.getByText('Projets 1 à 7 sur 7').waitFor();
    expect(await page.locator('#projets table tbody tr').count()).toBe(7);
    expect(flat(await page.locator('#projets table').innerText())).toContain('491 633,11 $');
  });

  it('keeps what is coarser as unknown, not as zero', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere?territoire=les-moulins');
    await page.getByText('Les Moulins : au moins 713').first().waitFor();
    const text = flat(await page.locator('#enveloppe').innerText());
    expect(text).toContain('3 421 915,48 $ ne peuvent être ventilés');
    expect(text).toContain('part inconnue');
    expect(text).not.toMatch(/(^| )0 \$/);
  });
});

describe('the address', () => {
  it('gives the same view to whoever opens the link', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere');
    await chooseLesMoulins();
    const chosen = await titles();
    const link = page.url();
    const other = await site.harness.openPage();
    await other.page.goto(link);
    const read = async () => (await other.page.locator('.figure h2').allTextContents()).map(flat);
    await expect.poll(read).toEqual(chosen);
    await other.close();
  });
});

describe('the engine', () => {
  it('is not fetched before intent, and is as soon as a filter has the focus', async () => {
    const { page, answers } = site.opened;
    await page.goto('/lanaudiere');
    await page.waitForLoadState('networkidle');
    expect(answers.filter((a) => a.path.endsWith('.wasm'))).toEqual([]);
    await page.getByLabel('Cycle', { exact: true }).focus();
    await expect.poll(() => answers.filter((a) => a.path.endsWith('.wasm')).length).toBe(1);
  });

  it(
    'answers the choices of a list that has the focus before one is made',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await page.addInitScript(countQuestions);
      const asked = () => page.evaluate(() => Number(document.documentElement.dataset['asked']));
      const expected = await questionsOf(['2019-2024', '2024-2029']);
      await page.goto('/lanaudiere');
      await page.waitForLoadState('networkidle');
      await page.getByLabel('Cycle', { exact: true }).focus();
      await expect.poll(asked).toBe(expected);
      await choose('Cycle', 'Cycle 2019-2024');
      await page.waitForURL(/cycle=/);
      await settled();
      expect(flat((await titles()).join(' '))).not.toContain('2024-2029');
      expect(await asked()).toBe(expected);
    },
  );

  it(
    'says what failed in plain words, keeps the figures, and tries again',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await page.goto('/lanaudiere');
      const before = await titles();
      await page.route('**/*.wasm', (route) => route.abort());
      await choose('Territoire', 'Joliette');
      await page.getByText('n’a pas pu être chargé').first().waitFor();
      expect(await titles()).toEqual(before);
      await page.unroute('**/*.wasm');
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByText('Joliette : au moins').first().waitFor();
    },
  );

  it('can be cancelled while it loads, and taken up again', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere');
    const before = await titles();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*duckdb*.wasm', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await choose('Territoire', 'Joliette');
    await page.getByRole('button', { name: 'Annuler' }).click();
    release();
    await page.getByText('est annulé').first().waitFor();
    expect(await titles()).toEqual(before);
    await page.unroute('**/*duckdb*.wasm');
    await page.getByRole('button', { name: 'Reprendre le chargement' }).click();
    await page.getByText('Joliette : au moins').first().waitFor();
  });
});
