/** The fund's own money by cycle and funder: what came in, what went out, what is left. */
import type { Fonds } from '../../lib/fonds';
import { groupBy } from '../../lib/group';
import { cents, type Registre, sumCents, texte } from '../../lib/registre';
import type { Ligne } from '../harmonise/registre';
import type { ProductRow } from '../link/rows';
import { isTellableSum } from '../../lib/petits-nombres';
import { tellableCycles } from './ecarts';
import { listMoves, listParts, type Part } from './postes';
import { depenseBudget, type Redditions } from './reddition';
import { reservesOf } from './reserves';

/** Cents. */
export interface BilanFonds {
  readonly cycleId: string;
  readonly bailleurId: string;
  readonly recu: bigint;
  readonly accorde: bigint;
  readonly verse: bigint;
  readonly frais: bigint;
  readonly retourne: bigint;
  /** Received, less paid, costs and returned. */
  readonly encaisse: bigint;
  /** Spent according to the reports read, and how many they are. */
  readonly depense: bigint;
  readonly redditions: number;
  /** The same, project by project. */
  readonly parts: readonly bigint[];
}

function spentIn({ scene, liste }: Redditions, cycle: string) {
  const own = liste.flatMap((r) => {
    const depense = depenseBudget(scene.definition, r);
    return texte(r.projet, 'cycle') === cycle && depense !== null
      ? [{ depense, projet: r.projet.id }]
      : [];
  });
  return {
    depense: own.reduce((a, r) => a + r.depense, 0n),
    redditions: own.length,
    parts: [...groupBy(own, (r) => r.projet).values()].map((some) =>
      some.reduce((a, r) => a + r.depense, 0n),
    ),
  };
}

/** One balance a cycle and a funder that counts; reports are those of the fund's own form. */
export function bilansOf(
  fonds: Fonds,
  registre: Registre,
  redditions: Redditions | null,
): BilanFonds[] {
  const { apports, octrois, versements } = registre.feuilles;
  const inCycle = (ligne: Ligne, cycle: string) => {
    const projet = registre.projetOf(ligne);
    return projet !== undefined && texte(projet, 'cycle') === cycle;
  };
  return fonds.cycles.flatMap(({ id: cycleId }) =>
    fonds.bailleurs
      .filter((b) => b.compte)
      .flatMap(({ id: bailleurId }) => {
        const of = (l: Ligne) => texte(l, 'bailleur') === bailleurId;
        const own = apports.filter((a) => of(a) && texte(a, 'cycle') === cycleId);
        const moved = (nature: string) =>
          own
            .filter((a) => texte(a, 'nature') === nature)
            .reduce((t, a) => t + cents(a, 'montant'), 0n);
        const granted = octrois.filter((o) => of(o) && inCycle(o, cycleId));
        const paid = versements.filter((v) => of(v) && inCycle(v, cycleId));
        if (own.length + granted.length + paid.length === 0) return [];
        const [recu, frais, retourne] = [moved('recu'), moved('frais'), moved('retour')];
        const verse = sumCents(paid, 'montant_verse');
        return [
          {
            cycleId,
            bailleurId,
            recu,
            accorde: sumCents(granted, 'montant_accorde'),
            verse,
            frais,
            retourne,
            encaisse: recu - verse - frais - retourne,
            ...(redditions
              ? spentIn(redditions, cycleId)
              : { depense: 0n, redditions: 0, parts: [] }),
          },
        ];
      }),
  );
}

/** Cents of each project. */
const sumsOf = (parts: readonly Part[]): bigint[] =>
  [...groupBy(parts, (p) => p.projet).values()].map((own) =>
    own.reduce((a, p) => a + p.montant, 0n),
  );

/** Cycles that several funders pay for: reports do not say whose money was spent. */
const sharedCycles = (bilans: readonly BilanFonds[]): Set<string> =>
  new Set(
    bilans
      .filter((b, i) => bilans.some((other, j) => j !== i && other.cycleId === b.cycleId))
      .map((b) => b.cycleId),
  );

/** What was spent is told where neither it, nor what is left of it beside the expenses, tells of a project. */
export function bilanRows(
  bilans: readonly BilanFonds[],
  redditions: Redditions | null,
): ProductRow[] {
  const shared = sharedCycles(bilans);
  const known = bilans.filter(
    (b) => b.redditions > 0 && isTellableSum(b.parts) && !shared.has(b.cycleId),
  );
  const parts = redditions ? listParts(redditions) : [];
  const reserves = redditions ? reservesOf(redditions) : null;
  const cycles = known.map((b) => b.cycleId);
  const moves = redditions ? listMoves(redditions) : [];
  const tellable = tellableCycles(parts, cycles);
  for (const moved of moves) {
    const left = tellableCycles(moved, cycles);
    const spent = (cycle: string) => moved.filter((p) => p.cycle === cycle);
    for (const cycle of cycles)
      if (!left.has(cycle) || !isTellableSum(sumsOf(spent(cycle)))) tellable.delete(cycle);
  }
  return bilans.map((b) => {
    const told = tellable.has(b.cycleId);
    return {
      cycle_id: b.cycleId,
      bailleur_id: b.bailleurId,
      montant_recu: b.recu,
      montant_accorde: b.accorde,
      montant_verse: b.verse,
      montant_frais: b.frais,
      montant_retourne: b.retourne,
      montant_encaisse: b.encaisse,
      montant_depense: told ? b.depense : null,
      redditions_comptees:
        told && reserves?.allowCycle(b.cycleId, b.redditions) ? b.redditions : null,
    };
  });
}
