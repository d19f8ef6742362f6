import type { projetVersements } from '../data/queries/projet-versements';
import type { Ligne } from '../data/question';
import { formatDate, formatMois } from '../format';
import { PROJET } from '../texte/pages';
import { sayShare, shareCell, shareOf } from './cycles';
import type { Cell, Figure } from './figure';
import { definitionOf, sayCells } from './scene';
import { addDollars, saySomme, type Somme, sommeCell, texteCell } from './somme';
import { sourcesOfRows } from './sources-lues';

export type VersementLigne = Ligne<typeof projetVersements>;

const mots = PROJET.versements;

/** What is paid by these rows: nothing is 0 $, where payments are published. */
export const verseIn = (rows: readonly VersementLigne[]): Somme => ({
  dollars: addDollars(rows.map(({ montant }) => montant)),
  precision: 'exact',
});

const sayDate = ({ date_versement, date_precision }: VersementLigne) =>
  date_precision === 'mois' ? formatMois(date_versement) : formatDate(date_versement);

function lineOf(rows: readonly VersementLigne[], index: number, accorde: Somme | null): Cell[] {
  const row = rows[index]!;
  const cumul = verseIn(rows.slice(0, index + 1));
  return [
    { valeur: row.date_versement, texte: sayDate(row) },
    sommeCell(verseIn([row])),
    sommeCell(cumul),
    shareCell(shareOf(cumul, accorde)),
    texteCell(row.exercice_id),
    texteCell(sayCells(row.provenance).join(', ')),
  ];
}

/** Payments to a project in time, against what it was granted; nothing before the first. */
export function versementsFigures(
  rows: readonly VersementLigne[],
  accorde: Somme | null,
): Figure[] {
  if (rows.length === 0) return [];
  const verse = verseIn(rows);
  const part = sayShare(shareOf(verse, accorde));
  const titre = mots.titre(rows.length, saySomme(verse), part);
  const elements = rows.map((row) => ({
    etiquette: sayDate(row),
    valeur: row.montant,
    texte: saySomme(verseIn([row])),
    inconnue: false,
  }));
  return [
    {
      id: 'versements',
      titre,
      seule: false,
      sousTitre: mots.sousTitre,
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: { type: 'barres', unite: 'montant', elements },
      table: {
        legende: mots.legende,
        colonnes: [
          { cle: 'date_versement', titre: mots.colonnes.date, nature: 'date' },
          { cle: 'montant_verse', titre: mots.colonnes.verse, nature: 'montant' },
          { cle: 'verse_cumule', titre: mots.colonnes.cumul, nature: 'montant' },
          { cle: 'part_accordee', titre: mots.colonnes.part, nature: 'part' },
          { cle: 'exercice', titre: mots.colonnes.exercice, nature: 'texte' },
          { cle: 'cellule', titre: mots.colonnes.cellule, nature: 'texte' },
        ],
        lignes: rows.map((_, index) => lineOf(rows, index, accorde)),
        total: null,
      },
      omissions: [],
      definition: definitionOf('verse', 'accorde'),
      sources: sourcesOfRows(rows),
    },
  ];
}
