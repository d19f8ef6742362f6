import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import type { Engine } from '../../src/lib/data/engine';
import { bindValues } from '../../src/lib/data/question';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { TABLES_PUBLIQUES } from '../../src/lib/domain/column';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { mayBeEmpty, productOf, PRODUCTS, QUESTIONS } from '../lib/questions';
import { copyEngineApp } from './lib/engine-app';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';

describe.each(sampleOf(PRODUCTS.toReversed(), 1))('%s', (fonds, choices) => {
  let dir: string;
  let harness: Harness;
  let opened: OpenedPage;
  let node: Engine;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'parity-'));
    await copyEngineApp(dir);
    await cp(productOf(fonds), join(dir, 'donnees'), { recursive: true, dereference: true });
    harness = await startHarness(dir);
    opened = await harness.openPage();
    await opened.page.goto('/');
    await opened.page.evaluate(
      (names) => window.probe.open('/donnees', names),
      [...TABLES_PUBLIQUES],
    );
    node = await openNodeEngine(productOf(fonds));
  });

  afterAll(async () => {
    await node.close();
    await harness.close();
    await rm(dir, { recursive: true });
  });

  it.each(QUESTIONS.map((q) => [q.nom, q] as const))(
    '%s gives the same rows in both engines, with and without choices',
    async (_, question) => {
      const bound = sampleOf(choices, 8).map((choix) => bindValues(question, choix));
      const distinct = [
        ...new Map(bound.map((values) => [JSON.stringify(values), values])).values(),
      ];
      const browser = await opened.page.evaluate(
        async ([sql, all]) => {
          const answers = [];
          for (const values of all) answers.push(await window.probe.query(sql, values));
          return answers;
        },
        [question.sql, distinct] as const,
      );
      for (const [index, values] of distinct.entries())
        expect(browser[index], JSON.stringify(values)).toEqual(
          await node.query(question.sql, values),
        );
      const whole = await node.query(question.sql, bindValues(question, SANS_CHOIX));
      if (!mayBeEmpty(fonds, question.nom)) expect(whole).not.toEqual([]);
    },
  );
});
