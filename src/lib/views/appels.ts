import type { appelsListe } from '../data/queries/appels-liste';
import type { Ligne } from '../data/question';
import { formatDate } from '../format';
import { LISTE_APPELS, OMISSIONS_DEMANDES } from '../texte/appels';
import { absentCell } from './cellules';
import type { Cell, Figure } from './figure';
import type { Scene } from './scene';
import { texteCell } from './somme';
import { sourcesOfRows } from './sources-lues';

export type AppelLigne = Ligne<typeof appelsListe>;

const mots = LISTE_APPELS.colonnes;

const jourCell = (jour: string | null): Cell =>
  jour === null ? absentCell(LISTE_APPELS.nonPubliee) : { valeur: jour, texte: formatDate(jour) };

/** Calls for projects and their days, the latest first. */
export function appelsFigure(scene: Scene, rows: readonly AppelLigne[]): Figure {
  const [last] = rows;
  const titre = last ? LISTE_APPELS.titre(rows.length, last.titre) : LISTE_APPELS.aucun;
  const { territoire, priorite, exercice, organisme } = scene.choix;
  const chosen = [territoire, priorite, exercice, organisme].some((c) => c !== null);
  return {
    id: 'appels',
    titre,
    sousTitre: LISTE_APPELS.sousTitre,
    alt: titre,
    chart: null,
    table: {
      legende: LISTE_APPELS.legende,
      colonnes: [
        { cle: 'appel', titre: mots.appel, nature: 'texte' },
        { cle: 'cycle', titre: mots.cycle, nature: 'texte' },
        { cle: 'date_ouverture', titre: mots.ouverture, nature: 'date' },
        { cle: 'date_limite', titre: mots.limite, nature: 'date' },
      ],
      lignes: rows.map((row) => [
        texteCell(row.titre),
        texteCell(row.cycle_id),
        jourCell(row.date_ouverture),
        jourCell(row.date_limite),
      ]),
      total: null,
    },
    omissions: chosen ? [OMISSIONS_DEMANDES.liste] : [],
    definition: LISTE_APPELS.definition,
    sources: sourcesOfRows(rows),
  };
}
