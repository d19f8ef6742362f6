/** A figure as an Excel workbook: its table, and a sheet that says what it is and where it comes from. */
import type { CellWritten, ColumnWritten } from '../xlsx/workbook';
import { fitText } from '../xlsx/write-cell';
import { writeWorkbook } from '../xlsx/write';
import { TEXTES } from '../texte/interface';
import type { Figure, SourceCitee } from './figure';
import { type PlainColumn, plainTable, type PlainValue } from './plain-table';

const LARGEURS = { texte: 34, date: 14, montant: 18, nombre: 12, part: 16 } as const;

const FORMATS = {
  texte: 'texte',
  date: 'date',
  montant: 'montant',
  nombre: 'entier',
  part: 'montant',
} as const satisfies Record<PlainColumn['nature'], ColumnWritten['format']>;

const columnOf = ({ titre, nature }: PlainColumn): ColumnWritten => ({
  titre: nature === 'part' ? `${titre} (%)` : titre,
  largeur: LARGEURS[nature],
  format: FORMATS[nature],
});

function cellOf(value: PlainValue, { nature }: PlainColumn): CellWritten {
  if (value === null) return null;
  if (typeof value === 'string')
    return nature === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? { type: 'date', jour: value }
      : { type: 'texte', texte: fitText(value) };
  if (nature === 'nombre' && Number.isSafeInteger(value)) return { type: 'entier', entier: value };
  const decimal = (nature === 'part' ? value * 100 : value).toFixed(2);
  return { type: 'montant', decimal };
}

const sayEach = ({ editeur, titre, url, date, cellules }: SourceCitee): string =>
  [editeur, titre, date, url, cellules.join(', ')].filter((part) => part).join(', ');

function proseOf(figure: Figure): string[] {
  const mots = TEXTES.figure;
  return [
    figure.titre,
    figure.sousTitre,
    ...figure.omissions,
    `${mots.definition}\u00a0: ${figure.definition}`,
    ...figure.sources.map((source) => `${mots.sourceUne}\u00a0: ${sayEach(source)}`),
  ];
}

/** The bytes of the workbook. */
export function figureToXlsx(figure: Figure): Uint8Array {
  const { colonnes, lignes, total } = plainTable(figure.table);
  const rows = [...lignes, ...(total ? [total] : [])];
  return writeWorkbook([
    {
      type: 'table',
      nom: TEXTES.figure.feuilleTableau,
      colonnes: colonnes.map(columnOf),
      lignes: rows.map((row) => row.map((value, i) => cellOf(value, colonnes[i]!))),
    },
    { type: 'texte', nom: TEXTES.figure.feuilleLire, texte: proseOf(figure).map(fitText) },
  ]);
}
