/** Writes the Excel budget of a report: two sheets of lines and a summary that computes itself. */
import { centsToDecimal } from '../../../src/lib/domain/montant';
import { quoteSheet } from '../../../src/lib/xlsx/write-book';
import type { GridWritten, SheetWritten } from '../../../src/lib/xlsx/workbook';
import { writeWorkbook } from '../../../src/lib/xlsx/write';
import { sayCode } from '../bilan/codes';
import type { ColonneBudget, Definition, FeuilleForm } from '../definition';
import type { Dossier, LigneRemplie, Reponses, Valeur } from '../reponses';
import { type Cells, checkOf, HAUTEURS, heading, input, printed, says } from './grid';
import {
  INSERTION,
  letterOf,
  nameOf,
  NOM_REFERENCE,
  type Plan,
  planOf,
  RANGEES,
  TOTAL,
} from './layout';
import { sommaireSheet } from './sommaire';
import { rowsOf, sumOf } from './sums';

const nomOf = ({ choix }: FeuilleForm, id: Valeur | undefined): string | undefined =>
  choix.find((c) => c.id === id)?.nom;

function lineCells(feuille: FeuilleForm, plan: Plan, ligne: LigneRemplie, row: number): Cells {
  const { categorie, colonnes } = feuille;
  const cells: Cells = {
    [`A${row}`]: input('texte', nomOf(feuille, ligne[categorie.id])),
  };
  for (const { id, type } of colonnes)
    cells[`${letterOf(plan, id)}${row}`] = input(type, ligne[id]);
  return cells;
}

function totalCells(
  definition: Definition,
  reponses: Reponses,
  feuille: FeuilleForm,
  plan: Plan,
): Cells {
  const { premiere, insertion, total } = plan;
  const cells: Cells = {
    [`A${insertion}`]: says('calcul', INSERTION),
    [`A${total}`]: says('total', TOTAL),
  };
  for (const { id, type } of feuille.colonnes) {
    const letter = letterOf(plan, id);
    cells[`${letter}${insertion}`] = { type: 'vide', format: 'texte', style: 'calcul' };
    cells[`${letter}${total}`] =
      type === 'montant'
        ? {
            type: 'formule',
            formule: `SUM(${letter}${premiere}:${letter}${insertion})`,
            valeur: centsToDecimal(sumOf(definition, reponses, feuille.id, id)),
            format: 'montant',
            style: 'total',
          }
        : { type: 'vide', format: 'texte', style: 'total' };
  }
  return cells;
}

function headerCells(feuille: FeuilleForm, plan: Plan): Cells {
  const cells: Cells = {};
  for (const { id, libelle, code, type } of [
    { ...feuille.categorie, type: 'texte' },
    ...feuille.colonnes,
  ]) {
    const letter = letterOf(plan, id);
    const style = type === 'texte' ? 'entete' : 'entete-nombre';
    cells[`${letter}${RANGEES.entetes}`] = says(style, libelle);
    cells[`${letter}${RANGEES.codes}`] = says('code', sayCode(code));
  }
  return cells;
}

const widthOf = ({ type }: Pick<ColonneBudget, 'type'>) => (type === 'texte' ? 34 : 17);
const CATEGORIE = 27;

function linesSheet(
  definition: Definition,
  dossier: Dossier,
  reponses: Reponses,
  feuille: FeuilleForm,
): GridWritten {
  const rows = rowsOf(reponses, feuille.id);
  const plan = planOf(feuille, rows.length);
  const { premiere, derniere } = plan;
  const range = (id: string) => `${letterOf(plan, id)}${premiere}:${letterOf(plan, id)}${derniere}`;
  const count = derniere - premiere + 1;
  const lines = Array.from({ length: count }, (_, i) =>
    lineCells(feuille, plan, rows[i] ?? {}, premiere + i),
  );
  const last = letterOf(plan, plan.colonnes[plan.colonnes.length - 1] ?? '');
  return {
    type: 'grille',
    nom: feuille.titre,
    cellules: {
      ...heading(definition, dossier, feuille.titre, feuille.aide),
      ...headerCells(feuille, plan),
      ...Object.assign({}, ...lines),
      ...totalCells(definition, reponses, feuille, plan),
    },
    largeurs: [CATEGORIE, ...feuille.colonnes.map(widthOf)],
    hauteurs: { ...HAUTEURS, [RANGEES.entetes]: 32 },
    lignesLibres: Array.from({ length: count }, (_, i) => premiere + i),
    fusions: [1, 2, 3, 4].map((row) => `A${row}:${last}${row}`),
    noms: {
      ...(feuille.id === 'depenses' ? { [NOM_REFERENCE]: 'A3' } : {}),
      [nameOf(feuille.categorie.code)]: range(feuille.categorie.id),
      ...Object.fromEntries(feuille.colonnes.map((c) => [nameOf(c.code), range(c.id)])),
    },
    validations: [
      {
        plage: range(feuille.categorie.id),
        regle: { type: 'liste', choix: choicesRange(definition, feuille) },
      },
      ...feuille.colonnes.flatMap((c) => checkOf(c, range(c.id))),
    ],
    figees: RANGEES.codes,
    impression: { ...printed(dossier, feuille.titre), repeter: [RANGEES.entetes, RANGEES.codes] },
  };
}

const LISTES = 'Listes';

/** Names of the categories, in a hidden sheet: in a formula a list would be cut at 255 characters. */
function choicesRange({ budget }: Definition, feuille: FeuilleForm): string {
  const letter = budget.feuilles.indexOf(feuille) === 0 ? 'A' : 'B';
  return `${quoteSheet(LISTES)}!$${letter}$2:$${letter}$${feuille.choix.length + 1}`;
}

function listsSheet({ budget }: Definition): SheetWritten {
  const [first = [], second = []] = budget.feuilles.map((f) => f.choix.map((c) => c.nom));
  const cell = (texte: string | undefined) =>
    texte === undefined ? null : ({ type: 'texte', texte } as const);
  return {
    type: 'table',
    nom: LISTES,
    masquee: true,
    colonnes: budget.feuilles.map((f) => ({
      titre: f.categorie.libelle,
      largeur: 40,
      format: 'texte',
    })),
    lignes: Array.from({ length: Math.max(first.length, second.length) }, (_, i) => [
      cell(first[i]),
      cell(second[i]),
    ]),
  };
}

/** Bytes of the budget: the same for the same answers. */
export function writeBudget(
  definition: Definition,
  dossier: Dossier,
  reponses: Reponses,
): Uint8Array {
  const titre = `${definition.budget.titre}, ${dossier.reference.projet}, ${dossier.exercice.id}`;
  const sheets = definition.budget.feuilles.map((f) =>
    linesSheet(definition, dossier, reponses, f),
  );
  return writeWorkbook(
    [...sheets, sommaireSheet(definition, dossier, reponses), listsSheet(definition)],
    titre,
  );
}
