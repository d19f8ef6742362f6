import { formatDate, formatNombre } from '../format';
import {
  CATEGORIES_TEXTE,
  COLONNES,
  DEFINITIONS_REDDITIONS,
  OMISSIONS_REDDITIONS,
  sayToutes,
  TITRES_REDDITIONS,
} from '../texte/redditions';
import {
  type CompteLigne,
  type ComptesExercice,
  etatsOf,
  isConnu,
  isAVenir,
  isEchu,
  isNonRecues,
  isRecues,
  sumOf,
} from './comptes';
import { absentCell, nombreCell } from './cellules';
import type { Categorie, Cell, Colonne, Figure, Pile, SourceCitee } from './figure';
import { texteCell } from './somme';

type CategorieId = keyof typeof CATEGORIES_TEXTE;

const STYLES: Readonly<Record<CategorieId, Pick<Categorie, 'signe' | 'trame'>>> = {
  completes: { signe: '●', trame: 'pleine' },
  incompletes: { signe: '◐', trame: 'claire' },
  enRetard: { signe: '▲', trame: 'barree' },
  attendues: { signe: '○', trame: 'vide' },
  recues: { signe: '◆', trame: 'rayee' },
  inconnues: { signe: '◇', trame: 'inconnue' },
};
const ORDRE: readonly CategorieId[] = [
  'completes',
  'recues',
  'incompletes',
  'enRetard',
  'attendues',
  'inconnues',
];

export const categorieOf = (id: CategorieId): Categorie => ({
  id,
  nom: CATEGORIES_TEXTE[id],
  ...STYLES[id],
});

const COMPLETES = ['complete', 'acceptee'];
const INCOMPLETES = ['recue', 'incomplete'];

/** Where a row is drawn: late and awaited together are late once the day is past, as none can be awaited. */
function placeOf(row: CompteLigne, echu: boolean): CategorieId {
  const within = (etats: readonly string[]) => etatsOf(row).every((e) => etats.includes(e));
  if (within(['en-retard'])) return 'enRetard';
  if (within(COMPLETES)) return 'completes';
  if (within(INCOMPLETES)) return 'incompletes';
  if (isNonRecues(row)) return echu && !within(['attendue']) ? 'enRetard' : 'attendues';
  return isRecues(row) ? 'recues' : 'inconnues';
}

/** Parts of a bar, in the order of the legend; a part without a report is left out. */
function partsOf(exercice: ComptesExercice): { categorie: Categorie; valeur: number }[] {
  return ORDRE.map((id) => ({
    categorie: categorieOf(id),
    valeur: sumOf(exercice.lignes.filter((row) => placeOf(row, isEchu(exercice)) === id)),
  })).filter(({ valeur }) => valeur > 0);
}

export const sayParts = (parts: readonly { categorie: Categorie; valeur: number }[]): string =>
  parts
    .map(({ categorie, valeur }) => `${categorie.signe}\u00a0${formatNombre(valeur)}`)
    .join('  ');

function pileOf(exercice: ComptesExercice): Pile {
  const parts = partsOf(exercice);
  return {
    etiquette: exercice.exercice,
    note: sayToutes(exercice.toutes),
    texte: sayParts(parts),
    segments: parts.map(({ categorie, valeur }) => ({ categorie: categorie.id, valeur })),
  };
}

/** A count of one category: unknown where reports of it may be counted with others. */
function categoryCell(exercice: ComptesExercice, id: CategorieId): Cell {
  const own = partsOf(exercice).find(({ categorie }) => categorie.id === id);
  if (own) return nombreCell(own.valeur);
  const ids = partsOf(exercice).map(({ categorie }) => categorie.id);
  const hidden = ids.includes('inconnues') || (ids.includes('recues') && /ompletes$/.test(id));
  return hidden ? absentCell(COLONNES.sansDetail) : nombreCell(0);
}

/** Accepted reports, where they are counted apart. */
function acceptedCell({ lignes }: ComptesExercice): Cell {
  const holding = lignes.filter((row) => etatsOf(row).includes('acceptee'));
  return holding.some((row) => etatsOf(row).length > 1)
    ? absentCell(COLONNES.sansDetail)
    : nombreCell(sumOf(holding));
}

/** Columns for the categories that some exercice has. */
function shownOf(exercices: readonly ComptesExercice[]): CategorieId[] {
  const present = new Set(exercices.flatMap((e) => partsOf(e).map((p) => p.categorie.id)));
  return ORDRE.filter((id) => present.has(id));
}

const compteColonne = (cle: string, titre: string): Colonne => ({ cle, titre, nature: 'nombre' });

function tableOf(exercices: readonly ComptesExercice[]) {
  const ids = shownOf(exercices);
  return {
    legende: 'Redditions par état et par exercice, à la date des données',
    colonnes: [
      { cle: 'exercice', titre: COLONNES.exercice, nature: 'texte' as const },
      { cle: 'echeance', titre: COLONNES.echeance, nature: 'date' as const },
      ...ids.map((id) => compteColonne(id, CATEGORIES_TEXTE[id])),
      compteColonne('acceptees', COLONNES.acceptees),
      compteColonne('toutes', COLONNES.toutes),
    ],
    lignes: exercices.map((e) => [
      texteCell(e.exercice),
      { valeur: e.echeance, texte: formatDate(e.echeance) },
      ...ids.map((id) => categoryCell(e, id)),
      acceptedCell(e),
      nombreCell(e.toutes),
    ]),
    total: null,
  };
}

function titreOf(exercices: readonly ComptesExercice[]): string {
  const last = exercices.findLast(isEchu);
  const next = exercices.find(isAVenir);
  if (last)
    return isConnu(last)
      ? TITRES_REDDITIONS.etats(last.exercice, last.recues, last.toutes)
      : TITRES_REDDITIONS.etatsCaches(last.exercice, last.toutes);
  return TITRES_REDDITIONS.aVenir(next?.exercice ?? '', next?.toutes ?? 0);
}

/** Some count of the table is told with others only. */
const isRegroupe = ({ lignes }: ComptesExercice) => lignes.some((row) => etatsOf(row).length > 1);

/** Reports by state, exercice by exercice. */
export function etatsFigure(
  exercices: readonly ComptesExercice[],
  sources: readonly SourceCitee[],
): Figure {
  const titre = titreOf(exercices);
  const say = (e: ComptesExercice) =>
    partsOf(e).map(({ categorie, valeur }) => `${categorie.nom}, ${formatNombre(valeur)}`);
  return {
    id: 'etats',
    titre,
    sousTitre: 'Nombre de redditions par état, par exercice (du 1er avril au 31 mars)',
    alt: `${titre} ${exercices.map((e) => `${e.exercice} : ${say(e).join(' ; ')}`).join('. ')}.`,
    chart: {
      type: 'piles',
      unite: 'nombre',
      categories: shownOf(exercices).map(categorieOf),
      elements: exercices.map(pileOf),
    },
    table: tableOf(exercices),
    omissions: [
      ...(exercices.some(isRegroupe) ? [OMISSIONS_REDDITIONS.regroupees] : []),
      OMISSIONS_REDDITIONS.projets,
    ],
    definition: [
      DEFINITIONS_REDDITIONS.reddition,
      DEFINITIONS_REDDITIONS.etats,
      DEFINITIONS_REDDITIONS.date,
    ].join(' '),
    sources,
  };
}
