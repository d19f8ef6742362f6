/** What the engine of the browser takes, beside bare DuckDB-WASM in the same page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { TABLES_PUBLIQUES } from '../../src/lib/domain/column';
import { type Choix, SANS_CHOIX } from '../../src/lib/domain/choix';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { buildEngineApp } from '../e2e/lib/engine-app';
import { type Harness, startHarness } from '../e2e/lib/harness';
import { writeProduct } from './produit';

export interface Moteur {
  readonly octrois: number;
  /** Milliseconds until the tables are there. */
  readonly produit: number;
  readonly nu: number;
  /** Milliseconds from a choice to new rows. */
  readonly premier: number;
  readonly choix: Centiles;
  readonly requetes: Centiles;
}

interface Centiles {
  readonly p50: number;
  readonly p95: number;
}

const OUVERTURES = 5;

/** What the figures of the overview draw from, a query a figure. */
const QUESTIONS = [
  ...['cycles-resume', 'enveloppe-by-territoire', 'accorde-by-priorite', 'accorde-by-exercice'],
  ...['octrois-by-date', 'verse-by-exercice', 'projets-publies'],
];

function centile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? NaN;
}

const centilesOf = (values: readonly number[]): Centiles => ({
  p50: centile(values, 0.5),
  p95: centile(values, 0.95),
});

/** Every pair of a territory and a priority, in each exercice: none comes twice. */
async function choicesOf(folder: string): Promise<Choix[]> {
  const engine = await openNodeEngine(folder);
  const rows = await engine.query(
    `SELECT territoire_id, priorite_id, exercice_id FROM territoires, priorites, exercices
     ORDER BY hash(territoire_id || priorite_id || exercice_id)`,
    [],
  );
  await engine.close();
  return rows.map((r) => ({
    ...SANS_CHOIX,
    territoire: r['territoire_id'] as string,
    priorite: r['priorite_id'] as string,
    exercice: r['exercice_id'] as string,
  }));
}

const TABLES = [...TABLES_PUBLIQUES];

/** Gives a page of its own to each measure: what one leaves in memory is not another's. */
async function onPage<T>(harness: Harness, measure: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await harness.openPage();
  await page.goto('/');
  await page.waitForFunction(() => 'banc' in window);
  const found = await measure(page);
  await close();
  return found;
}

/** Middle times to open both, in turn. */
async function measureOpening(harness: Harness): Promise<{ produit: number; nu: number }> {
  const [produit, nu]: number[][] = [[], []];
  for (let i = 0; i < OUVERTURES; i++) {
    produit!.push(
      await onPage(harness, (p) =>
        p.evaluate((t) => window.banc.openProduit('/donnees', t), TABLES),
      ),
    );
    nu!.push(
      await onPage(harness, (p) => p.evaluate((t) => window.banc.openNu('/donnees', t), TABLES)),
    );
  }
  return { produit: centile(produit!, 0.5), nu: centile(nu!, 0.5) };
}

/** Times of each choice, the first apart: it prepares what all of them ask. */
async function measureChoices(harness: Harness, choix: Choix[]): Promise<[number, Centiles]> {
  return onPage(harness, async (page) => {
    await page.evaluate((t) => window.banc.openProduit('/donnees', t), TABLES);
    const [premier, ...autres] = await page.evaluate((c) => window.banc.choose(c), choix);
    return [premier!, centilesOf(autres)];
  });
}

async function measurePlain(harness: Harness, choix: Choix[]): Promise<Centiles> {
  return onPage(harness, async (page) => {
    await page.evaluate((t) => window.banc.openNu('/donnees', t), TABLES);
    const asked = { choix, questions: QUESTIONS };
    return centilesOf(
      await page.evaluate((a) => window.banc.choosePlain(a.choix, a.questions), asked),
    );
  });
}

/** Measures the engine over a product of so many grants, with so many choices. */
export async function measureEngine(octrois: number, nombre: number): Promise<Moteur> {
  const folder = mkdtempSync(path.join(tmpdir(), 'retombees-bench-'));
  await buildEngineApp(folder, path.join(import.meta.dirname, 'page'));
  const written = await writeProduct(path.join(folder, 'donnees'), octrois);
  const choix = (await choicesOf(path.join(folder, 'donnees'))).slice(0, nombre + 1);
  const harness = await startHarness(folder);
  try {
    const opening = await measureOpening(harness);
    const [premier, times] = await measureChoices(harness, choix);
    const requetes = await measurePlain(harness, choix.slice(1));
    return { octrois: written, ...opening, premier, choix: times, requetes };
  } finally {
    await harness.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
