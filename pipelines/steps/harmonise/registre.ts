/** Rows of the register in the project's own words: every label of a list is an id. */
import { type Catalogue, ENSEMBLE, type Nommee, resolveLabel, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import { foldLabel } from '../../lib/fold';
import type { Champ, FeuilleId, SheetKind } from '../../sources/kind';
import { EXCLU } from '../../sources/reference';
import { placeIn, type Typed, type TypedRow, type TypedTable } from '../normalise';
import { explainUnknown } from './libelles';

export interface Ligne {
  readonly kind: string;
  readonly feuille: FeuilleId;
  readonly row: TypedRow;
  /** Values of the sheet's key, joined by `/`. */
  readonly id: string;
  readonly valeurs: Readonly<Record<string, Typed>>;
  readonly sourceId: string;
}

/** Id of the source that stands for a lot of the register. */
export const lotSource = (lot: string) => `lot-${lot}`;

type Outcome = Ligne | 'ecartee' | 'refusee';

const isNamed = (champ: Champ): champ is Champ & { readonly alias: Nommee } =>
  champ.alias !== undefined && champ.alias !== 'evenements' && champ.alias !== 'notes';

const labelsOf = (champ: Champ, text: string): string[] =>
  champ.plusieurs
    ? text
        .split(';')
        .map((l) => l.trim())
        .filter(Boolean)
    : [text];

/** Ids of a cell's labels joined by `;`, or the reason why the row stops. */
export function resolveLabels(
  catalogue: Catalogue,
  champ: Champ & { readonly alias: Nommee },
  text: string,
):
  | { readonly id: string }
  | { readonly regle: 'libelle-inconnu' | 'alias-sans-cible'; readonly message: string } {
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

/** Values of a row, its labels turned to ids. */
function valuesOf(
  catalogue: Catalogue,
  kind: SheetKind,
  row: TypedRow,
  journal: Journal,
): Record<string, Typed> | 'ecartee' | 'refusee' {
  const valeurs: Record<string, Typed> = {};
  let outcome: 'refusee' | null = null;
  for (const [name, champ] of Object.entries(kind.champs)) {
    const text = textOf(row, name);
    if (text === null || !isNamed(champ)) {
      valeurs[name] = row.cells[name]?.valeur ?? null;
      continue;
    }
    const resolved = resolveLabels(catalogue, champ, text);
    if ('regle' in resolved) {
      journal.add({ regle: resolved.regle, ...placeIn(row, name), message: resolved.message });
      outcome = 'refusee';
    } else if (resolved.id.split(';').includes(EXCLU)) {
      const message = 'ligne écartée à dessein : son libellé est exclu par alias/';
      journal.add({ regle: 'ligne-ecartee', ...placeIn(row, name), message });
      return 'ecartee';
    } else valeurs[name] = resolved.id;
  }
  return outcome ?? valeurs;
}

function harmoniseRow(
  catalogue: Catalogue,
  kind: SheetKind,
  lot: string,
  row: TypedRow,
  journal: Journal,
): Outcome {
  const valeurs = valuesOf(catalogue, kind, row, journal);
  if (typeof valeurs === 'string') return valeurs;
  return {
    kind: kind.id,
    feuille: kind.feuille.id,
    row,
    id: kind.cle.map((c) => valeurs[c] ?? '').join('/'),
    valeurs,
    sourceId: lotSource(lot),
  };
}

/** Harmonises one sheet; two rows of one key, once labels are ids, stop the run. */
export function harmoniseSheet(
  catalogue: Catalogue,
  kind: SheetKind,
  { rows, file }: TypedTable,
  journal: Journal,
): readonly Outcome[] {
  const lot = file.lot?.nom ?? '';
  const first = new Map<string, Ligne>();
  return rows.map((row) => {
    const outcome = harmoniseRow(catalogue, kind, lot, row, journal);
    if (typeof outcome === 'string') return outcome;
    const key = foldLabel(outcome.id);
    const earlier = first.get(key);
    first.set(key, earlier ?? outcome);
    if (!earlier) return outcome;
    journal.add({
      regle: 'doublon',
      ...placeIn(row, kind.cle[kind.cle.length - 1] ?? ''),
      message: `cette ligne dit la même chose que la ligne ${earlier.row.ligne} : gardez une seule des deux`,
    });
    return 'refusee';
  });
}
