/** Runs before each test file: how random cases are drawn and told, and what the file leaves behind. */
import path from 'node:path';
import fc, { type RunDetails } from 'fast-check';
import { afterAll, expect } from 'vitest';
import { GRAINE, runs } from './ampleur';
import { sameCasesOf } from './graine';
import { takeDepenses } from './depenses';
import { removeTempFolders } from './temp';

function tellHowToRunAgain(details: RunDetails<unknown>): void {
  if (!details.failed) return;
  const { testPath = '', currentTestName = '' } = expect.getState();
  const again = sameCasesOf(details.seed, path.relative('.', testPath), currentTestName);
  throw new Error(`${fc.defaultReportMessage(details)}\n\nThe same cases again: ${again}`, {
    cause: details.errorInstance,
  });
}

fc.configureGlobal({ seed: GRAINE, ...runs(40, 300), reporter: tellHowToRunAgain });

declare module 'vitest' {
  interface TaskMeta {
    depenses?: ReturnType<typeof takeDepenses>;
  }
}

afterAll(({}, suite) => {
  removeTempFolders();
  suite.file.meta.depenses = takeDepenses();
});
