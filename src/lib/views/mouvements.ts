import type { mouvementsEnveloppe } from '../data/queries/mouvements-enveloppe';
import type { Ligne } from '../data/question';
import { formatDate } from '../format';
import { TERMES } from '../texte/figures';
import { MOUVEMENTS } from '../texte/mouvements';
import { absentCell, pageCell } from './cellules';
import type { Cell, Figure } from './figure';
import { definitionOf, type Scene, sourcesOf } from './scene';
import { saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';

export type MouvementLigne = Ligne<typeof mouvementsEnveloppe>;

interface Bout {
  readonly nom: string;
  /** Null for a funder, which has no page. */
  readonly territoire: string | null;
}

/** One move: money that leaves one place for another; a place that no row tells is null. */
export interface Mouvement {
  readonly cycle: string;
  readonly date: string | null;
  readonly nature: string;
  readonly de: Bout | null;
  readonly vers: Bout | null;
  readonly somme: Somme;
}

const bucketOf = (row: MouvementLigne): Bout => ({
  nom: row.territoire,
  territoire: row.territoire_id,
});

const cents = (row: MouvementLigne) => Math.round(row.montant * 100);

const isPairOf = (a: MouvementLigne) => (b: MouvementLigne) =>
  b.mouvement === 'virement' &&
  b.cycle_id === a.cycle_id &&
  b.date_effet === a.date_effet &&
  cents(b) === -cents(a);

function moveOf(row: MouvementLigne, pair: MouvementLigne | null): Mouvement {
  const sign = Math.sign(row.montant);
  const other = row.mouvement === 'virement' ? pair && bucketOf(pair) : null;
  const far = row.mouvement === 'virement' ? other : { nom: row.bailleur, territoire: null };
  const [de, vers] = sign < 0 ? [bucketOf(row), far] : [far, bucketOf(row)];
  const somme = sommeOf([row])!;
  return {
    ...{ cycle: row.cycle_id, date: row.date_effet, nature: row.mouvement, de, vers },
    somme: { ...somme, dollars: Math.abs(somme.dollars) },
  };
}

/** Moves in time; the two rows of a transfer of the same day and amount are one move. */
export function movesOf(rows: readonly MouvementLigne[]): Mouvement[] {
  const left = [...rows];
  const moves: Mouvement[] = [];
  for (let row = left.shift(); row; row = left.shift()) {
    const index = row.mouvement === 'virement' ? left.findIndex(isPairOf(row)) : -1;
    const [pair] = index < 0 ? [] : left.splice(index, 1);
    moves.push(moveOf(row, pair ?? null));
  }
  return moves;
}

/** Rows that were there at the day chosen. */
const dejaLa = ({ choix }: Scene, rows: readonly MouvementLigne[]) =>
  rows.filter(
    ({ date_effet }) => choix.au === null || date_effet === null || date_effet <= choix.au,
  );

function isChosen({ choix }: Scene, { cycle, de, vers }: Mouvement): boolean {
  const places = [de?.territoire, vers?.territoire];
  return (
    (choix.cycle === null || cycle === choix.cycle) &&
    (choix.territoire === null || places.includes(choix.territoire))
  );
}

const nameOf = (bout: Bout | null) => bout?.nom ?? MOUVEMENTS.nonPrecise;

function sayMove({ nature, de, vers, somme }: Mouvement): string {
  const montant = saySomme(somme);
  if (nature === 'ajout') return MOUVEMENTS.ajout(montant, nameOf(vers));
  if (nature === 'retour') return MOUVEMENTS.retour(montant, nameOf(de));
  return MOUVEMENTS.virement(montant, nameOf(de), nameOf(vers));
}

const sayNature = (nature: string) =>
  MOUVEMENTS.natures[nature as keyof typeof MOUVEMENTS.natures] ?? nature;

const boutCell = (bout: Bout | null): Cell =>
  bout === null
    ? absentCell(MOUVEMENTS.nonPrecise)
    : pageCell(bout.nom, 'territoires', bout.territoire);

const lineOf = ({ cycle, date, nature, de, vers, somme }: Mouvement): Cell[] => [
  texteCell(cycle),
  { valeur: date, texte: date === null ? MOUVEMENTS.sansDate : formatDate(date) },
  texteCell(sayNature(nature)),
  boutCell(de),
  boutCell(vers),
  sommeCell(somme),
];

/** What changed the envelopes; nothing for a fund that had moved none at the day chosen. */
export function mouvementsFigures(scene: Scene, all: readonly MouvementLigne[]): Figure[] {
  const rows = dejaLa(scene, all);
  if (rows.length === 0) return [];
  const moves = movesOf(rows).filter((move) => isChosen(scene, move));
  const last = moves.at(-1);
  const titre = last ? MOUVEMENTS.titre(moves.length, sayMove(last)) : MOUVEMENTS.aucun;
  const { priorite, exercice, organisme } = scene.choix;
  const mots = MOUVEMENTS.colonnes;
  return [
    {
      id: 'mouvements',
      titre,
      sousTitre: MOUVEMENTS.sousTitre,
      alt: titre,
      chart: null,
      table: {
        legende: MOUVEMENTS.legende,
        colonnes: [
          { cle: 'cycle', titre: TERMES.cycle, nature: 'texte' },
          { cle: 'date', titre: mots.date, nature: 'date' },
          { cle: 'mouvement', titre: mots.nature, nature: 'texte' },
          { cle: 'de', titre: mots.de, nature: 'texte' },
          { cle: 'vers', titre: mots.vers, nature: 'texte' },
          { cle: 'montant_enveloppe', titre: mots.montant, nature: 'montant' },
        ],
        lignes: moves.map(lineOf),
        total: null,
      },
      omissions: [priorite, exercice, organisme].some((c) => c !== null) ? [MOUVEMENTS.choix] : [],
      definition: `${MOUVEMENTS.definition} ${definitionOf('enveloppe')}`,
      sources: sourcesOf(scene, 'enveloppes'),
    },
  ];
}
