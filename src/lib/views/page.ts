/** What a page of a fund without filters draws and says. */
import { TEXTES } from '../texte/interface';
import type { Figure, SourceCitee } from './figure';
import type { FondsLigne } from './scene';

export interface PageFonds {
  readonly fonds: FondsLigne;
  readonly phrases: readonly string[];
  readonly figures: readonly Figure[];
  /** What will be here, when nothing is published yet. */
  readonly avenir: readonly string[];
}

/** Reports are not public: they are named as a whole, without an address. */
export const sourceRedditions = ({ mandataire, date_donnees }: FondsLigne): SourceCitee => ({
  titre: TEXTES.figure.sourceRedditions,
  editeur: mandataire,
  url: null,
  date: date_donnees,
  cellules: [],
});

export const sourceRegistre = ({ mandataire, date_donnees }: FondsLigne): SourceCitee => ({
  titre: TEXTES.figure.sourceRegistre,
  editeur: mandataire,
  url: null,
  date: date_donnees,
  cellules: [],
});
