/** Runs before each test file: how random cases are drawn and told, and what the file leaves behind. */
import fc, { type RunDetails } from 'fast-check';
import { afterAll, expect } from 'vitest';
import { GRAINE, runs } from './ampleur';
import { takeDepenses } from './depenses';
import { removeTempFolders } from './temp';

function tellHowToRunAgain(details: RunDetails<unknown>): void {
  if (!details.failed) return;
  const { testPath, currentTestName } = expect.getState();
  throw new Error(
    `${fc.defaultReportMessage(details)}\n\nThe same cases again: RETOMBEES_GRAINE=${details.seed} npx vitest run ${testPath} -t ${JSON.stringify(currentTestName)}`,
    { cause: details.errorInstance },
  );
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
