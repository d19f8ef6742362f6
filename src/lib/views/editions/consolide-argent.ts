/** Money of the consolidated report: of the fund, of each project, and of what projects are grouped under. */
import type { consolideFonds } from '../../data/queries/editions/consolide-fonds';
import type { consolideProjets } from '../../data/queries/editions/consolide-projets';
import type { Ligne } from '../../data/question';
import {
  COLONNES_CONSOLIDE as C,
  FIGURES_CONSOLIDE as F,
  MOTS_CONSOLIDE as M,
} from '../../texte/consolide';
import { sayEtat } from '../../texte/editions';
import { absentCell, montantCell, nombreCell } from '../cellules';
import type { Cell, Figure } from '../figure';
import type { FondsLigne } from '../scene';
import { addDollars, texteCell } from '../somme';
import { colonne, type ColonneDe, projet, tableFigure, texte } from './tableau';

export type Projet = Ligne<typeof consolideProjets>;
type Argent = Ligne<typeof consolideFonds>;

const isDue = ({ etat }: Projet) => etat !== null;
const isReceived = ({ etat }: Projet) => etat !== null && etat !== 'attendue';

/** Money of some projects; an amount is null when none of them has one. */
export interface Groupe {
  readonly nom: string;
  readonly projets: number;
  readonly dues: number;
  readonly recues: number;
  readonly accorde: number | null;
  readonly verse: number | null;
  readonly verseExercice: number | null;
  readonly depense: number | null;
  readonly solde: number | null;
}

type Montant = 'accorde' | 'verse' | 'verse_exercice' | 'depense' | 'solde';

function sumOf(projets: readonly Projet[], montant: Montant): number | null {
  const known = projets.map((p) => p[montant]).filter((m) => m !== null);
  return known.length === 0 ? null : addDollars(known);
}

const groupe = (nom: string, own: readonly Projet[]): Groupe => ({
  nom,
  projets: own.length,
  dues: own.filter(isDue).length,
  recues: own.filter(isReceived).length,
  accorde: sumOf(own, 'accorde'),
  verse: sumOf(own, 'verse'),
  verseExercice: sumOf(own, 'verse_exercice'),
  depense: sumOf(own, 'depense'),
  solde: sumOf(own, 'solde'),
});

export interface Lien {
  readonly nom: string;
  readonly projet_id: string | null;
}

/** Projects under each name, in the order of the names: one project may be under several. */
export function groupesOf(liens: readonly Lien[], projets: readonly Projet[]): Groupe[] {
  const noms = [...new Set(liens.map(({ nom }) => nom))];
  return noms.map((nom) => {
    const ids = new Set(liens.filter((l) => l.nom === nom).map((l) => l.projet_id));
    return groupe(
      nom,
      projets.filter((p) => ids.has(p.projet_id)),
    );
  });
}

const amount = (value: number | null, otherwise: string): Cell =>
  value === null ? absentCell(otherwise) : montantCell(value);

/** Why nothing is told of reports: none is due, none came, or those that came do not say. */
function sayAbsent(dues: number, recues: number): string {
  if (dues === 0) return M.sansObjet;
  return recues === 0 ? M.nonRecu : M.nonDit;
}

const told = (value: number | null, dues: number, recues: number): Cell =>
  amount(value, sayAbsent(dues, recues));

const ofProjet = (p: Projet, montant: 'depense' | 'solde'): Cell =>
  told(p[montant], Number(isDue(p)), Number(isReceived(p)));

const PROJETS = [
  colonne<Projet>('projet', C.projet, 'texte', (p) => projet(p.projet_id)),
  colonne<Projet>('titre', C.titre, 'texte', (p) => texte(p.titre)),
  colonne<Projet>('organisme', C.organisme, 'texte', (p) => texte(p.organisme)),
  colonne<Projet>('territoire', C.territoire, 'texte', (p) => texte(p.territoire)),
  colonne<Projet>('etat', C.etat, 'texte', (p) =>
    texte(p.etat === null ? M.aucuneDue : sayEtat(p.etat, p.echue)),
  ),
  colonne<Projet>('accorde', C.accorde, 'montant', (p) => amount(p.accorde, M.aucun)),
  colonne<Projet>('verse', C.verse, 'montant', (p) => amount(p.verse, M.aucun)),
  colonne<Projet>('verse_exercice', C.verseExercice, 'montant', (p) =>
    amount(p.verse_exercice, M.aucun),
  ),
  colonne<Projet>('depense', C.depense, 'montant', (p) => ofProjet(p, 'depense')),
  colonne<Projet>('solde', C.solde, 'montant', (p) => ofProjet(p, 'solde')),
];

/** Amounts of a group, under the keys that the sheet of projects has too. */
const MONTANTS = [
  colonne<Groupe>('accorde', C.accorde, 'montant', (g) => amount(g.accorde, M.aucun)),
  colonne<Groupe>('verse', C.verse, 'montant', (g) => amount(g.verse, M.aucun)),
  colonne<Groupe>('verse_exercice', C.verseExercice, 'montant', (g) =>
    amount(g.verseExercice, M.aucun),
  ),
  colonne<Groupe>('depense', C.depense, 'montant', (g) => told(g.depense, g.dues, g.recues)),
  colonne<Groupe>('solde', C.solde, 'montant', (g) => told(g.solde, g.dues, g.recues)),
];

export function projetsFigure(projets: readonly Projet[], fonds: FondsLigne): Figure {
  const whole = groupe(M.total, projets);
  const blanks = PROJETS.slice(1, -MONTANTS.length).map(() => texteCell(''));
  return tableFigure('projets', F.projets.titre(whole.projets, whole.dues), F.projets, fonds, {
    colonnes: PROJETS,
    rows: projets,
    total: [texteCell(M.total), ...blanks, ...MONTANTS.map(({ cell }) => cell(whole))],
  });
}

const COMPTES = [
  colonne<Groupe>('projets', C.projets, 'nombre', (g) => nombreCell(g.projets)),
  colonne<Groupe>('dues', C.dues, 'nombre', (g) => nombreCell(g.dues)),
  colonne<Groupe>('recues', C.recues, 'nombre', (g) => nombreCell(g.recues)),
];

const GROUPES = {
  territoires: { entete: C.territoire, total: M.total },
  priorites: { entete: C.priorite, total: M.fonds },
  objectifs: { entete: C.objectif, total: M.fonds },
} as const;

function titreOf(id: keyof typeof GROUPES, groupes: readonly Groupe[]): string {
  const served = groupes.filter((g) => g.projets > 0).length;
  return id === 'objectifs'
    ? F.objectifs.titre(served, groupes.length)
    : F[id].titre(groupes.length);
}

/** Groups, then all the projects, each counted once whatever the groups are. */
export function groupeFigure(
  id: keyof typeof GROUPES,
  groupes: readonly Groupe[],
  projets: readonly Projet[],
  fonds: FondsLigne,
): Figure {
  const { entete, total } = GROUPES[id];
  const colonnes: ColonneDe<Groupe>[] = [
    colonne('nom', entete, 'texte', (g) => texte(g.nom)),
    ...COMPTES,
    ...MONTANTS,
  ];
  const whole = groupe(total, projets);
  return tableFigure(id, titreOf(id, groupes), F[id], fonds, {
    colonnes,
    rows: groupes,
    total: colonnes.map(({ cell }) => cell(whole)),
  });
}

/** What is in hand at the end of the exercice; only what ran since the start of the cycle tells it. */
const caisse = ({ cumul, recu, verse, frais, retour }: Argent): Cell =>
  !cumul || recu === null
    ? absentCell(M.sansObjet)
    : montantCell(addDollars([recu, -(verse ?? 0), -(frais ?? 0), -(retour ?? 0)]));

const FONDS = [
  colonne<Argent>('periode', C.periode, 'texte', (a) => texte(a.cumul ? M.cumul : M.dansExercice)),
  colonne<Argent>('cycle', C.cycle, 'texte', (a) => texte(a.cycle_id)),
  colonne<Argent>('recu', C.recu, 'montant', (a) => amount(a.recu, M.aucun)),
  colonne<Argent>('accorde', C.accorde, 'montant', (a) => amount(a.accorde, M.aucun)),
  colonne<Argent>('verse', C.verse, 'montant', (a) => amount(a.verse, M.aucun)),
  colonne<Argent>('depense', C.depenseBudgets, 'montant', (a) => amount(a.depense, M.nonRecu)),
  colonne<Argent>('frais', C.frais, 'montant', (a) => amount(a.frais, M.aucun)),
  colonne<Argent>('retour', C.retour, 'montant', (a) => amount(a.retour, M.aucun)),
  colonne<Argent>('caisse', C.caisse, 'montant', caisse),
];

/** Cycles that moved money in the exercice, then the same ones from their start. */
export function fondsFigure(rows: readonly Argent[], fonds: FondsLigne): Figure {
  const moved = new Set(rows.filter(({ cumul }) => !cumul).map(({ cycle_id }) => cycle_id));
  const own = rows.filter(({ cycle_id }) => moved.has(cycle_id));
  return tableFigure('fonds', F.fonds.titre(), F.fonds, fonds, { colonnes: FONDS, rows: own });
}
