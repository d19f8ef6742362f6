import { StageError } from './process.mjs';

/** Lowest minor version accepted in each major version; 24 and later are all accepted. */
const LOWEST = new Map([
  [20, 19],
  [22, 12],
]);

/**
 * Whether the project runs on this version, as `20.19.0`.
 * @param {string} version
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const lowest = LOWEST.get(major);
  return major >= 24 || (lowest !== undefined && minor >= lowest);
}

/** @param {string} [version] */
export function requireNode(version = process.versions.node) {
  if (isSupportedNode(version)) return;
  throw new StageError(
    `Node ${version} ne convient pas : il faut Node 20.19 ou plus, 22.12 ou plus, ou 24 ou plus ` +
      '(https://nodejs.org/fr/download).',
  );
}
