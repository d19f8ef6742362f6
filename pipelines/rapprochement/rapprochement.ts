/** Granted, paid and spent side by side, by project and for the fund: a workbook for those who check. */
import { BUDGETS } from '../../src/lib/domain/regles/redditions';
import { CHEMIN_REDDITIONS } from '../steps/redditions/snapshot';
import { FICTIF } from '../../src/lib/domain/fictif';
import { centsToDecimal } from '../../src/lib/domain/montant';
import type { Constat } from '../lib/constats';
import type { CellWritten, SheetWritten } from '../../src/lib/xlsx/workbook';
import { fitText } from '../../src/lib/xlsx/write-cell';
import { writeWorkbook } from '../../src/lib/xlsx/write';
import type { Product, ProductRow, ProductValue } from '../steps/link/rows';

export interface ToReconcile {
  readonly nom: string;
  readonly fictif: boolean;
  readonly product: Product;
  readonly constats: readonly Constat[];
}

const montant = (value: ProductValue | undefined): CellWritten =>
  typeof value === 'bigint' ? { type: 'montant', decimal: centsToDecimal(value) } : null;
const texte = (value: ProductValue | undefined): CellWritten =>
  value === null || value === undefined ? null : { type: 'texte', texte: fitText(String(value)) };

const amount = (titre: string) => ({ titre, largeur: 17, format: 'montant' }) as const;
const words = (titre: string, largeur: number) => ({ titre, largeur, format: 'texte' }) as const;

const difference = (a: ProductValue | undefined, b: ProductValue | undefined): ProductValue =>
  typeof a === 'bigint' && typeof b === 'bigint' ? a - b : null;

/** Rows of a table by the value of its key. */
const index = (rows: readonly ProductRow[], cle: string) =>
  new Map(rows.map((row) => [row[cle], row]));

/** The folder is the same for all. */
const shortPlace = (provenance: ProductValue | undefined): string | null =>
  provenance ? String(provenance).replaceAll(CHEMIN_REDDITIONS, '') : null;

function projets({ product }: ToReconcile): SheetWritten {
  const reports = index(product.redditions, 'reddition_id');
  const projects = index(product.projets, 'projet_id');
  const lignes = product.rapprochements.map((row) => {
    const report = reports.get(row['reddition_id'] ?? null);
    const project = projects.get(report?.['projet_id'] ?? null);
    return [
      texte(report?.['projet_id']),
      texte(project?.['titre']),
      texte(report?.['exercice_id']),
      montant(row['montant_accorde']),
      montant(row['montant_verse']),
      montant(row['montant_verse_exercice']),
      montant(row['montant_depense_budget']),
      montant(row['montant_depense_bilan']),
      montant(difference(row['montant_depense_bilan'], row['montant_depense_budget'])),
      montant(row['montant_solde']),
      texte(row['ecarts']),
      texte(shortPlace(row['provenance'])),
    ];
  });
  return {
    type: 'table',
    nom: 'Projets',
    colonnes: [
      words('Projet', 11),
      words('Titre', 38),
      words('Exercice', 12),
      amount('Accordé à la fin de l’exercice'),
      amount('Versé depuis le début'),
      amount('Versé pendant l’exercice'),
      amount('Dépensé selon l’Excel'),
      amount('Dépensé selon le Word'),
      amount('Word moins Excel'),
      amount('Versé et non dépensé'),
      words('Écarts', 60),
      words('Lu dans', 50),
    ],
    lignes,
  };
}

/** Lines of the fund's balance, each with how it is had. */
const LIGNES: readonly (readonly [titre: string, of: (row: ProductRow) => ProductValue])[] = [
  ['Reçu des bailleurs', (r) => r['montant_recu'] ?? null],
  ['Accordé aux projets', (r) => r['montant_accorde'] ?? null],
  ['Versé aux organismes', (r) => r['montant_verse'] ?? null],
  ['Accordé et non versé', (r) => difference(r['montant_accorde'], r['montant_verse'])],
  ['Dépensé selon les redditions lues', (r) => r['montant_depense'] ?? null],
  [
    'Versé et non justifié par une reddition',
    (r) => difference(r['montant_verse'], r['montant_depense']),
  ],
  ['Frais du mandataire', (r) => r['montant_frais'] ?? null],
  ['Retourné au bailleur', (r) => r['montant_retourne'] ?? null],
  ['En caisse : reçu moins versé, frais et retourné', (r) => r['montant_encaisse'] ?? null],
  ['Vérification : reçu moins versé, frais, retourné et en caisse', remainder],
];

/** What is left when every line is taken away from what came in: nothing, or a mistake of ours. */
function remainder(row: ProductRow): ProductValue {
  return ['montant_verse', 'montant_frais', 'montant_retourne', 'montant_encaisse'].reduce(
    (rest: ProductValue, column) => difference(rest, row[column]),
    row['montant_recu'] ?? null,
  );
}

function fonds({ product }: ToReconcile): SheetWritten {
  const bailleurs = index(product.bailleurs, 'bailleur_id');
  const several = new Set(product.bilans_cycles.map((row) => row['bailleur_id'])).size > 1;
  const nomOf = (row: ProductRow) => {
    const nom = bailleurs.get(row['bailleur_id'] ?? null)?.['nom'];
    return [row['cycle_id'], ...(several ? [nom] : [])].map(String).join(', ');
  };
  return {
    type: 'table',
    nom: 'Fonds',
    colonnes: [words('Ligne', 60), ...product.bilans_cycles.map((row) => amount(nomOf(row)))],
    lignes: LIGNES.map(([titre, of]) => [
      texte(titre),
      ...product.bilans_cycles.map((row) => montant(of(row))),
    ]),
  };
}

function ecarts({ constats }: ToReconcile): SheetWritten {
  return {
    type: 'table',
    nom: 'Écarts',
    colonnes: [
      words('Fichier', 50),
      words('Feuille', 22),
      words('Cellule', 10),
      words('Écart', 90),
    ],
    lignes: constats
      .filter((c) => c.regle in BUDGETS)
      .map((c) => [texte(c.fichier), texte(c.feuille), texte(c.cellule), texte(c.message)]),
  };
}

/** Bytes of the workbook; amounts stay amounts, each with the cell that it was read in. */
export function writeRapprochement(toReconcile: ToReconcile): Uint8Array {
  const { nom, fictif } = toReconcile;
  const mention = fictif ? ` ${FICTIF}.` : '';
  const presentation: SheetWritten = {
    type: 'texte',
    nom: 'À lire',
    texte: [
      `Rapprochement : ${nom}.${mention}`,
      'Projets : pour chaque projet et chaque exercice, ce qui est accordé, versé, et dépensé selon l’Excel et selon le Word, avec la cellule où chaque somme a été lue.',
      'Fonds : par cycle, ce que le fonds a reçu, accordé, versé, retenu et retourné. La dernière ligne doit être nulle.',
      'Écarts : tout ce qui ne concorde pas, au cent.',
    ],
  };
  return writeWorkbook([
    presentation,
    fonds(toReconcile),
    projets(toReconcile),
    ecarts(toReconcile),
  ]);
}
