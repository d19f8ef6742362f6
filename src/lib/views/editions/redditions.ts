/** Reports by project, and how many came. */
import type { redditionsSuivies } from '../../data/queries/editions/redditions-suivies';
import type { Ligne } from '../../data/question';
import { COLONNES_EDITIONS as C, FIGURES_EDITIONS, sayEtat } from '../../texte/editions';
import { partCell } from '../cellules';
import type { Figure } from '../figure';
import type { FondsLigne } from '../scene';
import { texteCell } from '../somme';
import { colonne, jour, nombre, projet, tableFigure, texte } from './tableau';

type Reddition = Ligne<typeof redditionsSuivies>;

export const isLate = ({ etat, echue }: Reddition): boolean => etat === 'attendue' && echue;

const COLONNES = [
  colonne<Reddition>('projet', C.projet, 'texte', (r) => projet(r.projet_id)),
  colonne<Reddition>('titre', C.titre, 'texte', (r) => texte(r.titre)),
  colonne<Reddition>('organisme', C.organisme, 'texte', (r) => texte(r.organisme)),
  colonne<Reddition>('territoire', C.territoire, 'texte', (r) => texte(r.territoire)),
  colonne<Reddition>('exercice', C.exercice, 'texte', (r) => texte(r.exercice_id)),
  colonne<Reddition>('echeance', C.echeance, 'date', (r) => jour(r.echeance)),
  colonne<Reddition>('etat', C.etat, 'texte', (r) => texte(sayEtat(r.etat, isLate(r)))),
  colonne<Reddition>('jours_retard', C.retard, 'nombre', (r) => nombre(r.jours_retard)),
  colonne<Reddition>('manques', C.manques, 'texte', (r) => texte(r.manques)),
];

export function redditionsFigure(rows: readonly Reddition[], fonds: FondsLigne): Figure {
  const mots = FIGURES_EDITIONS.redditions;
  const titre = mots.titre(rows.length, rows.filter(isLate).length);
  return tableFigure('redditions-suivies', titre, mots, fonds, { colonnes: COLONNES, rows });
}

export function retardsFigure(rows: readonly Reddition[], fonds: FondsLigne): Figure {
  const late = rows
    .filter(isLate)
    .toSorted((a, b) => (b.jours_retard ?? 0) - (a.jours_retard ?? 0));
  const mots = FIGURES_EDITIONS.retards;
  return tableFigure('retards', mots.titre(late.length), mots, fonds, {
    colonnes: COLONNES.filter(({ cle }) => cle !== 'etat' && cle !== 'manques'),
    rows: late,
  });
}

interface Couverture {
  readonly exercice: string;
  readonly dues: number;
  readonly recues: number;
  readonly completes: number;
}

function countIn(exercice: string, rows: readonly Reddition[]): Couverture {
  return {
    exercice,
    dues: rows.length,
    recues: rows.filter((r) => r.etat !== 'attendue').length,
    completes: rows.filter((r) => r.etat === 'complete' || r.etat === 'acceptee').length,
  };
}

const COUVERTURE = [
  colonne<Couverture>('exercice', C.exercice, 'texte', (c) => texte(c.exercice)),
  colonne<Couverture>('dues', C.dues, 'nombre', (c) => nombre(c.dues)),
  colonne<Couverture>('recues', C.recues, 'nombre', (c) => nombre(c.recues)),
  colonne<Couverture>('completes', C.completes, 'nombre', (c) => nombre(c.completes)),
  colonne<Couverture>('en_retard', C.nonRecues, 'nombre', (c) => nombre(c.dues - c.recues)),
  colonne<Couverture>('part', C.part, 'part', (c) =>
    c.dues === 0 ? texte(null) : partCell(c.recues / c.dues),
  ),
];

/** Reports past their day, by exercice, the latest first. */
export function couvertureFigure(all: readonly Reddition[], fonds: FondsLigne): Figure {
  const due = all.filter(({ echue }) => echue);
  const exercices = [...new Set(due.map((r) => r.exercice_id))];
  const rows = exercices.map((id) =>
    countIn(
      id,
      due.filter((r) => r.exercice_id === id),
    ),
  );
  const whole = countIn(C.total, due);
  const mots = FIGURES_EDITIONS.couverture;
  return tableFigure('couverture-edition', mots.titre(whole.recues, whole.dues), mots, fonds, {
    colonnes: COUVERTURE,
    rows,
    total: [texteCell(C.total), ...COUVERTURE.slice(1).map(({ cell }) => cell(whole))],
  });
}
