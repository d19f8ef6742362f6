/** Writes the Excel budget of a report: two sheets of lines and a summary that computes itself. */
import { centsToDecimal } from '../../../src/lib/domain/montant';
import { formatReference } from '../../../src/lib/domain/reddition';
import { sayJour } from '../../lib/jour';
import type { GridCell, GridValidation, GridWritten, SheetWritten } from '../../lib/xlsx/workbook';
import { quoteSheet } from '../../lib/xlsx/write-book';
import { writeWorkbook } from '../../lib/xlsx/write';
import {
  type ColonneBudget,
  type Definition,
  feuilleOf,
  type FeuilleForm,
  type LigneSommaire,
} from '../definition';
import { sayCode } from '../bilan/codes';
import type { Dossier, LigneRemplie, Reponses, Valeur } from '../reponses';
import {
  isPart,
  isSaisie,
  letterOf,
  nameOf,
  NOM_REFERENCE,
  type Plan,
  planOf,
  RANGEES,
  sommaireRow,
  TOTAL,
} from './layout';
import { rowsOf, sommaireOf, sumOf } from './sums';

type Cells = Record<string, GridCell>;

const FICTIF = 'DONNÉES FICTIVES';
const unbroken = (text: string) =>
  text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
const says = (style: GridCell['style'], texte: string): GridCell => ({
  type: 'texte',
  texte: unbroken(texte),
  style,
});

const FORMATS = { texte: 'texte', nombre: 'entier', montant: 'montant', date: 'date' } as const;

/** A cell to fill in, with its answer when it has one. */
function input(type: keyof typeof FORMATS, valeur: Valeur | undefined): GridCell {
  const style = 'saisie';
  if (valeur === undefined) return { type: 'vide', format: FORMATS[type], style };
  if (typeof valeur === 'bigint')
    return { type: 'montant', decimal: centsToDecimal(valeur), style };
  if (typeof valeur === 'number') return { type: 'entier', entier: valeur, style };
  if (type === 'date') return { type: 'date', jour: String(valeur), style };
  return { type: 'texte', texte: String(valeur), style };
}

const MONTANT: Omit<GridValidation, 'plage'> = {
  regle: { type: 'decimal' },
  erreur: {
    titre: 'Un montant est attendu',
    texte: 'Écrivez un nombre, par exemple 1234,50, sans mots.',
  },
};

/** Checks of a column, with its help. */
function checkOf(colonne: ColonneBudget, plage: string): GridValidation[] {
  const aide = colonne.aide && {
    titre: colonne.libelle.slice(0, 32),
    texte: unbroken(colonne.aide),
  };
  const help = aide ? { aide } : {};
  if (colonne.type === 'montant') return [{ plage, ...MONTANT, avertir: true, ...help }];
  if (colonne.type === 'nombre') return [{ plage, regle: { type: 'entier' }, ...help }];
  if (colonne.type === 'date') return [{ plage, regle: { type: 'date' }, ...help }];
  return aide ? [{ plage, ...help }] : [];
}

/** Who the budget is of, on each sheet: a sheet printed alone still says it. */
function heading(definition: Definition, dossier: Dossier, titre: string, aide = ''): Cells {
  const { fonds, identite, exercice, echeance, reference } = dossier;
  const mention = fonds.fictif ? ` ${FICTIF}.` : '';
  return {
    A1: says('titre', `${definition.budget.titre} : ${titre}`),
    A2: says(
      'sous-titre',
      `${fonds.nom}.${mention} Projet ${identite['projet'] ?? ''}, ${identite['titre'] ?? ''}. Exercice ${exercice.id}, à remettre au plus tard le ${sayJour(echeance)}.`,
    ),
    A3: says('code', `Référence à garder : ${formatReference(reference)}`),
    A4: says('note', `${definition.budget.intro} ${aide}`.trim()),
  };
}

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
  const { premiere, derniere, total } = plan;
  const cells: Cells = { [`A${total}`]: says('total', TOTAL) };
  for (const { id, type } of feuille.colonnes) {
    const letter = letterOf(plan, id);
    cells[`${letter}${total}`] =
      type === 'montant'
        ? {
            type: 'formule',
            formule: `SUM(${letter}${premiere}:${letter}${derniere})`,
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

const printed = (dossier: Dossier, titre: string): GridWritten['impression'] => ({
  orientation: 'paysage',
  pied: {
    gauche: `${dossier.identite['projet'] ?? ''}, ${dossier.exercice.id}, ${titre}`,
    droite: 'Page {page} de {pages}',
  },
});

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
    hauteurs: { 1: 26, 2: 32, 4: 46, [RANGEES.entetes]: 32 },
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

const quoteText = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Formula of a line of the summary; null for one that a person fills in. */
function formulaOf(definition: Definition, reponses: Reponses, id: LigneSommaire): string | null {
  const at = (feuille: FeuilleForm, colonne: string, row: (plan: Plan) => string) => {
    const plan = planOf(feuille, rowsOf(reponses, feuille.id).length);
    return `${quoteSheet(feuille.titre)}!${row(plan).replaceAll('#', letterOf(plan, colonne))}`;
  };
  const total = (feuille: FeuilleForm, colonne: string) =>
    at(feuille, colonne, (p) => `#${p.total}`);
  const range = (feuille: FeuilleForm, colonne: string) =>
    at(feuille, colonne, (p) => `$#$${p.premiere}:$#$${p.derniere}`);
  const ofRole = (feuille: FeuilleForm, colonne: string, role: string) =>
    feuille.choix
      .filter((c) => c.role === role)
      .map(({ nom }) => {
        const categories = range(feuille, feuille.categorie.id);
        return `SUMIF(${categories},${quoteText(nom)},${range(feuille, colonne)})`;
      })
      .join('+') || '0';
  const rowOf = (line: LigneSommaire) =>
    `B${sommaireRow(definition.budget.sommaire.lignes.findIndex((l) => l.id === line))}`;
  const [depenses, financement] = [
    feuilleOf(definition, 'depenses'),
    feuilleOf(definition, 'financement'),
  ];
  const paid = rowOf('total_paye');
  const formulas: Readonly<Record<LigneSommaire, string | null>> = {
    total_depenses: total(depenses, 'reel'),
    total_paye: total(depenses, 'paye'),
    solde_debut: null,
    recu_fonds: ofRole(financement, 'recu', 'fonds'),
    solde_fin: `${rowOf('solde_debut')}+${rowOf('recu_fonds')}-${paid}`,
    part_fonds: `IF(${rowOf('total_depenses')}=0,0,${paid}/${rowOf('total_depenses')})`,
    part_administration: `IF(${paid}=0,0,(${ofRole(depenses, 'paye', 'administration')})/${paid})`,
  };
  return formulas[id];
}

function sommaireCell(definition: Definition, reponses: Reponses, id: LigneSommaire): GridCell {
  const formule = formulaOf(definition, reponses, id);
  if (formule === null || isSaisie(id)) return input('montant', reponses.champs[id]);
  const { cents, parts } = sommaireOf(definition, reponses);
  if (isPart(id))
    return {
      type: 'formule',
      formule,
      valeur: parts[id] ?? null,
      format: 'pourcentage',
      style: 'calcul',
    };
  const valeur = centsToDecimal(cents[id] ?? 0n);
  return { type: 'formule', formule, valeur, format: 'montant', style: 'calcul' };
}

function sommaireSheet(definition: Definition, dossier: Dossier, reponses: Reponses): GridWritten {
  const { titre, aide, lignes, questions } = definition.budget.sommaire;
  const cells: Cells = heading(definition, dossier, titre, aide);
  const noms: Record<string, string> = {};
  const validations: GridValidation[] = [];
  lignes.forEach(({ id, libelle, code }, rank) => {
    const row = sommaireRow(rank);
    cells[`A${row}`] = says('libelle', libelle);
    cells[`B${row}`] = sommaireCell(definition, reponses, id);
    cells[`C${row}`] = says('code', sayCode(code));
    noms[nameOf(code)] = `B${row}`;
    if (isSaisie(id)) validations.push({ plage: `B${row}`, ...MONTANT, avertir: true });
  });
  questions.forEach(({ id, libelle, code, type }, rank) => {
    const row = sommaireRow(lignes.length + 1 + rank);
    const kind =
      type === 'montant' || type === 'date' ? type : type === 'nombre' ? 'nombre' : 'texte';
    cells[`A${row}`] = says('libelle', libelle);
    cells[`B${row}`] = input(kind, reponses.champs[id]);
    cells[`C${row}`] = says('code', sayCode(code));
    noms[nameOf(code)] = `B${row}`;
  });
  const heights = questions.map((_, rank) => [sommaireRow(lignes.length + 1 + rank), 76] as const);
  return {
    type: 'grille',
    nom: titre,
    cellules: cells,
    largeurs: [56, 46, 8],
    hauteurs: { 1: 26, 2: 32, 4: 46, ...Object.fromEntries(heights) },
    fusions: [1, 2, 3, 4].map((row) => `A${row}:C${row}`),
    noms,
    validations,
    impression: printed(dossier, titre),
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
