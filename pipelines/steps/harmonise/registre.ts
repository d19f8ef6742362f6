/** Rows of the register in the project's own words: every label of a list is an id. */
import { type Catalogue, ENSEMBLE, type Nommee, resolveLabel } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Colonne } from '../../lib/colonnes';
import { foldLabel } from '../../lib/fold';
import type { Champ, FeuilleId, SheetKind } from '../../sources/kind';
import { EXCLU } from '../../sources/reference';
import type { Typed, TypedRow, TypedTable } from '../normalise';
import { copyVue } from '../../lib/vues';
import { Cellules } from '../rangees';
import { placeIn, type RawRow } from '../read/table';
import { explainUnknown } from './libelles';

export interface Ligne {
  readonly kind: string;
  readonly feuille: FeuilleId;
  readonly row: RawRow;
  /** Values of the sheet's key, joined by `/`. */
  readonly id: string;
  readonly valeurs: Readonly<Record<string, Typed>>;
  readonly mois: TypedRow['mois'];
  readonly sourceId: string;
}

/** Id of the source that stands for a lot of the register. */
export const lotSource = (lot: string) => `lot-${lot}`;

const isNamed = (champ: Champ): champ is Champ & { readonly alias: Nommee } =>
  champ.alias !== undefined && champ.alias !== 'evenements' && champ.alias !== 'notes';

const labelsOf = (champ: Champ, text: string): string[] =>
  champ.plusieurs
    ? text
        .split(';')
        .map((l) => l.trim())
        .filter(Boolean)
    : [text];

type Resolved =
  | { readonly id: string }
  | { readonly regle: 'libelle-inconnu' | 'alias-sans-cible'; readonly message: string };

/** Ids of a cell's labels joined by `;`, or the reason why the row stops. */
export function resolveLabels(
  catalogue: Catalogue,
  champ: Champ & { readonly alias: Nommee },
  text: string,
): Resolved {
  const ids: string[] = [];
  for (const label of labelsOf(champ, text)) {
    const found = resolveLabel(catalogue, champ.alias, label);
    if (!found)
      return { regle: 'libelle-inconnu', message: explainUnknown(catalogue, champ.alias, label) };
    const known = catalogue.ids[champ.alias].has(found.id) && found.id !== ENSEMBLE;
    if (!known && found.id !== EXCLU)
      return {
        regle: 'alias-sans-cible',
        message: `alias/${champ.alias}.csv donne « ${found.id} » pour « ${label} », et un registre attend un seul identifiant connu : corrigez-le ; connus : ${catalogue.noms[champ.alias].map((n) => n.id).join(', ')}`,
      };
    ids.push(found.id);
  }
  return { id: ids.join(';') };
}

/** What the labels of a field stand for, by row; null where there is none. */
type Resolus = Colonne<Resolved | null>;

const resolveAll = (
  catalogue: Catalogue,
  kind: SheetKind,
  champs: Cellules['champs'],
): [champ: string, Resolus][] =>
  Object.entries(kind.champs).flatMap(([name, champ]): [string, Resolus][] => {
    const valeurs = champs.get(name)?.valeurs;
    if (!isNamed(champ) || !valeurs) return [];
    const resolve = (v: Typed) => (v === null ? null : resolveLabels(catalogue, champ, String(v)));
    return [[name, valeurs.map(resolve)]];
  });

const isExcluded = (resolved: Resolved) =>
  'id' in resolved && resolved.id.split(';').includes(EXCLU);

/** Fields of which some label is unknown or excluded. */
const doubtful = (resolus: readonly (readonly [string, Resolus])[]) =>
  resolus.filter(([, colonne]) =>
    colonne.distinctes.some((r) => r !== null && ('regle' in r || isExcluded(r))),
  );

/** Values of a sheet, its labels turned to ids. */
function withIds({ champs }: Cellules, resolus: readonly (readonly [string, Resolus])[]): Cellules {
  const ids = resolus.map(([name, colonne]) => {
    const valeurs = colonne.map((r): Typed => (r !== null && 'id' in r ? r.id : null));
    return [name, { valeurs, mois: null }] as const;
  });
  return new Cellules(new Map([...champs, ...ids]));
}

/** What the rows of a sheet have in common. */
interface Feuillet {
  readonly kind: SheetKind;
  readonly rows: TypedTable['rows'];
  readonly cellules: Cellules;
  readonly sourceId: string;
}

/** A row of a sheet, as a view of its place. */
class LigneVue implements Ligne {
  constructor(
    private readonly feuillet: Feuillet,
    private readonly rang: number,
  ) {}

  get kind(): string {
    return this.feuillet.kind.id;
  }
  get feuille(): FeuilleId {
    return this.feuillet.kind.feuille.id;
  }
  get row(): RawRow {
    return this.feuillet.rows.brutes.at(this.rang);
  }
  get id(): string {
    const { valeurs } = this;
    const [first = '', ...others] = this.feuillet.kind.cle.map((c) => String(valeurs[c] ?? ''));
    return others.reduce((id, part) => `${id}/${part}`, first);
  }
  get valeurs(): Ligne['valeurs'] {
    return this.feuillet.cellules.valeurs(this.rang);
  }
  get mois(): Ligne['mois'] {
    return this.feuillet.cellules.mois(this.rang);
  }
  get sourceId(): string {
    return this.feuillet.sourceId;
  }
}

/** The row with other values in some columns. */
export const withValeurs = (
  { kind, feuille, row, id, valeurs, mois, sourceId }: Ligne,
  others: Ligne['valeurs'],
): Ligne => ({
  ...{ kind, feuille, row, id, mois, sourceId },
  valeurs: { ...copyVue(valeurs), ...others },
});

/** Why a row is not kept: a label that is excluded, or some that are unknown. */
function judge(
  row: TypedRow,
  rang: number,
  resolus: readonly (readonly [string, Resolus])[],
  journal: Journal,
): 'ecartee' | 'refusee' | null {
  let outcome: 'refusee' | null = null;
  for (const [name, colonne] of resolus) {
    const resolved = colonne.at(rang);
    if (resolved === null) continue;
    if ('regle' in resolved) {
      journal.add({ regle: resolved.regle, ...placeIn(row, name), message: resolved.message });
      outcome = 'refusee';
    } else if (isExcluded(resolved)) {
      const message = 'ligne écartée à dessein : son libellé est exclu par alias/';
      journal.add({ regle: 'ligne-ecartee', ...placeIn(row, name), message });
      return 'ecartee';
    }
  }
  return outcome;
}

/** Rows of a sheet, and how many of those read are not among them. */
export interface SheetOutcome {
  readonly lignes: readonly Ligne[];
  readonly ecartees: number;
  readonly refusees: number;
}

/** Harmonises one sheet; two rows of one key, once labels are ids, stop the run. A number was held unique already. */
export function harmoniseSheet(
  catalogue: Catalogue,
  kind: SheetKind,
  { rows, file }: TypedTable,
  journal: Journal,
): SheetOutcome {
  const resolus = resolveAll(catalogue, kind, rows.cellules.champs);
  const doubts = doubtful(resolus);
  const cellules = withIds(rows.cellules, resolus);
  const feuillet: Feuillet = { kind, rows, cellules, sourceId: lotSource(file.lot?.nom ?? '') };
  const first = new Map<string, number>();
  const isOwn = kind.cle.length === 1 && !resolus.some(([champ]) => kind.cle.includes(champ));
  const lignes: Ligne[] = [];
  const counts = { ecartees: 0, refusees: 0 };
  for (const rang of rows.rangs) {
    const why = judge(rows.at(rang), rang, doubts, journal);
    const ligne = new LigneVue(feuillet, rang);
    if (why === 'ecartee') counts.ecartees++;
    else if (why === 'refusee' || (!isOwn && isTwin(kind, ligne, first, journal)))
      counts.refusees++;
    else lignes.push(ligne);
  }
  return { lignes, ...counts };
}

/** Whether an earlier row has the key of this one. */
function isTwin(
  { cle }: SheetKind,
  { id, row }: Ligne,
  first: Map<string, number>,
  journal: Journal,
): boolean {
  const key = foldLabel(id);
  const earlier = first.get(key);
  first.set(key, earlier ?? row.ligne);
  if (earlier === undefined) return false;
  journal.add({
    regle: 'doublon',
    ...placeIn(row, cle[cle.length - 1] ?? ''),
    message: `cette ligne dit la même chose que la ligne ${earlier} : gardez une seule des deux`,
  });
  return true;
}
