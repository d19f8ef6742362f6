import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { serve } from '../../../pipelines/site/serve.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../pipelines/programmes/chromium.mjs';

export interface PageOptions {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
  /** Let the service worker stand between the page and the server; else each test sees the server itself. */
  readonly horsConnexion?: boolean;
}

/** One answer of our own server, with the headers as received. */
export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, and errors that nothing caught. */
  readonly complaints: string[];
  /** Requests to another origin: each was blocked. */
  readonly foreign: string[];
  readonly answers: Answer[];
  close(): Promise<void>;
}

export interface Harness {
  readonly url: string;
  openPage(options?: PageOptions): Promise<OpenedPage>;
  /** The server goes, the browser stays. */
  stopServer(): Promise<void>;
  close(): Promise<void>;
}

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built folder on a free port, with the real server, and opens pages of it in Chromium. */
export const startHarness = async (dir: string, env?: NodeJS.ProcessEnv): Promise<Harness> =>
  openBrowser(await serve({ dir, port: 0 }), env);

/** Opens pages of a server in Chromium, in an environment of its own if one is given. */
export async function openBrowser(server: Server, env?: NodeJS.ProcessEnv): Promise<Harness> {
  const executablePath = await ensureChromium(() => undefined);
  const browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_FLAGS,
    ...(env && { env: env as Record<string, string> }),
  });
  return {
    url: server.url,
    openPage: (options = {}) => openPage(browser, server.url, options),
    stopServer: () => server.close(),
    async close() {
      await browser.close();
      await server.close().catch(() => undefined);
    },
  };
}

/** The built site, and a page of it that each test finds open. */
export interface Site {
  readonly harness: Harness;
  readonly opened: OpenedPage;
}

/**
 * Serves the built site to the tests of a file, and opens a page for each. None may ask anything of another
 * origin, nor complain in the console where `silent`.
 */
export function openSite({ silent }: { readonly silent: boolean }): Site {
  const site: { harness?: Harness; opened?: OpenedPage } = {};
  beforeAll(async () => {
    site.harness = await startHarness('build');
  });
  afterAll(() => site.harness?.close());
  beforeEach(async () => {
    site.opened = await site.harness!.openPage();
  });
  afterEach(async () => {
    const { foreign, complaints, close } = site.opened!;
    expect(foreign).toEqual([]);
    if (silent) expect(complaints).toEqual([]);
    await close();
  });
  return site as Site;
}

async function openPage(browser: Browser, url: string, options: PageOptions): Promise<OpenedPage> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'fr-CA',
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    serviceWorkers: options.horsConnexion ? 'allow' : 'block',
    // A certificate made for a test is known to nobody.
    ignoreHTTPSErrors: url.startsWith('https:'),
  });
  const foreign: string[] = [];
  const isForeign = (target: URL): boolean => target.origin !== new URL(url).origin;
  await context.route(isForeign, async (route) => {
    foreign.push(route.request().url());
    await route.abort();
  });
  const page = await context.newPage();
  return {
    page,
    foreign,
    complaints: collectComplaints(page),
    answers: collectAnswers(page),
    close: () => context.close(),
  };
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const blocked = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !blocked) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

function collectAnswers(page: Page): Answer[] {
  const answers: Answer[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    answers.push({ path, status: response.status(), headers: response.headers() });
  });
  return answers;
}
