/** Tables of the sealed editions: one list of columns says headings and cells. */
import { formatDate } from '../../format';
import { MOTS_EDITIONS, SCEAU } from '../../texte/editions';
import { absentCell, montantCell, nombreCell, pageCell } from '../cellules';
import type { Cell, Colonne, Figure, SourceCitee } from '../figure';
import type { FondsLigne } from '../scene';
import { texteCell } from '../somme';

export const texte = (value: string | null): Cell =>
  value === null ? absentCell(MOTS_EDITIONS.absent) : texteCell(value);
export const jour = (value: string | null): Cell =>
  value === null ? absentCell(MOTS_EDITIONS.absent) : { valeur: value, texte: formatDate(value) };
export const nombre = (value: number | null): Cell =>
  value === null ? absentCell(MOTS_EDITIONS.absent) : nombreCell(value);
export const montant = (value: number | null): Cell =>
  value === null ? absentCell(MOTS_EDITIONS.absent) : montantCell(value);
export const projet = (value: string): Cell => pageCell(value, 'projets', value);

/** A column of rows of one kind. */
export interface ColonneDe<T> extends Colonne {
  readonly cell: (row: T) => Cell;
}

export const colonne = <T>(
  cle: string,
  titre: string,
  nature: Colonne['nature'],
  cell: (row: T) => Cell,
): ColonneDe<T> => ({ cle, titre, nature, cell });

export const sourcesOf = ({ mandataire, date_donnees }: FondsLigne): SourceCitee[] => [
  { titre: SCEAU.sources, editeur: mandataire, url: null, date: date_donnees, cellules: [] },
];

interface Mots {
  readonly sousTitre: string;
  readonly legende: string;
  readonly definition: string;
}

/** A figure that is a table: what one edition shows has no page of its own. */
export function tableFigure<T>(
  id: string,
  titre: string,
  { sousTitre, legende, definition }: Mots,
  fonds: FondsLigne,
  {
    colonnes,
    rows,
    total,
  }: {
    readonly colonnes: readonly ColonneDe<T>[];
    readonly rows: readonly T[];
    readonly total?: readonly Cell[];
  },
): Figure {
  return {
    id,
    titre,
    sousTitre,
    alt: titre,
    chart: null,
    table: {
      legende,
      colonnes: colonnes.map(({ cle, titre, nature }) => ({ cle, titre, nature })),
      lignes: rows.map((row) => colonnes.map(({ cell }) => cell(row))),
      total: total ?? null,
    },
    omissions: [],
    definition,
    sources: sourcesOf(fonds),
    seule: false,
  };
}
