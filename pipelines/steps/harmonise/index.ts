import { buildCatalogue, type Catalogue } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Fonds } from '../../lib/fonds';
import { type FeuilleId, isSheet } from '../../sources/kind';
import { type Feuilles, fillFeuilles } from '../../lib/registre';
import type { TypedRow, TypedTable } from '../normalise';
import type { Bytes, LotId } from '../snapshot';
import { FaitsHarmoniser, type Harmonised } from './faits';
import { harmoniseSheet, type Ligne } from './registre';

export type { Harmonised } from './faits';
export { type Ligne, lotSource } from './registre';

/** Rows of one table: read = kept + set aside + refused. */
export interface FileCount {
  readonly fichier: string;
  readonly lues: number;
  readonly retenues: number;
  readonly ecartees: number;
  readonly refusees: number;
}

export interface Harmony {
  readonly catalogue: Catalogue;
  /** Rows of public facts. */
  readonly rows: readonly Harmonised[];
  /** Rows of the register. */
  readonly registre: Feuilles;
  /** Lots that the register comes from. */
  readonly lots: readonly LotId[];
  /** Files that were received, once each. */
  readonly fichiers: readonly Bytes[];
  readonly sources: readonly TypedRow[];
  readonly corrections: readonly TypedRow[];
  readonly comptes: readonly FileCount[];
}

const isSources = (t: TypedTable) => t.kind.id === 'sources-publiques';

function countOf(
  { file, feuille, lues, ecartees, refusees }: TypedTable,
  own: { readonly retenues: number; readonly ecartees: number; readonly refusees: number },
): FileCount {
  return {
    fichier: feuille === null ? file.chemin : `${file.chemin}!${feuille}`,
    lues,
    retenues: own.retenues,
    ecartees: ecartees + own.ecartees,
    refusees: refusees + own.refusees,
  };
}

function lotsOf(tables: readonly TypedTable[]): LotId[] {
  const lots = tables.flatMap((t) => (t.kind.feuille && t.file.lot ? [t.file.lot] : []));
  return [...new Map(lots.map((lot) => [lot.nom, lot])).values()];
}

/** Puts received rows in the project's words; an unknown label stops the run, an excluded one is said. */
export function harmonise(fonds: Fonds, tables: readonly TypedTable[], journal: Journal): Harmony {
  const catalogue = buildCatalogue(fonds, tables, journal);
  const received = tables.filter((t) => t.file.role === 'recu');
  const sources = received.filter(isSources).flatMap((t) => [...t.rows]);
  const faits = new FaitsHarmoniser(catalogue, sources, journal);
  const rows: Harmonised[] = [];
  const registre = new Map<FeuilleId, readonly Ligne[]>();
  const comptes = received.map((table): FileCount => {
    const { kind } = table;
    if (isSources(table))
      return countOf(table, { retenues: table.rows.length, ecartees: 0, refusees: 0 });
    if (isSheet(kind)) {
      const { lignes, ...others } = harmoniseSheet(catalogue, kind, table, journal);
      registre.set(kind.feuille.id, lignes);
      return countOf(table, { retenues: lignes.length, ...others });
    }
    const outcomes = [...table.rows].map((row) => faits.harmonise(kind.id, row));
    const kept = outcomes.filter((outcome) => typeof outcome !== 'string');
    rows.push(...kept);
    const count = (what: string) => outcomes.filter((o) => o === what).length;
    return countOf(table, {
      ...{ retenues: kept.length, ecartees: count('ecartee'), refusees: count('refusee') },
    });
  });
  const corrections = [...(tables.find((t) => t.file.role === 'corrections')?.rows ?? [])];
  const lots = lotsOf(received);
  const fichiers = [...new Map(received.map(({ file }) => [file.chemin, file])).values()];
  const own = { registre: fillFeuilles(registre), lots, fichiers };
  return { catalogue, rows, ...own, sources, corrections, comptes };
}
