import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { serve } from '../../../pipelines/site/serve.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../pipelines/programmes/chromium.mjs';
import { findExecutable } from '../../../pipelines/programmes/executable.mjs';
import { ATTENTE, COMPLET } from '../../lib/ampleur';
import { spend } from '../../lib/depenses';

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
export const startHarness = async (dir: string): Promise<Harness> =>
  openBrowser(await serve({ dir, port: 0 }));

/**
 * The whole Chromium, as readers have it, in the complete suite. Else its shell without windows, where there is one, and
 * WebAssembly by its quick compiler alone: a page and its engine open in two thirds of the time.
 */
const chromiumOf = async (whole: boolean) =>
  whole || COMPLET || process.env['VITEST'] === undefined
    ? { executablePath: await ensureChromium(() => undefined), args: FLAGS }
    : {
        executablePath: findExecutable(SHELL) ?? (await ensureChromium(() => undefined)),
        args: [...FLAGS, '--js-flags=--liftoff-only'],
      };
/** No name but that of this machine is known: what asks for another gets nothing. */
const FLAGS = [
  ...CHROMIUM_FLAGS,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
const SHELL = { commands: ['chromium-headless-shell'], places: [] };

/** Starts Chromium; the whole of it, in an environment of its own, if one is given. */
export async function launchBrowser(env?: Record<string, string>): Promise<Browser> {
  const program = await chromiumOf(env !== undefined);
  return spend(
    'navigateur',
    chromium.launch({ ...program, timeout: ATTENTE, ...(env && { env }) }),
  );
}

let shared: Promise<Browser> | null = null;

/** Opens pages of a server in the Chromium that test files share, each in a context of its own. */
export async function openBrowser(server: Server): Promise<Harness> {
  if (!(await shared)?.isConnected()) shared = launchBrowser();
  const browser = await shared!;
  const pages = new Set<OpenedPage>();
  return {
    url: server.url,
    async openPage(options = {}) {
      const opened = await spend('navigateur', openPage(browser, server.url, options));
      pages.add(opened);
      return opened;
    },
    stopServer: () => server.close(),
    async close() {
      await Promise.all([...pages].map((opened) => opened.close()));
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
  context.setDefaultTimeout(ATTENTE);
  const foreign: string[] = [];
  const own = new URL(url).origin;
  context.on('request', (request) => {
    const { origin, href } = new URL(request.url());
    if (origin !== own) foreign.push(href);
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
