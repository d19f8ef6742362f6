import { expect, it, vi } from 'vitest';
import type { Engine } from '../data/engine';
import { createEngineLoader } from '../data/engine-loader.svelte';
import { SANS_CHOIX } from '../domain/choix';
import type { Page } from '../views/page';
import { createReponses, type Demande, REPONSES_MAX } from './page-reponses';

const demande = (territoire: string): Demande => ({
  choix: { ...SANS_CHOIX, territoire },
  autres: '',
});

const engine: Engine = { query: async () => [], explore: vi.fn(), close: async () => undefined };

/** Answers of a page that has no figure; the demands are noted as they are composed. */
function setUp(open: () => Promise<Engine> = async () => engine) {
  const composed: string[] = [];
  const broken = new Set<string>();
  const held = new Map<string, Promise<void>>();
  const reponses = createReponses({
    loader: createEngineLoader(open),
    compose: async (_, { territoire }) => {
      composed.push(territoire!);
      await held.get(territoire!);
      if (broken.has(territoire!)) throw new Error(`No ${territoire}`);
      return { titre: territoire!, figures: [] } as unknown as Page;
    },
    draw: async () => null,
  });
  const titreOf = async (t: string) => (await reponses.answer(demande(t)))?.page.titre;
  /** Makes an answer wait until it is released. */
  function hold(territoire: string): () => void {
    let release = () => {};
    held.set(territoire, new Promise((resolve) => (release = resolve)));
    return release;
  }
  return { reponses, composed, broken, hold, titreOf };
}

const until = (reached: () => boolean) => vi.waitFor(() => expect(reached()).toBe(true));

it('has what was prepared at once, and composes nothing twice', async () => {
  const { reponses, composed, titreOf } = setUp();
  reponses.prepare(['a', 'b', 'c'].map(demande));
  await until(() => composed.length === 3);
  expect(await titreOf('b')).toBe('b');
  expect(composed).toEqual(['a', 'b', 'c']);
});

it('answers what is asked before what is prepared', async () => {
  const { reponses, composed, hold, titreOf } = setUp();
  const release = hold('a');
  reponses.prepare(['a', 'b', 'c'].map(demande));
  await until(() => composed.length === 1);
  expect(await titreOf('d')).toBe('d');
  release();
  await until(() => composed.length === 4);
  expect(composed).toEqual(['a', 'd', 'b', 'c']);
});

it('gives up what it prepared for another list', async () => {
  const { reponses, composed, hold } = setUp();
  const release = hold('a');
  reponses.prepare(['a', 'b', 'c'].map(demande));
  await until(() => composed.length === 1);
  reponses.prepare(['x', 'y'].map(demande));
  release();
  await until(() => composed.length === 3);
  expect(composed).toEqual(['a', 'x', 'y']);
});

it('tries again what failed, and goes on after it', async () => {
  const { reponses, composed, broken, titreOf } = setUp();
  broken.add('a');
  reponses.prepare(['a', 'b'].map(demande));
  await until(() => composed.length === 2);
  await expect(titreOf('a')).rejects.toThrow('No a');
  broken.clear();
  expect(await titreOf('a')).toBe('a');
  expect(composed).toEqual(['a', 'b', 'a', 'a']);
});

it('has no answer without an engine, and keeps none', async () => {
  let opens = 0;
  const { reponses, composed, titreOf } = setUp(async () => {
    opens += 1;
    throw new Error('No engine');
  });
  expect(await titreOf('a')).toBeUndefined();
  reponses.prepare([demande('a')]);
  expect(await titreOf('a')).toBeUndefined();
  expect([opens, composed]).toEqual([1, []]);
});

it('forgets the answers that were asked the longest ago', async () => {
  const { composed, titreOf } = setUp();
  const names = Array.from({ length: REPONSES_MAX }, (_, i) => `t${i}`);
  for (const name of [...names, 't0', 'one-more']) await titreOf(name);
  composed.length = 0;
  await titreOf('t0');
  await titreOf('t1');
  expect(composed).toEqual(['t1']);
});
