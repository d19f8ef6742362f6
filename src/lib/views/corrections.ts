import { formatDate } from '../format';
import { DEFINITIONS, OMISSIONS, TERMES, TITRES } from '../texte/figures';
import type { Cell, Figure } from './figure';
import type { CorrectionLigne, Scene } from './scene';
import { texteCell } from './somme';

const valueCell = (valeur: string | null): Cell =>
  valeur === null ? { valeur: null, texte: TERMES.vide } : texteCell(valeur);

const lineOf = (c: CorrectionLigne): Cell[] => [
  texteCell(c.ligne_visee),
  texteCell(c.donnee),
  valueCell(c.valeur_recue),
  valueCell(c.valeur_corrigee),
  texteCell(c.auteur),
  { valeur: c.date_correction, texte: formatDate(c.date_correction) },
  texteCell(c.motif),
];

/** Values changed by hand, the received one beside the one shown. */
export function correctionsFigure(scene: Scene): Figure {
  const titre = TITRES.corrections(scene.corrections.length);
  return {
    id: 'corrections',
    titre,
    seule: false,
    sousTitre: 'Corrections apportées aux valeurs reçues',
    alt: titre,
    chart: null,
    table: {
      legende: 'Corrections, les plus récentes d’abord',
      colonnes: [
        { cle: 'ligne', titre: TERMES.ligne, nature: 'texte' },
        { cle: 'donnee', titre: TERMES.donnee, nature: 'texte' },
        { cle: 'recue', titre: TERMES.recue, nature: 'texte' },
        { cle: 'montree', titre: TERMES.montree, nature: 'texte' },
        { cle: 'auteur', titre: TERMES.auteur, nature: 'texte' },
        { cle: 'date', titre: TERMES.date, nature: 'date' },
        { cle: 'motif', titre: TERMES.motif, nature: 'texte' },
      ],
      lignes: scene.corrections.map(lineOf),
      total: null,
    },
    omissions: [OMISSIONS.correctionsFiltres],
    definition: DEFINITIONS.corrections,
    sources: [],
  };
}
