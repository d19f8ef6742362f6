import { expect, it } from 'vitest';
import { SANS_CHOIX } from '../domain/choix';
import type { Engine, Row, Value } from './engine';
import { ask, bindValues, defineQuestion } from './question';

const question = defineQuestion({
  nom: 'essai',
  choix: ['cycle', 'au'],
  autres: 2,
  sql: 'SELECT 1 AS n',
  lignes: { n: 'nombre' },
});

function engineOf(answers: (() => Promise<Row[]>)[]) {
  const asked: (readonly Value[])[] = [];
  const engine: Engine = {
    query: (_, values) => {
      asked.push(values);
      return (answers.shift() ?? (async () => [{ n: asked.length }]))();
    },
    explore: () => Promise.reject(new Error('not here')),
    close: async () => undefined,
  };
  return { engine, asked };
}

it('binds choices, then what else is given, and null for the rest', () => {
  const choix = { ...SANS_CHOIX, cycle: '2024-2029', au: '2025-01-31' };
  expect(bindValues(question, choix, ['mot'])).toEqual(['2024-2029', '2025-01-31', 'mot', null]);
});

it('is asked once for the same values, again for others', async () => {
  const { engine, asked } = engineOf([]);
  const rows = await ask(engine, question, SANS_CHOIX);
  expect(await ask(engine, question, { ...SANS_CHOIX, territoire: 'x' })).toBe(rows);
  await ask(engine, question, { ...SANS_CHOIX, cycle: 'x' });
  expect(asked).toHaveLength(2);
});

it('is asked again after a failure, and of another engine', async () => {
  const { engine, asked } = engineOf([() => Promise.reject(new Error('once'))]);
  await expect(ask(engine, question, SANS_CHOIX)).rejects.toThrow('once');
  expect(await ask(engine, question, SANS_CHOIX)).toEqual([{ n: 2 }]);
  const other = engineOf([]);
  await ask(other.engine, question, SANS_CHOIX);
  expect([asked.length, other.asked.length]).toEqual([2, 1]);
});
