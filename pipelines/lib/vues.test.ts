import { expect, test } from 'vitest';
import { copyVue, vuesOf } from './vues';

test('a view works out a value when it is looked at, and only then', () => {
  const seen: string[] = [];
  const vue = vuesOf<{ readonly nom: string }, string | number>({
    nom: ({ nom }) => nom,
    longueur: ({ nom }) => {
      seen.push(nom);
      return nom.length;
    },
  });
  const [a, b] = [vue({ nom: 'a' }), vue({ nom: 'bb' })];
  expect([a['nom'], b['nom']]).toEqual(['a', 'bb']);
  expect(seen).toEqual([]);
  expect([b['longueur'], seen]).toEqual([2, ['bb']]);
  expect(['longueur' in a, 'absent' in a, a['absent']]).toEqual([true, false, undefined]);
});

test('the columns of a view are copied, and written as JSON wherever it stands', () => {
  const vue = vuesOf<number, number>({ simple: (n) => n, double: (n) => 2 * n });
  expect(copyVue(vue(2))).toEqual({ simple: 2, double: 4 });
  expect(JSON.stringify([vue(3)])).toBe('[{"simple":3,"double":6}]');
});
