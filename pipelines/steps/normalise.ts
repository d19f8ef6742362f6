import { foldLabel } from '../lib/fold';
import { dollars } from '../lib/dollars';
import type { Journal, Trouvaille } from '../lib/constats';
import { readValeur, type Typed } from '../lib/valeurs';
import type { Champ } from '../sources/kind';
import type { RawCell, RawRow, ReadTable } from './read/table';

export type { Typed } from '../lib/valeurs';

export interface TypedCell extends Omit<RawCell, 'lue'> {
  readonly valeur: Typed;
  readonly datePrecision: 'jour' | 'mois' | null;
}

export interface TypedRow {
  readonly fichier: string;
  readonly feuille: string | null;
  readonly ligne: number;
  readonly cells: Readonly<Record<string, TypedCell>>;
}

export interface TypedTable extends Omit<ReadTable, 'rows'> {
  readonly rows: readonly TypedRow[];
}

/** Where a finding about a row's field is, and what was read there. */
export function placeIn(
  row: TypedRow | RawRow,
  champ: string,
): Pick<Trouvaille, 'fichier' | 'feuille' | 'cellule' | 'valeur'> {
  const { fichier, feuille, ligne } = row;
  const cell = row.cells[champ];
  return { fichier, feuille, cellule: cell?.cellule ?? `A${ligne}`, valeur: cell?.brut ?? null };
}

/** Place of a row's field as the product keeps it, as `recu/lot/a.csv!D4` or `prive/…/registre.xlsx!Octrois!D4`; of the whole row without a field. */
export function provenanceIn(row: TypedRow, champ = ''): string {
  const { fichier, feuille, cellule } = placeIn(row, champ);
  return [fichier, feuille, cellule].filter((part) => part !== null).join('!');
}

type Champs = readonly (readonly [nom: string, champ: Champ])[];

function normaliseRow(
  champs: Champs,
  ordre: ReadTable['file']['ordreDates'],
  row: RawRow,
  journal: Journal,
): TypedRow | null {
  const { fichier, feuille, ligne } = row;
  const cells: Record<string, TypedCell> = {};
  let whole = true;
  for (const [name, champ] of champs) {
    const cell = row.cells[name] ?? { brut: '', cellule: `A${ligne}` };
    const lue = readValeur(champ, cell, ordre);
    if ('regle' in lue) {
      whole = false;
      journal.add({ regle: lue.regle, ...placeIn(row, name), message: lue.message });
    } else {
      const { brut, cellule } = cell;
      cells[name] = { brut, cellule, valeur: lue.valeur, datePrecision: lue.datePrecision };
    }
  }
  return whole ? { fichier, feuille, ligne, cells } : null;
}

/** Two rows of one key stop the run: which one is right is not ours to choose. */
function refuseDuplicates(
  { file, kind: { cle, feuille } }: ReadTable,
  rows: readonly TypedRow[],
  journal: Journal,
): TypedRow[] {
  const [champ] = cle;
  if (champ === undefined) return [...rows];
  const first = new Map<string, TypedRow>();
  return rows.filter((row) => {
    const text = cle.map((c) => row.cells[c]?.valeur ?? '').join(', ');
    const key = file.role === 'recu' && !feuille ? text : foldLabel(text);
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, row);
      return true;
    }
    journal.add({
      regle: 'doublon',
      ...placeIn(row, champ),
      valeur: text,
      message: `cet identifiant figure déjà à la ligne ${earlier.ligne} : gardez une seule des deux lignes`,
    });
    return false;
  });
}

/** A written total should be the sum of the rows above it, or of those since the total before. */
function checkTotaux(table: ReadTable, rows: readonly TypedRow[], journal: Journal): void {
  for (const [champ, { type }] of Object.entries(table.kind.champs)) {
    if (type !== 'montant') continue;
    let since = 0;
    for (const total of table.totaux) {
      const written = readValeur(
        { entetes: [], type, requis: false },
        total.cells[champ] ?? { brut: '' },
      );
      const sumFrom = (ligne: number) =>
        rows
          .filter((r) => r.ligne > ligne && r.ligne < total.ligne)
          .reduce((a, r) => a + ((r.cells[champ]?.valeur as bigint | null) ?? 0n), 0n);
      const sums = [sumFrom(since), sumFrom(0)];
      since = total.ligne;
      if ('regle' in written || typeof written.valeur !== 'bigint') continue;
      if (!sums.includes(written.valeur))
        journal.add({
          regle: 'total-de-feuille',
          ...placeIn(total, champ),
          message: `ce total ne donne pas la somme des lignes lues (${dollars(sums[1] ?? 0n)}) : corrigez-le, ou vérifiez ces lignes`,
        });
    }
  }
}

/** Types every cell as its source declares it; a row with a cell that cannot be read is refused. */
export function normalise(tables: readonly ReadTable[], journal: Journal): TypedTable[] {
  return tables.map((table) => {
    const champs = Object.entries(table.kind.champs);
    const typed = table.rows.flatMap(
      (row) => normaliseRow(champs, table.file.ordreDates, row, journal) ?? [],
    );
    checkTotaux(table, typed, journal);
    const rows = refuseDuplicates(table, typed, journal);
    return { ...table, rows, refusees: table.lues - table.ecartees - rows.length };
  });
}
