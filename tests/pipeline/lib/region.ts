/** Funds of any size from a few numbers, with what each bucket and cycle must come to, computed apart. */
import type { Plan, Projet, Somme, Territoire } from './plan';

export interface Taille {
  readonly id: string;
  readonly territoires: number;
  readonly cycles: number;
  readonly projetsParTerritoire: number;
  readonly graine: number;
  readonly ordre?: number;
  readonly encodage?: Plan['encodage'];
  readonly separateur?: Plan['separateur'];
}

export interface Region {
  readonly plan: Plan;
  /** Cents granted, by `cycle territoire`. */
  readonly accorde: ReadonlyMap<string, number>;
  /** Cents of the envelope, by cycle. */
  readonly enveloppe: ReadonlyMap<string, number>;
}

const SYLLABES = ['Bru', 'Cé', 'Dro', 'Fê', 'Glaï', 'Hœ', 'Jâ', 'Lù', 'Mô', 'Né', 'Pra', 'Quî'];

/** Same numbers for the same seed: a linear congruence is enough here. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Cents as a French register prints them. */
export function enFrancais(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${whole},${String(cents % 100).padStart(2, '0')}\u00a0$`;
}

function territoiresOf(count: number): Territoire[] {
  const mrc = Array.from({ length: count }, (_, i): Territoire => {
    const nom = `${SYLLABES[i % 12] ?? ''}mont-${SYLLABES[(i * 5 + 3) % 12] ?? ''}val ${i + 1}`;
    return { id: `t-${String(i + 1).padStart(2, '0')}`, nom, nature: 'mrc' };
  });
  return [
    ...mrc,
    { id: 'regional', nom: 'Régional', nature: 'regional' },
    { id: 'non-ventile', nom: 'Non ventilé', nature: 'non-ventile' },
  ];
}

const ENJEUX = {
  'Toit sûr': ['toit'],
  'Toit sûr, table garnie': ['toit', 'table'],
  'Toit, table, école': ['toit', 'table', 'ecole'],
};

const url = (cycle: string) => `https://exemple.org/communiques/${cycle}`;

/** Projects of one territory, and the total that its source prints: the last territory prints none of them. */
function grantsOf(taille: Taille, cycle: string, t: Territoire, roll: (n: number) => number) {
  const amounts = Array.from({ length: taille.projetsParTerritoire }, () => 100_001 + roll(5e6));
  const annonce = `Annonce ${cycle}`;
  const base = { cycle: `Cycle ${cycle}`, annonce, territoire: t.nom, source: url(cycle) };
  const projets = amounts.map((cents, i): Projet => {
    const priorite = [...Object.keys(ENJEUX), ''][roll(4)] ?? '';
    return {
      ...base,
      id: `${cycle}-${t.id}-${i + 1}`,
      titre: `L’été à « ${t.nom} »; volet ${i + 1}`,
      organisme: `Cœur de ${t.nom}`,
      montant: enFrancais(cents),
      priorite,
      bailleur: 'Trésor régional',
    };
  });
  return { projets, cents: amounts.reduce((a, b) => a + b, 0) };
}

const debutOf = (index: number) => 2005 + 5 * index;
const nameOf = (index: number) => `${debutOf(index)}-${debutOf(index) + 5}`;

/** A region of `territoires` and `cycles`, every amount drawn from the seed. */
export function makeRegion(taille: Taille): Region {
  const roll = dice(taille.graine);
  const territoires = territoiresOf(taille.territoires);
  const buckets = territoires.filter((t) => t.nature !== 'non-ventile');
  const [accorde, enveloppe] = [new Map<string, number>(), new Map<string, number>()];
  const [sommes, projets]: [Somme[], Projet[]] = [[], []];
  const cycles = Array.from({ length: taille.cycles }, (_, i) => nameOf(i));
  for (const cycle of cycles) {
    const total = (
      evenement: string,
      t: string,
      cents: number,
      nature: Somme['nature'],
    ): Somme => ({
      ...{ cycle: `Cycle ${cycle}`, evenement, territoire: t, nature, source: url(cycle) },
      montant: enFrancais(cents),
    });
    let whole = 0;
    for (const t of buckets) {
      const grants = grantsOf(taille, cycle, t, roll);
      const rest = roll(3) === 0 ? 1 + roll(90_000) : 0;
      projets.push(...grants.projets);
      sommes.push(total(`Annonce ${cycle}`, t.nom, grants.cents + rest, 'accordé'));
      accorde.set(`${cycle} ${t.id}`, grants.cents + rest);
      whole += grants.cents + rest;
    }
    const unplaced = 1 + roll(1e6);
    accorde.set(`${cycle} non-ventile`, unplaced);
    enveloppe.set(cycle, whole + unplaced + roll(1e7));
    sommes.push(total(`Annonce ${cycle}`, 'Toute la région', whole, 'accordé'));
    sommes.push(total(`Suite ${cycle}`, 'Toute la région', unplaced, 'accordé'));
    sommes.push(
      total(`Entente ${cycle}`, 'Toute la région', enveloppe.get(cycle) ?? 0, 'enveloppe'),
    );
  }
  return { accorde, enveloppe, plan: planOf(taille, territoires, cycles, sommes, projets) };
}

function planOf(
  taille: Taille,
  territoires: Territoire[],
  cycles: string[],
  sommes: Somme[],
  projets: Projet[],
): Plan {
  return {
    id: taille.id,
    nom: `Fonds de ${taille.id}`,
    region: `Pays de ${taille.id}`,
    ordre: taille.ordre ?? 1,
    cycles: cycles.map((id, i) => ({
      ...{ id, libelle: `Cycle ${id}` },
      ...{ debut: `${debutOf(i)}-04-01`, fin: `${debutOf(i) + 5}-03-31` },
    })),
    territoires,
    ensemble: 'Toute la région',
    bailleurs: [{ id: 'tresor', nom: 'Trésor régional', compte: true }],
    priorites: Object.values(ENJEUX)[2]!.map((id) => ({ id, nom: `Priorité ${id}` })),
    enjeux: ENJEUX,
    ententes: Object.fromEntries(cycles.map((c) => [`Entente ${c}`, 'tresor'])),
    appels: [],
    annonces: cycles.flatMap((c, i) => [
      { id: `annonce-${c}`, cycle: c, libelle: `Annonce ${c}`, date: `${debutOf(i) + 1}-06-15` },
      { id: `suite-${c}`, cycle: c, libelle: `Suite ${c}`, date: `${debutOf(i) + 2}-09` },
    ]),
    exclus: {},
    notes: {},
    sources: cycles.map((c) => [`s-${c}`, url(c)] as const),
    sommes,
    projets,
    corrections: [],
    encodage: taille.encodage ?? 'utf-8',
    separateur: taille.separateur ?? ',',
  };
}

export const PETITE: Taille = {
  id: 'trois-vallees',
  territoires: 3,
  cycles: 1,
  projetsParTerritoire: 2,
  graine: 3,
};

/** Files as Excel saves them in French. */
export const GRANDE: Taille = {
  id: 'dix-huit-monts',
  territoires: 18,
  cycles: 3,
  projetsParTerritoire: 4,
  graine: 18,
  ordre: 2,
  encodage: 'windows-1252',
  separateur: ';',
};
