/** What all figures of an overview share: the answers of the product to one set of choices. */
import type { accordeByExercice } from '../data/queries/accorde-by-exercice';
import type { accordeByPriorite } from '../data/queries/accorde-by-priorite';
import type { annoncesResume } from '../data/queries/annonces-resume';
import type { constatsPublies } from '../data/queries/constats-publies';
import type { correctionsPubliees } from '../data/queries/corrections-publiees';
import type { contexte } from '../data/queries/contexte';
import type { depenseByExercice } from '../data/queries/depense-by-exercice';
import type { enveloppeByTerritoire } from '../data/queries/enveloppe-by-territoire';
import type { fondsFiche } from '../data/queries/fonds-fiche';
import type { octroisByDate } from '../data/queries/octrois-by-date';
import type { options } from '../data/queries/options';
import type { projetsPublies } from '../data/queries/projets-publies';
import type { sourcesCitees } from '../data/queries/sources-citees';
import type { verseByExercice } from '../data/queries/verse-by-exercice';
import type { Ligne } from '../data/question';
import type { Choix, Dimension } from '../domain/choix';
import { formatMontant } from '../format';
import { DEFINITIONS, OMISSIONS } from '../texte/figures';
import type { CycleLigne } from './cycles';
import type { SourceCitee } from './figure';
import { addDollars } from './somme';

export type FondsLigne = Ligne<typeof fondsFiche>;
export type OptionLigne = Ligne<typeof options>;
export type TerritoireLigne = Ligne<typeof enveloppeByTerritoire>;
export type PrioriteLigne = Ligne<typeof accordeByPriorite>;
export type ExerciceLigne = Ligne<typeof accordeByExercice>;
export type VerseLigne = Ligne<typeof verseByExercice>;
export type DepenseLigne = Ligne<typeof depenseByExercice>;
export type DateLigne = Ligne<typeof octroisByDate>;
export type ProjetLigne = Ligne<typeof projetsPublies>;
export type AnnonceLigne = Ligne<typeof annoncesResume>;
export type ConstatLigne = Ligne<typeof constatsPublies>;
export type CorrectionLigne = Ligne<typeof correctionsPubliees>;
export type ContexteLigne = Ligne<typeof contexte>;
export type SourceLigne = Ligne<typeof sourcesCitees>;

export interface Scene {
  readonly choix: Choix;
  readonly fonds: FondsLigne;
  readonly options: readonly OptionLigne[];
  readonly cycles: readonly CycleLigne[];
  readonly territoires: readonly TerritoireLigne[];
  readonly priorites: readonly PrioriteLigne[];
  readonly exercices: readonly ExerciceLigne[];
  readonly dates: readonly DateLigne[];
  readonly verses: readonly VerseLigne[];
  /** Whatever is chosen but the cycle. */
  readonly depenses: readonly DepenseLigne[];
  readonly projets: readonly ProjetLigne[];
  readonly annonces: readonly AnnonceLigne[];
  readonly contexte: readonly ContexteLigne[];
  readonly sources: readonly SourceLigne[];
  readonly constats: readonly ConstatLigne[];
  readonly corrections: readonly CorrectionLigne[];
}

export const nomOf = (scene: Scene, dimension: Dimension): string | null => {
  const id = scene.choix[dimension];
  return scene.options.find((o) => o.dimension === dimension && o.id === id)?.nom ?? id;
};

/** Choices that money can be too coarse for. */
export const finChoices = (scene: Scene): string[] =>
  [nomOf(scene, 'territoire'), nomOf(scene, 'priorite'), nomOf(scene, 'organisme')].filter(
    (nom): nom is string => nom !== null,
  );

/** Whether the sums shown are those of the whole fund over whole cycles, as its envelopes are. */
export const isWhole = ({ choix }: Scene): boolean =>
  choix.territoire === null &&
  choix.priorite === null &&
  choix.exercice === null &&
  choix.organisme === null;

/** A gap of rounding that the choices cannot place: told in the table and the notes, not drawn. */
export const isStrayRounding = (row: { portee: string | null; arrondi_seul: boolean | null }) =>
  row.portee === 'inconnue' && row.arrondi_seul === true;

/** `recu/lot/registre.xlsx!Octrois!D4 ; …` as it is read: `registre.xlsx Octrois D4`, one entry a cell. */
export const sayCells = (provenance: string): string[] =>
  provenance.split(' ; ').map((cell) => (cell.split('/').pop() ?? cell).replaceAll('!', ' '));

/** More cells than this are told by ranges. */
const CELLULES_MAX = 12;

interface Run {
  readonly place: string;
  readonly first: number;
  last: number;
}

/** Cells of one column that follow each other as one range: `registre.xlsx Octrois D4:D9`. */
function tellRanges(cellules: readonly string[]): string[] {
  const parsed = [...new Set(cellules)]
    .map((text) => /^(.*?)(\d+)$/.exec(text) ?? [text, text, ''])
    .map(([, place = '', ligne = '']) => ({ place, ligne: Number(ligne) }))
    .sort((a, b) => (a.place === b.place ? a.ligne - b.ligne : a.place < b.place ? -1 : 1));
  const runs: Run[] = [];
  for (const { place, ligne } of parsed) {
    const run = runs[runs.length - 1];
    if (run?.place === place && ligne === run.last + 1) run.last = ligne;
    else runs.push({ place, first: ligne, last: ligne });
  }
  return runs.map(({ place, first, last }) => {
    const column = place.split(' ').pop() ?? '';
    return first === last ? `${place}${first}` : `${place}${first}:${column}${last}`;
  });
}

export function sourcesOf(scene: Pick<Scene, 'sources'>, ...objets: string[]): SourceCitee[] {
  const byId = new Map<string, SourceCitee & { cellules: string[] }>();
  for (const s of scene.sources.filter((row) => objets.includes(row.objet))) {
    const known = byId.get(s.source_id);
    if (known) known.cellules.push(...sayCells(s.provenance));
    else
      byId.set(s.source_id, {
        titre: s.titre,
        editeur: s.editeur,
        url: s.url,
        date: s.date_source,
        cellules: sayCells(s.provenance),
      });
  }
  return [...byId.values()].map((source) =>
    source.cellules.length > CELLULES_MAX
      ? { ...source, cellules: tellRanges(source.cellules) }
      : source,
  );
}

/** One sentence for money coarser than the choices; a gap of rounding is told apart. */
export function inconnueOmissions(
  scene: Scene,
  rows: readonly { portee: string | null; montant: number | null; arrondi_seul: boolean | null }[],
): string[] {
  const coarse = rows.filter((r) => r.portee === 'inconnue' && r.montant !== null);
  const total = (arrondi: boolean) =>
    addDollars(
      coarse.filter((r) => (r.arrondi_seul === true) === arrondi).map((r) => r.montant ?? 0),
    );
  const [money, rounding] = [total(false), total(true)];
  return [
    ...(money === 0 ? [] : [OMISSIONS.inconnue(formatMontant(money), finChoices(scene))]),
    ...(rounding === 0 ? [] : [OMISSIONS.arrondi(formatMontant(rounding))]),
  ];
}

export const couvertureOmissions = (scene: Pick<Scene, 'cycles'>): string[] =>
  scene.cycles
    .filter((c) => c.couverture === 'partielle')
    .map((c) => OMISSIONS.couverture(c.nom, c.couverture_note));

export const definitionOf = (...keys: (keyof typeof DEFINITIONS)[]): string =>
  [...keys, 'precision' as const].map((key) => DEFINITIONS[key]).join(' ');
