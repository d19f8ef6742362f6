/** How far one row of the register may be seen in the product, and what differs between two products. */
import type { FeuilleId } from '../../../pipelines/sources/kind';
import type { Rangee, Registre } from '../lib/registre';
import type { Cells } from '../lib/sql';
import { DE_RECEPTION, type Tables } from './etapes';

export interface Difference {
  readonly table: string;
  readonly row: Cells;
}

/** Rows that one product has and the other has not, tables of the reception aside; a row that changed is there twice. */
export function differences(before: Tables, after: Tables): Difference[] {
  return Object.keys({ ...before, ...after })
    .filter((table) => !DE_RECEPTION.includes(table))
    .flatMap((table) => {
      const [a, b] = [before[table] ?? [], after[table] ?? []];
      const lines = (rows: readonly Cells[]) => new Set(rows.map((r) => JSON.stringify(r)));
      const [inA, inB] = [lines(a), lines(b)];
      const gone = a.filter((r) => !inB.has(JSON.stringify(r)));
      const come = b.filter((r) => !inA.has(JSON.stringify(r)));
      return [...gone, ...come].map((row) => ({ table, row }));
    });
}

/** Table that each row of a sheet has one row in, its number there, and the heading of that number. */
const PROPRES: Readonly<Partial<Record<FeuilleId, readonly [table: string, key: string]>>> = {
  enveloppes: ['enveloppes', 'enveloppe_id'],
  apports: ['apports', 'apport_id'],
  appels: ['appels', 'appel_id'],
  organismes: ['organismes', 'organisme_id'],
  projets: ['projets', 'projet_id'],
  octrois: ['octrois', 'octroi_id'],
  versements: ['versements', 'versement_id'],
  annonces: ['annonces', 'annonce_id'],
};

/** Numbers, buckets and the like that a row's change may be seen under. */
type Seen = Readonly<Record<string, ReadonlySet<string | null>>>;

const values = (rows: readonly Cells[], column: string) => rows.map((r) => r[column] ?? null);

/** What hangs on the row before and after, as the two products tell it. */
function seenOf(
  feuille: FeuilleId,
  own: Rangee,
  differing: readonly Difference[],
  all: readonly Tables[],
): Seen {
  const [table = '', key = ''] = PROPRES[feuille] ?? [];
  const rows = differing.filter((d) => d.table === table).map((d) => d.row);
  const [numero, projet] = [String(own['Numéro'] ?? ''), String(own['Projet'] ?? '')];
  const ids = (column: string, ...more: string[]) =>
    new Set([...more, ...values(rows, column), ...(key === column ? [numero] : [])]);
  const ofTable = (name: string) => all.flatMap((t) => t[name] ?? []);
  const parts = differing.filter((d) => d.table === 'projets_priorites').map((d) => d.row);
  const projets =
    feuille === 'projets_priorites'
      ? new Set([projet, ...values(parts, 'projet_id')])
      : ids('projet_id', projet);
  const octrois = ofTable('octrois').filter((o) => projets.has(o['projet_id'] ?? null));
  return {
    own: ids(key),
    projets,
    octrois: feuille === 'octrois' ? ids('octroi_id') : new Set(values(octrois, 'octroi_id')),
    annonces: new Set([
      ...(feuille === 'annonces' ? [...ids('annonce_id')] : values(octrois, 'annonce_id')),
      ...(feuille === 'octrois' ? values(rows, 'annonce_id') : []),
    ]),
    annonces_projets: new Set(
      values(
        ofTable('octrois').filter((o) => ids('annonce_id').has(o['annonce_id'] ?? null)),
        'projet_id',
      ),
    ),
    organismes: new Set([
      ...ids('organisme_id'),
      ...values(
        ofTable('projets').filter((p) => projets.has(p['projet_id'] ?? null)),
        'organisme_id',
      ),
    ]),
  };
}

type Allowed = (row: Cells, seen: Seen) => boolean;

const under =
  (column: string, what: string): Allowed =>
  (row, seen) =>
    seen[what]?.has(row[column] ?? null) ?? false;

const always: Allowed = () => true;

/** Tables that a row of each sheet may be seen in, beside its own. */
const AUTRES: Readonly<Record<FeuilleId, Readonly<Record<string, Allowed>>>> = {
  enveloppes: {},
  apports: { bilans_cycles: always },
  appels: { demandes: always, comptes_demandes: always, annonces: under('appel_id', 'own') },
  demandes: { demandes: always, comptes_demandes: always },
  organismes: { projets: under('organisme_id', 'own') },
  projets: {
    octrois: under('projet_id', 'projets'),
    ventilations: under('octroi_id', 'octrois'),
    projets_priorites: under('projet_id', 'projets'),
    versements: under('projet_id', 'projets'),
    bilans_cycles: always,
    organismes: under('organisme_id', 'organismes'),
    controles: under('evenement_id', 'annonces'),
    comptes_demandes: always,
  },
  projets_priorites: {
    projets_priorites: under('projet_id', 'projets'),
    ventilations: under('octroi_id', 'octrois'),
  },
  octrois: {
    ventilations: under('octroi_id', 'octrois'),
    projets: under('projet_id', 'projets'),
    projets_priorites: under('projet_id', 'projets'),
    organismes: under('organisme_id', 'organismes'),
    controles: under('evenement_id', 'annonces'),
    exercices: always,
    bilans_cycles: always,
    demandes: always,
    comptes_demandes: always,
  },
  versements: { exercices: always, bilans_cycles: always },
  indicateurs: {},
  annonces: {
    controles: under('evenement_id', 'own'),
    octrois: under('annonce_id', 'own'),
    projets: under('projet_id', 'annonces_projets'),
    demandes: always,
  },
};

/**
 * Most rows of a table that one row of a sheet may change where no number tells which: the applications of two
 * calls, the balances of two cycles and two funders.
 */
const AU_PLUS: Readonly<Record<string, number>> = {
  exercices: 1,
  demandes: 4,
  bilans_cycles: 8,
};

/** Differences that the row of a sheet does not explain. */
export function inexpliquees(
  { feuille, rang }: { readonly feuille: FeuilleId; readonly rang: number },
  registre: Registre,
  [before, after]: readonly [Tables, Tables],
): Difference[] {
  const own = registre[feuille][rang] ?? {};
  const found = differences(before, after);
  const seen = seenOf(feuille, own, found, [before, after]);
  const [table = ''] = PROPRES[feuille] ?? [];
  const counts = new Map<string, number>();
  return found.filter((d) => {
    const count = (counts.get(d.table) ?? 0) + 1;
    counts.set(d.table, count);
    if (d.table === table) return count > 2;
    const allowed = AUTRES[feuille][d.table];
    return !allowed?.(d.row, seen) || count > (AU_PLUS[d.table] ?? Infinity);
  });
}
