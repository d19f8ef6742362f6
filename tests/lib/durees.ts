/** How long each test file took the last time, and the order that follows: the longest first, so that workers end together. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type Reporter, type TestModule, type TestSpecification } from 'vitest/node';
import { AU_COMPLET, COMPLET } from './ampleur.ts';
import type { Depenses } from './depenses.ts';

/** Seconds by file, as kept in git. */
export const GARDEES = 'tests/durees.json';
const CACHE = 'node_modules/.cache/retombees';
/** What ran last, file by file. */
const PASSAGES = `${CACHE}/essais.json`;
/** Tests of the last run that passed, failed, or did not run though they should. */
const COMPTES = `${CACHE}/comptes.json`;

/** A test file as it ran last: seconds of its tests, of what it imports, and what it spent by item. */
export interface Passage {
  readonly fichier: string;
  readonly secondes: number;
  readonly imports: number;
  readonly depenses: Depenses;
}

function readJson<T>(file: string, none: T): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return none;
  }
}

/** Each test file as it ran last. */
export const readPassages = (): readonly Passage[] => readJson<readonly Passage[]>(PASSAGES, []);

function passageOf(module: TestModule): Passage {
  const { duration, collectDuration } = module.diagnostic();
  return {
    fichier: module.relativeModuleId,
    secondes: duration / 1000,
    imports: collectDuration / 1000,
    depenses: module.meta().depenses ?? {},
  };
}

/** Keeps what `test:durees` and `npm test` read; names the tests that did not run to their end. */
export class Durees implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const comptes = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') comptes[state] += 1;
        else if (COMPLET || !test.tags.includes(AU_COMPLET.tags)) {
          process.stdout.write(`${state}: ${module.relativeModuleId}: ${test.fullName}\n`);
          comptes.skipped += 1;
        }
      }
    const ran = modules.map(passageOf);
    const names = new Set(ran.map(({ fichier }) => fichier));
    const others = readPassages().filter(({ fichier }) => !names.has(fichier));
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(PASSAGES, JSON.stringify([...others, ...ran]));
    writeFileSync(COMPTES, JSON.stringify(comptes));
  }
}

const RANGS: Readonly<Record<string, number>> = { unit: 0, e2e: 1, pipeline: 2, 'sans-produit': 2 };

/** Project by project, since a worker keeps what it imported as long as it stays in one; the longest files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gardees = readJson<Record<string, number>>(GARDEES, {});
    const { root } = this.ctx.config;
    const secondes = ({ moduleId }: TestSpecification) =>
      gardees[path.relative(root, moduleId).replaceAll('\\', '/')] ?? 1;
    const rang = ({ project }: TestSpecification) => RANGS[project.name] ?? 0;
    return [...files].sort((a, b) => rang(a) - rang(b) || secondes(b) - secondes(a));
  }
}
