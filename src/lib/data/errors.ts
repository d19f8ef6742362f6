/** Errors of the engines. Each keeps its cause and what was tried. */
import type { Value } from './engine';

/** A statement that failed, with the SQL and the values that were bound. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly sql: string;
  readonly values: readonly Value[];

  constructor(sql: string, values: readonly Value[], cause: unknown) {
    super(`Query failed: ${messageOf(cause)}\n${sql}\nvalues: ${JSON.stringify(values)}`, {
      cause,
    });
    this.sql = sql;
    this.values = values;
  }
}

/** What an engine was doing when it failed. */
export type EngineStep = 'moteur' | 'donnees' | 'requete';

/** An engine that could not be opened, or that stopped working. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly step: EngineStep;

  constructor(step: EngineStep, cause: unknown) {
    super(`Engine failed at ${step}: ${messageOf(cause)}`, { cause });
    this.step = step;
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
