import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Path of the first program found: one given, else on PATH, else in usual places; null if there is none.
 * @param {{ given?: string | undefined, commands: readonly string[], places: readonly string[] }} wanted
 * @returns {string | null}
 */
export function findExecutable({ given = '', commands, places }) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [given, ...onPath, ...places];
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
