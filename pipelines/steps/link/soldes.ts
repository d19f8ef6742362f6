import { type Catalogue, ENSEMBLE, textOf } from '../../lib/catalogue';
import type { Fait, Faits } from './faits';
import type { ProductRow } from './rows';

/** A published total and the facts it should equal, kept for control and never summed. */
export interface Controle {
  readonly objet: 'octrois' | 'soldes' | 'enveloppes';
  readonly fait: Fait;
  /** Facts to add up; for octrois the sum is taken from the built grants. */
  readonly membres: readonly Fait[];
  /** Buckets that the total covers and that no source splits. */
  readonly manquants: readonly string[];
}

export function bucketsOf(catalogue: Catalogue, territoires: readonly string[]): readonly string[] {
  if (territoires[0] !== ENSEMBLE) return territoires;
  return catalogue.territoires
    .filter((t) => ['mrc', 'regional'].includes(textOf(t, 'nature') ?? ''))
    .map((t) => textOf(t, 'territoire_id') ?? '');
}

const isBalance = (f: Fait) => f.nature === 'disponible' || f.nature === 'restant';

/** Tells balances from totals of balances: a sum over several buckets is a total when one has its own line. */
export function splitSoldes(
  catalogue: Catalogue,
  { faits }: Faits,
): { soldes: Fait[]; controles: Controle[] } {
  const soldes: Fait[] = [];
  const controles: Controle[] = [];
  for (const fait of faits.filter(isBalance)) {
    const buckets = bucketsOf(catalogue, fait.territoires);
    const membres = faits.filter(
      (f) =>
        f !== fait &&
        f.nature === fait.nature &&
        f.evenement === fait.evenement &&
        f.territoires.length === 1 &&
        buckets.includes(f.territoires[0] ?? ''),
    );
    if (membres.length === 0 || buckets.length === 1) soldes.push(fait);
    else {
      const covered = membres.flatMap((m) => m.territoires);
      const manquants = buckets.filter((b) => !covered.includes(b));
      controles.push({ objet: 'soldes', fait, membres, manquants });
    }
  }
  return { soldes, controles };
}

export function soldeRows(
  catalogue: Catalogue,
  soldes: readonly Fait[],
): { soldes: ProductRow[]; territoires: ProductRow[] } {
  return {
    soldes: soldes.map((f) => ({
      solde_id: f.id,
      appel_id: f.evenement,
      nature: f.nature,
      date_constat: f.date,
      date_precision: f.datePrecision,
      montant_solde: f.cents,
      precision: f.precision,
      source_id: f.sourceId,
      provenance: f.provenance,
    })),
    territoires: soldes.flatMap((f) =>
      bucketsOf(catalogue, f.territoires).map((territoire_id) => ({
        solde_id: f.id,
        territoire_id,
      })),
    ),
  };
}
