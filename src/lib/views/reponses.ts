/** Answers to the questions of the form, in totals of the fund: one figure a question without its own. */
import type { reponsesPubliques } from '../data/queries/reponses-publiques';
import type { Ligne } from '../data/question';
import { formatMontant, formatNombre } from '../format';
import { DEFINITIONS_RESULTATS, FIGURES, MOTS, OMISSIONS_RESULTATS } from '../texte/resultats';
import { absentCell, montantCell, nombreCell } from './cellules';
import type { Barre, Cell, Chart, Colonne, Figure, SourceCitee, Table } from './figure';
import { texteCell } from './somme';

export type ReponseLigne = Ligne<typeof reponsesPubliques>;

/** People reached: one figure for all. */
export const ROLES_PERSONNES = ['participations', 'personnes', 'personnes-pauvrete', 'groupe'];
export const ROLE_OBJECTIFS = 'objectifs';
const ROLES_MONTRES = [...ROLES_PERSONNES, ROLE_OBJECTIFS];

export const hasRole = (roles: readonly string[]) => (row: ReponseLigne) =>
  row.role !== null && roles.includes(row.role);

/** Exercices of some rows, in order. */
export const exercicesIn = (rows: readonly { exercice_id: string }[]): string[] => [
  ...new Set(rows.map((row) => row.exercice_id)),
];

export const latestOf = <T extends { exercice_id: string }>(rows: readonly T[]): T[] => {
  const latest = exercicesIn(rows).toSorted().at(-1);
  return rows.filter((row) => row.exercice_id === latest);
};

/** How many reports or projects; a number that is not told is never zero. */
export const countCell = (n: number | null): Cell =>
  n === null ? absentCell(MOTS.nonPublie) : nombreCell(n);

export const choixBarre = (row: ReponseLigne): Barre => ({
  etiquette: row.choix ?? '',
  valeur: row.nombre_redditions,
  texte: row.nombre_redditions === null ? MOTS.nonPublie : formatNombre(row.nombre_redditions),
  inconnue: false,
});

export const newestFirst = (rows: readonly { exercice_id: string }[]): string[] =>
  exercicesIn(rows).toSorted().reverse();

export const exerciceColonne = (exercice: string): Colonne => ({
  cle: `exercice-${exercice}`,
  titre: exercice,
  nature: 'nombre',
});

/** Reports by choice, one column an exercice, the latest first. */
export function choixTable(rows: readonly ReponseLigne[], titre: string, legende: string): Table {
  const exercices = newestFirst(rows);
  const choix = [...new Map(rows.map((row) => [row.choix_id, row.choix ?? '']))];
  const cellAt = (id: string | null, exercice: string): Cell => {
    const row = rows.find((r) => r.choix_id === id && r.exercice_id === exercice);
    return row ? countCell(row.nombre_redditions) : absentCell(MOTS.nonPublie);
  };
  return {
    legende,
    colonnes: [{ cle: 'choix', titre, nature: 'texte' }, ...exercices.map(exerciceColonne)],
    lignes: choix.map(([id, nom]) => [
      texteCell(nom),
      ...exercices.map((exercice) => cellAt(id, exercice)),
    ]),
    total: null,
  };
}

/** Said where a total does not tell how many reports or projects it comes from. */
export const reserveOf = (nombres: readonly (number | null)[]): string[] =>
  nombres.includes(null) ? [OMISSIONS_RESULTATS.reserve] : [];

const isMontant = (row: ReponseLigne) => row.type_reponse === 'montant';

const totalCell = (row: ReponseLigne): Cell => {
  const total = isMontant(row) ? row.total_montant : row.total_nombre;
  if (total === null) return absentCell(MOTS.nonPublie);
  return isMontant(row) ? montantCell(total) : nombreCell(total);
};

const texteOf = (row: ReponseLigne): string =>
  isMontant(row) ? formatMontant(row.total_montant ?? 0) : formatNombre(row.total_nombre ?? 0);

const EXERCICE: Colonne = { cle: 'exercice', titre: MOTS.exercice, nature: 'texte' };
const REDDITIONS: Colonne = { cle: 'nombre_redditions', titre: MOTS.redditions, nature: 'nombre' };

/** What differs from one kind of answer to another. */
type Parts = Pick<Figure, 'titre' | 'omissions'> & {
  readonly chart: Extract<Chart, { type: 'barres' | 'colonnes' }>;
  readonly table: Table;
};

/** A number or an amount: one column an exercice. */
function nombreParts(rows: readonly ReponseLigne[]): Parts {
  const [last] = latestOf(rows);
  const unite = last && isMontant(last) ? 'montant' : 'nombre';
  const elements = rows.map((row) => ({
    etiquette: row.exercice_id,
    valeur: isMontant(row) ? row.total_montant : row.total_nombre,
    texte: texteOf(row),
    inconnue: false,
  }));
  const { reponse } = FIGURES;
  return {
    titre: last
      ? reponse.nombre(last.libelle, texteOf(last), last.exercice_id, last.nombre_redditions)
      : '',
    chart: { type: 'colonnes', unite, panneaux: [{ titre: '', elements }] },
    table: {
      legende: last?.libelle ?? '',
      colonnes: [EXERCICE, { cle: 'total', titre: MOTS.total, nature: unite }, REDDITIONS],
      lignes: rows.map((row) => [
        texteCell(row.exercice_id),
        totalCell(row),
        countCell(row.nombre_redditions),
      ]),
      total: null,
    },
    omissions: [OMISSIONS_RESULTATS.petits, ...reserveOf(rows.map((r) => r.nombre_redditions))],
  };
}

/** A choice among several: one bar a choice, for the latest exercice; the table has them all. */
function choixParts(rows: readonly ReponseLigne[]): Parts {
  const latest = latestOf(rows);
  const told = latest.filter((row) => row.nombre_redditions !== null);
  const most = Math.max(0, ...told.map((row) => row.nombre_redditions ?? 0));
  const top = told.find((row) => row.nombre_redditions === most);
  const { libelle = '', exercice_id = '', type_reponse } = latest[0] ?? {};
  const { reponse } = FIGURES;
  return {
    titre:
      top && most > 0
        ? reponse.choix(libelle, top.choix ?? '', exercice_id, most, told.length < latest.length)
        : reponse.rien(libelle, exercice_id),
    chart: { type: 'barres', unite: 'nombre', elements: latest.map(choixBarre) },
    table: choixTable(rows, MOTS.reponse, MOTS.legendeChoix(libelle)),
    omissions: [
      ...(type_reponse === 'cases'
        ? [OMISSIONS_RESULTATS.plusieursChoix, OMISSIONS_RESULTATS.choixCaches]
        : [OMISSIONS_RESULTATS.exerciceCache]),
    ],
  };
}

const anchorOf = (question: string) => `reponse-${question.replace(/[^a-z0-9]+/gi, '-')}`;

const barsOf = (chart: Parts['chart']) =>
  chart.type === 'barres' ? chart.elements : chart.panneaux.flatMap(({ elements }) => elements);

function questionFigure(rows: readonly ReponseLigne[], sources: readonly SourceCitee[]): Figure[] {
  const [first] = rows;
  if (!first) return [];
  const parts = first.choix_id === null ? nombreParts(rows) : choixParts(rows);
  const counted = first.type_reponse === 'compte';
  const said = barsOf(parts.chart).map(({ etiquette, texte }) => `${etiquette} : ${texte}`);
  const exercice = first.choix_id === null ? null : (latestOf(rows)[0]?.exercice_id ?? null);
  const sousTitre = FIGURES.reponse.sousTitre(first.code, first.section, exercice);
  return [
    {
      id: anchorOf(first.question_id),
      titre: parts.titre,
      sousTitre: counted ? `${sousTitre}. ${FIGURES.personnes.mention}` : sousTitre,
      alt: `${parts.titre} ${said.join(' ; ')}.`,
      chart: parts.chart,
      table: parts.table,
      omissions: [...(counted ? [OMISSIONS_RESULTATS.nonCompte] : []), ...parts.omissions],
      definition: counted
        ? `${first.definition} ${DEFINITIONS_RESULTATS.personnes}`
        : first.definition,
      sources,
    },
  ];
}

/** A figure for each public question that no other figure shows: what the form adds shows by itself. */
export function autresFigures(
  rows: readonly ReponseLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  const others = rows.filter((row) => !hasRole(ROLES_MONTRES)(row));
  return [...new Set(others.map((row) => row.question_id))].flatMap((id) =>
    questionFigure(
      others.filter((row) => row.question_id === id),
      sources,
    ),
  );
}
