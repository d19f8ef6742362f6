/** Projects of a random register, each decision and payment at a day and an amount that rules allow. */
import { BAILLEURS, CYCLES, DATE_DONNEES, TERRITOIRES } from './monde';
import { daysBetween, plus } from './jours';
import type { DecisionPlan, ProjetPlan } from './plans';

export interface Decision {
  readonly bailleur: number;
  readonly nature: 'Initial' | 'Amendement';
  readonly jour: string;
  readonly cents: bigint;
  /** 0 when it is not announced. */
  readonly annonce: number;
}

export interface Versement {
  readonly bailleur: number;
  readonly jour: string;
  readonly cents: bigint;
}

export interface Projet {
  readonly numero: string;
  readonly plan: ProjetPlan;
  readonly decisions: readonly Decision[];
  readonly versements: readonly Versement[];
  /** First decision. */
  readonly premiere: string;
}

/** Last day of a cycle that data may speak of. */
export const dernierJour = (cycle: number): string => {
  const fin = CYCLES[cycle]!.fin;
  return fin < DATE_DONNEES ? fin : DATE_DONNEES;
};

/** Calls take the first days of a cycle. */
const APPELS = 120;

/** A day of a cycle, after its calls, by a fraction of 1000. */
export function jourDe(cycle: number, fraction: number): string {
  const first = plus(CYCLES[cycle]!.debut, APPELS);
  return plus(first, Math.floor((daysBetween(first, dernierJour(cycle)) * fraction) / 1000));
}

function decisionsOf(plan: DecisionPlan, cycle: number): Decision[] {
  const { bailleur } = plan;
  let jour = jourDe(cycle, Math.floor(plan.jour * 0.7));
  let total = BigInt(plan.cents);
  const out: Decision[] = [
    { bailleur, nature: 'Initial', jour, cents: total, annonce: plan.annonce },
  ];
  for (const { cents, ecart, annonce } of plan.amendements) {
    jour = plus(jour, ecart);
    const wanted = BigInt(cents);
    const change = wanted + total < 1n ? 1n - total : wanted;
    if (jour > dernierJour(cycle) || change === 0n) break;
    total += change;
    const announced = change > 0n ? annonce : 0;
    out.push({ bailleur, nature: 'Amendement', jour, cents: change, annonce: announced });
  }
  return out;
}

/** Payments fit in the least that was ever granted. */
function versementsOf(plan: DecisionPlan, decisions: readonly Decision[], cycle: number) {
  let [total, least] = [0n, decisions[0]!.cents];
  for (const { cents } of decisions) {
    total += cents;
    if (total < least) least = total;
  }
  const share = least / BigInt(Math.max(1, plan.versements.length));
  let jour = decisions[0]!.jour;
  return plan.versements.flatMap(({ part, ecart }, index): Versement[] => {
    jour = plus(jour, index === 0 ? ecart : ecart + 1);
    const cents = (share * BigInt(part)) / 100n;
    if (jour > dernierJour(cycle) || cents === 0n) return [];
    return [{ bailleur: plan.bailleur, jour, cents }];
  });
}

export function projetOf(plan: ProjetPlan, index: number): Projet {
  const groups = plan.decisions.map((d) => [d, decisionsOf(d, plan.cycle)] as const);
  const decisions = groups.flatMap(([, own]) => own);
  return {
    numero: `P-${index + 1}`,
    plan,
    decisions,
    versements: groups.flatMap(([d, own]) => versementsOf(d, own, plan.cycle)),
    premiere: decisions.map((d) => d.jour).sort()[0]!,
  };
}

/** Key of a sum of a cycle and funder, and of one of its buckets. */
export const cle = (...parts: readonly number[]): string => parts.join(' ');

/** Every cycle and funder, in turn. */
export const PAIRES = CYCLES.flatMap((_, cycle) =>
  BAILLEURS.map((__, bailleur) => ({ cycle, bailleur })),
);

/** What was ever granted, amendments that take back left out, by cycle, funder and bucket. */
export function positifs(projets: readonly Projet[]): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const { plan, decisions } of projets)
    for (const { bailleur, cents } of decisions) {
      const key = cle(plan.cycle, bailleur, plan.territoire);
      if (cents > 0n) out.set(key, (out.get(key) ?? 0n) + cents);
    }
  return out;
}

export const nomDuTerritoire = (index: number): string => TERRITOIRES[index]!.nom;
