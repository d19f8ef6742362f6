/** Money of the projects as their reports tell it, and money of the territories to the cent. */
import type { argentTerritoires } from '../../data/queries/editions/argent-territoires';
import type { rapprochementsProjets } from '../../data/queries/editions/rapprochements-projets';
import type { Ligne } from '../../data/question';
import { COLONNES_EDITIONS as C, FIGURES_EDITIONS, MOTS_EDITIONS } from '../../texte/editions';
import type { Figure } from '../figure';
import type { FondsLigne } from '../scene';
import { addDollars } from '../somme';
import { colonne, jour, montant, projet, tableFigure, texte } from './tableau';

type Rapprochement = Ligne<typeof rapprochementsProjets>;
type Argent = Ligne<typeof argentTerritoires>;

const PROJET = [
  colonne<Rapprochement>('projet', C.projet, 'texte', (r) => projet(r.projet_id)),
  colonne<Rapprochement>('titre', C.titre, 'texte', (r) => texte(r.titre)),
  colonne<Rapprochement>('territoire', C.territoire, 'texte', (r) => texte(r.territoire)),
];

const RAPPROCHEMENT = [
  ...PROJET,
  colonne<Rapprochement>('exercice', C.exercice, 'texte', (r) => texte(r.exercice_id)),
  colonne<Rapprochement>('accorde', C.accorde, 'montant', (r) => montant(r.accorde)),
  colonne<Rapprochement>('verse', C.verse, 'montant', (r) => montant(r.verse)),
  colonne<Rapprochement>('verse_exercice', C.verseExercice, 'montant', (r) =>
    montant(r.verse_exercice),
  ),
  colonne<Rapprochement>('depense_budget', C.depenseBudget, 'montant', (r) =>
    montant(r.depense_budget),
  ),
  colonne<Rapprochement>('depense_bilan', C.depenseBilan, 'montant', (r) =>
    montant(r.depense_bilan),
  ),
  colonne<Rapprochement>('solde', C.soldeFin, 'montant', (r) => montant(r.solde)),
  colonne<Rapprochement>('ecarts', C.ecarts, 'texte', (r) => texte(r.ecarts)),
];

export function rapprochementFigure(rows: readonly Rapprochement[], fonds: FondsLigne): Figure {
  const mots = FIGURES_EDITIONS.rapprochement;
  const titre = mots.titre(rows.length, rows.filter(({ ecarts }) => ecarts !== null).length);
  return tableFigure('rapprochement', titre, mots, fonds, { colonnes: RAPPROCHEMENT, rows });
}

const SOLDES = [
  ...PROJET,
  colonne<Rapprochement>('situation', C.situation, 'texte', (r) =>
    texte(r.termine ? MOTS_EDITIONS.termine : MOTS_EDITIONS.enCours),
  ),
  colonne<Rapprochement>('depense', C.depense, 'montant', (r) => montant(r.depense_cumulee)),
  colonne<Rapprochement>('verse', C.verse, 'montant', (r) => montant(r.verse_cumule)),
  colonne<Rapprochement>('solde', C.solde, 'montant', (r) => montant(r.solde_cumule)),
  colonne<Rapprochement>('date', C.soldeDate, 'date', (r) => jour(r.solde_date)),
];

/** Balances that are not nothing, at the last report of each project. */
export function soldesFigure(all: readonly Rapprochement[], fonds: FondsLigne): Figure {
  const rows = all
    .filter(({ derniere, solde_cumule }) => derniere && solde_cumule !== null && solde_cumule !== 0)
    .toSorted((a, b) => a.solde_cumule! - b.solde_cumule!);
  const over = rows.filter(({ solde_cumule }) => solde_cumule! < 0).length;
  const mots = FIGURES_EDITIONS.soldes;
  const titre = mots.titre(over, rows.length - over);
  return tableFigure('soldes', titre, mots, fonds, { colonnes: SOLDES, rows });
}

/** What is left of an envelope, null where none is set. */
const ecartOf = ({ enveloppe, accorde }: Argent): number | null =>
  enveloppe === null ? null : addDollars([enveloppe, -(accorde ?? 0)]);

const TERRITOIRES = [
  colonne<Argent>('territoire', C.territoire, 'texte', (a) => texte(a.territoire)),
  colonne<Argent>('cycle', C.cycle, 'texte', (a) => texte(a.cycle_id)),
  colonne<Argent>('enveloppe', C.enveloppe, 'montant', (a) => montant(a.enveloppe)),
  colonne<Argent>('accorde', C.accorde, 'montant', (a) => montant(a.accorde)),
  colonne<Argent>('ecart', C.ecart, 'montant', (a) => montant(ecartOf(a))),
  colonne<Argent>('verse', C.verse, 'montant', (a) => montant(a.verse)),
  colonne<Argent>('depense', C.depense, 'montant', (a) => montant(a.depense)),
];

export function territoiresFigure(rows: readonly Argent[], fonds: FondsLigne): Figure {
  const mots = FIGURES_EDITIONS.territoires;
  const titre = mots.titre(new Set(rows.map(({ territoire }) => territoire)).size);
  return tableFigure('argent-territoires', titre, mots, fonds, { colonnes: TERRITOIRES, rows });
}
