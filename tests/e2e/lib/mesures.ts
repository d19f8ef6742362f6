/** What each amount of a figure must be, recomputed from the files received. */
import { type Argent, type Filtre, nomDe, type Part, totalsBy } from '../../lib/recalcul';
import { centsDe, type FigureLue } from './figures';
import { flat } from './texte';

export interface Mesure {
  readonly figure: string;
  /** Heading of the column. */
  readonly colonne: string;
  /** Rows of the table, by what their first cells say. */
  readonly mots: (row: readonly string[]) => string;
  readonly attendu: (argent: Argent, filtre: Filtre) => Map<string, number>;
  /** Amounts that run: the last row of a name says its total, and nothing is told as zero. */
  readonly dernier?: true;
  /** Shown only for some of the names. */
  readonly partielle?: true;
}

const first = ([nom]: readonly string[]) => nom!;
const byCycle = (p: Part) => `${p.cycle} ${nomDe(p, 'territoire')}`;
const firstTwo = ([a, b]: readonly string[]) => `${a} ${b}`;

const sums =
  (argent: 'octrois' | 'versements', cle: (part: Part) => string) =>
  (all: Argent, filtre: Filtre) =>
    totalsBy(all[argent], filtre, cle);

/** Without those whose name no source gives. */
const named =
  (cle: 'organisme' | 'projet') =>
  ({ octrois }: Argent, filtre: Filtre) =>
    totalsBy(
      octrois.filter((p) => p[cle] !== null),
      filtre,
      (p) => p[cle]!,
    );

/** Cents for one inhabitant, halves up. */
function parHabitant({ octrois, habitants }: Argent, filtre: Filtre): Map<string, number> {
  const totals = totalsBy(octrois, filtre, (p) => nomDe(p, 'territoire'));
  return new Map(
    [...totals]
      .filter(([nom]) => habitants.has(nom))
      .map(([nom, cents]) => [nom, Math.floor(cents / habitants.get(nom)! + 0.5)]),
  );
}

/** An envelope hangs on the cycle and the day alone; where it is split, its own bucket is what is shown. */
const enveloppes = ({ enveloppes: moves }: Argent, { cycle, au }: Filtre) =>
  totalsBy(moves, { ...(cycle && { cycle }), ...(au && { au }) }, byCycle);

/** What was asked at each call: published for a call as a whole, whatever the bucket or the priority. */
const demandes = ({ demandes: all }: Argent, { cycle }: Filtre) =>
  totalsBy(all, { ...(cycle && { cycle }) }, ({ appel }) => appel);

const accorde = { colonne: 'Accordé' };

export const MESURES: readonly Mesure[] = [
  { ...accorde, figure: 'enveloppe', mots: firstTwo, attendu: sums('octrois', byCycle) },
  {
    ...{ figure: 'enveloppe', colonne: 'Versé', mots: firstTwo },
    attendu: sums('versements', byCycle),
  },
  {
    ...{ figure: 'enveloppe', colonne: 'Enveloppe', mots: firstTwo, partielle: true },
    attendu: enveloppes,
  },
  {
    ...{ ...accorde, figure: 'territoire', mots: first },
    attendu: sums('octrois', (p) => nomDe(p, 'territoire')),
  },
  {
    ...{ ...accorde, figure: 'priorite', mots: first },
    attendu: sums('octrois', (p) => nomDe(p, 'priorite')),
  },
  {
    ...{ ...accorde, figure: 'exercice', mots: firstTwo },
    attendu: sums('octrois', (p) => `${p.exercice} ${p.cycle}`),
  },
  {
    ...{ ...accorde, figure: 'cycles', mots: ([cycle, , x]) => `${cycle} ${x}` },
    attendu: sums('octrois', (p) => `${p.cycle} ${p.exercice}`),
  },
  { ...accorde, figure: 'trajectoire', mots: first, attendu: sums('octrois', (p) => p.cycle) },
  {
    ...{ figure: 'trajectoire', colonne: 'Versé, cumulé', mots: first, dernier: true },
    attendu: sums('versements', (p) => p.cycle),
  },
  {
    ...{ figure: 'habitants', colonne: 'Accordé par habitant', mots: first },
    attendu: parHabitant,
  },
  {
    ...{ figure: 'demandes-montants', colonne: 'Demandé', mots: first, partielle: true },
    attendu: demandes,
  },
  {
    ...{ figure: 'demandes-par-appel', colonne: 'Demandé', mots: first, partielle: true },
    attendu: demandes,
  },
  { ...accorde, figure: 'organismes', mots: first, attendu: named('organisme') },
  { ...accorde, figure: 'projets', mots: first, attendu: named('projet') },
];

/** Rows that say what no source splits, or that another row already says. */
const HORS_COMPTE = /part inconnue|Ensemble du cycle/;

/** Cents of a column by the names of its rows; rows without an amount are left out. */
export function readMesure(
  figure: FigureLue,
  { colonne, mots, dernier }: Mesure,
): Map<string, number> {
  const place = figure.colonnes.indexOf(colonne);
  const totals = new Map<string, number>();
  for (const row of figure.lignes.filter((r) => !HORS_COMPTE.test(r.join(' ')))) {
    const cents = centsDe(row[place] ?? '');
    const nom = flat(mots(row)).replace(/ \((rapprochée|écart d’arrondi)\)/, '');
    const before = dernier ? 0 : (totals.get(nom) ?? 0);
    if (cents !== null) totals.set(nom, before + cents);
  }
  return dernier ? new Map([...totals].filter(([, cents]) => cents !== 0)) : totals;
}

/** Cents of a matrix by row and column; its totals stand under names of their own. */
export function readMatrice({ colonnes, lignes, total }: FigureLue): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of [...lignes, ...(total ? [total] : [])])
    for (const [i, colonne] of colonnes.slice(1).entries()) {
      const texte = row[i + 1]!;
      const cents = HORS_COMPTE.test(texte) ? null : centsDe(texte);
      const name = flat(row[0]!).replace(' (rapprochée)', '');
      if (cents !== null) found.set(`${name} × ${flat(colonne)}`, cents);
    }
  return found;
}

const TOTAL = 'Total connu';

export function matriceAttendue({ octrois }: Argent, filtre: Filtre): Map<string, number> {
  const [priorite, territoire] = [
    (p: Part) => nomDe(p, 'priorite'),
    (p: Part) => nomDe(p, 'territoire'),
  ];
  const totals = [
    totalsBy(octrois, filtre, (p) => `${priorite(p)} × ${territoire(p)}`),
    totalsBy(octrois, filtre, (p) => `${priorite(p)} × ${TOTAL}`),
    totalsBy(octrois, filtre, (p) => `${TOTAL} × ${territoire(p)}`),
    totalsBy(octrois, filtre, () => `${TOTAL} × ${TOTAL}`),
  ];
  return new Map(totals.flatMap((t) => [...t]));
}
