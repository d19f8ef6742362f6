/** What a reader waits for on the built site: the first view of each kind of page, and a long list of projects. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { type Harness, startHarness } from '../e2e/lib/harness';
import { applyChanges, type Change, rewriteParquet, rewriteTexts } from '../e2e/lib/second-build';
import { countRows } from './produit';

/** Built before, by `npm run build`. */
const SITE = path.resolve(import.meta.dirname, '../../build');

/** A page of each kind. */
const PAGES = {
  accueil: '/',
  aperçu: '/demo',
  sujet: '/demo/territoires',
  projets: '/demo/projets',
  résultats: '/demo/resultats',
  redditions: '/demo/redditions',
  demandes: '/demo/appels',
  données: '/demo/donnees',
  explorateur: '/demo/explorer',
} as const;

/** Slowed 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms to go and come back; and a processor four times slower. */
const RESEAU = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const PROCESSEUR = 4;

export interface Vue {
  readonly page: string;
  /** kB received, by kind. */
  readonly octets: Readonly<
    Record<'Document' | 'Script' | 'Stylesheet' | 'Font' | 'Autre', number>
  >;
  /** Milliseconds to the largest paint. */
  readonly peinture: number;
  readonly deplacement: number;
  /** Milliseconds beyond fifty of each long task. */
  readonly blocage: number;
}

interface Observe {
  peinture: number;
  deplacement: number;
  blocage: number;
}

type Entree = PerformanceEntry & { readonly hadRecentInput: boolean; readonly value: number };

declare global {
  interface Window {
    observe: Observe;
  }
}

/** Runs in the page, before anything of it. */
function observe(): void {
  const seen = { peinture: 0, deplacement: 0, blocage: 0 };
  window.observe = seen;
  for (const type of ['largest-contentful-paint', 'layout-shift', 'longtask'])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entree[]) {
        if (type === 'largest-contentful-paint') seen.peinture = entry.startTime;
        else if (type === 'longtask') seen.blocage += Math.max(0, entry.duration - 50);
        else if (!entry.hadRecentInput) seen.deplacement += entry.value;
      }
    }).observe({ type, buffered: true });
}

/** Counts what the network brings, by kind. */
function countBytes(session: CDPSession): Vue['octets'] {
  const octets = { Document: 0, Script: 0, Stylesheet: 0, Font: 0, Autre: 0 };
  const kinds = new Map<string, keyof typeof octets>();
  session.on('Network.responseReceived', ({ requestId, type }) =>
    kinds.set(requestId, type in octets ? (type as keyof typeof octets) : 'Autre'),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    octets[kinds.get(requestId) ?? 'Autre'] += encodedDataLength / 1000;
  });
  return octets;
}

async function measureView(harness: Harness, nom: string, adresse: string): Promise<Vue> {
  const { page, close } = await harness.openPage({ width: 412 });
  await page.addInitScript(observe);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', RESEAU);
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSEUR });
  const octets = countBytes(session);
  await page.goto(adresse);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2000);
  const seen = await page.evaluate(() => window.observe);
  await close();
  return { page: nom, octets, ...seen };
}

/** Views of a page that are taken, of which the middle one by its largest paint is kept. */
const PRISES = 3;

async function measureMiddle(harness: Harness, nom: string, adresse: string): Promise<Vue> {
  const taken: Vue[] = [];
  while (taken.length < PRISES) taken.push(await measureView(harness, nom, adresse));
  return taken.sort((a, b) => a.peinture - b.peinture)[Math.floor(PRISES / 2)]!;
}

/** The first view of a page of each kind, as a phone on a slow network gets it. */
export async function measureViews(): Promise<Vue[]> {
  const harness = await startHarness(SITE);
  try {
    const views = [];
    for (const [nom, adresse] of Object.entries(PAGES))
      views.push(await measureMiddle(harness, nom, adresse));
    return views;
  } finally {
    await harness.close();
  }
}

export interface Liste {
  readonly projets: number;
  /** Milliseconds from the last letter to the rows that answer. */
  readonly recherches: readonly number[];
  /** Milliseconds of the longest task of the page while it is scrolled from end to end. */
  readonly defilement: number;
}

/** Copies the site to a folder, with its projects repeated until there are so many; returns how many there are. */
async function growSite(folder: string, projets: number): Promise<number> {
  cpSync(SITE, folder, { recursive: true, dereference: true });
  const data = path.join(folder, 'donnees/demo/public');
  const own = await countRows(path.join(data, 'projets.parquet'));
  const fois = Math.max(1, Math.ceil(projets / own));
  const changes: Change[] = [];
  const copied = {
    projets: ['projet_id', 'titre'],
    projets_priorites: ['projet_id'],
    octrois: ['octroi_id', 'projet_id'],
    ventilations: ['octroi_id'],
  };
  for (const [table, ids] of Object.entries(copied)) {
    const file = path.join(data, `${table}.parquet`);
    const renamed = ids.map((id) => `${id} || coalesce('-' || nullif(exemplaire, 0), '') AS ${id}`);
    changes.push(
      ...(await rewriteParquet(
        file,
        `SELECT * EXCLUDE (exemplaire) REPLACE (${renamed.join(', ')})
         FROM read_parquet('${file}') CROSS JOIN (SELECT range AS exemplaire FROM range(${fois}))`,
      )),
    );
  }
  await rewriteTexts(folder, (text) => applyChanges(text, changes));
  return fois * own;
}

const MOTS = ['logement', 'jardin 42', 'cuisine 7', 'transport 311', 'jeunes 88'];

/** From the moment a word is in the field to the rows that it keeps. */
async function search(page: Page, mot: string): Promise<number> {
  return page.evaluate(async (texte) => {
    const field = document.querySelector<HTMLInputElement>('input[name=recherche]')!;
    const list = field.closest('section')!;
    const answered = new Promise((resolve) => {
      new MutationObserver(() => {
        if (list.getAttribute('aria-busy') === 'false') resolve(null);
      }).observe(list, { attributeFilter: ['aria-busy'] });
    });
    const start = performance.now();
    field.value = texte;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await answered;
    return performance.now() - start;
  }, mot);
}

async function scroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    for (let y = 0; y < document.documentElement.scrollHeight; y += 200) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    return longest;
  });
}

/** The list of projects of the site, with at least as many projects as asked for. */
export async function measureList(projets: number): Promise<Liste> {
  const folder = mkdtempSync(path.join(tmpdir(), 'retombees-bench-'));
  try {
    const nombre = await growSite(folder, projets);
    const harness = await startHarness(folder);
    const { page } = await harness.openPage();
    await page.goto('/demo/projets');
    await page.locator('input[name=recherche]:enabled').waitFor();
    await search(page, 'un');
    const recherches = [];
    for (const mot of MOTS) recherches.push(await search(page, mot));
    await search(page, 'a');
    const defilement = await scroll(page);
    await harness.close();
    return { projets: nombre, recherches, defilement };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
