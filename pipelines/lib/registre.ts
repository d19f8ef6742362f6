/** The register's rows, sheet by sheet, and what each one names. */
import { FEUILLES, type FeuilleId } from '../sources/kind';
import type { Ligne } from '../steps/harmonise/registre';
import { foldLabel } from './fold';
import { remember } from './remember';

export const texte = ({ valeurs }: Ligne, champ: string): string | null => {
  const valeur = valeurs[champ] ?? null;
  return valeur === null ? null : String(valeur);
};

/** Cents of a montant; 0 for an empty cell. */
export const cents = ({ valeurs }: Ligne, champ: string): bigint => {
  const valeur = valeurs[champ];
  return typeof valeur === 'bigint' ? valeur : 0n;
};

export const entier = ({ valeurs }: Ligne, champ: string): number | null => {
  const valeur = valeurs[champ];
  return typeof valeur === 'number' ? valeur : null;
};

export const sumCents = (lignes: readonly Ligne[], champ: string): bigint =>
  lignes.reduce((a, l) => a + cents(l, champ), 0n);

/** Rows in the order of a date; those of one day keep the order of the sheet. */
export const byDate = (lignes: readonly Ligne[], champ: string): Ligne[] =>
  [...lignes].sort((a, b) => {
    const [x, y] = [texte(a, champ) ?? '', texte(b, champ) ?? ''];
    return x < y ? -1 : x > y ? 1 : 0;
  });

/** Rows of the register, sheet by sheet. */
export type Feuilles = Readonly<Record<FeuilleId, readonly Ligne[]>>;

/** Every sheet, those given filled, first and in their order, and the others without a row. */
export function fillFeuilles(given: ReadonlyMap<FeuilleId, readonly Ligne[]>): Feuilles {
  const others = FEUILLES.filter((id) => !given.has(id)).map((id) => [id, []] as const);
  return Object.fromEntries([...given, ...others]) as unknown as Feuilles;
}

/** The same sheets, each with what `of` makes of its rows. */
export const mapFeuilles = (
  feuilles: Feuilles,
  of: (lignes: readonly Ligne[]) => readonly Ligne[],
): Feuilles =>
  Object.fromEntries(
    Object.entries(feuilles).map(([id, lignes]) => [id, of(lignes)]),
  ) as unknown as Feuilles;

/** Rows of a sheet, those of one project side by side and in the order of the sheet. */
interface ParProjet {
  readonly lignes: readonly Ligne[];
  /** Place of the first row of each project; where those of one end, those of the next begin. */
  readonly debuts: Uint32Array;
}

/** Sorts rows by the place of their project, -1 for none, in one pass over each. */
function sortByProjet(
  lignes: readonly Ligne[],
  placeOf: (ligne: Ligne) => number,
  projets: number,
): ParProjet {
  const places = Int32Array.from(lignes, placeOf);
  const debuts = new Uint32Array(projets + 1);
  for (const place of places) if (place >= 0) debuts[place + 1] = (debuts[place + 1] ?? 0) + 1;
  for (let i = 1; i <= projets; i++) debuts[i] = (debuts[i] ?? 0) + (debuts[i - 1] ?? 0);
  const next = debuts.slice();
  const sorted = new Array<Ligne>(debuts[projets] ?? 0);
  for (const [i, ligne] of lignes.entries()) {
    const place = places[i] ?? -1;
    if (place < 0) continue;
    const rang = next[place] ?? 0;
    next[place] = rang + 1;
    sorted[rang] = ligne;
  }
  return { lignes: sorted, debuts };
}

export class Registre {
  /** By sheet, places of rows by their number as it is written; made when first looked in. */
  readonly #numbers = new Map<FeuilleId, ReadonlyMap<string, number>>();
  /** By sheet, places of rows by what names them, compared as labels are; made when a name is no number as written. */
  readonly #index = new Map<FeuilleId, ReadonlyMap<string, number>>();
  /** By sheet, the place that a name gives as labels are compared: the same few are asked for by many rows. */
  readonly #found = new Map(
    FEUILLES.map((id) => [id, remember((name) => this.#namesOf(id).get(foldLabel(name)) ?? -1)]),
  );
  readonly #ofProjet = new Map<FeuilleId, ParProjet>();
  /** The last row whose project was asked for: the same one is asked for several times in a row. */
  #asked: { readonly ligne: Ligne | null; readonly projet: Ligne | undefined } = {
    ligne: null,
    projet: undefined,
  };
  #accordes: readonly Ligne[] | null = null;

  constructor(readonly feuilles: Feuilles) {}

  /** Rows of every sheet. */
  *lignes(): Generator<Ligne> {
    for (const lignes of Object.values(this.feuilles)) yield* lignes;
  }

  /** An announcement may have several rows, of which the first in any spelling stands for it: it has no number. */
  #numbersOf(id: FeuilleId): ReadonlyMap<string, number> {
    const known = this.#numbers.get(id);
    if (known) return known;
    const numbers = new Map<string, number>();
    if (id !== 'annonces')
      for (const [place, { id: number }] of this.feuilles[id].entries())
        if (!numbers.has(number)) numbers.set(number, place);
    this.#numbers.set(id, numbers);
    return numbers;
  }

  /** Numbers first, so that a name never hides one. */
  #namesOf(id: FeuilleId): ReadonlyMap<string, number> {
    const known = this.#index.get(id);
    if (known) return known;
    const index = new Map<string, number>();
    const add = (place: number, name: string | null) => {
      const key = foldLabel(name ?? '');
      if (name !== null && !index.has(key)) index.set(key, place);
    };
    const own = this.feuilles[id];
    for (const [place, ligne] of own.entries())
      add(place, id === 'annonces' ? texte(ligne, 'annonce_id') : ligne.id);
    if (id === 'organismes')
      for (const [place, ligne] of own.entries()) add(place, texte(ligne, 'nom'));
    this.#index.set(id, index);
    return index;
  }

  /** Place in its sheet of the row that a name names; -1 for none. */
  #placeOf(feuille: FeuilleId, name: string | null): number {
    if (name === null) return -1;
    return this.#numbersOf(feuille).get(name) ?? this.#found.get(feuille)?.(name) ?? -1;
  }

  /** The row that a number names (for an organisme, its name too); of an annonce, the first row. */
  find(feuille: FeuilleId, name: string | null): Ligne | undefined {
    return this.feuilles[feuille][this.#placeOf(feuille, name)];
  }

  projetOf(ligne: Ligne): Ligne | undefined {
    if (ligne !== this.#asked.ligne)
      this.#asked = { ligne, projet: this.find('projets', texte(ligne, 'projet')) };
    return this.#asked.projet;
  }

  /** Rows of a sheet that name a project, in the order of the sheet. */
  ofProjet(feuille: FeuilleId, projet: Ligne): readonly Ligne[] {
    const { lignes, debuts } = this.#byProjet(feuille);
    const place = this.#placeOf('projets', projet.id);
    return place < 0 ? [] : lignes.slice(debuts[place], debuts[place + 1]);
  }

  /** Each project that rows of a sheet name, with these rows. */
  *byProjet(feuille: FeuilleId): Generator<readonly [projet: Ligne, lignes: readonly Ligne[]]> {
    const { lignes, debuts } = this.#byProjet(feuille);
    for (const [place, projet] of this.feuilles.projets.entries()) {
      const own = lignes.slice(debuts[place], debuts[place + 1]);
      if (own.length > 0) yield [projet, own];
    }
  }

  #byProjet(feuille: FeuilleId): ParProjet {
    const known = this.#ofProjet.get(feuille);
    if (known) return known;
    const placeOf = (ligne: Ligne) => this.#placeOf('projets', texte(ligne, 'projet'));
    const sorted = sortByProjet(this.feuilles[feuille], placeOf, this.feuilles.projets.length);
    this.#ofProjet.set(feuille, sorted);
    return sorted;
  }

  /** Decisions about a project, initial and amendments, in the order of the sheet. */
  octroisOf(projet: Ligne): readonly Ligne[] {
    return this.ofProjet('octrois', projet);
  }

  annonceOf(ligne: Ligne): string | null {
    const found = this.find('annonces', texte(ligne, 'annonce'));
    return found ? texte(found, 'annonce_id') : null;
  }

  /** Projects that at least one decision grants money to: the only ones published. */
  get projetsAccordes(): readonly Ligne[] {
    this.#accordes ??= this.feuilles.projets.filter((p) => this.octroisOf(p).length > 0);
    return this.#accordes;
  }
}
