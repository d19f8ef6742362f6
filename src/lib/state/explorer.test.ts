import { expect, it, vi } from 'vitest';
import type { Engine } from '../data/engine';
import type { EngineLoader } from '../data/engine-loader.svelte';
import type { Exploration, ExploreOptions } from '../data/exploration';
import { ExplorerState } from './explorer.svelte';

const UNE: Exploration = { colonnes: [], lignes: [{}], total: 1 };

/** A loader whose engine answers by hand, and stops when it is told to. */
function setUp(engine: Engine | null = null) {
  const asked: { sql: string; options: ExploreOptions; answer: (found: Exploration) => void }[] =
    [];
  const explore: Engine['explore'] = (sql, options) =>
    new Promise((answer, reject) => {
      asked.push({ sql, options, answer });
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    });
  const fake = engine ?? ({ explore } as unknown as Engine);
  const loader = { start: vi.fn(async () => fake), cancel: vi.fn() } as unknown as EngineLoader;
  let clock = 0;
  return { vue: new ExplorerState(loader, 5, () => (clock += 500)), asked, loader };
}

it('answers, says how long it took and how many rows were read', async () => {
  const { vue, asked } = setUp();
  const work = vue.run('SELECT 1');
  expect(vue.etat).toBe('moteur');
  await vi.waitFor(() => expect(vue.etat).toBe('requete'));
  asked[0]!.options.onLignes?.(3);
  expect(vue.lues).toBe(3);
  asked[0]!.answer(UNE);
  await work;
  expect(vue).toMatchObject({ etat: 'repos', erreur: null, annulee: false });
  expect(vue.reponse).toEqual({ sql: 'SELECT 1', exploration: UNE, secondes: 0.5 });
});

it('cancels what is under way, and says so', async () => {
  const { vue, asked } = setUp();
  const work = vue.run('SELECT 1');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  vue.cancel();
  expect(vue.etat).toBe('annulation');
  await work;
  expect(vue).toMatchObject({ etat: 'repos', annulee: true, erreur: null, reponse: null });
});

it('shows the answer to the last statement alone', async () => {
  const { vue, asked } = setUp();
  const first = vue.run('SELECT 1');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const second = vue.run('SELECT 2');
  await first;
  expect(asked[0]!.options.signal?.aborted).toBe(true);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]!.answer(UNE);
  await second;
  expect(vue).toMatchObject({ annulee: false, reponse: { sql: 'SELECT 2' } });
});

it('keeps an error until the next statement', async () => {
  const error = new Error('no');
  const { vue } = setUp({ explore: () => Promise.reject(error) } as unknown as Engine);
  await vue.run('SELECT 1');
  expect(vue.erreur).toBe(error);
  vue.clear();
  expect(vue.erreur).toBeNull();
});

it('stops loading the engine when it is cancelled before it came', async () => {
  const { vue, loader, asked } = setUp();
  const work = vue.run('SELECT 1');
  vue.cancel();
  await work;
  expect(loader.cancel).toHaveBeenCalledTimes(1);
  expect(asked).toEqual([]);
  expect(vue).toMatchObject({ etat: 'repos', annulee: true });
});
