import leven from 'leven';
import { foldHeader } from '../../lib/fold';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { Champ, SourceKind } from '../../sources/kind';

/** A heading as it was met. */
export interface Entete {
  readonly colonne: number;
  readonly texte: string;
}

/** What is wrong, or worth saying, about a heading; without a column it is about the whole row. */
export interface Doute {
  readonly regle: RegleId;
  readonly colonne: number | null;
  readonly texte: string | null;
  readonly message: string;
}

export interface Matched {
  /** Field of each column that is read. */
  readonly colonnes: ReadonlyMap<number, string>;
  readonly doutes: readonly Doute[];
}

/** The same the other way round. */
export const columnOfFields = (colonnes: Matched['colonnes']): Map<string, number> =>
  new Map([...colonnes].map(([colonne, champ]) => [champ, colonne]));

const spellings = ({ entetes }: Champ) => entetes.map(foldHeader);

const champsOf = new WeakMap<SourceKind, ReadonlyMap<string, string>>();

/** Asked of each cell of the first rows of each sheet: the headings of a kind are folded once. */
function fieldOf(kind: SourceKind, folded: string): string | undefined {
  let champs = champsOf.get(kind);
  if (!champs) {
    const all = Object.entries(kind.champs).reverse();
    champs = new Map(all.flatMap(([name, champ]) => spellings(champ).map((s) => [s, name])));
    champsOf.set(kind, champs);
  }
  return champs.get(folded);
}

/** Number of different fields that a row names as headings. */
export const countFields = (kind: SourceKind, textes: readonly string[]): number =>
  new Set(textes.flatMap((t) => fieldOf(kind, foldHeader(t)) ?? [])).size;

/** A field not found yet whose heading is one or two letters away. */
function nearField(kind: SourceKind, folded: string, taken: ReadonlySet<string>): Champ | null {
  if (folded.length < 4) return null;
  const limit = folded.length < 7 ? 1 : 2;
  const near = Object.entries(kind.champs).find(
    ([name, champ]) => !taken.has(name) && spellings(champ).some((s) => leven(s, folded) <= limit),
  );
  return near?.[1] ?? null;
}

function explainUnknown(kind: SourceKind, taken: ReadonlySet<string>, { colonne, texte }: Entete) {
  const near = nearField(kind, foldHeader(texte), taken);
  if (kind.feuille && !near)
    return {
      regle: 'colonne-non-lue',
      colonne,
      texte,
      message: 'cette colonne ne correspond à aucune donnée du registre : elle n’est pas lue',
    } as const;
  const which = near ? ` en « ${near.entetes[0]} »` : '';
  const other = kind.feuille ? '' : ', ou ajoutez-la à « colonnes_ignorees » dans source.yaml';
  return {
    regle: 'entete-inconnu',
    colonne,
    texte,
    message: `cette colonne est inconnue : corrigez son en-tête${which}${other}`,
  } as const;
}

const missing = (entetes: readonly string[]): Doute => ({
  regle: 'entete-absent',
  colonne: null,
  texte: null,
  message: `la colonne « ${entetes[0]} » manque : ajoutez-la (en-têtes acceptés : ${entetes.join(', ')})`,
});

/** Finds which field each column holds, and every doubt about the headings. */
export function matchHeaders(
  kind: SourceKind,
  entetes: readonly Entete[],
  ignores: readonly string[],
): Matched {
  const ignored = new Set([...kind.ignores, ...ignores].map(foldHeader));
  const own = entetes.filter(({ texte }) => !ignored.has(foldHeader(texte)));
  const colonnes = new Map<number, string>();
  const doutes: Doute[] = [];
  const unknown: Entete[] = [];
  for (const entete of own) {
    const field = fieldOf(kind, foldHeader(entete.texte));
    if (field === undefined) unknown.push(entete);
    else if ([...colonnes.values()].includes(field))
      doutes.push({
        regle: 'entete-double',
        ...entete,
        message: 'deux colonnes donnent la même donnée : gardez-en une',
      });
    else colonnes.set(entete.colonne, field);
  }
  const taken = new Set(colonnes.values());
  for (const entete of unknown) doutes.push(explainUnknown(kind, taken, entete));
  for (const [name, { requis, entetes: accepted }] of Object.entries(kind.champs))
    if (requis && !taken.has(name)) doutes.push(missing(accepted));
  return { colonnes, doutes };
}
