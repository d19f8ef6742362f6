/** What a page of a fund draws and says. */
import { TEXTES } from '../texte/interface';
import type { Choix } from '../domain/choix';
import type { Figure, SourceCitee } from './figure';
import type { FondsLigne } from './scene';

/** A number that a page leads with. */
export interface Chiffre {
  readonly nom: string;
  readonly texte: string;
  readonly note: string | null;
}

/** What a page draws and says for one set of choices. */
export interface Page {
  readonly choix: Choix;
  /** Its date of data is the day chosen, when there is one. */
  readonly fonds: FondsLigne;
  readonly titre: string;
  readonly phrases: readonly string[];
  readonly chiffres: readonly Chiffre[];
  readonly figures: readonly Figure[];
  /** One sentence that is announced when the choices change. */
  readonly resultat: string;
}

export interface PageFonds {
  readonly fonds: FondsLigne;
  readonly phrases: readonly string[];
  readonly figures: readonly Figure[];
  /** What will be here, when nothing is published yet. */
  readonly avenir: readonly string[];
}

/** Reports are not public: they are named as a whole, without an address, at the first day that an exercice is counted up to. */
export const sourceRedditions = ({
  mandataire,
  date_donnees,
  arrete_le,
}: FondsLigne): SourceCitee => ({
  titre: TEXTES.figure.sourceRedditions,
  editeur: mandataire,
  url: null,
  date: arrete_le ?? date_donnees,
  cellules: [],
});

export const sourceRegistre = ({ mandataire, date_donnees }: FondsLigne): SourceCitee => ({
  titre: TEXTES.figure.sourceRegistre,
  editeur: mandataire,
  url: null,
  date: date_donnees,
  cellules: [],
});
