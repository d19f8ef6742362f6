/** Reads the Excel budget of a report: columns by their code, lines wherever people put them. */
import { findReferences } from '../../../src/lib/domain/reddition';
import { foldWords } from '../../lib/fold';
import { cellName, parseReference } from '../../../src/lib/xlsx/reference';
import type { CellRead, RowRead, SheetRead, WorkbookRead } from '../../../src/lib/xlsx/workbook';
import { codesIn } from '../bilan/codes';
import type { ChampForm, ColonneBudget, Definition, FeuilleForm } from '../definition';
import type { Attendu } from '../parse';
import type { Calcule, FormulaireLu, Remarque, ReponseLue } from '../reponses';
import { parseCell } from './cells';
import { isPart, isSaisie, nameOf, TOTAL } from './layout';

/** Where a code is: the cell that shows it, or the first of the cells that its name stands for. */
interface Place {
  readonly feuille: SheetRead;
  readonly ligne: number;
  readonly colonne: number;
  /** Found by its name, the code itself being gone: the place is that of the answer. */
  readonly nommee: boolean;
}

const allCells = (classeur: WorkbookRead) =>
  classeur.feuilles.flatMap((feuille) =>
    feuille.rangees.flatMap((rangee) => rangee.cellules.map((cell) => ({ feuille, rangee, cell }))),
  );

/** Place that a name of the workbook stands for, as `'Dépenses'!$C$8:$C$21`. */
function placeNamed({ feuilles, noms }: WorkbookRead, nom: string): Place | null {
  const found = noms.find((n) => n.nom.toLowerCase() === nom.toLowerCase());
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)/.exec(found?.reference ?? '');
  const at = match && parseReference(`${match[3] ?? ''}${match[4] ?? ''}`);
  const titre = (match?.[1] ?? match?.[2] ?? '').replaceAll("''", "'");
  const feuille = feuilles.find((f) => f.nom === titre);
  return at && feuille ? { feuille, ligne: at.ligne, colonne: at.colonne, nommee: true } : null;
}

class Reading {
  readonly reponses: ReponseLue[] = [];
  readonly calcules: Calcule[] = [];
  readonly remarques: Remarque[] = [];
  readonly #codes = new Map<string, Place>();

  constructor(readonly classeur: WorkbookRead) {
    for (const { feuille, rangee, cell } of allCells(classeur))
      for (const code of codesIn(cell.texte))
        if (!this.#codes.has(code)) {
          const { ligne } = rangee;
          this.#codes.set(code, { feuille, ligne, colonne: cell.colonne, nommee: false });
        }
  }

  placeOf(code: string): Place | null {
    return this.#codes.get(code) ?? placeNamed(this.classeur, nameOf(code));
  }

  take(
    question: string,
    rang: number,
    attendu: Attendu,
    feuille: string,
    cellule: string,
    cell: CellRead,
  ): void {
    const lue = parseCell(attendu, cell);
    const place = { feuille, cellule };
    if (!lue.ok)
      this.remarques.push({ ...place, regle: lue.regle, valeur: cell.texte, message: lue.message });
    else if (lue.valeur !== null)
      this.reponses.push({ question, rang, valeur: lue.valeur, partie: 'budget', ...place });
  }

  absent(feuille: string, code: string, libelle: string): void {
    const message = `« ${libelle} » [${code}] n’est plus dans le budget : demandez-le à part, ou un budget complet`;
    this.remarques.push({
      regle: 'question-absente',
      feuille,
      cellule: null,
      valeur: null,
      message,
    });
  }
}

interface Column extends Place {
  readonly id: string;
  readonly attendu: Attendu;
}

/** Columns of a sheet of lines, those that are still there. */
function columnsOf(reading: Reading, feuille: FeuilleForm): Column[] {
  const { categorie, choix } = feuille;
  const asked: (ColonneBudget | (typeof categorie & { readonly type: 'choix' }))[] = [
    { ...categorie, type: 'choix' },
    ...feuille.colonnes,
  ];
  return asked.flatMap(({ id, code, libelle, type }) => {
    const place = reading.placeOf(code);
    if (!place) {
      reading.absent(feuille.titre, code, libelle);
      return [];
    }
    return [{ ...place, id, attendu: { type, choix: type === 'choix' ? choix : undefined } }];
  });
}

const cellAt = ({ cellules }: RowRead, colonne: number): CellRead | undefined =>
  cellules.find((c) => c.colonne === colonne);

const isTotal = (rangee: RowRead, columns: readonly Column[]): boolean => {
  const first = Math.min(...columns.map((c) => c.colonne));
  const label = cellAt(rangee, first)?.texte ?? '';
  if (foldWords(label).startsWith(foldWords(TOTAL))) return true;
  const sums = rangee.cellules.filter((c) => /\b(SUM|SUBTOTAL)\(/i.test(c.formule ?? ''));
  return label === '' && sums.length > 0;
};

const cellule = (rangee: RowRead, colonne: number) => cellName(colonne, rangee.ligne);

/** The category alone is there before anyone types: a line is one with something beside it. */
const isFilled = (rangee: RowRead, columns: readonly Column[]): boolean =>
  columns.some((c) => c.attendu.type !== 'choix' && cellAt(rangee, c.colonne)?.texte.trim());

function readLine(
  reading: Reading,
  feuille: FeuilleForm,
  titre: string,
  columns: readonly Column[],
  rangee: RowRead,
  rang: number,
): void {
  for (const { id, colonne, attendu } of columns) {
    const cell = cellAt(rangee, colonne);
    if (cell)
      reading.take(`${feuille.id}.${id}`, rang, attendu, titre, cellule(rangee, colonne), cell);
  }
}

function tellOutside(
  reading: Reading,
  feuille: string,
  rangee: RowRead,
  cells: readonly CellRead[],
): void {
  for (const cell of cells)
    reading.remarques.push({
      regle: 'reponse-hors-case',
      feuille,
      cellule: cellule(rangee, cell.colonne),
      valeur: cell.texte,
      message:
        'cette cellule est hors du tableau et n’est pas lue : recopiez sa valeur dans une ligne au-dessus du total',
    });
}

function readTotals(
  reading: Reading,
  feuille: FeuilleForm,
  titre: string,
  columns: readonly Column[],
  rangee: RowRead,
): void {
  for (const { id, colonne, attendu } of columns) {
    const cell = cellAt(rangee, colonne);
    if (attendu.type !== 'montant' || !cell) continue;
    readComputed(reading, `${feuille.id}.${id}`, titre, cellule(rangee, colonne), cell);
  }
}

/** A cell that the form computes: what it says, and whether it still computes it. */
function readComputed(
  reading: Reading,
  id: Calcule['id'],
  feuille: string,
  place: string,
  cell: CellRead,
): void {
  const lue = parseCell({ type: 'montant' }, cell);
  const cents = lue.ok && typeof lue.valeur === 'bigint' ? lue.valeur : null;
  reading.calcules.push({ id, cents, feuille, cellule: place });
  if (cell.formule !== null) return;
  reading.remarques.push({
    regle: 'formule-ecrasee',
    feuille,
    cellule: place,
    valeur: cell.texte,
    message:
      'ce total devrait se calculer, et un nombre y est écrit : remettez la formule, ou vérifiez ce nombre',
  });
}

function readLines(reading: Reading, feuille: FeuilleForm): void {
  const columns = columnsOf(reading, feuille);
  const [head] = columns;
  if (!head) return;
  const own = columns.filter((c) => c.feuille === head.feuille);
  const { nom, rangees } = head.feuille;
  const start = Math.max(...own.map((c) => (c.nommee ? c.ligne - 1 : c.ligne)));
  const known = new Set(own.map((c) => c.colonne));
  let [rang, done] = [0, false];
  for (const rangee of rangees.filter((r) => r.ligne > start)) {
    const others = rangee.cellules.filter((c) => !known.has(c.colonne) && c.texte.trim() !== '');
    if (done) tellOutside(reading, nom, rangee, rangee.cellules);
    else if (isTotal(rangee, own)) {
      done = true;
      readTotals(reading, feuille, nom, own, rangee);
    } else {
      tellOutside(reading, nom, rangee, others);
      if (isFilled(rangee, own)) readLine(reading, feuille, nom, own, rangee, ++rang);
    }
  }
}

/** The cell beside a code, or the one that its name stands for. */
function valueBeside({
  feuille,
  ligne,
  colonne,
  nommee,
}: Place): { cell: CellRead; at: string } | null {
  const rangee = feuille.rangees.find((r) => r.ligne === ligne);
  if (!rangee) return null;
  const cell = nommee
    ? cellAt(rangee, colonne)
    : rangee.cellules.filter((c) => c.colonne < colonne && c.colonne > 0).at(-1);
  return cell ? { cell, at: cellule(rangee, cell.colonne) } : null;
}

function readSommaire(reading: Reading, { budget }: Definition): void {
  const { titre, lignes, questions } = budget.sommaire;
  for (const { id, code, libelle } of lignes) {
    const place = reading.placeOf(code);
    if (!place) reading.absent(titre, code, libelle);
    const beside = place && valueBeside(place);
    if (!place || !beside || isPart(id)) continue;
    const { nom } = place.feuille;
    if (isSaisie(id)) reading.take(id, 0, { type: 'montant' }, nom, beside.at, beside.cell);
    else readComputed(reading, id, nom, beside.at, beside.cell);
  }
  for (const question of questions) readQuestion(reading, titre, question);
}

function readQuestion(
  reading: Reading,
  titre: string,
  { id, code, libelle, type, choix }: ChampForm,
): void {
  const place = reading.placeOf(code);
  if (!place) return reading.absent(titre, code, libelle);
  const beside = valueBeside(place);
  if (beside) reading.take(id, 0, { type, choix }, place.feuille.nom, beside.at, beside.cell);
}

/** Reads a workbook as the budget of a report. */
export function readBudget(definition: Definition, classeur: WorkbookRead): FormulaireLu {
  const reading = new Reading(classeur);
  const texts = allCells(classeur).map(({ cell }) => cell.texte);
  const references = findReferences(texts.join('\n'));
  for (const feuille of definition.budget.feuilles) readLines(reading, feuille);
  readSommaire(reading, definition);
  if (classeur.liensExternes)
    reading.remarques.push({
      regle: 'reddition-lien-externe',
      message:
        'ce classeur dépend d’autres classeurs, qui ne sont pas lus : rompez les liens (Données, Modifier les liens)',
    });
  const { reponses, calcules, remarques } = reading;
  return {
    ...{ partie: 'budget', references, modifie: classeur.modifie, reponses, calcules },
    remarques,
  };
}
