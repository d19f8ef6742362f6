/** A table of the register as it lies in a sheet: where it begins, and which rows are its own. */
import { REGLES, type RegleId } from '../../../src/lib/domain/regles/index';
import type { Journal } from '../../lib/constats';
import type { CellRead, RowRead } from '../../../src/lib/xlsx/workbook';
import type { SourceKind } from '../../sources/kind';
import type { FileSnapshot } from '../snapshot';
import { foldHeader } from '../../lib/fold';
import { columnOfFields, countFields, matchHeaders } from './entetes';
import { countBelow, ENTETE_MAX, type Grid, heldRows, topRows } from './grille';
import { cellName, parseReference } from '../../../src/lib/xlsx/reference';
import { Recolte } from '../rangees';
import { type Lieu, type RawRow, type ReadTable, refusedTable, showCell } from './table';

export interface TableauOf {
  readonly file: FileSnapshot;
  readonly kind: SourceKind;
  /** Name of the sheet; null for a CSV. */
  readonly nom: string | null;
  readonly ignores: readonly string[];
}

interface Scene extends TableauOf {
  readonly entete: RowRead;
  readonly colonnes: ReadonlyMap<number, string>;
  readonly lieu: Lieu;
  /** Columns that a row of the table may have. */
  readonly largeur: number;
  readonly fusions: readonly Range[];
  readonly say: Say;
}

type Say = (regle: RegleId, cellule: string | null, valeur: string | null, message: string) => void;

interface Range {
  readonly texte: string;
  readonly lignes: readonly [number, number];
  readonly colonnes: readonly [number, number];
}

function parseRange(texte: string): Range[] {
  const [from, to] = texte.split(':').map(parseReference);
  return from && to
    ? [{ texte, lignes: [from.ligne, to.ligne], colonnes: [from.colonne, to.colonne] }]
    : [];
}

function findHeader(kind: SourceKind, rangees: readonly RowRead[]): RowRead | null {
  const needed = Object.values(kind.champs).filter((c) => c.requis).length;
  const scored = rangees.map((row) => ({
    row,
    score: countFields(
      kind,
      row.cellules.map((c) => c.texte),
    ),
  }));
  const best = Math.max(0, ...scored.map((s) => s.score));
  if (best < Math.max(2, Math.ceil(needed / 2))) return null;
  return scored.find((s) => s.score === best)?.row ?? null;
}

/** Most cells begin with what no word of a total begins with, and need no closer look. */
const PAS_TOTAL = /^[a-fh-ru-z\d]/i;

const isTotal = (texte: string) =>
  !PAS_TOTAL.test(texte) && /^(sous[- ]|grand )?tota(l|ux)\b/.test(foldHeader(texte));

function toRow({ lieu, largeur }: Scene, { ligne, cellules }: RowRead): RawRow {
  const textes = new Array<string>(largeur).fill('');
  for (const cell of cellules) if (cell.colonne < largeur) textes[cell.colonne] = showCell(cell);
  return { lieu, ligne, textes, nombres: cellules.filter(({ type }) => type === 'nombre') };
}

type Sort = 'ligne' | 'note' | 'total';

/** A total has its word and none of what names a row; a note is one cell by itself. */
function sortOf(scene: Scene, row: RowRead, after: number): Sort {
  const own = row.cellules.filter((c) => scene.colonnes.has(c.colonne));
  const [first] = row.cellules;
  const alone = row.cellules.length === 1 && first?.type === 'texte';
  if (own.length === 0 || (alone && row.ligne > after + 1 && !isTotal(first.texte))) return 'note';
  const label = own.find((c) => c.type === 'texte' && isTotal(c.texte));
  if (!label) return 'ligne';
  const named = scene.kind.cle.some((cle) =>
    own.some((c) => c !== label && scene.colonnes.get(c.colonne) === cle),
  );
  const needed = [...scene.colonnes].filter(([, name]) => scene.kind.champs[name]?.rempli);
  const filled = needed.filter(([col]) => own.some((c) => c !== label && c.colonne === col));
  return !named && filled.length * 2 <= needed.length ? 'total' : 'ligne';
}

function mergedIn({ fusions, colonnes }: Scene, ligne: number): Range | undefined {
  return fusions.find(
    ({ lignes: [from, to], colonnes: [left, right] }) =>
      from <= ligne && ligne <= to && [...colonnes.keys()].some((c) => left <= c && c <= right),
  );
}

/** Errors as Excel and LibreOffice write them in a CSV, in French or in English. */
const ERREUR =
  /^(?:#(?:REF|NUL|NULL|NUM|NOMBRE|VALUE|VALEUR|DIV\/0|SPILL|PROPAGATION|CALC) ?!|#(?:NAME|NOM) ?\?|#N\/[AD]|Err ?:\d{3})$/i;

const isError = ({ type, texte }: CellRead) =>
  type === 'erreur' || (type === 'texte' && ERREUR.test(texte.trim()));

/** Why a cell that is read cannot be: the rule, and what to do. */
function faultOf(cell: CellRead): readonly [RegleId, string] | null {
  if (isError(cell))
    return [
      'cellule-en-erreur',
      'cette cellule est en erreur : corrigez sa formule, ou écrivez la valeur',
    ];
  if (cell.type === 'sans-valeur')
    return [
      'formule-sans-valeur',
      'cette formule n’a pas de valeur enregistrée : ouvrez le fichier dans Excel et enregistrez-le, ou écrivez la valeur',
    ];
  if (cell.formule !== null && /\[[^\]]+\]/.test(cell.formule))
    return [
      'lien-externe',
      'cette formule dépend d’un autre classeur, et sa valeur peut être périmée : écrivez la valeur à la place',
    ];
  return null;
}

/** Whether a row can be kept; each reason why not is a finding at its cell. */
function isReadable(scene: Scene, row: RowRead, seen: Set<Range>): boolean {
  const merged = mergedIn(scene, row.ligne);
  if (merged && !seen.has(merged)) {
    seen.add(merged);
    scene.say(
      'cellules-fusionnees',
      merged.texte.split(':')[0] ?? null,
      merged.texte,
      `les cellules ${merged.texte} sont fusionnées : défusionnez-les, et écrivez la valeur dans chaque ligne`,
    );
  }
  const faults = row.cellules.flatMap((cell) => {
    const fault = scene.colonnes.has(cell.colonne) ? faultOf(cell) : null;
    return fault ? [[cell, ...fault] as const] : [];
  });
  for (const [cell, regle, message] of faults)
    scene.say(regle, cellName(cell.colonne, row.ligne), cell.formule ?? cell.texte, message);
  return !merged && faults.length === 0;
}

/** Runs of following numbers, as [first, last]. */
function runsOf(numbers: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs[runs.length - 1];
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}

function sayHidden(scene: Scene, masquees: readonly number[], grid: Grid): void {
  const [first = 0] = scene.colonnes.keys();
  for (const [from, to] of runsOf(masquees))
    scene.say(
      'lignes-masquees',
      cellName(first, from),
      from === to ? `ligne ${from}` : `lignes ${from} à ${to}`,
      'lignes masquées ou filtrées, lues quand même : affichez-les, et supprimez celles qui ne comptent pas',
    );
  for (const colonne of grid.colonnesMasquees.filter((c) => scene.colonnes.has(c)))
    scene.say(
      'colonnes-masquees',
      cellName(colonne, scene.entete.ligne),
      null,
      'colonne masquée, lue quand même : affichez-la pour la vérifier',
    );
}

function matchGrid(of: TableauOf, entete: RowRead, say: Say) {
  const headings = entete.cellules.map(({ colonne, texte }) => ({ colonne, texte }));
  const { colonnes, doutes } = matchHeaders(of.kind, headings, of.ignores);
  for (const { regle, colonne, texte, message } of doutes)
    say(regle, colonne === null ? null : cellName(colonne, entete.ligne), texte, message);
  const blocked = doutes.some(({ regle }) => REGLES[regle].gravite === 'bloquant');
  return { colonnes, blocked };
}

function sortRows(scene: Scene, grid: Grid) {
  const { entete } = scene;
  const recolte = new Recolte(scene.lieu, scene.largeur);
  const totaux: RawRow[] = [];
  const masquees: number[] = [];
  const sansTitre = new Set<number>();
  const titres = new Set(entete.cellules.map((c) => c.colonne));
  const seen = new Set<Range>();
  let [lues, ecartees, after] = [0, 0, entete.ligne];
  for (const row of heldRows(grid)) {
    if (row.ligne <= entete.ligne) continue;
    lues++;
    const sort = sortOf(scene, row, after);
    if (sort === 'note') {
      ecartees++;
      const [cell] = row.cellules;
      const cellule = cell ? cellName(cell.colonne, row.ligne) : null;
      scene.say(
        'note-hors-tableau',
        cellule,
        cell?.texte ?? null,
        'note hors du tableau, qui n’est pas lue',
      );
      continue;
    }
    after = row.ligne;
    if (sort === 'total') {
      ecartees++;
      totaux.push(toRow(scene, row));
      const label = row.cellules.find((c) => isTotal(c.texte));
      const cellule = label ? cellName(label.colonne, row.ligne) : null;
      scene.say(
        'ligne-de-total',
        cellule,
        label?.texte ?? null,
        'ligne de total, qui n’est pas additionnée',
      );
      continue;
    }
    if (row.masquee) masquees.push(row.ligne);
    for (const { colonne } of row.cellules) if (!titres.has(colonne)) sansTitre.add(colonne);
    if (!isReadable(scene, row, seen)) continue;
    const { ligne, textes, nombres } = toRow(scene, row);
    recolte.add(ligne, textes, nombres);
  }
  return { rows: recolte.toRangees(), totaux, masquees, sansTitre, lues, ecartees };
}

/** Columns that hold something below no heading: what they hold is not read, and must not go in silence. */
function sayUnnamed(scene: Scene, sansTitre: ReadonlySet<number>): void {
  for (const colonne of [...sansTitre].sort((a, b) => a - b))
    scene.say(
      'colonne-non-lue',
      cellName(colonne, scene.entete.ligne),
      null,
      'cette colonne n’a pas d’en-tête : elle n’est pas lue',
    );
}

/** Rows of a sheet's table. Titles, notes, totals and what is hidden are told, never taken in silence. */
export function readTableau(of: TableauOf, grid: Grid, journal: Journal): ReadTable {
  const { file, kind, nom } = of;
  const say: Say = (regle, cellule, valeur, message) =>
    journal.add({ regle, fichier: file.chemin, feuille: nom, cellule, valeur, message });
  const top = topRows(grid);
  const entete = findHeader(kind, top);
  if (!entete) {
    say(
      'entete-introuvable',
      null,
      null,
      `aucune ligne d’en-têtes reconnue dans les ${ENTETE_MAX} premières : remettez celle du gabarit (${Object.values(
        kind.champs,
      )
        .map((c) => c.entetes[0])
        .join(', ')})`,
    );
    return refusedTable(file, kind, nom, { lues: countBelow(grid, 0) });
  }
  const { colonnes, blocked } = matchGrid(of, entete, say);
  if (blocked) return refusedTable(file, kind, nom, { lues: countBelow(grid, entete.ligne) });
  const scene: Scene = {
    ...of,
    ...{ entete, colonnes, fusions: grid.fusions.flatMap(parseRange), say },
    lieu: { fichier: file.chemin, feuille: nom, colonnes: columnOfFields(colonnes) },
    largeur: Math.max(...colonnes.keys()) + 1,
  };
  const title = top.filter((r) => r.ligne < entete.ligne).length;
  if (title > 0)
    say(
      'lignes-avant-tableau',
      null,
      String(title),
      'nombre de lignes au-dessus du tableau, qui ne sont pas lues',
    );
  const { rows, totaux, masquees, sansTitre, lues, ecartees } = sortRows(scene, grid);
  sayHidden(scene, masquees, grid);
  sayUnnamed(scene, sansTitre);
  const refusees = lues - rows.length - ecartees;
  return { file, kind, feuille: nom, rows, lues, ecartees, refusees, vides: 0, totaux };
}
