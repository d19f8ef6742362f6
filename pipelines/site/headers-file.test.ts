import { describe, expect, it } from 'vitest';
import { headersFile } from './headers-file.mjs';

describe('headersFile', () => {
  it('gives one rule to the pages of a kind, whatever the fund', () => {
    const text = headersFile([
      '/donnees/un/public/a.parquet',
      ...['/un/projets/a', '/un/projets/b', '/un/projets/b/__data.json'],
    ]);
    expect(text.match(/^\/.*$/gm)).toEqual(['/*', '/donnees/un/*', '/:fonds/projets/*']);
    expect(text).toContain('/:fonds/projets/*\n  Cache-Control: no-cache\n  Content-Security');
  });

  it('lets other sites embed a figure', () => {
    const [, rule] = headersFile(['/un/figures/a']).split('\n\n');
    expect(rule).toBe('/un/figures/*\n  Cache-Control: no-cache\n');
  });

  it('writes nothing rather than a rule with two policies', () => {
    expect(() => headersFile(['/a/b/page', '/a/b/code.js'])).toThrow('two values of Content-Sec');
  });
});
