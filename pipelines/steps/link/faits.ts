import { compareFirmness, type Precision } from '../../../src/lib/domain/precision';
import { type Catalogue, ENSEMBLE, jourOfFait } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import { groupBy } from '../../lib/group';
import { dollars } from '../../lib/dollars';
import type { Harmonised } from '../harmonise/index';
import { datePrecisionIn } from '../normalise';
import { placeIn, provenanceIn } from '../read/table';

/** A published sum: one fact, whatever the number of sources that give it. */
export interface Fait {
  readonly id: string;
  readonly nature: string;
  /** Call, announcement or agreement that the sum is about. */
  readonly evenement: string;
  readonly objet: string;
  readonly cycleId: string;
  readonly bailleurs: readonly string[];
  /** Buckets covered, sorted; the whole region is [`ensemble`]. */
  readonly territoires: readonly string[];
  readonly cents: bigint;
  readonly precision: Precision;
  readonly pas: bigint;
  readonly date: string | null;
  readonly datePrecision: 'jour' | 'mois' | null;
  /** Day from which the fact counts. */
  readonly jour: string | null;
  readonly sourceId: string;
  readonly provenance: string;
  readonly row: Harmonised;
}

export interface Attestation {
  readonly fait: Fait;
  readonly autre: Fait;
}

export interface Faits {
  readonly faits: readonly Fait[];
  readonly attestations: readonly Attestation[];
  /** Rows that name a bucket of an announcement without printing its sum. */
  readonly muets: readonly {
    readonly evenement: string;
    readonly territoire: string;
    readonly nature: string;
    readonly row: Harmonised;
  }[];
}

const OBJET: Readonly<Record<string, string>> = {
  enveloppe: 'entente',
  disponible: 'appel',
  restant: 'appel',
  accorde: 'annonce',
  demande: 'annonce',
};

function toFait(catalogue: Catalogue, row: Harmonised, cents: bigint): Fait {
  const text = (champ: string) => String(row.valeurs[champ] ?? '');
  const { date } = row.valeurs;
  return {
    id: row.id,
    nature: text('nature'),
    evenement: text('evenement'),
    objet: row.objet,
    cycleId: text('cycle'),
    bailleurs: row.bailleurs,
    territoires: [...row.territoires].sort(),
    cents,
    precision: row.precision,
    pas: row.pas,
    date: typeof date === 'string' ? date : null,
    datePrecision: datePrecisionIn(row, 'date'),
    jour: jourOfFait(catalogue, row.valeurs),
    sourceId: row.sourceId,
    provenance: provenanceIn(row.row, 'montant'),
    row,
  };
}

/** Half of each rounding step, in cents: how far two tellings of one fact may stand apart. */
export const tolerance = (...steps: bigint[]): bigint => steps.reduce((a, b) => a + b, 0n) / 2n;

const abs = (n: bigint) => (n < 0n ? -n : n);

/** Whether a computed sum is compatible with a published one. */
export function agrees(
  publie: Pick<Fait, 'cents' | 'precision' | 'pas'>,
  calcule: bigint,
  pas = 0n,
): boolean {
  if (publie.precision === 'minimum') return calcule >= publie.cents;
  if (publie.precision === 'maximum') return calcule <= publie.cents;
  return abs(publie.cents - calcule) <= tolerance(publie.pas, pas);
}

function checkAttestation(fait: Fait, autre: Fait, journal: Journal): void {
  if (agrees(fait, autre.cents, autre.pas) || agrees(autre, fait.cents, fait.pas)) return;
  journal.add({
    regle: 'attestation-divergente',
    ...placeIn(autre.row.row, 'montant'),
    message: `une autre source donne un montant différent pour le même fait (ligne ${fait.row.row.ligne} : ${dollars(fait.cents)}), écart de ${dollars(autre.cents - fait.cents)} : corrigez l'une des deux par corrections/, ou écartez-la par son libellé`,
  });
}

function checkNature(row: Harmonised, journal: Journal): boolean {
  const nature = String(row.valeurs['nature'] ?? '');
  if (OBJET[nature] === row.objet && row.territoires.length > 0) return true;
  journal.add({
    regle: 'nature-incoherente',
    ...placeIn(row.row, 'nature'),
    valeur: nature,
    message: `un montant de nature « ${nature} » se rapporte à une ${OBJET[nature] ?? 'autre chose'}, mais alias/evenements.csv donne « ${row.objet} » : corrigez l'un ou l'autre`,
  });
  return false;
}

const keyOf = (f: Fait) =>
  `${f.cycleId} ${f.nature} ${f.evenement} ${f.bailleurs.join('+')} ${f.territoires.join('+')}`;

/** One fact for each sum published: the firmest telling is kept, the others attest it. */
export function gatherFaits(
  catalogue: Catalogue,
  rows: readonly Harmonised[],
  journal: Journal,
): Faits {
  const own = rows.filter((r) => r.kind === 'enveloppes-publiques' && checkNature(r, journal));
  const muets: Faits['muets'][number][] = [];
  const all: Fait[] = [];
  for (const row of own) {
    const { montant } = row.valeurs;
    if (typeof montant !== 'bigint') {
      const [territoire = ENSEMBLE] = row.territoires;
      const evenement = String(row.valeurs['evenement']);
      muets.push({ evenement, territoire, nature: String(row.valeurs['nature']), row });
      continue;
    }
    all.push(toFait(catalogue, row, montant));
  }
  const attestations: Attestation[] = [];
  const faits = [...groupBy(all, keyOf).values()].flatMap((group) => {
    const [fait, ...autres] = group.sort((a, b) => compareFirmness(a.precision, b.precision));
    if (!fait) return [];
    for (const autre of autres) {
      checkAttestation(fait, autre, journal);
      attestations.push({ fait, autre });
    }
    return [fait];
  });
  return { faits, attestations, muets };
}
