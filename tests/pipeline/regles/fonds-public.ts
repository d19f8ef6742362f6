/** Short ways to write a fixture as a small fund of public facts, changed in one place. */
import { Fund, LOT } from '../lib/fund';
import { type Plan, petitPlan, type Projet, type Somme } from '../lib/plan';
import type { Fixture, Make } from './fixture';

export const ENVELOPPES = `${LOT}/enveloppes.csv`;
export const PROJETS = `${LOT}/projets.csv`;

/** A fund of public facts, whose files a function may change. */
export const faits =
  (change: (fund: Fund) => void, plan: Plan = petitPlan): Make =>
  (root) => {
    const fund = new Fund(root, plan);
    change(fund);
    return { public: fund.folder, prive: `${root}/prive` };
  };

export const deux = (
  echoue: (fund: Fund) => void,
  ou: string | null,
  passe: (fund: Fund) => void,
): Fixture => ({ echoue: faits(echoue), ou, passe: faits(passe) });

const [PREMIERE, PROJET] = [petitPlan.sommes[0], petitPlan.projets[2]] as [Somme, Projet];

/** The small plan with sums added: the first is at row 14. */
export const avecSommes = (...sommes: readonly Partial<Somme>[]): Plan => ({
  ...petitPlan,
  sommes: [...petitPlan.sommes, ...sommes.map((s) => ({ ...PREMIERE, ...s }))],
});

/** The small plan with one sum changed: the first is at row 2. */
export const changeSomme = (plan: Plan, index: number, rest: Partial<Somme>): Plan => ({
  ...plan,
  sommes: plan.sommes.map((s, i) => (i === index ? { ...s, ...rest } : s)),
});

/** The small plan with its last project, at row 4, changed. */
export const avecProjet = (rest: Partial<Projet>): Plan => ({
  ...petitPlan,
  projets: [...petitPlan.projets.slice(0, 2), { ...PROJET, ...rest }],
});
