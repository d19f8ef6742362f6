import type { Precision } from '../../src/lib/domain/precision';
import { isPrecision } from '../../src/lib/domain/precision';
import type { Journal } from './constats';
import { foldLabel } from './fold';
import type { Fonds } from './fonds';
import type { Notion } from '../sources/kind';
import { EXCLU } from '../sources/reference';
import type { TypedRow, TypedTable } from '../steps/normalise';
import { placeIn } from '../steps/read/table';

/** The whole region, as opposed to one bucket of it. */
export const ENSEMBLE = 'ensemble';

/** What the id of an alias may name. */
export type Cible = Exclude<Notion, 'notes' | 'evenements'> | 'annonces' | 'appels';

/** Notions whose list gives a name to each id. */
export type Nommee = 'cycles' | 'territoires' | 'bailleurs' | 'priorites';

export interface Nom {
  readonly id: string;
  readonly nom: string;
}

/** The fund's own lists, ready for look-up. */
export interface Catalogue {
  readonly territoires: readonly TypedRow[];
  readonly priorites: readonly TypedRow[];
  readonly appels: readonly TypedRow[];
  readonly annonces: readonly TypedRow[];
  /** The fund's own list of sources. */
  readonly sources: readonly TypedRow[];
  readonly alias: Readonly<Record<Notion, ReadonlyMap<string, TypedRow>>>;
  readonly ids: Readonly<Record<Cible, ReadonlySet<string>>>;
  readonly noms: Readonly<Record<Nommee, readonly Nom[]>>;
}

export const textOf = (row: TypedRow, champ: string): string | null => {
  const valeur = row.valeurs[champ] ?? null;
  return valeur === null ? null : String(valeur);
};

/** Day of an announcement or a call: that of the announcement, the opening, or else the closing. */
export const jourOfEvent = (row: TypedRow): string | null =>
  textOf(row, 'date_annonce') ?? textOf(row, 'date_ouverture') ?? textOf(row, 'date_limite');

/** Day from which a public fact counts: its announcement's or its call's, else its own; null if none is known. */
export function jourOfFait(
  { annonces, appels }: Pick<Catalogue, 'annonces' | 'appels'>,
  { evenement, date }: Readonly<Record<string, unknown>>,
): string | null {
  const event =
    annonces.find((row) => textOf(row, 'annonce_id') === evenement) ??
    appels.find((row) => textOf(row, 'appel_id') === evenement);
  return (event && jourOfEvent(event)) ?? (typeof date === 'string' ? date : null);
}

/** Ids that a cell holds, separated by semicolons. */
export const idsIn = (row: TypedRow, champ: string): string[] =>
  (textOf(row, champ) ?? '').split(';').filter(Boolean);

/** The ids that an alias row gives, each with the list it must be in. */
export function targetsOf(notion: Notion, alias: TypedRow): [id: string, cible: Cible][] {
  const all = (champ: string, cible: Cible) =>
    idsIn(alias, champ).map((id): [string, Cible] => [id, cible]);
  if (notion === 'notes') return [];
  if (notion !== 'evenements') return all('id', notion);
  const objet = textOf(alias, 'objet');
  const own = objet === 'annonce' ? all('id', 'annonces') : [];
  return [
    ...own,
    ...(objet === 'appel' ? all('id', 'appels') : []),
    ...all('bailleur', 'bailleurs'),
  ];
}

/** Rows of the table of a kind; none where there is no such table. */
export const rowsOf = (tables: readonly TypedTable[], id: string): readonly TypedRow[] => [
  ...(tables.find((t) => t.kind.id === id)?.rows ?? []),
];

const idsOf = (rows: readonly TypedRow[], cle: string) =>
  new Set(rows.map((row) => textOf(row, cle) ?? ''));

const namesIn = (rows: readonly TypedRow[], cle: string): Nom[] =>
  rows.map((row) => ({ id: textOf(row, cle) ?? '', nom: textOf(row, 'nom') ?? '' }));

function checkPrecision(rows: readonly TypedRow[], champ: string, journal: Journal): void {
  for (const row of rows) {
    const valeur = row.valeurs[champ] ?? null;
    if (valeur !== null && !isPrecision(valeur))
      journal.add({
        regle: 'valeur-inconnue',
        ...placeIn(row, champ),
        message: 'précision attendue : exact, arrondi, derive, minimum ou maximum',
      });
  }
}

function buildAlias(tables: readonly TypedTable[]): Catalogue['alias'] {
  const aliasOf = (notion: Notion) => {
    const rows = rowsOf(tables, `alias-${notion}`);
    return new Map(rows.map((row) => [foldLabel(textOf(row, 'libelle') ?? ''), row]));
  };
  return {
    cycles: aliasOf('cycles'),
    evenements: aliasOf('evenements'),
    territoires: aliasOf('territoires'),
    bailleurs: aliasOf('bailleurs'),
    priorites: aliasOf('priorites'),
    notes: aliasOf('notes'),
  };
}

/** Gathers reference lists and aliases of a fund. */
export function buildCatalogue(
  fonds: Fonds,
  tables: readonly TypedTable[],
  journal: Journal,
): Catalogue {
  const alias = buildAlias(tables);
  for (const notion of ['notes', 'priorites'] as const)
    checkPrecision([...alias[notion].values()], 'precision', journal);
  const territoires = rowsOf(tables, 'territoires');
  const priorites = rowsOf(tables, 'priorites');
  const appels = rowsOf(tables, 'appels');
  const annonces = rowsOf(tables, 'annonces');
  return {
    territoires,
    priorites,
    appels,
    annonces,
    sources: rowsOf(tables, 'sources'),
    alias,
    ids: {
      cycles: new Set(fonds.cycles.map((c) => c.id)),
      territoires: new Set([...idsOf(territoires, 'territoire_id'), ENSEMBLE]),
      bailleurs: new Set(fonds.bailleurs.map((b) => b.id)),
      priorites: idsOf(priorites, 'priorite_id'),
      appels: idsOf(appels, 'appel_id'),
      annonces: idsOf(annonces, 'annonce_id'),
    },
    noms: {
      cycles: fonds.cycles,
      territoires: namesIn(territoires, 'territoire_id'),
      bailleurs: fonds.bailleurs,
      priorites: namesIn(priorites, 'priorite_id'),
    },
  };
}

/** Id that a label stands for: itself, the name of an id, or its alias; null when unknown. */
export function resolveLabel(
  { noms, alias }: Catalogue,
  notion: Nommee,
  label: string,
): { readonly id: string; readonly alias: TypedRow | null } | null {
  const folded = foldLabel(label);
  const named = noms[notion].find(
    ({ id, nom }) => id === label.trim() || foldLabel(nom) === folded,
  );
  if (named) return { id: named.id, alias: null };
  const row = alias[notion].get(folded);
  return row ? { id: textOf(row, 'id') ?? EXCLU, alias: row } : null;
}

export function precisionOf(row: TypedRow, champ: string): Precision {
  const valeur = textOf(row, champ);
  return isPrecision(valeur) ? valeur : 'exact';
}

/** Names of territories as they are read, in the order given. */
export const namesOf = (catalogue: Catalogue, ids: readonly string[]): string[] =>
  ids.map((id) => catalogue.noms.territoires.find((t) => t.id === id)?.nom ?? id);
