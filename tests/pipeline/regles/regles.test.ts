/** Each rule is seen to fail where it must, and to let pass what is near. */
import { expect, test } from 'vitest';
import type { Constat } from '../../../pipelines/lib/constats';
import { FAMILLES, REGLES, type RegleId } from '../../../src/lib/domain/regles/index';
import { CLASSEURS } from './classeurs';
import { FAITS } from './faits';
import { FICHIERS } from './fichiers';
import { examine, type Fixture, registre } from './fixture';
import { DATES, MONTANTS } from './dates-montants';
import { DOUBLONS, LIENS, TERRITOIRES, TEXTES } from './registre';
import { BUDGETS, FORMULAIRES, REPONSES } from './redditions';
import { VALEURS } from './valeurs';
import { makeDepot } from '../lib/redditions';
import { PROPRE } from '../lib/registre';

const FIXTURES = {
  ...FICHIERS,
  ...CLASSEURS,
  ...VALEURS,
  ...DATES,
  ...MONTANTS,
  ...LIENS,
  ...DOUBLONS,
  ...TERRITOIRES,
  ...TEXTES,
  ...FAITS,
  ...FORMULAIRES,
  ...REPONSES,
  ...BUDGETS,
};

const placeOf = ({ fichier, feuille, cellule }: Constat) =>
  cellule ? `${feuille ?? fichier}!${cellule}` : null;

test('every rule has its two fixtures, and its words', () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(Object.keys(REGLES).sort());
  expect(FAMILLES.flatMap((f) => f.regles).sort()).toEqual(Object.keys(REGLES).sort());
  for (const { titre, methode, aFaire } of Object.values(REGLES))
    for (const text of [titre, methode, aFaire]) expect(text.length).toBeGreaterThan(10);
});

test('nothing is said of a clean register', async () => {
  expect(await examine(registre(PROPRE))).toEqual([]);
});

test('nothing is said of a clean report', async () => {
  expect(await examine(makeDepot)).toEqual([]);
});

test.each(Object.entries(FIXTURES) as [RegleId, Fixture][])(
  '%s',
  async (regle, { echoue, ou, passe }) => {
    const failing = (await examine(echoue)).filter((c) => c.regle === regle);
    expect(failing.map(placeOf)).toContain(ou);
    for (const { message } of failing) expect(message).toMatch(/\p{L}{3,}/u);
    const passing = (await examine(passe)).filter((c) => c.regle === regle);
    expect(passing).toEqual([]);
  },
);
