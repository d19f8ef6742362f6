import { expect, it } from 'vitest';
import { reportInOrder, type EngineProgress } from './engine-progress';

function setUp() {
  const events: EngineProgress[] = [];
  const sink = reportInOrder((event) => events.push(event), 100);
  return { events, sink };
}

it('counts the bytes of DuckDB, never backwards nor beyond what is expected', () => {
  const { events, sink } = setUp();
  sink.duckdb(60);
  sink.duckdb(50);
  sink.duckdb(199);
  expect(events.map(({ received }) => received)).toEqual([60, 60, 100]);
  expect(new Set(events.map(({ expected }) => expected))).toEqual(new Set([100]));
});

it('tells of the data only once the engine is in, from where they are', () => {
  const { events, sink } = setUp();
  sink.data(5, 0);
  sink.data(9, 12);
  sink.engineReady();
  sink.data(12, 12);
  sink.duckdb(100);
  expect(events).toEqual([
    { phase: 'moteur', received: 100, expected: 100 },
    { phase: 'donnees', received: 9, expected: 12 },
    { phase: 'donnees', received: 12, expected: 12 },
  ]);
});
