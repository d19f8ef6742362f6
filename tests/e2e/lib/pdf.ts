/** A PDF as other programs read it. */
import { execFileSync } from 'node:child_process';
import { flat } from './texte';

/** What a program prints. */
export const program = (name: string, ...args: string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', maxBuffer: 1e8 });

/** Text of each page. */
export const pagesOf = (file: string): string[] =>
  program('pdftotext', '-layout', file, '-').split('\f').slice(0, -1).map(flat);

/** Bytes without what tells when the file was made. */
export const undated = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/\/(Creation|Mod)Date \([^)]*\)/g, '');
