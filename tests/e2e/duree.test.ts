/**
 * The site used at random for long: what a page holds does not grow. Thirty minutes by `npm run test:duree`.
 *
 * @module-tag complet
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TOUT } from '../lib/ampleur';
import { serve } from '../../pipelines/site/serve.mjs';
import { createTirage } from '../lib/hasard-personnes';
import { openPageNue, type PageNue } from './lib/chromium-nu';
import type { Server } from './lib/harness';

const LONGUE = TOUT;
const MINUTES = 30;
const [TOURS, GESTES] = LONGUE ? [Infinity, 60] : [16, 10];
/** Numbers that one thing done takes, at most: which, on what, and which choice of a list. */
const HASARDS = 3;
const PRECISION = 2 ** 20;
/** Rounds until the engine is open and what pages keep is there. */
const CHAUFFE = 4;
/** A browser keeps more as it is used, less and less fast. */
const CROISSANCE = 1.1;

interface Tenu {
  /** MB of JavaScript. */
  readonly tas: number;
  readonly noeuds: number;
  readonly ecouteurs: number;
  readonly travailleurs: number;
  /** MB of the process that draws the page, its workers in it. */
  readonly memoire: number;
}

/**
 * What a reader does, in the page: a choice, another page, a part unfolded, a step back; in the end the overview,
 * without choice, come to from one page always, so that what is held then may be compared. Takes numbers drawn at
 * random, from 0 to 1, and returns how many of these things the page offered.
 */
async function wander(gestes: number, hasards: number[]): Promise<number> {
  let done = 0;
  const draw = (bound: number) => Math.floor(hasards.shift()! * bound);
  const pick = (what: string) => {
    const all = [...document.querySelectorAll<HTMLElement>(what)];
    const seen = all.filter((e) => e.checkVisibility());
    return seen[draw(seen.length)];
  };
  const press = (what: string) => {
    const part = pick(what);
    part?.click();
    return part !== undefined;
  };
  const settle = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 250));
    while (document.querySelector('[aria-busy="true"]'));
  };
  const acts = [
    () => {
      const list = pick('main select') as HTMLSelectElement | undefined;
      if (!list) return false;
      list.focus();
      list.selectedIndex = draw(list.options.length);
      return list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    () => press('nav.pages-fonds a'),
    () => press('main summary'),
    () => {
      if (!navigation.canGoBack || navigation.currentEntry!.index === 0) return false;
      history.back();
      return true;
    },
  ];
  for (let i = 0; i < gestes; i++) {
    done += Number(acts[draw(acts.length)]!());
    await settle();
  }
  const [overview, other] = document.querySelectorAll<HTMLAnchorElement>('nav.pages-fonds a');
  const visit = async (link: HTMLAnchorElement) => {
    link.click();
    do await settle();
    while (location.pathname !== link.pathname);
  };
  await visit(overview!);
  while (document.querySelector('main .effacer')) {
    document.querySelector<HTMLElement>('main .effacer')!.click();
    await settle();
  }
  await visit(other!);
  await visit(overview!);
  return done;
}

/** A page that its scripts have not taken over yet would be left by a link, and not changed. */
async function takeOver(): Promise<void> {
  while (!document.querySelector('main select:enabled'))
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function evaluate(page: PageNue, expression: string): Promise<unknown> {
  const asked = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await page.ask('Runtime.evaluate', asked);
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return (result as { value: unknown }).value;
}

/** Bytes in memory of the largest process that draws a page. */
async function readMemory(page: PageNue): Promise<number> {
  const { processInfo } = await page.askBrowser('SystemInfo.getProcessInfo');
  const pages = (processInfo as { type: string; id: number }[])
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096);
  return Math.max(...pages);
}

async function readHeld(page: PageNue): Promise<Tenu> {
  // What the collector of one side lets go of is taken by the other at its next pass, after the tasks between.
  for (let passe = 0; passe < 3; passe++) {
    await page.ask('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const { usedSize } = await page.ask('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await page.ask('Memory.getDOMCounters');
  return {
    tas: Number(usedSize) / 1e6,
    noeuds: Number(nodes),
    ecouteurs: Number(jsEventListeners),
    travailleurs: page.workers.size,
    memoire: (await readMemory(page)) / 1e6,
  };
}

const opened: { server?: Server; page?: PageNue } = {};

beforeAll(async () => {
  opened.server = await serve({ dir: 'build', port: 0 });
  opened.page = await openPageNue(`${opened.server.url}/demo`);
});
afterAll(async () => {
  await opened.page?.close();
  await opened.server?.close();
});

it('holds no more after a long use than after a short one', async () => {
  const page = opened.page!;
  const end = Date.now() + MINUTES * 60_000;
  const held: Tenu[] = [];
  const tirage = createTirage(7);
  let total = 0;
  await evaluate(page, `(${takeOver.toString()})()`);
  for (let tour = 0; tour < TOURS && Date.now() < end; tour++) {
    const hasards = Array.from({ length: GESTES * HASARDS }, () => tirage(PRECISION) / PRECISION);
    const asked = `(${wander.toString()})(${GESTES}, ${JSON.stringify(hasards)})`;
    total += (await evaluate(page, asked)) as number;
    held.push(await readHeld(page));
    if (LONGUE) process.stdout.write(`${JSON.stringify(held.at(-1))}\n`);
  }
  expect(total).toBeGreaterThan((held.length * GESTES) / 2);
  const third = Math.floor((held.length - CHAUFFE) / 3);
  expect(new Set(held.slice(CHAUFFE).map(({ travailleurs }) => travailleurs))).toEqual(
    new Set([1]),
  );
  // A page that was left may stay for some rounds: what is held goes up and down, and only a leak is above all that
  // was before at every round.
  for (const what of ['tas', 'noeuds', 'ecouteurs', 'memoire'] as const) {
    const read = held.map((tenu) => Math.round(tenu[what]));
    const most = Math.max(...read.slice(CHAUFFE, CHAUFFE + third));
    const least = Math.min(...read.slice(-third));
    expect(least, `${what}: ${read.join(' ')}`).toBeLessThanOrEqual(most * CROISSANCE);
  }
});
