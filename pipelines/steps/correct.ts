import { type Catalogue, textOf } from '../lib/catalogue';
import { centsToDecimal } from '../../src/lib/domain/montant';
import type { Journal } from '../lib/constats';
import { type Feuilles, mapFeuilles } from '../lib/registre';
import { readValeur, type Typed } from '../lib/valeurs';
import { receivedKinds } from '../sources/index';
import type { Harmonised } from './harmonise/faits';
import { type Ligne, resolveLabels, withValeurs } from './harmonise/registre';
import type { TypedRow } from './normalise';
import { placeIn } from './read/table';

/** A manual value that won over a received one; both stay visible. */
export interface Correction {
  readonly kind: string;
  readonly id: string;
  readonly colonne: string;
  readonly recue: string | null;
  readonly corrigee: string | null;
  readonly auteur: string;
  readonly date: string;
  readonly motif: string;
}

export interface Corrected {
  readonly rows: readonly Harmonised[];
  readonly registre: Feuilles;
  readonly corrections: readonly Correction[];
}

type Corrigeable = Harmonised | Ligne;

interface Read {
  readonly valeur: Typed;
  readonly datePrecision: 'jour' | 'mois' | null;
}

const show = (valeur: Typed): string | null =>
  valeur === null ? null : typeof valeur === 'bigint' ? centsToDecimal(valeur) : String(valeur);

/** Reads what replaces a value as its own column is read; null when it cannot be. */
function readNew(
  catalogue: Catalogue,
  kind: string,
  colonne: string,
  text: string | null,
): Read | null {
  const source = receivedKinds.get(kind);
  const champ = source?.champs[colonne];
  if (!champ || (champ.alias && !source.feuille)) return null;
  if (text === null) return champ.rempli ? null : { valeur: null, datePrecision: null };
  const { alias } = champ;
  if (alias === 'evenements' || alias === 'notes') return null;
  if (alias !== undefined) {
    const found = resolveLabels(catalogue, { ...champ, alias }, text);
    return 'id' in found ? { valeur: found.id, datePrecision: null } : null;
  }
  const read = readValeur(champ, { brut: text });
  return 'regle' in read ? null : read;
}

/** The row with another value in one column; a date takes the precision of what replaces it. */
function withValue(row: Corrigeable, colonne: string, read: Read): Corrigeable {
  const others = row.mois.filter((champ) => champ !== colonne);
  const mois = read.datePrecision === 'mois' ? [...others, colonne] : others;
  const changed = { [colonne]: read.valeur };
  if ('feuille' in row) return { ...withValeurs(row, changed), mois };
  return { ...row, valeurs: { ...row.valeurs, ...changed }, mois };
}

/** What names a row or ties it to its source was read before corrections: changing it would do nothing. */
const isLink = (kind: string, colonne: string) =>
  colonne === 'source_url' || (receivedKinds.get(kind)?.cle.includes(colonne) ?? false);

interface Scene {
  readonly catalogue: Catalogue;
  readonly journal: Journal;
  readonly byId: Map<string, Corrigeable>;
}

function applyOne({ catalogue, journal, byId }: Scene, ligne: TypedRow): Correction[] {
  const get = (champ: string) => textOf(ligne, champ) ?? '';
  const [kind, id, colonne] = [get('table'), get('id'), get('colonne')];
  const row = byId.get(`${kind} ${id}`);
  const read = readNew(catalogue, kind, colonne, textOf(ligne, 'valeur'));
  const open = row !== undefined && colonne in row.valeurs && !isLink(kind, colonne);
  if (!row || !open || !read) {
    const champ = !row ? 'id' : !open ? 'colonne' : 'valeur';
    journal.add({
      regle: 'correction-sans-cible',
      ...placeIn(ligne, champ),
      message: `cette correction ne s'applique à rien : vérifiez « ${champ} » (table, identifiant et colonne reçus)`,
    });
    return [];
  }
  byId.set(`${kind} ${id}`, withValue(row, colonne, read));
  return [
    {
      kind,
      id,
      colonne,
      recue: show(row.valeurs[colonne] ?? null),
      corrigee: show(read.valeur),
      auteur: get('auteur'),
      date: get('date'),
      motif: get('motif'),
    },
  ];
}

/** Applies manual values; one that finds no row, no column or no type stops the run. */
export function correct(
  catalogue: Catalogue,
  received: Pick<Corrected, 'rows' | 'registre'>,
  lignes: readonly TypedRow[],
  journal: Journal,
): Corrected {
  if (lignes.length === 0)
    return { rows: received.rows, registre: received.registre, corrections: [] };
  const all: Corrigeable[] = [...received.rows, ...Object.values(received.registre).flat()];
  const byId = new Map(all.map((row) => [`${row.kind} ${row.id}`, row]));
  const corrections = lignes.flatMap((ligne) => applyOne({ catalogue, journal, byId }, ligne));
  const latest = <R extends Corrigeable>(row: R) =>
    (byId.get(`${row.kind} ${row.id}`) as R | undefined) ?? row;
  const registre = mapFeuilles(received.registre, (lignes) => lignes.map(latest));
  return { rows: received.rows.map(latest), registre, corrections };
}
