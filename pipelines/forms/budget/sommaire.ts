/** The summary of the budget: a line a formula, one amount to fill in, and a few questions. */
import { centsToDecimal } from '../../../src/lib/domain/montant';
import { quoteSheet } from '../../../src/lib/xlsx/write-book';
import type { GridCell, GridValidation, GridWritten } from '../../../src/lib/xlsx/workbook';
import { sayCode } from '../bilan/codes';
import { type Definition, feuilleOf, type FeuilleForm, type LigneSommaire } from '../definition';
import type { Dossier, Reponses } from '../reponses';
import { type Cells, HAUTEURS, heading, input, MONTANT, printed, says } from './grid';
import { isPart, isSaisie, letterOf, nameOf, type Plan, planOf, sommaireRow } from './layout';
import { rowsOf, sommaireOf } from './sums';

const quoteText = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Formula of each line of the summary; null for one that a person fills in. */
function formulasOf(
  definition: Definition,
  reponses: Reponses,
): Readonly<Record<LigneSommaire, string | null>> {
  const at = (feuille: FeuilleForm, colonne: string, row: (plan: Plan) => string) => {
    const plan = planOf(feuille, rowsOf(reponses, feuille.id).length);
    return `${quoteSheet(feuille.titre)}!${row(plan).replaceAll('#', letterOf(plan, colonne))}`;
  };
  const total = (feuille: FeuilleForm, colonne: string) =>
    at(feuille, colonne, (p) => `#${p.total}`);
  const range = (feuille: FeuilleForm, colonne: string) =>
    at(feuille, colonne, (p) => `$#$${p.premiere}:$#$${p.insertion}`);
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
  return {
    total_depenses: total(depenses, 'reel'),
    total_paye: total(depenses, 'paye'),
    solde_debut: null,
    recu_fonds: ofRole(financement, 'recu', 'fonds'),
    solde_fin: `${rowOf('solde_debut')}+${rowOf('recu_fonds')}-${paid}`,
    part_fonds: `IF(${rowOf('total_depenses')}=0,0,${paid}/${rowOf('total_depenses')})`,
    part_administration: `IF(${paid}=0,0,(${ofRole(depenses, 'paye', 'administration')})/${paid})`,
  };
}

/** Cell of each line: an amount to fill in, or a formula with what it gives. */
function sommaireCells(definition: Definition, reponses: Reponses) {
  const formulas = formulasOf(definition, reponses);
  const { cents, parts } = sommaireOf(definition, reponses);
  return (id: LigneSommaire): GridCell => {
    const formule = formulas[id];
    if (formule === null) return input('montant', reponses.champs[id]);
    const computed = { type: 'formule', formule, style: 'calcul' } as const;
    return isPart(id)
      ? { ...computed, valeur: parts[id] ?? null, format: 'pourcentage' }
      : { ...computed, valeur: centsToDecimal(cents[id] ?? 0n), format: 'montant' };
  };
}

export function sommaireSheet(
  definition: Definition,
  dossier: Dossier,
  reponses: Reponses,
): GridWritten {
  const { titre, aide, lignes, questions } = definition.budget.sommaire;
  const cells: Cells = heading(definition, dossier, titre, aide);
  const cellOf = sommaireCells(definition, reponses);
  const noms: Record<string, string> = {};
  const validations: GridValidation[] = [];
  lignes.forEach(({ id, libelle, code }, rank) => {
    const row = sommaireRow(rank);
    cells[`A${row}`] = says('libelle', libelle);
    cells[`B${row}`] = cellOf(id);
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
    hauteurs: { ...HAUTEURS, ...Object.fromEntries(heights) },
    fusions: [1, 2, 3, 4].map((row) => `A${row}:C${row}`),
    noms,
    validations,
    impression: printed(dossier, titre),
  };
}
