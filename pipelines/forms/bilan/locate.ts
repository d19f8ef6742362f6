/** Where each question of a Word form stands: by the code that it shows, else by the bookmark of its answer. */
import type { Bloc, Cellule, Contenu, Rangee, Tableau } from '../../lib/docx/document';
import { codeOfBookmark, codesIn } from './codes';

/** A cell or a paragraph whose text belongs to no question. */
export interface Libre {
  readonly contenu: Contenu;
  /** Code of the question before it, null before the first. */
  readonly apres: string | null;
}

export interface Trouve {
  readonly code: string;
  /** Cell of the question; null when only the bookmark is left. */
  readonly question: Cellule | null;
  /** What stands beside it. */
  readonly reponse: readonly Contenu[];
  /** Rows under it in its table, up to the next question. */
  readonly suite: readonly Rangee[];
}

export interface Places {
  readonly trouves: readonly Trouve[];
  readonly libres: readonly Libre[];
}

/** Every table, those within cells after their own. */
const allTables = (tableau: Tableau): Tableau[] => [
  tableau,
  ...tableau.rangees.flatMap((r) => r.cellules.flatMap((c) => c.tableaux.flatMap(allTables))),
];

interface Draft extends Trouve {
  readonly suite: Rangee[];
}

/** Question that a row asks: its first cell that shows a known code. */
function questionOf({ cellules }: Rangee): { rank: number; code: string } | null {
  for (const [rank, cellule] of cellules.entries()) {
    const [code] = codesIn(cellule.texte).slice(-1);
    if (code !== undefined) return { rank, code };
    if (cellule.texte !== '') return null;
  }
  return null;
}

class Locator implements Places {
  readonly trouves: Draft[] = [];
  readonly libres: Libre[] = [];
  #last: string | null = null;
  readonly #tableaux: ReadonlySet<string>;

  constructor(tableaux: ReadonlySet<string>) {
    this.#tableaux = tableaux;
  }

  /** Text under no question: the answer of one that lost its code, when it has its bookmark. */
  loose(contenu: Contenu): void {
    const code = contenu.signets.map(codeOfBookmark).find((c) => c !== null);
    if (code) this.trouves.push({ code, question: null, reponse: [contenu], suite: [] });
    else this.libres.push({ contenu, apres: this.#last });
  }

  table({ rangees }: Tableau): void {
    let within: Draft | null = null;
    for (const rangee of rangees) {
      const found = rangee.supprimee ? null : questionOf(rangee);
      if (found) within = this.#question(rangee, found);
      else if (within && this.#tableaux.has(within.code)) within.suite.push(rangee);
      else for (const cellule of rangee.cellules) this.loose(cellule);
    }
  }

  #question({ cellules }: Rangee, { rank, code }: { rank: number; code: string }): Draft {
    const found = {
      code,
      question: cellules[rank] ?? null,
      reponse: cellules.slice(rank + 1),
      suite: [],
    };
    this.#last = code;
    this.trouves.push(found);
    return found;
  }
}

/** Finds every question; text that belongs to none is kept aside. `tableaux` are codes of tables to fill in. */
export function locate(corps: readonly Bloc[], tableaux: ReadonlySet<string>): Places {
  const locator = new Locator(tableaux);
  for (const bloc of corps) {
    if (bloc.type === 'paragraphe') locator.loose(bloc);
    else for (const tableau of allTables(bloc)) locator.table(tableau);
  }
  return locator;
}
