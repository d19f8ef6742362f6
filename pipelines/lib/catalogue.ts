import type { Precision } from '../../src/lib/domain/precision';
import { isPrecision } from '../../src/lib/domain/precision';
import type { Journal } from './constats';
import type { Fonds } from './fonds';
import type { Notion } from '../sources/kind';
import type { TypedFile, TypedRow } from '../steps/normalise';

/** The whole region, as opposed to one bucket of it. */
export const ENSEMBLE = 'ensemble';

export interface Alias {
  readonly row: TypedRow;
  readonly id: string;
}

/** What the id of an alias may name. */
export type Cible = Exclude<Notion, 'notes' | 'evenements'> | 'annonces' | 'appels';

/** The fund's own lists, ready for look-up. */
export interface Catalogue {
  readonly territoires: readonly TypedRow[];
  readonly priorites: readonly TypedRow[];
  readonly appels: readonly TypedRow[];
  readonly annonces: readonly TypedRow[];
  readonly titresSources: ReadonlyMap<string, string>;
  readonly alias: Readonly<Record<Notion, ReadonlyMap<string, TypedRow>>>;
  readonly ids: Readonly<Record<Cible, ReadonlySet<string>>>;
}

/** A label as it is compared: apostrophes of one kind, no case, runs of spaces as one. */
export function foldLabel(label: string): string {
  return label.normalize('NFC').replace(/[’ʼ`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

export const textOf = (row: TypedRow, champ: string): string | null => {
  const valeur = row.cells[champ]?.valeur ?? null;
  return valeur === null ? null : String(valeur);
};

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

const rowsOf = (files: readonly TypedFile[], id: string): readonly TypedRow[] =>
  files.find((f) => f.file.kind.id === id)?.rows ?? [];

const idsOf = (rows: readonly TypedRow[], cle: string) =>
  new Set(rows.map((row) => textOf(row, cle) ?? ''));

function checkPrecision(rows: readonly TypedRow[], champ: string, journal: Journal): void {
  for (const row of rows) {
    const cell = row.cells[champ];
    if (cell && cell.valeur !== null && !isPrecision(cell.valeur))
      journal.add({
        gravite: 'bloquant',
        regle: 'valeur-inconnue',
        fichier: row.fichier,
        cellule: cell.cellule,
        valeur: cell.brut,
        message: 'précision attendue : exact, arrondi, derive, minimum ou maximum',
      });
  }
}

/** Gathers reference lists and aliases of a fund. */
export function buildCatalogue(
  fonds: Fonds,
  files: readonly TypedFile[],
  journal: Journal,
): Catalogue {
  const aliasOf = (notion: Notion) => {
    const rows = rowsOf(files, `alias-${notion}`);
    return new Map(rows.map((row) => [foldLabel(textOf(row, 'libelle') ?? ''), row]));
  };
  const alias = {
    cycles: aliasOf('cycles'),
    evenements: aliasOf('evenements'),
    territoires: aliasOf('territoires'),
    bailleurs: aliasOf('bailleurs'),
    priorites: aliasOf('priorites'),
    notes: aliasOf('notes'),
  };
  for (const notion of ['notes', 'priorites'] as const)
    checkPrecision([...alias[notion].values()], 'precision', journal);
  const territoires = rowsOf(files, 'territoires');
  const priorites = rowsOf(files, 'priorites');
  const appels = rowsOf(files, 'appels');
  const annonces = rowsOf(files, 'annonces');
  return {
    territoires,
    priorites,
    appels,
    annonces,
    titresSources: new Map(
      rowsOf(files, 'sources').map((r) => [textOf(r, 'source_id') ?? '', textOf(r, 'titre') ?? '']),
    ),
    alias,
    ids: {
      cycles: new Set(fonds.cycles.map((c) => c.id)),
      territoires: new Set([...idsOf(territoires, 'territoire_id'), ENSEMBLE]),
      bailleurs: new Set(fonds.bailleurs.map((b) => b.id)),
      priorites: idsOf(priorites, 'priorite_id'),
      appels: idsOf(appels, 'appel_id'),
      annonces: idsOf(annonces, 'annonce_id'),
    },
  };
}

export function precisionOf(row: TypedRow, champ: string): Precision {
  const valeur = textOf(row, champ);
  return isPrecision(valeur) ? valeur : 'exact';
}

/** Names of territories as they are read, in the order given. */
export const namesOf = (catalogue: Catalogue, ids: readonly string[]): string[] =>
  ids.map((id) => {
    const row = catalogue.territoires.find((t) => textOf(t, 'territoire_id') === id);
    return (row && textOf(row, 'nom')) ?? id;
  });
