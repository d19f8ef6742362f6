/** Applications counted by call, territory or priority. */
import type { demandesComptees } from '../data/queries/demandes-comptees';
import type { Ligne } from '../data/question';
import { joinListe } from '../format';
import {
  APPELS,
  CATEGORIES_DEMANDES,
  DEFINITION_DEMANDES,
  DEMANDES,
  OMISSIONS_DEMANDES,
} from '../texte/appels';
import { absentCell, montantCell, nombreCell } from './cellules';
import type { Categorie, Cell, Colonne, Figure, Pile } from './figure';
import { sayParts } from './reddition-etats';
import type { Scene } from './scene';
import { sourcesOfRows } from './sources-lues';
import { texteCell } from './somme';

export type CompteLigne = Ligne<typeof demandesComptees>;
export type Sujet = 'appel' | 'territoire' | 'priorite';

export const nomsOf = ({ noms }: CompteLigne): string[] => noms?.split('\n') ?? [];
export const idsOf = ({ ids }: CompteLigne): string[] => ids.split('+');

type CategorieId = keyof typeof CATEGORIES_DEMANDES;
const STYLES: Readonly<Record<CategorieId, Pick<Categorie, 'signe' | 'trame'>>> = {
  accordees: { signe: '●', trame: 'pleine' },
  nonAccordees: { signe: '○', trame: 'vide' },
  enAttente: { signe: '◐', trame: 'claire' },
};
const categorieOf = (id: CategorieId): Categorie => ({
  id,
  nom: CATEGORIES_DEMANDES[id],
  ...STYLES[id],
});

/** All of those not granted wait, or none does: a smaller count would be told by no row. */
const isWaiting = ({ nombre_en_attente, nombre_non_accordees }: CompteLigne) =>
  (nombre_en_attente ?? 0) > 0 && nombre_en_attente === nombre_non_accordees;

function partsOf(row: CompteLigne): { categorie: Categorie; valeur: number }[] {
  const other = isWaiting(row) ? 'enAttente' : 'nonAccordees';
  return [
    { categorie: categorieOf('accordees'), valeur: row.nombre_accordees },
    { categorie: categorieOf(other), valeur: row.nombre_non_accordees },
  ].filter(({ valeur }) => valeur > 0);
}

const several = (rows: readonly CompteLigne[]) => new Set(rows.map((r) => r.cycle_id)).size > 1;

/** Name of a row; its cycle goes with it where several are shown. */
export function nameOf(row: CompteLigne, rows: readonly CompteLigne[]): string {
  const nom = joinListe(nomsOf(row));
  return several(rows) && row.portee !== 'appel' ? DEMANDES.avecCycle(nom, row.cycle_id) : nom;
}

function pileOf(row: CompteLigne, rows: readonly CompteLigne[]): Pile {
  const parts = partsOf(row);
  return {
    etiquette: nameOf(row, rows),
    note: DEMANDES.note(row.nombre_demandes),
    texte: sayParts(parts),
    segments: parts.map(({ categorie, valeur }) => ({ categorie: categorie.id, valeur })),
  };
}

const countCell = (n: number | null): Cell =>
  n === null ? absentCell(DEMANDES.nonDetaille) : nombreCell(n);

const cellsOf = (row: CompteLigne): Cell[] => [
  nombreCell(row.nombre_demandes),
  nombreCell(row.nombre_accordees),
  nombreCell(row.nombre_non_accordees),
  countCell(row.nombre_refusees),
  countCell(row.nombre_retirees),
  countCell(row.nombre_en_attente),
  ...montantCells(row),
];

export const montantCells = ({ montant_demande, montant_accorde }: CompteLigne): Cell[] => [
  montantCell(montant_demande),
  montant_accorde === null ? absentCell(DEMANDES.nonPublie) : montantCell(montant_accorde),
];

const mots = DEMANDES.colonnes;
export const MONTANTS: readonly Colonne[] = [
  { cle: 'montant_demande', titre: mots.demande, nature: 'montant' },
  { cle: 'montant_accorde', titre: mots.accorde, nature: 'montant' },
];
const COLONNES: readonly Colonne[] = [
  { cle: 'nombre_demandes', titre: mots.nombre, nature: 'nombre' },
  { cle: 'nombre_accordees', titre: mots.accordees, nature: 'nombre' },
  { cle: 'nombre_non_accordees', titre: mots.nonAccordees, nature: 'nombre' },
  { cle: 'nombre_refusees', titre: mots.refusees, nature: 'nombre' },
  { cle: 'nombre_retirees', titre: mots.retirees, nature: 'nombre' },
  { cle: 'nombre_en_attente', titre: mots.enAttente, nature: 'nombre' },
  ...MONTANTS,
];

/** Rows of the figure, then the whole of each cycle, which they add up to. */
function linesOf(rows: readonly CompteLigne[], all: readonly CompteLigne[]): Cell[][] {
  const cycles = [...new Set(rows.map((r) => r.cycle_id))];
  const wholes = all.filter((r) => r.portee === 'cycle' && cycles.includes(r.cycle_id));
  return [
    ...rows.map((row) => [
      texteCell(joinListe(nomsOf(row))),
      texteCell(row.cycle_id),
      ...cellsOf(row),
    ]),
    ...wholes.map((row) => [
      texteCell(DEMANDES.total(row.cycle_id)),
      texteCell(row.cycle_id),
      ...cellsOf(row),
    ]),
  ];
}

/** A territory or a priority that is chosen keeps the rows that hold it, alone or with others. */
function chosenRows({ choix }: Scene, all: readonly CompteLigne[], sujet: Sujet): CompteLigne[] {
  const id = sujet === 'appel' ? null : choix[sujet];
  return all.filter((r) => r.portee === sujet && (id === null || idsOf(r).includes(id)));
}

const DIMENSIONS = ['territoire', 'priorite', 'exercice', 'organisme'] as const;

/** What of the choices the counts of a subject do not follow. */
function choixOmissions({ choix }: Scene, sujet: Sujet): string[] {
  const others = DIMENSIONS.filter((d) => d !== sujet && choix[d] !== null);
  if (others.length === 0) return [];
  return [sujet === 'appel' ? OMISSIONS_DEMANDES.parAppel : OMISSIONS_DEMANDES.parSujet];
}

export function comptesOmissions(
  scene: Scene,
  all: readonly CompteLigne[],
  rows: readonly CompteLigne[],
  sujet: Sujet,
): string[] {
  const counted = new Set(all.filter((r) => r.portee === sujet).map((r) => r.cycle_id));
  const without = scene.cycles.map((c) => c.cycle_id).filter((id) => !counted.has(id));
  return [
    ...(rows.some((row) => nomsOf(row).length > 1) ? [OMISSIONS_DEMANDES.ensemble] : []),
    ...(without.length > 0 && scene.choix.au === null
      ? [OMISSIONS_DEMANDES.sansCompte(without)]
      : []),
    ...(scene.choix.au === null ? [] : [OMISSIONS_DEMANDES.pasEncore]),
    ...(scene.choix.au !== null && sujet === 'priorite' && rows.length > 0
      ? [OMISSIONS_DEMANDES.accordePriorite]
      : []),
    ...choixOmissions(scene, sujet),
  ];
}

function titreOf(rows: readonly CompteLigne[], sujet: Sujet): string {
  if (sujet === 'appel') {
    const last = rows.findLast((r) => r.cycle_id === rows[0]?.cycle_id);
    return last
      ? DEMANDES.titres.appel(nameOf(last, rows), last.nombre_accordees, last.nombre_demandes)
      : DEMANDES.titres.rien;
  }
  const alone = rows.filter((row) => nomsOf(row).length === 1);
  const [top] = (alone.length > 0 ? alone : [...rows]).toSorted(
    (a, b) => b.nombre_demandes - a.nombre_demandes,
  );
  return top
    ? DEMANDES.titres[sujet](nameOf(top, rows), top.nombre_demandes, top.nombre_accordees)
    : DEMANDES.titres.rien;
}

/** Applications counted, granted or not; nothing for a fund that counts none that way. */
export function demandesFigures(
  scene: Scene,
  all: readonly CompteLigne[],
  sujet: Sujet,
  counts: boolean,
): Figure[] {
  if (!counts) return [];
  const rows = chosenRows(scene, all, sujet);
  const titre = titreOf(rows, sujet);
  const elements = rows.map((row) => pileOf(row, rows));
  const ids = new Set(rows.flatMap((row) => partsOf(row).map(({ categorie }) => categorie.id)));
  return [
    {
      id: `demandes-par-${sujet}`,
      titre,
      sousTitre: DEMANDES.sousTitre,
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.note}, ${e.texte}`).join(' ; ')}.`,
      chart: {
        type: 'piles',
        unite: 'nombre',
        categories: (['accordees', 'nonAccordees', 'enAttente'] as const)
          .filter((id) => ids.has(id))
          .map(categorieOf),
        elements,
      },
      table: {
        legende: DEMANDES.legendes[sujet],
        colonnes: [
          { cle: sujet, titre: mots[sujet], nature: 'texte' },
          { cle: 'cycle', titre: mots.cycle, nature: 'texte' },
          ...COLONNES,
        ],
        lignes: linesOf(rows, all),
        total: null,
      },
      omissions: comptesOmissions(scene, all, rows, sujet),
      definition: DEFINITION_DEMANDES,
      sources: sourcesOfRows(rows),
    },
  ];
}

/** One sentence for each cycle whose applications are counted. */
export const cyclePhrases = (all: readonly CompteLigne[]): string[] =>
  all
    .filter((r) => r.portee === 'cycle')
    .map((row) => {
      const rest: [number | null, (n: number) => string][] = [
        [row.nombre_refusees, APPELS.refusees],
        [row.nombre_retirees, APPELS.retirees],
        [row.nombre_en_attente, APPELS.enAttente],
      ];
      const told = rest.flatMap(([n, say]) => (n === null || n === 0 ? [] : [say(n)]));
      const parts = told.length > 0 ? told : [APPELS.nonAccordees(row.nombre_non_accordees)];
      return APPELS.cycle(row.cycle_id, row.date_effet, row.nombre_demandes, [
        APPELS.accordees(row.nombre_accordees),
        ...parts,
      ]);
    });
