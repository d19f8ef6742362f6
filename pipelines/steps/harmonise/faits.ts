import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { Precision } from '../../../src/lib/domain/precision';
import { type Catalogue, idsIn, precisionOf, targetsOf, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import { foldLabel } from '../../lib/fold';
import type { Notion } from '../../sources/kind';
import { EXCLU } from '../../sources/reference';
import { explainUnknown } from './libelles';
import type { Typed, TypedRow } from '../normalise';
import { copyVue } from '../../lib/vues';
import { placeIn, type RawRow } from '../read/table';

/** A received row of public facts in the project's own words: every label is an id, every source is known. */
export interface Harmonised {
  readonly kind: string;
  readonly row: RawRow;
  /** The row's own id, or one made of what it is about and who says it. */
  readonly id: string;
  readonly valeurs: Readonly<Record<string, Typed>>;
  readonly mois: TypedRow['mois'];
  readonly precision: Precision;
  /** Step of rounding in cents; 0 when the source prints cents. */
  readonly pas: bigint;
  readonly sourceId: string;
  readonly objet: string;
  readonly bailleurs: readonly string[];
  readonly territoires: readonly string[];
}

export type Outcome = Harmonised | 'ecartee' | 'refusee';

const ALIAS_FIELDS: readonly (readonly [champ: string, notion: Notion])[] = [
  ['cycle', 'cycles'],
  ['evenement', 'evenements'],
  ['territoire', 'territoires'],
  ['fonds', 'bailleurs'],
  ['priorite', 'priorites'],
];

export class FaitsHarmoniser {
  readonly #urls: ReadonlyMap<string, string>;
  readonly #seen = new Map<string, TypedRow>();

  constructor(
    private readonly catalogue: Catalogue,
    sources: readonly TypedRow[],
    private readonly journal: Journal,
  ) {
    this.#urls = new Map(
      sources.map((s) => [textOf(s, 'url') ?? '', textOf(s, 'source_id') ?? '']),
    );
  }

  #block(row: TypedRow, champ: string, regle: RegleId, message: string): null {
    this.journal.add({ regle, ...placeIn(row, champ), message });
    return null;
  }

  /** The alias row of a label, null when it is unknown: the finding then gives the line to add. */
  #find(row: TypedRow, champ: string, notion: Notion): TypedRow | null | 'vide' {
    const label = textOf(row, champ);
    if (label === null) return 'vide';
    const found = this.catalogue.alias[notion].get(foldLabel(label));
    if (found) return found;
    return this.#block(
      row,
      champ,
      'libelle-inconnu',
      explainUnknown(this.catalogue, notion, label),
    );
  }

  #exclude(row: TypedRow, champ: string, alias: TypedRow): 'ecartee' {
    this.journal.add({
      regle: 'ligne-ecartee',
      ...placeIn(row, champ),
      message: `ligne écartée à dessein : ${textOf(alias, 'motif') ?? 'motif non donné'}`,
    });
    return 'ecartee';
  }

  #knownIds(row: TypedRow, champ: string, notion: Notion, alias: TypedRow): boolean {
    const { ids } = this.catalogue;
    const unknown = targetsOf(notion, alias).find(([id, cible]) => !ids[cible].has(id));
    if (unknown === undefined) return true;
    const [id, cible] = unknown;
    this.#block(
      row,
      champ,
      'alias-sans-cible',
      `alias/${notion}.csv donne l'identifiant « ${id} », qui n'existe pas (${cible}) : corrigez-le, ou ajoutez-le à sa liste ; connus : ${[...ids[cible]].join(', ')}`,
    );
    return false;
  }

  /** Alias rows of all labels of a row, or why the row stops here. */
  #labels(row: TypedRow): Record<string, TypedRow | null> | 'ecartee' | 'refusee' {
    const found: Record<string, TypedRow | null> = {};
    let refused = false;
    for (const [champ, notion] of ALIAS_FIELDS) {
      if (!(champ in row.valeurs)) continue;
      const alias = this.#find(row, champ, notion);
      if (alias === null) refused = true;
      else if (alias === 'vide') found[champ] = null;
      else if (textOf(alias, 'id') === EXCLU || textOf(alias, 'objet') === EXCLU)
        return this.#exclude(row, champ, alias);
      else if (this.#knownIds(row, champ, notion, alias)) found[champ] = alias;
      else refused = true;
    }
    return refused ? 'refusee' : found;
  }

  #note(row: TypedRow): { precision: Precision; pas: bigint } | null {
    const alias = this.#find(row, 'note', 'notes');
    if (alias === null) return null;
    if (alias === 'vide') return { precision: 'exact', pas: 0n };
    const pas = alias.valeurs['pas'];
    return { precision: precisionOf(alias, 'precision'), pas: typeof pas === 'bigint' ? pas : 0n };
  }

  #source(row: TypedRow): string | null {
    const id = this.#urls.get(textOf(row, 'source_url') ?? '');
    if (id !== undefined) return id;
    return this.#block(
      row,
      'source_url',
      'reference-orpheline',
      "cette adresse n'est pas dans la liste des sources : ajoutez-y la source, ou corrigez l'adresse",
    );
  }

  #unique(row: TypedRow, id: string): boolean {
    const earlier = this.#seen.get(id);
    this.#seen.set(id, row);
    if (!earlier) return true;
    const own = textOf(row, 'projet_id') !== null;
    const place = `${earlier.lieu.fichier === row.lieu.fichier ? '' : `${earlier.lieu.fichier}, `}ligne ${earlier.ligne}`;
    this.#block(
      row,
      own ? 'projet_id' : 'montant',
      'doublon',
      own
        ? `cet identifiant figure déjà : ${place} ; gardez une seule des deux lignes`
        : `la même source donne déjà ce montant : ${place} ; gardez une seule des deux lignes`,
    );
    return false;
  }

  harmonise(kind: string, row: TypedRow): Outcome {
    const labels = this.#labels(row);
    if (typeof labels === 'string') return labels;
    const [note, sourceId] = [this.#note(row), this.#source(row)];
    if (note === null || sourceId === null) return 'refusee';
    const idOf = (champ: string) => {
      const alias = labels[champ];
      return alias ? textOf(alias, 'id') : null;
    };
    const event = labels['evenement'] ?? null;
    const { territoire } = labels;
    const territoires = territoire ? idsIn(territoire, 'id') : [];
    const bailleur = (event && textOf(event, 'bailleur')) ?? idOf('fonds');
    const valeurs: Record<string, Typed> = copyVue(row.valeurs);
    for (const [champ] of ALIAS_FIELDS) if (champ in row.valeurs) valeurs[champ] = idOf(champ);
    const own = textOf(row, 'projet_id');
    const made = [valeurs['nature'], valeurs['evenement'], territoires.join('+'), sourceId].join(
      '-',
    );
    const id = own ?? made;
    if (!this.#unique(row, id)) return 'refusee';
    const objet = (event && textOf(event, 'objet')) ?? 'aucun';
    const bailleurs = bailleur === null ? [] : bailleur.split(';');
    const { mois } = row;
    return { kind, row, id, valeurs, mois, ...note, sourceId, objet, bailleurs, territoires };
  }
}
