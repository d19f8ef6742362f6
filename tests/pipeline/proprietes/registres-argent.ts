/** Money of a random register: envelopes and what comes in, enough for what is granted. */
import type { Rangee } from '../lib/registre';
import { decimalDe } from './jours';
import { BAILLEURS, CYCLES, TERRITOIRES } from './monde';
import type { Plan } from './plans';
import { cle, jourDe, nomDuTerritoire, PAIRES, positifs, type Projet } from './projets';

export const m = (cents: bigint) => ({ montant: decimalDe(cents) });
export const j = (jour: string) => ({ jour });

/** Rows with their numbers, in order. */
export const numbered = (prefix: string, rows: readonly Rangee[]): Rangee[] =>
  rows.map((row, i) => ({ Numéro: `${prefix}-${i + 1}`, ...row }));

export function enveloppes(plan: Plan, projets: readonly Projet[]): Rangee[] {
  const granted = positifs(projets);
  const row = (at: { cycle: number; bailleur: number }, territoire: number, rest: Rangee) => ({
    Cycle: CYCLES[at.cycle]!.nom,
    Bailleur: BAILLEURS[at.bailleur]!.nom,
    Territoire: nomDuTerritoire(territoire),
    ...rest,
  });
  const initiales = PAIRES.flatMap((at) =>
    TERRITOIRES.flatMap((_, territoire): Rangee[] => {
      const here = (x: { cycle: number; bailleur: number }, place: number) =>
        x.cycle === at.cycle && x.bailleur === at.bailleur && place === territoire;
      const outgoing = [
        ...plan.virements.filter((v) => here(v, v.de)),
        ...plan.mouvements.filter((x) => x.sorte === 'Retour' && here(x, x.territoire)),
      ].reduce((a, { cents }) => a + BigInt(cents), 0n);
      const own = granted.get(cle(at.cycle, at.bailleur, territoire)) ?? 0n;
      if (own + outgoing === 0n) return [];
      const montant = m(own + outgoing + BigInt(plan.marge));
      const jour = j(CYCLES[at.cycle]!.debut);
      return [
        row(at, territoire, { Mouvement: 'Initiale', 'Date d’effet': jour, Montant: montant }),
      ];
    }),
  );
  const virements = plan.virements.flatMap((v) => {
    const [jour, cents] = [j(jourDe(v.cycle, v.jour)), BigInt(v.cents)];
    const move = { Mouvement: 'Virement', 'Date d’effet': jour };
    return [
      row(v, v.de, { ...move, Montant: m(-cents) }),
      row(v, v.vers, { ...move, Montant: m(cents), Résolution: 'R-V' }),
    ];
  });
  const autres = plan.mouvements.map((x) =>
    row(x, x.territoire, {
      Mouvement: x.sorte,
      'Date d’effet': j(jourDe(x.cycle, x.jour)),
      Montant: m(x.sorte === 'Retour' ? -BigInt(x.cents) : BigInt(x.cents)),
      Note: 'Voir le procès-verbal',
    }),
  );
  return numbered('ENV', [...initiales, ...virements, ...autres]);
}

/** Received on the first day: what will be granted, what the mandatary keeps, and what goes back. */
export function apports(plan: Plan, projets: readonly Projet[]): Rangee[] {
  const granted = positifs(projets);
  const rows = PAIRES.flatMap(({ cycle, bailleur }): Rangee[] => {
    const own = TERRITOIRES.reduce(
      (a, _, t) => a + (granted.get(cle(cycle, bailleur, t)) ?? 0n),
      0n,
    );
    if (own === 0n) return [];
    const base = { Cycle: CYCLES[cycle]!.nom, Bailleur: BAILLEURS[bailleur]!.nom };
    const taken = plan.frais.reduce((a, cents) => a + BigInt(cents), 0n);
    const first = { Nature: 'Reçu', Date: j(CYCLES[cycle]!.debut), Montant: m(own + taken) };
    const rest = plan.frais.map((cents, i) => ({
      ...base,
      Nature: i === 0 ? 'Frais' : 'Retour',
      Date: j(jourDe(cycle, i === 0 ? 300 : 900)),
      Montant: m(BigInt(cents)),
    }));
    return [{ ...base, ...first }, ...rest];
  });
  return numbered('APT', rows);
}
