import { formatNombre, formatPart } from '../format';
import {
  CATEGORIES_TEXTE,
  COLONNES,
  DEFINITIONS_REDDITIONS,
  OMISSIONS_REDDITIONS,
  TITRES_REDDITIONS,
} from '../texte/redditions';
import { absentCell, nombreCell, partCell } from './cellules';
import {
  type Comptes,
  type ComptesExercice,
  type ComptesConnus,
  type ComptesTerritoire,
  isConnu,
  isEchu,
} from './comptes';
import type { Barre, Categorie, Cell, Colonne, Figure, Pile, SourceCitee } from './figure';
import { categorieOf, sayParts } from './reddition-etats';
import { texteCell } from './somme';

const sayCouverture = (recues: number, dues: number) =>
  `${formatPart(recues / dues)} (${formatNombre(recues)} sur ${formatNombre(dues)})`;

const barreOf = (e: ComptesExercice): Barre => ({
  etiquette: e.exercice,
  valeur: isConnu(e) ? e.recues / e.toutes : null,
  texte: isConnu(e) ? sayCouverture(e.recues, e.toutes) : COLONNES.nonPublie,
  inconnue: false,
});

/** Received, not received, due, and the share received. */
const countCells = (comptes: Comptes): Cell[] =>
  isConnu(comptes)
    ? [
        nombreCell(comptes.recues),
        nombreCell(comptes.nonRecues),
        nombreCell(comptes.toutes),
        partCell(comptes.recues / comptes.toutes),
      ]
    : [
        absentCell(COLONNES.sansDetail),
        absentCell(COLONNES.sansDetail),
        nombreCell(comptes.toutes),
        absentCell(COLONNES.nonPublie),
      ];

const COMPTES: readonly Colonne[] = [
  { cle: 'recues', titre: COLONNES.recues, nature: 'nombre' },
  { cle: 'non_recues', titre: COLONNES.nonRecues, nature: 'nombre' },
  { cle: 'dues', titre: COLONNES.dues, nature: 'nombre' },
  { cle: 'part', titre: COLONNES.part, nature: 'part' },
];

const DEFINITION = [
  DEFINITIONS_REDDITIONS.reddition,
  DEFINITIONS_REDDITIONS.recues,
  DEFINITIONS_REDDITIONS.part,
  DEFINITIONS_REDDITIONS.date,
].join(' ');

function titreCouverture(
  echus: readonly ComptesExercice[],
  ensemble: ComptesConnus | null,
): string {
  if (ensemble === null)
    return TITRES_REDDITIONS.couvertureCachee(echus.filter(isConnu).length, echus.length);
  const { recues, toutes } = ensemble;
  return TITRES_REDDITIONS.couverture(recues, toutes, formatPart(recues / toutes));
}

/** Share of the due reports that came, exercice by exercice; nothing before a due date is past. */
export function couvertureFigures(
  exercices: readonly ComptesExercice[],
  ensemble: ComptesConnus | null,
  sources: readonly SourceCitee[],
): Figure[] {
  const echus = exercices.filter(isEchu);
  if (echus.length === 0) return [];
  const titre = titreCouverture(echus, ensemble);
  const elements = echus.map(barreOf);
  const named = (some: readonly ComptesExercice[]) => some.map(({ exercice }) => exercice);
  const [caches, avenir] = [
    named(echus.filter((e) => !isConnu(e))),
    named(exercices.filter((e) => !isEchu(e))),
  ];
  return [
    {
      id: 'couverture',
      titre,
      sousTitre: 'Part des redditions dues qui sont reçues, par exercice',
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: echus.some(isConnu) ? { type: 'barres', unite: 'part', elements } : null,
      table: {
        legende: 'Redditions dues et reçues par exercice, à la date des données',
        colonnes: [{ cle: 'exercice', titre: COLONNES.exercice, nature: 'texte' }, ...COMPTES],
        lignes: echus.map((e) => [texteCell(e.exercice), ...countCells(e)]),
        total: ensemble && [texteCell(COLONNES.tousExercices), ...countCells(ensemble)],
      },
      omissions: [
        ...(caches.length > 0 ? [OMISSIONS_REDDITIONS.exercicesCaches(caches)] : []),
        ...(avenir.length > 0 ? [OMISSIONS_REDDITIONS.aVenir(avenir)] : []),
      ],
      definition: DEFINITION,
      sources,
    },
  ];
}

const RECUES: Categorie = { ...categorieOf('completes'), id: 'recues', nom: COLONNES.recues };
const NON_RECUES: Categorie = { ...categorieOf('enRetard'), nom: COLONNES.nonRecues };
const INCONNUES: Categorie = { ...categorieOf('inconnues'), nom: CATEGORIES_TEXTE.inconnues };

function partsOf(comptes: ComptesTerritoire) {
  if (!isConnu(comptes)) return [{ categorie: INCONNUES, valeur: comptes.toutes }];
  const parts = [
    { categorie: RECUES, valeur: comptes.recues },
    { categorie: NON_RECUES, valeur: comptes.nonRecues },
  ];
  return parts.filter(({ valeur }) => valeur > 0);
}

const nameOf = ({ territoire }: ComptesTerritoire) => territoire ?? COLONNES.groupees;

function pileOf(comptes: ComptesTerritoire): Pile {
  const parts = partsOf(comptes);
  return {
    etiquette: nameOf(comptes),
    note: '',
    texte: sayParts(parts),
    segments: parts.map(({ categorie, valeur }) => ({ categorie: categorie.id, valeur })),
  };
}

function titreTerritoires(territoires: readonly ComptesTerritoire[]): string {
  const connus = territoires.filter(isConnu);
  if (connus.length === 0) return TITRES_REDDITIONS.territoiresCaches;
  const most = Math.max(0, ...connus.map(({ nonRecues }) => nonRecues));
  if (most === 0) return TITRES_REDDITIONS.territoiresTout;
  const noms = connus
    .filter(({ nonRecues }) => nonRecues === most)
    .map(({ territoire }) => territoire ?? TITRES_REDDITIONS.groupees);
  return TITRES_REDDITIONS.territoires(most, noms);
}

/** Due reports received or not, by territory, all exercices together. */
export function territoiresFigures(
  territoires: readonly ComptesTerritoire[],
  sources: readonly SourceCitee[],
): Figure[] {
  if (territoires.length === 0) return [];
  const titre = titreTerritoires(territoires);
  const present = new Set(territoires.flatMap((t) => partsOf(t).map((p) => p.categorie)));
  const elements = territoires.map(pileOf);
  const say = (t: ComptesTerritoire) =>
    partsOf(t).map(({ categorie, valeur }) => `${categorie.nom}, ${formatNombre(valeur)}`);
  return [
    {
      id: 'territoires',
      titre,
      sousTitre: 'Nombre de redditions dues, par territoire, tous les exercices ensemble',
      alt: `${titre} ${territoires.map((t) => `${nameOf(t)} : ${say(t).join(' ; ')}`).join('. ')}.`,
      chart: {
        type: 'piles',
        unite: 'nombre',
        categories: [RECUES, NON_RECUES, INCONNUES].filter((c) => present.has(c)),
        elements,
      },
      table: {
        legende: 'Redditions dues et reçues par territoire, à la date des données',
        colonnes: [{ cle: 'territoire', titre: COLONNES.territoire, nature: 'texte' }, ...COMPTES],
        lignes: territoires.map((t) => [texteCell(nameOf(t)), ...countCells(t)]),
        total: null,
      },
      omissions: [
        ...(territoires.some((t) => t.territoire === null)
          ? [OMISSIONS_REDDITIONS.territoires]
          : []),
        OMISSIONS_REDDITIONS.projets,
      ],
      definition: DEFINITION,
      sources,
    },
  ];
}
