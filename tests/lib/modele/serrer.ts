/** Which sums are held to few values: least and most of each, by the solver, with what was seen on the way. */
import { groupBy } from '../../../pipelines/lib/group';
import { isWhole, openGroup, type Ouvert, type Reponse } from './solveur';
import {
  around,
  type Cible,
  type Morceau,
  split,
  type Systeme,
  type Termes,
  tighten,
} from './systeme';

/** Published sums that contradict each other. */
export const CONTRADICTION = 'sommes publiées';

export interface Percee {
  readonly nom: string;
  readonly min: number;
  readonly max: number;
}

/** What makes a sum a find. */
export interface Regle {
  /** True where values from min to max, and no other, tell too much, of a sum that bears a mark or not. */
  readonly dit: (min: number, max: number, marquee?: boolean) => boolean;
  /** True where values seen from min to max, and maybe others, can no longer tell too much. */
  readonly sauf: (min: number, max: number) => boolean;
}

/** Fewer than four values are left to a count, one of which is small, in either direction; or a mark is for nothing. */
export const PETITS: Regle = {
  dit: (min, max, marquee = false) =>
    max - min < 3 && ((max >= 1 && min <= 4) || (min <= -1 && max >= -4) || (marquee && max === 0)),
  sauf: (min, max) => max - min >= 3,
};

/** Nothing is left but zero: what would have come did not. */
export const NULS: Regle = { dit: (_, max) => max <= 0, sauf: (_, max) => max > 0 };

/** The bounds themselves are asked for. */
export const BORNES: Regle = { dit: () => true, sauf: () => false };

export interface Serre {
  readonly percees: readonly Percee[];
  /** Hypotheses that published sums contradict, and published sums that contradict each other. */
  readonly contredites: readonly string[];
  /** Sums that took too long to be sure of. */
  readonly indecises: readonly string[];
  readonly essayees: number;
}

const EPS = 1e-5;
/** How far from the middle whole numbers are looked for. */
const MARGES = [4, 20, 1e6] as const;
/** Half of the marks by which unknowns are moved, and with how many others, one time after the other. */
const DEPLACEMENTS = [
  [1, 6],
  [0, 0],
  [0, 1],
  [1, 8],
  [0, 2],
  [0, 3],
] as const;
const SENS = [1, -1] as const;
const valueOf = (termes: Termes, solution: ArrayLike<number>) =>
  [...termes].reduce((a, [i, facteur]) => a + facteur * Math.round(solution[i]!), 0);

/** What is known of a sum: values seen in whole numbers, and bounds that none can pass. */
interface Suivi extends Cible {
  min: number;
  max: number;
  /** Least by the simplex, or by whole numbers. */
  plancher: number;
  plafond: number;
}

/** All that is known of one group. */
interface Enquete {
  readonly ouvert: Ouvert;
  readonly regle: Regle;
  readonly plafonds: readonly number[];
  readonly marques: readonly string[];
  readonly suivis: readonly Suivi[];
}

function see(enquete: Enquete, reponse: Reponse): void {
  for (const s of enquete.suivis) {
    const valeur = valueOf(s.termes, reponse.solution);
    s.min = Math.min(s.min, valeur);
    s.max = Math.max(s.max, valeur);
  }
}

const isSafe = ({ regle }: Enquete, { min, max, plancher }: Suivi) =>
  (min <= max && regle.sauf(min, max)) || (regle === PETITS && plancher > 4);

/** Its bounds are those of whole numbers, or are narrow and small enough to tell too much, whole or not. */
const isKnown = ({ min, max, plancher, plafond }: Suivi) =>
  (min === plancher && max === plafond) ||
  (plancher >= 1 && plafond <= 4 && plafond - plancher < 3);

/** Bounds by the simplex, whose answer is in whole numbers most of the time. */
function simplex(enquete: Enquete, suivi: Suivi): void {
  for (const sens of SENS) {
    if (isSafe(enquete, suivi)) return;
    const reponse = enquete.ouvert.reel(suivi.termes, sens);
    if (!reponse) return;
    if (isWhole(reponse)) see(enquete, reponse);
    if (sens === 1) suivi.plancher = Math.ceil(reponse.valeur - EPS) + 0;
    else suivi.plafond = Math.floor(reponse.valeur + EPS) + 0;
  }
}

/** Drawn always the same. */
function drawer() {
  let graine = 7;
  return (below: number) => (graine = (graine * 48_271) % 2_147_483_647) % below;
}
type Draw = ReturnType<typeof drawer>;

/** Whole numbers as near that point as they can be, from which each sum can move both ways. */
function startOf(enquete: Enquete): Float64Array | undefined {
  const middle = enquete.ouvert.middle()?.solution;
  for (const marge of middle ? MARGES : []) {
    const reponse = enquete.ouvert.near(middle!, marge);
    if (reponse) return reponse.solution;
  }
  return undefined;
}

/** Values further apart, by moving some unknowns alone from a solution; what was last seen. */
async function moveSome(enquete: Enquete, libres: readonly number[], depart: Float64Array) {
  const { ouvert, plafonds } = enquete;
  const piece = around({ plafonds, contraintes: ouvert.kept() }, depart, libres);
  const petit = await openGroup({ ...piece, familles: [] });
  const from = libres.map((i) => depart[i]!);
  let solution = depart;
  const isOpen = (suivi: Suivi) => !isSafe(enquete, suivi) && !isKnown(suivi);
  for (const suivi of enquete.suivis.filter(isOpen))
    for (const sens of SENS) {
      const termes = piece.renumber(suivi.termes);
      if (termes.size === 0 || !isOpen(suivi)) break;
      const known = valueOf(suivi.termes, depart) - valueOf(termes, from);
      const further = ({ valeur }: Reponse) =>
        sens === 1 ? valeur + known < suivi.min : valeur + known > suivi.max;
      let reponse = petit.reel(termes, sens);
      if (!reponse || !further(reponse)) continue;
      const assez = (sens === 1 ? suivi.max - 3 : suivi.min + 3) - known;
      if (!isWhole(reponse)) reponse = petit.entier(termes, sens, assez);
      if (!reponse || !further(reponse)) continue;
      solution = piece.spread(reponse.solution);
      see(enquete, { ...reponse, solution });
    }
  petit.close();
  return solution;
}

/** Moves each mark with a few others, the places first and the questions next. */
async function moveAll(enquete: Enquete, depart: Float64Array, draw: Draw): Promise<void> {
  let solution = depart;
  for (const [part, voisines] of DEPLACEMENTS) {
    const marques = enquete.marques.map((m) => m.split('#')[part]!);
    const toutes = [...new Set(marques)];
    for (const marque of toutes) {
      const some = new Set([marque]);
      for (let n = 0; n < voisines; n++) some.add(toutes[draw(toutes.length)]!);
      const libres = [...marques.keys()].filter((i) => some.has(marques[i]!));
      solution = await moveSome(enquete, libres, solution);
    }
  }
}

/** Bounds in whole numbers, all unknowns free, or values far enough apart. */
function whole(enquete: Enquete, suivi: Suivi): void {
  for (const sens of SENS) {
    if (isSafe(enquete, suivi) || isKnown(suivi)) return;
    const [seen, bound] = sens === 1 ? [suivi.min, suivi.plancher] : [suivi.max, suivi.plafond];
    if (seen === bound) continue;
    const far = sens === 1 ? suivi.max - 3 : suivi.min + 3;
    const assez = enquete.regle === PETITS && Number.isFinite(far) ? far : undefined;
    const reponse = enquete.ouvert.entier(suivi.termes, sens, assez);
    if (!reponse) continue;
    see(enquete, reponse);
    if (sens === 1) suivi.plancher = Math.max(suivi.plancher, Math.round(reponse.valeur));
    else suivi.plafond = Math.min(suivi.plafond, Math.round(reponse.valeur));
  }
}

/** Looks at each sum by what costs least first. */
async function look(enquete: Enquete): Promise<void> {
  const solution = enquete.marques.some((m) => m !== '') ? startOf(enquete) : undefined;
  if (solution) {
    see(enquete, { valeur: 0, solution });
    await moveAll(enquete, solution, drawer());
  }
  for (const pass of [simplex, whole])
    for (const suivi of enquete.suivis)
      if (!isSafe(enquete, suivi) && !isKnown(suivi)) pass(enquete, suivi);
}

interface Found {
  readonly percees: Percee[];
  readonly contredites: string[];
  readonly indecises: string[];
}

/** Asks all that is to be known of one group of unknowns. */
async function holdPiece(morceau: Morceau, regle: Regle, found: Found): Promise<void> {
  const { plafonds, contraintes, hypotheses, cibles, marques } = morceau;
  const familles = [...groupBy(hypotheses, (h) => h.famille).values()];
  const rows = familles.map((famille) => famille.map((h) => h.contraintes));
  const ouvert = await openGroup({ plafonds, contraintes, familles: rows });
  if (!ouvert.possible) found.contredites.push(CONTRADICTION);
  for (const [f, ranks] of ouvert.contredites.entries())
    found.contredites.push(...ranks.map((rank) => familles[f]![rank]!.nom));
  const suivis = cibles.map((c) => ({
    ...{ ...c, min: Infinity, max: -Infinity, plancher: -Infinity, plafond: Infinity },
  }));
  const enquete: Enquete = { ouvert, regle, marques, plafonds, suivis };
  if (ouvert.possible) await look(enquete);
  for (const suivi of suivis) {
    const { nom, marquee, plancher: min, plafond: max } = suivi;
    if (isSafe(enquete, suivi)) continue;
    if (!isKnown(suivi)) found.indecises.push(nom);
    else if (regle.dit(min, max, marquee)) found.percees.push({ nom, min, max });
  }
  ouvert.close();
}

/** Least and most of each sum that `regle` is about, given all that is told and as much as can be supposed. */
export async function hold(
  systeme: Systeme,
  cibles: readonly Cible[],
  regle: Regle,
): Promise<Serre> {
  tighten(systeme);
  const { morceaux, zeros } = split(systeme, cibles);
  const found: Found = { percees: [], contredites: [], indecises: [] };
  if (zeros.contraintes.some(({ min, max }) => min > 0 || max < 0))
    found.contredites.push(CONTRADICTION);
  const nuls = zeros.cibles.filter(({ marquee }) => regle.dit(0, 0, marquee));
  found.percees.push(...nuls.map(({ nom }) => ({ nom, min: 0, max: 0 })));
  for (const morceau of morceaux) await holdPiece(morceau, regle, found);
  return { ...found, essayees: cibles.length };
}
