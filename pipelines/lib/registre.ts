/** The register's rows, sheet by sheet, and what each one names. */
import { FEUILLES, type FeuilleId } from '../sources/kind';
import type { Ligne } from '../steps/harmonise/registre';
import { foldLabel } from './fold';
import { groupBy } from './group';

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

export class Registre {
  readonly feuilles: Readonly<Record<FeuilleId, readonly Ligne[]>>;
  /** By sheet, rows by what names them, compared as labels are. */
  readonly #index: ReadonlyMap<FeuilleId, Map<string, Ligne>>;
  /** By sheet, what each name asked for was found to be: the same few are asked for by many rows. */
  readonly #found: ReadonlyMap<FeuilleId, Map<string, Ligne | undefined>>;
  readonly #ofProjet = new Map<FeuilleId, ReadonlyMap<string, readonly Ligne[]>>();

  constructor(readonly lignes: readonly Ligne[]) {
    const groups = groupBy(lignes, (l) => l.feuille);
    this.feuilles = Object.fromEntries(FEUILLES.map((id) => [id, groups.get(id) ?? []])) as Record<
      FeuilleId,
      Ligne[]
    >;
    this.#index = new Map(FEUILLES.map((id) => [id, new Map()]));
    this.#found = new Map(FEUILLES.map((id) => [id, new Map()]));
    for (const id of FEUILLES) this.#addNames(id);
  }

  /** Numbers first, so that a name never hides one. */
  #addNames(id: FeuilleId): void {
    const index = this.#index.get(id);
    const add = (ligne: Ligne, name: string | null) => {
      const key = foldLabel(name ?? '');
      if (name !== null && !index?.has(key)) index?.set(key, ligne);
    };
    for (const ligne of this.feuilles[id])
      add(ligne, id === 'annonces' ? texte(ligne, 'annonce_id') : ligne.id);
    if (id === 'organismes') for (const ligne of this.feuilles[id]) add(ligne, texte(ligne, 'nom'));
  }

  /** The row that a number names (for an organisme, its name too); of an annonce, the first row. */
  find(feuille: FeuilleId, name: string | null): Ligne | undefined {
    if (name === null) return undefined;
    const known = this.#found.get(feuille);
    if (known?.has(name)) return known.get(name);
    const found = this.#index.get(feuille)?.get(foldLabel(name));
    known?.set(name, found);
    return found;
  }

  projetOf(ligne: Ligne): Ligne | undefined {
    return this.find('projets', texte(ligne, 'projet'));
  }

  /** Rows of a sheet that name a project, in the order of the sheet. */
  ofProjet(feuille: FeuilleId, projet: Ligne): readonly Ligne[] {
    const known = this.#ofProjet.get(feuille);
    const groups = known ?? groupBy(this.feuilles[feuille], (l) => this.projetOf(l)?.id ?? null);
    if (!known) this.#ofProjet.set(feuille, groups);
    return groups.get(projet.id) ?? [];
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
    return this.feuilles.projets.filter((p) => this.octroisOf(p).length > 0);
  }
}
