import { DEFINITIONS_RESULTATS, FIGURES, MOTS, OMISSIONS_RESULTATS } from '../texte/resultats';
import { nombreCell } from './cellules';
import type { Barre, Figure, SourceCitee } from './figure';
import {
  choixBarre,
  choixTable,
  hasRole,
  latestOf,
  newestFirst,
  type ReponseLigne,
  ROLE_OBJECTIFS,
  ROLES_PERSONNES,
} from './reponses';
import { texteCell } from './somme';

type PersonnesLigne = ReponseLigne & { total_nombre: number; nombre_redditions: number };

const isTold = (row: ReponseLigne): row is PersonnesLigne =>
  row.total_nombre !== null && row.nombre_redditions !== null;

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

const byNewest = (rows: readonly PersonnesLigne[]): PersonnesLigne[] =>
  newestFirst(rows).flatMap((exercice) => rows.filter((row) => row.exercice_id === exercice));

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
      table: {
        legende: mots.legende,
        colonnes: [
          { cle: 'exercice', titre: MOTS.exercice, nature: 'texte' },
          { cle: 'question', titre: MOTS.question, nature: 'texte' },
          { cle: 'total', titre: MOTS.total, nature: 'nombre' },
          { cle: 'nombre_redditions', titre: MOTS.redditions, nature: 'nombre' },
        ],
        lignes: byNewest(rows).map((row) => [
          texteCell(row.exercice_id),
          texteCell(row.libelle),
          nombreCell(row.total_nombre),
          nombreCell(row.nombre_redditions),
        ]),
        total: null,
      },
      omissions: [
        OMISSIONS_RESULTATS.nonCompte,
        OMISSIONS_RESULTATS.groupes,
        OMISSIONS_RESULTATS.petits,
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
      );
}

/** How many reports serve each objective of the fund, none hidden. */
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
