/** The grants behind a sum, one by one, with the file and cell where each was read. */
import type { Engine } from '../data/engine';
import { lignesDerriere } from '../data/queries/lignes-derriere';
import { ask, type Ligne } from '../data/question';
import type { Choix } from '../domain/choix';
import { formatDate, formatMois } from '../format';
import { TERMES } from '../texte/figures';
import { LIGNES, PROJET } from '../texte/pages';
import { pageCell } from './cellules';
import { markFigures } from './fictif';
import type { Cell, Figure } from './figure';
import { gatherFonds } from './gather';
import { definitionOf, sayCells } from './scene';
import { NON_PUBLIE, sommeCell, sommeOf, texteCell } from './somme';

type LigneDerriere = Ligne<typeof lignesDerriere>;

const sayDate = ({ date_octroi, date_precision }: LigneDerriere) =>
  date_octroi === null
    ? NON_PUBLIE
    : date_precision === 'mois'
      ? formatMois(date_octroi)
      : formatDate(date_octroi);

const lineOf = (row: LigneDerriere): Cell[] => [
  texteCell(row.octroi_id),
  { valeur: row.date_octroi, texte: sayDate(row) },
  texteCell(
    PROJET.decisions.natures[row.nature as keyof typeof PROJET.decisions.natures] ?? row.nature,
  ),
  row.projet === null
    ? { valeur: null, texte: NON_PUBLIE }
    : pageCell(row.projet, 'projets', row.projet_id),
  texteCell(row.territoire),
  texteCell(row.priorite),
  sommeCell(sommeOf([row])),
  texteCell([row.source, row.date_source].filter((part) => part !== null).join(', ')),
  texteCell(sayCells(row.provenance).join(', ')),
  row.empreintes === null ? { valeur: null, texte: NON_PUBLIE } : texteCell(row.empreintes),
];

/** Asks for the grants that answer the choices. */
export async function composeLignes(engine: Engine, choix: Choix): Promise<Figure> {
  const [fonds, rows] = await Promise.all([
    gatherFonds(engine, choix),
    ask(engine, lignesDerriere, choix),
  ]);
  const titre = LIGNES.titre(rows.length);
  const [figure] = markFigures(fonds, [
    {
      id: 'lignes',
      titre,
      seule: false,
      sousTitre: TERMES.enDollars,
      alt: titre,
      chart: null,
      table: {
        legende: titre,
        colonnes: [
          { cle: 'octroi', titre: LIGNES.octroi, nature: 'texte' },
          { cle: 'date', titre: TERMES.date, nature: 'date' },
          { cle: 'nature', titre: LIGNES.nature, nature: 'texte' },
          { cle: 'projet', titre: TERMES.projet, nature: 'texte' },
          { cle: 'territoire', titre: TERMES.territoire, nature: 'texte' },
          { cle: 'priorite', titre: TERMES.priorite, nature: 'texte' },
          { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
          { cle: 'source', titre: LIGNES.source, nature: 'texte' },
          { cle: 'cellule', titre: LIGNES.cellule, nature: 'texte' },
          { cle: 'empreinte', titre: LIGNES.empreinte, nature: 'texte' },
        ],
        lignes: rows.map(lineOf),
        total: [
          ...[TERMES.total, '', '', '', '', ''].map(texteCell),
          sommeCell(sommeOf(rows)),
          ...['', '', ''].map(texteCell),
        ],
      },
      omissions: [],
      definition: definitionOf('accorde'),
      sources: [],
    },
  ]);
  return figure!;
}
