/** People, results and words of the reports, exact and by project; applications one by one. */
import type { demandesRecues } from '../../data/queries/editions/demandes-recues';
import type { notesConseil } from '../../data/queries/editions/notes-conseil';
import type { personnesProjets } from '../../data/queries/editions/personnes-projets';
import type { resultatsProjets } from '../../data/queries/editions/resultats-projets';
import type { Ligne } from '../../data/question';
import {
  COLONNES_EDITIONS as C,
  DECISIONS,
  FIGURES_EDITIONS,
  MOTS_EDITIONS,
} from '../../texte/editions';
import { absentCell, nombreCell } from '../cellules';
import type { Cell, Figure } from '../figure';
import type { FondsLigne } from '../scene';
import { colonne, jour, montant, nombre, projet, tableFigure, texte } from './tableau';

type Personnes = Ligne<typeof personnesProjets>;
type Resultat = Ligne<typeof resultatsProjets>;
type Note = Ligne<typeof notesConseil>;
type Demande = Ligne<typeof demandesRecues>;

const personnesCell = (own: readonly Personnes[], question: string): Cell => {
  const row = own.find((p) => p.question_id === question);
  if (!row) return absentCell(MOTS_EDITIONS.absent);
  return row.nombre === null ? absentCell(MOTS_EDITIONS.nonCompte) : nombreCell(row.nombre);
};

/** One row a report, one column a question. */
export function personnesFigure(all: readonly Personnes[], fonds: FondsLigne): Figure {
  const questions = [...new Map(all.map((p) => [p.question_id, p.libelle]))];
  const keyOf = (p: Personnes) => `${p.exercice_id} ${p.projet_id}`;
  const reports = [...new Set(all.map(keyOf))].map((key) => all.filter((p) => keyOf(p) === key));
  const mots = FIGURES_EDITIONS.personnes;
  return tableFigure('personnes-projets', mots.titre(reports.length), mots, fonds, {
    colonnes: [
      colonne<Personnes[]>('projet', C.projet, 'texte', ([p]) => projet(p!.projet_id)),
      colonne<Personnes[]>('exercice', C.exercice, 'texte', ([p]) => texte(p!.exercice_id)),
      ...questions.map(([id, libelle]) =>
        colonne<Personnes[]>(id, libelle, 'nombre', (own) => personnesCell(own, id)),
      ),
    ],
    rows: reports,
  });
}

export function resultatsFigure(rows: readonly Resultat[], fonds: FondsLigne): Figure {
  const mots = FIGURES_EDITIONS.resultats;
  return tableFigure('resultats-projets', mots.titre(rows.length), mots, fonds, {
    colonnes: [
      colonne<Resultat>('projet', C.projet, 'texte', (r) => projet(r.projet_id)),
      colonne<Resultat>('exercice', C.exercice, 'texte', (r) => texte(r.exercice_id)),
      colonne<Resultat>('indicateur', C.indicateur, 'texte', (r) => texte(r.indicateur)),
      colonne<Resultat>('unite', C.unite, 'texte', (r) => texte(r.unite)),
      colonne<Resultat>('cible', C.cible, 'nombre', (r) => nombre(r.cible)),
      colonne<Resultat>('realise', C.realise, 'nombre', (r) => nombre(r.realise)),
      colonne<Resultat>('commentaire', C.commentaire, 'texte', (r) => texte(r.commentaire)),
    ],
    rows,
  });
}

export function notesFigure(rows: readonly Note[], fonds: FondsLigne): Figure {
  const mots = FIGURES_EDITIONS.notes;
  const reports = new Set(rows.map((n) => `${n.exercice_id} ${n.projet_id}`)).size;
  return tableFigure('notes', mots.titre(rows.length, reports), mots, fonds, {
    colonnes: [
      colonne<Note>('projet', C.projet, 'texte', (n) => projet(n.projet_id)),
      colonne<Note>('exercice', C.exercice, 'texte', (n) => texte(n.exercice_id)),
      colonne<Note>('question', C.question, 'texte', (n) => texte(n.libelle)),
      colonne<Note>('reponse', C.reponse, 'texte', (n) => texte(n.texte)),
    ],
    rows,
  });
}

export function demandesFigure(rows: readonly Demande[], fonds: FondsLigne): Figure {
  const mots = FIGURES_EDITIONS.demandes;
  const granted = rows.filter(({ decision }) => decision === 'accordee').length;
  return tableFigure('demandes-recues', mots.titre(rows.length, granted), mots, fonds, {
    colonnes: [
      colonne<Demande>('demande', C.demande, 'texte', (d) => texte(d.demande_id)),
      colonne<Demande>('appel', C.appel, 'texte', (d) => texte(d.appel)),
      colonne<Demande>('organisme', C.organisme, 'texte', (d) => texte(d.organisme)),
      colonne<Demande>('titre', C.titre, 'texte', (d) => texte(d.titre)),
      colonne<Demande>('territoire', C.territoire, 'texte', (d) => texte(d.territoire)),
      colonne<Demande>('depot', C.depot, 'date', (d) => jour(d.date_depot)),
      colonne<Demande>('montant_demande', C.demandee, 'montant', (d) => montant(d.montant_demande)),
      colonne<Demande>('decision', C.decision, 'texte', (d) =>
        texte(DECISIONS[d.decision] ?? d.decision),
      ),
      colonne<Demande>('projet', C.projet, 'texte', (d) =>
        d.projet_id === null ? texte(null) : projet(d.projet_id),
      ),
    ],
    rows,
  });
}
