import { expect, test } from 'vitest';
import { mailtoSignalement } from './mailto';

test('fills in the page', () => {
  const url = new URL(
    mailtoSignalement('a@exemple.org', { titre: 'Joliette & co', url: 'https://x.org/j?a=1&b=2' }),
  );
  expect(url.pathname).toBe('a@exemple.org');
  expect(url.searchParams.get('subject')).toBe('Erreur dans la page «\u00a0Joliette & co\u00a0»');
  expect(url.searchParams.get('body')).toContain('Adresse\u00a0: https://x.org/j?a=1&b=2\r\n');
});
