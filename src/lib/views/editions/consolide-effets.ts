/** States of the reports of an exercice, and what they count, each with how many of them tell it. */
import type {
  consolidePersonnes,
  consolideResultats,
} from '../../data/queries/editions/consolide-resultats';
import type { Ligne } from '../../data/question';
import { ETATS } from '../../domain/reddition';
import {
  COLONNES_CONSOLIDE as C,
  FIGURES_CONSOLIDE as F,
  MOTS_CONSOLIDE as M,
} from '../../texte/consolide';
import { sayEtat } from '../../texte/editions';
import { absentCell, nombreCell, partCell } from '../cellules';
import type { Cell, Figure } from '../figure';
import type { FondsLigne } from '../scene';
import type { Projet } from './consolide-argent';
import { colonne, nombre, tableFigure, texte } from './tableau';

type Personnes = Ligne<typeof consolidePersonnes>;
type Resultat = Ligne<typeof consolideResultats>;

interface Etat {
  readonly nom: string;
  readonly nombre: number;
  readonly sur: number;
}

const ETAT = [
  colonne<Etat>('etat', C.etat, 'texte', (e) => texte(e.nom)),
  colonne<Etat>('nombre', C.nombre, 'nombre', (e) => nombreCell(e.nombre)),
  colonne<Etat>('part', C.part, 'part', (e) => partCell(e.nombre / e.sur)),
];

/** Every state, in the order in which reports go through them, those of no report too. */
export function etatsFigure(dues: readonly Projet[], fonds: FondsLigne): Figure {
  const saidOf = ({ etat, echue }: Projet) => sayEtat(etat!, echue);
  const said = [sayEtat('attendue', true), ...ETATS.map((etat) => sayEtat(etat, false))];
  const rows = said.map((nom) => ({
    nom,
    nombre: dues.filter((p) => saidOf(p) === nom).length,
    sur: dues.length,
  }));
  const recues = dues.filter(({ etat }) => etat !== 'attendue').length;
  const whole = { nom: M.total, nombre: dues.length, sur: dues.length };
  return tableFigure('etats', F.etats.titre(recues, dues.length), F.etats, fonds, {
    colonnes: ETAT,
    rows,
    total: ETAT.map(({ cell }) => cell(whole)),
  });
}

const summed = (value: number | null): Cell =>
  value === null ? absentCell(M.nonDit) : nombreCell(value);

/** Sums of the reports that counted, of all those that came. */
export function personnesFigure(
  rows: readonly Personnes[],
  recues: number,
  fonds: FondsLigne,
): Figure {
  return tableFigure('personnes', F.personnes.titre(recues), F.personnes, fonds, {
    colonnes: [
      colonne<Personnes>('question', C.question, 'texte', (p) => texte(p.libelle)),
      colonne<Personnes>('dites', C.dites, 'nombre', (p) => nombreCell(p.dites)),
      colonne<Personnes>('sur', C.recues, 'nombre', () => nombreCell(recues)),
      colonne<Personnes>('somme', C.somme, 'nombre', (p) => summed(p.nombre)),
    ],
    rows,
  });
}

const partOf = ({ cible, realise }: Resultat): Cell =>
  cible === null || cible === 0 || realise === null
    ? absentCell(M.nonDit)
    : partCell(realise / cible);

export function resultatsFigure(rows: readonly Resultat[], fonds: FondsLigne): Figure {
  return tableFigure('resultats', F.resultats.titre(rows.length), F.resultats, fonds, {
    colonnes: [
      colonne<Resultat>('indicateur', C.indicateur, 'texte', (r) => texte(r.indicateur)),
      colonne<Resultat>('unite', C.unite, 'texte', (r) => texte(r.unite)),
      colonne<Resultat>('dites', C.dites, 'nombre', (r) => nombre(r.dites)),
      colonne<Resultat>('sur', C.nombre, 'nombre', (r) => nombre(r.redditions)),
      colonne<Resultat>('cible', C.cible, 'nombre', (r) => summed(r.cible)),
      colonne<Resultat>('realise', C.realise, 'nombre', (r) => summed(r.realise)),
      colonne<Resultat>('part', C.partCible, 'part', partOf),
    ],
    rows,
  });
}
