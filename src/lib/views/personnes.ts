import { DEFINITIONS_RESULTATS, FIGURES, MOTS, OMISSIONS_RESULTATS } from '../texte/resultats';
import { absentCell, nombreCell } from './cellules';
import type { Barre, Cell, Figure, SourceCitee, Table } from './figure';
import {
  choixBarre,
  choixTable,
  countCell,
  exerciceColonne,
  hasRole,
  latestOf,
  newestFirst,
  type ReponseLigne,
  reserveOf,
  ROLE_OBJECTIFS,
  ROLES_PERSONNES,
} from './reponses';
import { texteCell } from './somme';

type PersonnesLigne = ReponseLigne & { total_nombre: number };

const isTold = (row: ReponseLigne): row is PersonnesLigne => row.total_nombre !== null;

const barreOf = (row: PersonnesLigne): Barre => ({
  etiquette: row.libelle,
  valeur: row.total_nombre,
  texte: FIGURES.personnes.texte(row.total_nombre, row.nombre_redditions),
  inconnue: false,
});

/** Definitions that the form gives, those that say more than the label. */
const definitionsOf = (rows: readonly ReponseLigne[]): string[] => [
  ...new Set(
    rows.filter((r) => r.definition !== r.libelle).map((r) => `${r.libelle} : ${r.definition}`),
  ),
];

/** Totals, then how many reports count, question by question; the latest exercice first. */
function personnesTable(rows: readonly PersonnesLigne[]): Table {
  const exercices = newestFirst(rows);
  const lineOf = (libelle: string, mesure: string, cellOf: (row: PersonnesLigne) => Cell) => [
    texteCell(libelle),
    texteCell(mesure),
    ...exercices.map((exercice) => {
      const row = rows.find((r) => r.libelle === libelle && r.exercice_id === exercice);
      return row ? cellOf(row) : absentCell(MOTS.nonPublie);
    }),
  ];
  return {
    legende: FIGURES.personnes.legende,
    colonnes: [
      { cle: 'question', titre: MOTS.question, nature: 'texte' },
      { cle: 'mesure', titre: MOTS.mesure, nature: 'texte' },
      ...exercices.map(exerciceColonne),
    ],
    lignes: [...new Set(rows.map(({ libelle }) => libelle))].flatMap((libelle) => [
      lineOf(libelle, MOTS.total, (row) => nombreCell(row.total_nombre)),
      lineOf(libelle, MOTS.redditions, (row) => countCell(row.nombre_redditions)),
    ]),
    total: null,
  };
}

const titrePersonnes = (row: PersonnesLigne): string =>
  row.role === 'participations'
    ? FIGURES.personnes.participations(row.exercice_id, row.total_nombre, row.nombre_redditions)
    : FIGURES.personnes.titre(
        row.exercice_id,
        row.libelle,
        row.total_nombre,
        row.nombre_redditions,
      );

/** People reached, question by question: participations, never unique people. */
export function personnesFigures(
  all: readonly ReponseLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  const rows = all.filter(hasRole(ROLES_PERSONNES)).filter(isTold);
  const latest = latestOf(rows);
  const [first] = latest;
  if (!first) return [];
  const mots = FIGURES.personnes;
  const titre = titrePersonnes(first);
  const elements = latest.map(barreOf);
  return [
    {
      id: 'personnes',
      titre,
      sousTitre: mots.sousTitre(first.exercice_id),
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: { type: 'barres', unite: 'nombre', elements },
      table: personnesTable(rows),
      omissions: [
        OMISSIONS_RESULTATS.nonCompte,
        OMISSIONS_RESULTATS.groupes,
        OMISSIONS_RESULTATS.petits,
        ...reserveOf(rows.map((r) => r.nombre_redditions)),
      ],
      definition: [DEFINITIONS_RESULTATS.personnes, ...definitionsOf(rows)].join(' '),
      sources,
    },
  ];
}

function titreObjectifs(latest: readonly ReponseLigne[]): string {
  const exercice = latest[0]?.exercice_id ?? '';
  const most = Math.max(0, ...latest.map((row) => row.nombre_redditions ?? 0));
  const tops = latest.filter((row) => row.nombre_redditions === most);
  return most === 0
    ? FIGURES.objectifs.rien(exercice)
    : FIGURES.objectifs.titre(
        exercice,
        tops.map((row) => row.choix ?? ''),
        most,
        latest.some((row) => row.nombre_redditions === null),
      );
}

/** How many reports serve each objective of the fund. */
export function objectifsFigures(
  all: readonly ReponseLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  const rows = all.filter(hasRole([ROLE_OBJECTIFS]));
  if (rows.length === 0) return [];
  const latest = latestOf(rows);
  const titre = titreObjectifs(latest);
  const elements = latest.map(choixBarre);
  return [
    {
      id: 'objectifs',
      titre,
      sousTitre: FIGURES.objectifs.sousTitre(latest[0]?.exercice_id ?? ''),
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: { type: 'barres', unite: 'nombre', elements },
      table: choixTable(rows, MOTS.objectif, FIGURES.objectifs.legende),
      omissions: [OMISSIONS_RESULTATS.plusieurs, OMISSIONS_RESULTATS.choixCaches],
      definition: DEFINITIONS_RESULTATS.objectifs,
      sources,
    },
  ];
}
