/** People counted by reports, cycle by cycle: of a subject, or from one to another. Hidden numbers are an `x`. */
import type { COMPTES_PERSONNES, comptesTerritoire } from '../data/queries/comptes-personnes';
import type { Ligne } from '../data/question';
import { type Choix, DIMENSIONS } from '../domain/choix';
import { formatNombre } from '../format';
import { COMPTES, DEFINITIONS_RESULTATS, MOTS, OMISSIONS_RESULTATS } from '../texte/resultats';
import { absentCell, nombreCell, pageCell } from './cellules';
import type { Barre, Cell, Colonne, Figure, SourceCitee } from './figure';
import { texteCell } from './somme';

export type ComptePersonnesLigne = Ligne<typeof comptesTerritoire>;

/** What the fund counts people by in public. */
type PorteeComptes = keyof typeof COMPTES_PERSONNES;

const barreOf = (etiquette: string, nombre: number | null): Barre => ({
  ...{ etiquette, valeur: nombre, inconnue: false },
  texte: nombre === null ? COMPTES.cache : formatNombre(nombre),
});

/** Absent where the subject has no project in the cycle. */
const compteCell = (row: ComptePersonnesLigne | undefined): Cell => {
  if (!row) return absentCell(MOTS.sansProjet);
  return row.nombre === null ? absentCell(COMPTES.cache) : nombreCell(row.nombre);
};

const cyclesIn = (rows: readonly ComptePersonnesLigne[]) => [
  ...new Set(rows.map((row) => row.cycle_id)),
];

const cycleColonne = (cycle: string): Colonne => ({
  cle: `cycle-${cycle}`,
  titre: cycle,
  nature: 'nombre',
});

/** Said where a mark stands for a number. */
const cachesOf = (rows: readonly ComptePersonnesLigne[]) =>
  rows.some((row) => row.nombre === null) ? [OMISSIONS_RESULTATS.caches] : [];

/** What the choices cannot change. */
const immuableOf = (choix: Choix, sujet: PorteeComptes) =>
  DIMENSIONS.some((d) => d !== 'cycle' && d !== sujet && choix[d] !== null)
    ? [OMISSIONS_RESULTATS.immuable]
    : [];

const titreSujet = (rows: readonly ComptePersonnesLigne[]): string => {
  const [first] = rows;
  const row = rows.find((r) => r.cycle_id === first?.cycle_id && r.role === 'personnes') ?? first;
  if (!row) return '';
  return row.nombre === null
    ? COMPTES.titreCache(row.cycle_id, row.libelle)
    : COMPTES.titre(row.cycle_id, row.libelle, row.nombre);
};

/** People counted by the reports of a subject, question by question; nothing without reports, nor at a day gone by. */
export function comptesSujetFigures(
  rows: readonly ComptePersonnesLigne[],
  sujet: PorteeComptes,
  choix: Choix,
  sources: readonly SourceCitee[],
): Figure[] {
  const [first] = rows;
  if (!first || choix.au !== null) return [];
  const cycles = cyclesIn(rows);
  const questions = new Map(rows.map((row) => [row.question_id, row.libelle]));
  const at = (question: string, cycle: string) =>
    rows.find((row) => row.question_id === question && row.cycle_id === cycle);
  const elements = rows
    .filter((row) => row.cycle_id === first.cycle_id && row.role !== 'participations')
    .map((row) => barreOf(row.libelle, row.nombre));
  const titre = titreSujet(rows);
  return [
    {
      id: 'personnes-comptees',
      titre,
      sousTitre: COMPTES.sousTitre(first.cycle_id),
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: { type: 'barres', unite: 'nombre', elements },
      table: {
        legende: COMPTES.legende,
        colonnes: [
          { cle: 'question', titre: MOTS.question, nature: 'texte' },
          ...cycles.map(cycleColonne),
        ],
        lignes: [...questions].map(([question, libelle]) => [
          texteCell(libelle),
          ...cycles.map((cycle) => compteCell(at(question, cycle))),
        ]),
        total: null,
      },
      omissions: [
        ...cachesOf(rows),
        OMISSIONS_RESULTATS.nonCompte,
        sujet === 'organisme' ? OMISSIONS_RESULTATS.groupesTus : OMISSIONS_RESULTATS.groupes,
        ...immuableOf(choix, sujet),
      ],
      definition: DEFINITIONS_RESULTATS.personnes,
      sources,
      questions: [`comptes-personnes-${sujet}`],
      seule: false,
    },
  ];
}

const PAGES = {
  territoire: 'territoires',
  priorite: 'priorites',
  organisme: 'organismes',
} as const;

/** The most people first: a lone one has nobody to lead. */
function titrePar([first, ...others]: readonly ComptePersonnesLigne[]): string {
  if (!first || first.nombre === null || others.length === 0)
    return titreSujet(first ? [first] : []);
  const caches = others.some((row) => row.nombre === null);
  return COMPTES.titrePar(first.cycle_id, first.sujet, first.nombre, caches);
}

/** People counted from one subject to another, for the question that counts people; as above, nothing at times. */
export function comptesParFigures(
  all: readonly ComptePersonnesLigne[],
  sujet: Exclude<PorteeComptes, 'organisme'>,
  ensemble: readonly ComptePersonnesLigne[],
  choix: Choix,
  sources: readonly SourceCitee[],
): Figure[] {
  const rows = all.filter((row) => row.role === 'personnes');
  const [first] = rows;
  if (!first || choix.au !== null) return [];
  const cycles = cyclesIn(rows);
  const latest = rows.filter((row) => row.cycle_id === first.cycle_id);
  const sujets = new Map(rows.map((row) => [row.sujet_id, row.sujet]));
  const wholeAt = (cycle: string) =>
    ensemble.find((row) => row.cycle_id === cycle && row.question_id === first.question_id);
  const elements = latest.map((row) => barreOf(row.sujet, row.nombre));
  const titre = titrePar(latest);
  const mots = COMPTES[sujet];
  return [
    {
      id: mots.id,
      titre,
      sousTitre: COMPTES.sousTitrePar(first.libelle, first.cycle_id),
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: { type: 'barres', unite: 'nombre', elements },
      table: {
        legende: mots.legende,
        colonnes: [
          { cle: sujet, titre: mots.colonne, nature: 'texte' },
          ...cycles.map(cycleColonne),
        ],
        lignes: [...sujets].map(([id, nom]) => [
          pageCell(nom, PAGES[sujet], id),
          ...cycles.map((cycle) =>
            compteCell(rows.find((row) => row.sujet_id === id && row.cycle_id === cycle)),
          ),
        ]),
        total: [texteCell(COMPTES.ensemble), ...cycles.map((cycle) => compteCell(wholeAt(cycle)))],
      },
      omissions: [
        ...cachesOf(rows),
        OMISSIONS_RESULTATS.nonCompte,
        ...mots.omissions,
        ...immuableOf(choix, sujet),
      ],
      definition: `${DEFINITIONS_RESULTATS.personnes} ${first.libelle} : ${first.definition}`,
      sources,
      questions: [`comptes-personnes-${sujet}`, 'comptes-personnes-cycle'],
    },
  ];
}
