/**
 * What is published of the money of budgets. A row of the expenses adds up projects of an exercice, and the balance
 * of a cycle those of its projects: one less the other may leave the money of a few. Who reported is not known, nor
 * how many in a cycle and an exercice: both are bounded by what is told. And what the fund gives each project is
 * public: a total of it names the projects whose budget did not come.
 */
import { listAttendues, type Publie, rangsOf } from './lecture';
import { type Ligne, search, type Seek } from './solveur';

/** Money is told of so many projects, at least. */
const PROJETS = 3;
/** A sum known within such a part of itself is had. */
const PART = 0.1;

/** Money in cents that rests on one or two projects, as far as anyone can tell. */
export interface Somme {
  readonly nom: string;
  readonly min: number;
  readonly max: number;
}

/** Projects that a total leaves out, each found by what it was granted. */
export interface Absents {
  readonly nom: string;
  readonly projets: readonly string[];
}

/** Projects of a cycle that owe a budget for an exercice. */
interface Cellule {
  readonly exercice: string;
  readonly cycle: string;
  readonly projets: readonly string[];
}

const cents = (value: string | null | undefined) => Math.round(Number(value ?? 0) * 100);
const sum = (values: readonly number[]) => values.reduce((a, n) => a + n, 0);

function listCellules(publie: Publie): Cellule[] {
  const cellules = new Map<string, Cellule & { projets: string[] }>();
  for (const { projet, exercice: e } of listAttendues(publie)) {
    const [exercice, cycle] = [e['exercice_id'] ?? '', projet['cycle_id'] ?? ''];
    const cle = `${exercice}/${cycle}`;
    const cellule = cellules.get(cle) ?? { exercice, cycle, projets: [] };
    cellule.projets.push(projet['projet_id'] ?? '');
    cellules.set(cle, cellule);
  }
  return [...cellules.values()];
}

/** Sums told of the cells, in cents and in projects. */
function linesOf(publie: Publie, cellules: readonly Cellule[]) {
  const within = (cle: 'exercice' | 'cycle', id: string | null | undefined) =>
    rangsOf(cellules, (c) => c[cle] === id);
  const exact = (inconnues: readonly number[], n: number) => ({ inconnues, min: n, max: n });
  const argent: Ligne[] = [];
  const nombres: Ligne[] = cellules.map((c, i) => ({
    ...{ inconnues: [i], min: 0, max: c.projets.length },
  }));
  for (const exercice of new Set(cellules.map((c) => c.exercice))) {
    const own = publie.totaux_depenses.filter((r) => r['exercice_id'] === exercice);
    if (own.length === 0) continue;
    const inconnues = within('exercice', exercice);
    argent.push(exact(inconnues, sum(own.map((r) => cents(r['montant_paye'])))));
    const least = Math.max(PROJETS, ...own.map((r) => Number(r['nombre_projets'] ?? 0)));
    nombres.push({ inconnues, min: least, max: Infinity });
  }
  for (const row of publie.bilans_cycles) {
    if ((row['montant_depense'] ?? null) === null) continue;
    argent.push(exact(within('cycle', row['cycle_id']), cents(row['montant_depense'])));
    const counted = row['redditions_comptees'] ?? null;
    const inconnues = within('cycle', row['cycle_id']);
    nombres.push(
      counted === null
        ? { inconnues, min: PROJETS, max: Infinity }
        : exact(inconnues, Number(counted)),
    );
  }
  const told = (l: Ligne) => l.inconnues.length > 0;
  return { argent: argent.filter(told), nombres: nombres.filter(told) };
}

const endsOf = (seek: Seek, own: readonly number[]) => {
  const [min = 0, max = Infinity] = (['min', 'max'] as const).map((sens) => {
    const found = seek(own, sens);
    return found === null ? Infinity : sum(own.map((i) => found[i] ?? 0));
  });
  return { min, max };
};

/** Money of the projects of a cycle in an exercice that can be had, where they may be one or two; null where totals contradict each other. */
export function sommesPercees(publie: Publie): Somme[] | null {
  const cellules = listCellules(publie);
  const { argent, nombres } = linesOf(publie, cellules);
  const bounds = (lignes: readonly Ligne[]) =>
    search(cellules.length, lignes, (seek) => cellules.map((_, i) => endsOf(seek, [i])));
  const [montants, projets] = [bounds(argent), bounds(nombres)];
  if (montants === null || projets === null) return null;
  return cellules.flatMap((c, i) => {
    const { min = 0, max = Infinity } = montants[i] ?? {};
    const few = (projets[i]?.min ?? 0) < PROJETS;
    const had = max > 0 && max < Infinity && max - min <= max * PART;
    const nom = `depenses/${c.exercice}/${c.cycle}`;
    return few && had ? [{ nom, min, max }] : [];
  });
}

/** Cents granted to each project up to a day. */
function grantsOf({ octrois, bailleurs }: Publie, jour: string): ReadonlyMap<string, number> {
  const counted = new Set(
    bailleurs.filter((b) => b['compte'] === 'true').map((b) => b['bailleur_id']),
  );
  const found = new Map<string, number>();
  for (const row of octrois) {
    const projet = row['projet_id'] ?? null;
    if (projet === null || !counted.has(row['bailleur_id'] ?? null)) continue;
    if ((row['date_decision'] ?? '') > jour) continue;
    found.set(projet, (found.get(projet) ?? 0) + cents(row['montant_accorde']));
  }
  return found;
}

/** One project, or two, that were granted so much. */
function namedBy(grants: readonly (readonly [string, number])[], montant: number): string[] | null {
  for (const [rang, [one, own]] of grants.entries()) {
    if (own === montant) return [one];
    const other = grants.slice(rang + 1).find(([, n]) => own + n === montant);
    if (other) return [one, other[0]];
  }
  return null;
}

/** Totals of a source that are what the fund granted, less what it granted to one or two projects. */
export function absentsNommes(publie: Publie): Absents[] {
  const cellules = listCellules(publie);
  return publie.totaux_financements.flatMap((row) => {
    const exercice = publie.exercices.find((e) => e['exercice_id'] === row['exercice_id']);
    const due = cellules.filter((c) => c.exercice === row['exercice_id']).flatMap((c) => c.projets);
    const granted = grantsOf(publie, exercice?.['fin'] ?? '');
    const grants = due.map((id) => [id, granted.get(id) ?? 0] as const).filter(([, n]) => n > 0);
    const left = sum(grants.map(([, n]) => n)) - cents(row['montant_confirme']);
    const projets = left > 0 && grants.length > PROJETS ? namedBy(grants, left) : null;
    return projets ? [{ nom: `financements/${row['total_id'] ?? ''}`, projets }] : [];
  });
}
