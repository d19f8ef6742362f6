/** The real fund: its received files, and a root where a copy of it can be published or changed. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from './publication';
import { tempFolder } from '../../lib/temp';

export const FONDS = 'lanaudiere';
export const LOT = 'recu/faits-publics';
const SOURCE = path.join(PROJECT, 'data', FONDS);

/** Text of a file of the real fund, from its folder. */
export const realText = (file: string): string => readFileSync(path.join(SOURCE, file), 'utf8');

/** A project root that holds a copy of the real fund and nothing else. */
export function copyReal(): string {
  const root = tempFolder();
  cpSync(SOURCE, path.join(root, 'data', FONDS), { recursive: true });
  return root;
}

/** Writes a received file of a copy, and records its new hash as an operator would. */
export function receiveReal(root: string, nom: string, text: string): void {
  const folder = path.join(root, 'data', FONDS, LOT);
  const description = path.join(folder, 'source.yaml');
  const hash = createHash('sha256').update(text).digest('hex');
  writeFileSync(path.join(folder, nom), text);
  const yaml = readFileSync(description, 'utf8');
  const mark = new RegExp(`(nom: ${nom}\\s+source: \\S+\\s+sha256: )[0-9a-f]{64}`);
  writeFileSync(description, yaml.replace(mark, `$1${hash}`));
}
