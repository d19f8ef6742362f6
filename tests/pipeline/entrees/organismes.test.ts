import { expect, test } from 'vitest';
import { petitPlan, type Plan } from '../lib/plan';
import { accept, placeOf, refuse } from '../lib/refusal';

const PROJETS = 'recu/lot-1/projets.csv';

const named = (...noms: string[]): Plan => ({
  ...petitPlan,
  projets: petitPlan.projets.map((p, i) => ({ ...p, organisme: noms[i] ?? p.organisme })),
});

test('two spellings taken for one organisation are said, with the cell of the second', async () => {
  const { constats } = await accept(() => undefined, named('L’Ancre-d’Or', "L'ancre d'or"));
  expect(constats.filter((c) => c.regle === 'organismes-rapproches')).toMatchObject([
    {
      gravite: 'avertissement',
      fichier: PROJETS,
      cellule: 'E3',
      valeur: "L'ancre d'or",
      message: expect.stringContaining('« L’Ancre-d’Or »'),
    },
  ]);
});

test('a name that gives no identifier is refused, rather than shared with others', async () => {
  const outcome = await refuse((fund) => {
    const spoilt = fund.text(PROJETS).replace(/^(p-2,(?:[^,]*,){3})[^,]*/m, '$1協会');
    fund.receive('projets.csv', spoilt);
  });
  expect(placeOf(outcome, 'organisme-sans-identifiant')).toMatchObject({
    fichier: PROJETS,
    cellule: 'E3',
    valeur: '協会',
  });
});
