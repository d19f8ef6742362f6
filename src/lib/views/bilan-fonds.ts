import type { bilansByCycle } from '../data/queries/bilans-by-cycle';
import type { Ligne } from '../data/question';
import { formatMontant } from '../format';
import {
  BARRES_BILAN,
  BILAN,
  DEFINITIONS_RESULTATS,
  FIGURES,
  MOTS,
  OMISSIONS_RESULTATS,
} from '../texte/resultats';
import { absentCell, montantCell } from './cellules';
import type { Barre, Cell, Colonne, Figure, Puce, SourceCitee } from './figure';
import { addDollars, texteCell } from './somme';

export type BilanLigne = Ligne<typeof bilansByCycle>;

type Poste = keyof typeof BARRES_BILAN;
const POSTES = Object.keys(BARRES_BILAN) as Poste[];

const barreOf = (row: BilanLigne, poste: Poste): Barre => {
  const dollars = row[poste];
  return {
    etiquette: BARRES_BILAN[poste],
    valeur: dollars,
    texte: dollars === null ? MOTS.nonPublie : formatMontant(dollars),
    inconnue: false,
  };
};

const puceOf = (row: BilanLigne, poste: Poste): Puce => ({
  ...barreOf(row, poste),
  cible: null,
  cibleTexte: '',
});

/** Several funders of one cycle have a column each: their money is never added up here. */
function columnName({ cycle_id, bailleur }: BilanLigne, rows: readonly BilanLigne[]): string {
  const shared = rows.filter((row) => row.cycle_id === cycle_id).length > 1;
  return shared ? FIGURES.bilan.panneau(cycle_id, bailleur) : cycle_id;
}

/** A line of the balance: what is taken away is negative, so that the column adds up. */
const LIGNES: readonly (readonly [titre: string, of: (row: BilanLigne) => number | null])[] = [
  [BILAN.recu, (row) => row.recu],
  [BILAN.verse, (row) => -row.verse],
  [BILAN.frais, (row) => -row.frais],
  [BILAN.retourne, (row) => -row.retourne],
  [BILAN.encaisse, (row) => row.encaisse],
  [BILAN.accorde, (row) => row.accorde],
  [BILAN.verseSeul, (row) => row.verse],
  [BILAN.aVerser, (row) => addDollars([row.accorde, -row.verse])],
  [BILAN.depense, (row) => row.depense],
];

const cellOf = (dollars: number | null): Cell =>
  dollars === null ? absentCell(MOTS.nonPublie) : montantCell(dollars === 0 ? 0 : dollars);

function titreOf(rows: readonly BilanLigne[]): string {
  const own = rows.filter((row) => row.cycle_id === rows[0]?.cycle_id);
  const sum = (poste: 'recu' | 'verse' | 'encaisse') =>
    formatMontant(addDollars(own.map((row) => row[poste])));
  return FIGURES.bilan.titre(own[0]?.cycle_id ?? '', sum('recu'), sum('verse'), sum('encaisse'));
}

/** Where the fund's own money went, as a balance that adds up; nothing without one. */
export function bilanFigures(
  rows: readonly BilanLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  if (rows.length === 0) return [];
  const titre = titreOf(rows);
  const panneaux = rows.map((row) => ({
    titre: FIGURES.bilan.panneau(row.cycle, row.bailleur),
    elements: POSTES.map((poste) => puceOf(row, poste)),
  }));
  const colonnes = rows.map((row): Colonne => ({
    cle: `${row.cycle_id}-${row.bailleur_id}`,
    titre: columnName(row, rows),
    nature: 'montant',
  }));
  const say = ({ etiquette, texte }: Puce) => `${etiquette}, ${texte}`;
  return [
    {
      id: 'bilan',
      titre,
      sousTitre: FIGURES.bilan.sousTitre,
      alt: `${titre} ${panneaux.map((p) => `${p.titre} : ${p.elements.map(say).join(' ; ')}`).join('. ')}.`,
      chart: { type: 'puces', unite: 'montant', panneaux },
      table: {
        legende: 'Bilan de l’argent du fonds par cycle',
        colonnes: [{ cle: 'ligne', titre: MOTS.ligne, nature: 'texte' }, ...colonnes],
        lignes: LIGNES.map(([nom, of]) => [texteCell(nom), ...rows.map((row) => cellOf(of(row)))]),
        total: null,
      },
      omissions: [OMISSIONS_RESULTATS.bilan],
      definition: DEFINITIONS_RESULTATS.bilan,
      sources,
    },
  ];
}
