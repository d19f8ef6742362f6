import { describe, expect, it, vi } from 'vitest';
import type { Engine } from './engine';
import { createEngineLoader, type OpenEngine } from './engine-loader.svelte';

type Options = Parameters<OpenEngine>[0];

function fakeEngine(): Engine {
  return { query: async () => [], explore: vi.fn(), close: vi.fn(async () => undefined) };
}

/** A loader whose openings are settled by hand, in the order they were asked. */
function setUp() {
  const opened: (PromiseWithResolvers<Engine> & { options: Options })[] = [];
  const open = vi.fn((options: Options) => {
    const settle = withResolvers<Engine>();
    opened.push({ ...settle, options });
    return settle.promise;
  });
  return { loader: createEngineLoader(open), open, opened };
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: PromiseWithResolvers<T>['resolve'];
  let reject!: PromiseWithResolvers<T>['reject'];
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}

describe('createEngineLoader', () => {
  it('does nothing before it is started', () => {
    const { loader, open } = setUp();
    expect(loader.state.status).toBe('idle');
    expect(open).not.toHaveBeenCalled();
  });

  it('opens once, however often it is started', async () => {
    const { loader, open, opened } = setUp();
    const first = loader.start();
    expect(loader.start()).toBe(first);
    expect(loader.state.status).toBe('loading');
    const engine = fakeEngine();
    opened[0]!.resolve(engine);
    expect(await first).toBe(engine);
    expect(loader.state.status).toBe('ready');
    expect(loader.retry()).toBe(first);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('tells the progress of the opening', () => {
    const { loader, opened } = setUp();
    void loader.start();
    opened[0]!.options.onProgress({ phase: 'donnees', received: 3, expected: 9 });
    expect(loader.state).toEqual({
      status: 'loading',
      phase: 'donnees',
      received: 3,
      expected: 9,
      error: null,
    });
  });

  it('keeps the error of a failure, without rejecting, until a retry', async () => {
    const { loader, open, opened } = setUp();
    const first = loader.start();
    const error = new Error('no network');
    opened[0]!.reject(error);
    expect(await first).toBeNull();
    expect(loader.state).toMatchObject({ status: 'failed', error });
    expect(loader.start()).toBe(first);
    const second = loader.retry();
    expect(loader.state).toMatchObject({ status: 'loading', error: null, received: 0 });
    opened[1]!.resolve(fakeEngine());
    expect(await second).not.toBeNull();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('fails, and does not throw, when the opening throws at once', async () => {
    const error = new Error('no workers');
    const loader = createEngineLoader(() => {
      throw error;
    });
    expect(await loader.start()).toBeNull();
    expect(loader.state).toMatchObject({ status: 'failed', error });
  });

  it('cancels the opening under way, and closes an engine that came too late', async () => {
    const { loader, opened } = setUp();
    const first = loader.start();
    loader.cancel();
    expect(loader.state).toMatchObject({ status: 'cancelled', error: null });
    expect(opened[0]!.options.signal.aborted).toBe(true);
    opened[0]!.options.onProgress({ phase: 'moteur', received: 1, expected: 2 });
    expect(loader.state.received).toBe(0);
    const late = fakeEngine();
    opened[0]!.resolve(late);
    expect(await first).toBeNull();
    expect(late.close).toHaveBeenCalledTimes(1);
    expect(loader.state.status).toBe('cancelled');
  });

  it('is not disturbed by a cancelled opening that settles after a retry', async () => {
    const { loader, opened } = setUp();
    const first = loader.start();
    loader.cancel();
    const second = loader.retry();
    opened[0]!.reject(new DOMException('cancelled', 'AbortError'));
    expect(await first).toBeNull();
    expect(loader.state.status).toBe('loading');
    opened[1]!.resolve(fakeEngine());
    await second;
    expect(loader.state.status).toBe('ready');
  });

  it('has nothing to cancel before or after the opening', async () => {
    const { loader, opened } = setUp();
    loader.cancel();
    expect(loader.state.status).toBe('idle');
    const first = loader.start();
    opened[0]!.resolve(fakeEngine());
    await first;
    loader.cancel();
    expect(loader.state.status).toBe('ready');
  });

  it('opens again after an engine that ended, and says why unless it was asked for', async () => {
    const { loader, open, opened } = setUp();
    const first = loader.start();
    opened[0]!.resolve(fakeEngine());
    await first;
    const error = new Error('worker died');
    opened[0]!.options.onEnd(error);
    expect(loader.state).toMatchObject({ status: 'failed', error });
    const second = loader.start();
    opened[1]!.resolve(fakeEngine());
    expect(await second).not.toBeNull();
    opened[1]!.options.onEnd(new DOMException('cancelled', 'AbortError'));
    expect(loader.state).toMatchObject({ status: 'idle', error: null });
    void loader.start();
    expect(open).toHaveBeenCalledTimes(3);
  });
});
