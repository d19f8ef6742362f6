/**
 * A page of Chromium, spoken to by its own protocol: Playwright has the browser keep what it received, for a tool
 * that may ask for it, and that is in what the page's process holds.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../pipelines/programmes/chromium.mjs';

type Reponse = Record<string, unknown>;

export interface PageNue {
  /** Asks the page. @throws what the browser refuses. */
  ask(method: string, params?: object): Promise<Reponse>;
  /** Asks the browser itself. */
  askBrowser(method: string, params?: object): Promise<Reponse>;
  /** Workers that the page has now. */
  readonly workers: ReadonlySet<string>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Reponse;
  readonly error?: { readonly message: string };
}

/** Messages of the protocol, one after the other between zeros. */
class Fil {
  #next = 1;
  #rest = '';
  readonly #waiting = new Map<number, (message: Message) => void>();

  constructor(
    private readonly output: Writable,
    input: Readable,
    private readonly onEvent: (message: Message) => void,
  ) {
    input.setEncoding('utf8').on('data', (text: string) => this.#take(text));
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop()!;
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id === undefined) this.onEvent(message);
      else this.#waiting.get(message.id)?.(message);
    }
  }

  ask(method: string, params: object, sessionId?: string): Promise<Reponse> {
    const id = this.#next++;
    this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ error, result }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
    });
  }
}

/** Opens an address in a Chromium of its own. */
export async function openPageNue(url: string): Promise<PageNue> {
  const profil = mkdtempSync(path.join(tmpdir(), 'retombees-chromium-'));
  const child = spawn(
    await ensureChromium(() => undefined),
    [
      ...CHROMIUM_FLAGS,
      `--user-data-dir=${profil}`,
      '--remote-debugging-pipe',
      '--window-size=1280,900',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const workers = new Set<string>();
  const [, , , output, input] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const fil = new Fil(output, input, ({ method, params = {} }) => {
    const target = params['targetInfo'] as { readonly type: string } | undefined;
    if (method === 'Target.attachedToTarget' && target?.type === 'worker')
      workers.add(String(params['sessionId']));
    if (method === 'Target.detachedFromTarget') workers.delete(String(params['sessionId']));
  });
  const { targetId } = await fil.ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await fil.ask('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, params: object = {}) => fil.ask(method, params, String(sessionId));
  await ask('Target.setAutoAttach', {
    ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: true },
    filter: [{ type: 'worker' }],
  });
  await ask('Page.navigate', { url });
  return {
    ask,
    askBrowser: (method, params = {}) => fil.ask(method, params),
    workers,
    async close() {
      await fil.ask('Browser.close', {});
      await ended;
      // Processes of the browser end, and write, a little after it.
      rmSync(profil, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}
