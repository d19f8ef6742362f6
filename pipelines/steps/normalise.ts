import { type Colonne, type Suite } from '../lib/colonnes';
import { foldLabel } from '../lib/fold';
import { dollars } from '../lib/dollars';
import type { Journal } from '../lib/constats';
import { readValeur, type Refusee, type Typed } from '../lib/valeurs';
import type { Champ } from '../sources/kind';
import { Cellules, type ChampType, RangeesTypees, type TypedRow } from './rangees';
import { brutIn, nombreIn, placeIn, type ReadTable } from './read/table';

export type { Typed } from '../lib/valeurs';
export type { TypedRow } from './rangees';

export interface TypedTable extends Omit<ReadTable, 'rows'> {
  readonly rows: RangeesTypees;
}

/** How much of a day is known; null where there is none. */
export function datePrecisionIn(
  { valeurs, mois }: Pick<TypedRow, 'valeurs' | 'mois'>,
  champ: string,
): 'jour' | 'mois' | null {
  if ((valeurs[champ] ?? null) === null) return null;
  return mois.includes(champ) ? 'mois' : 'jour';
}

interface ChampLu extends ChampType {
  /** Why the cells that cannot be read are not; null where all are. */
  readonly refus: Colonne<Refusee | null> | null;
}

/** Reads the cells of one field; what many cells hold is read once. */
function readChamp({ rows, file }: ReadTable, nom: string, champ: Champ): ChampLu {
  const numbers = [...rows.nombresOf(nom)].map(([rang, lue]) => {
    const brut = brutIn(rows.at(rang), nom);
    return [rang, readValeur(champ, { brut, lue }, file.ordreDates)] as const;
  });
  const bruts = rows.champ(nom);
  const lues = bruts
    .map((brut) => readValeur(champ, { brut }, file.ordreDates))
    .with(new Map(numbers));
  const isRefused = lues.distinctes.some((l) => 'regle' in l);
  const isMonth = lues.distinctes.some((l) => 'datePrecision' in l && l.datePrecision === 'mois');
  return {
    valeurs: lues.map((l): Typed => ('regle' in l ? null : l.valeur)).heldBy(bruts),
    mois: isMonth ? lues.map((l) => 'datePrecision' in l && l.datePrecision === 'mois') : null,
    refus: isRefused ? lues.map((l) => ('regle' in l ? l : null)) : null,
  };
}

/** Places of the rows of which every cell is read; each other cell is a finding. */
function keepRead(
  { rows }: ReadTable,
  champs: ReadonlyMap<string, ChampLu>,
  journal: Journal,
): Uint32Array {
  const refused = [...champs].flatMap(([nom, { refus }]) => (refus ? [[nom, refus] as const] : []));
  const rangs = Uint32Array.from({ length: rows.length }, (_, rang) => rang);
  if (refused.length === 0) return rangs;
  return rangs.filter((rang) => {
    let whole = true;
    for (const [nom, refus] of refused) {
      const why = refus.at(rang);
      if (why === null) continue;
      whole = false;
      journal.add({ regle: why.regle, ...placeIn(rows.at(rang), nom), message: why.message });
    }
    return whole;
  });
}

/** Two rows of one key stop the run: which one is right is not ours to choose. */
function refuseDuplicates(
  { file, kind: { cle, feuille } }: ReadTable,
  rows: RangeesTypees,
  journal: Journal,
): RangeesTypees {
  const [champ] = cle;
  if (champ === undefined) return rows;
  const first = new Map<string, number>();
  const kept = rows.rangs.filter((rang) => {
    const row = rows.at(rang);
    const { valeurs } = row;
    const text = cle.map((c) => valeurs[c] ?? '').join(', ');
    const key = file.role === 'recu' && !feuille ? text : foldLabel(text);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row.ligne);
      return true;
    }
    journal.add({
      regle: 'doublon',
      ...placeIn(row, champ),
      valeur: text,
      message: `cet identifiant figure déjà à la ligne ${earlier} : gardez une seule des deux lignes`,
    });
    return false;
  });
  return kept.length === rows.length ? rows : rows.keep(kept);
}

/** A written total should be the sum of the rows above it, or of those since the total before. */
function checkTotaux(table: ReadTable, rows: Suite<TypedRow>, journal: Journal): void {
  for (const [champ, { type }] of Object.entries(table.kind.champs)) {
    if (type !== 'montant') continue;
    let since = 0;
    for (const total of table.totaux) {
      const written = readValeur(
        { entetes: [], type, requis: false },
        { brut: brutIn(total, champ), lue: nombreIn(total, champ) },
      );
      const sumFrom = (ligne: number) => {
        let sum = 0n;
        for (const r of rows)
          if (r.ligne > ligne && r.ligne < total.ligne)
            sum += (r.valeurs[champ] as bigint | null) ?? 0n;
        return sum;
      };
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
    const champs = new Map(
      Object.entries(table.kind.champs).map(([nom, champ]) => [nom, readChamp(table, nom, champ)]),
    );
    const rangs = keepRead(table, champs, journal);
    const typed = new RangeesTypees(table.rows, rangs, new Cellules(champs));
    checkTotaux(table, typed, journal);
    const rows = refuseDuplicates(table, typed, journal);
    return { ...table, rows, refusees: table.lues - table.ecartees - rows.length };
  });
}
