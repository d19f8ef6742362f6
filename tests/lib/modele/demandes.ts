/** What is pinned of applications that were not granted: a whole number a call, a territory, a priority and a decision. */
import { groupBy } from '../../../pipelines/lib/group';
import { ensemble, entier, type Publication, type Rang, texte } from './lire';
import { hold, PETITS, type Serre } from './serrer';
import { addUnknown, atLeast, type Cible, emptySystem, equal, plus, sumOf } from './systeme';

const DECISIONS = { refusee: 'refusees', retiree: 'retirees', 'en-attente': 'en_attente' } as const;
type Decision = keyof typeof DECISIONS;
const decisions = Object.keys(DECISIONS) as Decision[];
const PORTEES = ['appel', 'territoire', 'priorite'] as const;
type Portee = (typeof PORTEES)[number];

interface Inconnue extends Readonly<Record<Portee, string>> {
  readonly publication: number;
  readonly cycle: string;
  readonly decision: Decision;
  readonly i: number;
}

/** An application without a territory or a priority is in no row of theirs. */
const AUCUN = '';

/** Ids that rows of a cycle name, put together or not, and one for those that none names. */
function idsOf(rows: readonly Rang[], portee: Portee): string[] {
  const own = rows
    .filter((r) => texte(r, 'portee') === portee)
    .flatMap((r) => ensemble(texte(r, `${portee}_id`) ?? texte(r, 'mis_ensemble') ?? AUCUN));
  return [...new Set([...own, AUCUN])];
}

/** The same unknowns in each publication: what none of them names is in none. */
function unknownsOf(publications: readonly Publication[], systeme = emptySystem()) {
  const all = publications.flatMap(({ tables }) => tables.comptes_demandes);
  const most = all.reduce((a, r) => Math.max(a, entier(r, 'nombre_demandes') ?? 0), 0);
  const inconnues: Inconnue[] = [];
  for (const [cycle, rows] of groupBy(all, (r) => texte(r, 'cycle_id')))
    for (const { rang: publication } of publications)
      for (const appel of idsOf(rows, 'appel'))
        for (const territoire of idsOf(rows, 'territoire'))
          for (const priorite of idsOf(rows, 'priorite'))
            for (const decision of decisions) {
              const i = addUnknown(systeme, most);
              inconnues.push({ publication, cycle, appel, territoire, priorite, decision, i });
            }
  return { systeme, inconnues };
}

/** Unknowns that a row adds up. */
function within(inconnues: readonly Inconnue[], row: Rang): Inconnue[] {
  const portee = texte(row, 'portee') as Portee | 'cycle';
  const own = inconnues.filter((x) => x.cycle === texte(row, 'cycle_id'));
  if (portee === 'cycle') return own;
  const ids = ensemble(texte(row, `${portee}_id`) ?? texte(row, 'mis_ensemble') ?? AUCUN);
  return own.filter((x) => ids.includes(x[portee]));
}

const sum = (some: readonly Inconnue[]) => sumOf(some.map(({ i }) => i));

/** Applications of a call less its projects, which its announcements name. */
function notGranted({ tables }: Publication, row: Rang): number | null {
  const appel = texte(row, 'appel_id');
  if (appel === null || (texte(row, 'nombre_precision') ?? 'exact') !== 'exact') return null;
  const own = tables.annonces.filter((a) => texte(a, 'appel_id') === appel);
  const annonces = new Set(own.map((a) => texte(a, 'annonce_id')));
  const granted = tables.projets.filter((p) => annonces.has(texte(p, 'annonce_id')));
  const asked = entier(row, 'nombre_demandes');
  return asked === null || own.length === 0 ? null : asked - granted.length;
}

/** What one publication tells. */
function tell(systeme: ReturnType<typeof emptySystem>, some: readonly Inconnue[], p: Publication) {
  for (const row of p.tables.comptes_demandes) {
    const own = within(some, row);
    const all = entier(row, 'nombre_non_accordees');
    if (all !== null) systeme.contraintes.push(equal(sum(own), all));
    for (const decision of decisions) {
      const told = entier(row, `nombre_${DECISIONS[decision]}`);
      const decided = own.filter((x) => x.decision === decision);
      if (told !== null) systeme.contraintes.push(equal(sum(decided), told));
    }
  }
  // Total applications are of a table of their own, which may be told of another day: tried, and left if it differs.
  for (const row of p.tables.demandes) {
    const left = notGranted(p, row);
    const own = some.filter((x) => x.appel === texte(row, 'appel_id'));
    if (left !== null && own.length > 0)
      systeme.hypotheses.push({
        ...{ famille: 'appels', nom: `demandes/${p.rang}/${texte(row, 'appel_id')}` },
        contraintes: [equal(sum(own), left)],
      });
  }
}

/** Sums that would tell of a few: by cycle, call, territory and priority, whole and by decision. */
function ciblesOf(inconnues: readonly Inconnue[]): Cible[] {
  const named = (portee: Portee) => inconnues.filter((x) => x[portee] !== AUCUN);
  const groups = [
    ...groupBy(inconnues, (x) => `${x.publication}/${x.cycle}/cycle`),
    ...PORTEES.flatMap((portee) => [
      ...groupBy(named(portee), (x) => `${x.publication}/${x.cycle}/${portee}/${x[portee]}`),
    ]),
  ];
  const sums = groups.flatMap(([nom, own]) => [
    { nom: `${nom}/non-accordees`, termes: sum(own) },
    ...decisions.map((decision) => ({
      ...{ nom: `${nom}/${decision}`, termes: sum(own.filter((x) => x.decision === decision)) },
    })),
  ]);
  const before = new Map(sums.map((s) => [s.nom, s]));
  const moves = sums.flatMap(({ nom, termes }) => {
    const [rang, rest] = [Number(nom.split('/')[0]), nom.slice(nom.indexOf('/') + 1)];
    const avant = before.get(`${rang - 1}/${rest}`);
    if (!avant) return [];
    const difference = plus([...termes.keys()], [...avant.termes.keys()]);
    return [{ nom: `${rang - 1}>${rang}/${rest}`, termes: difference }];
  });
  return [...sums, ...moves];
}

/** What was refused or withdrawn stays so; what waits may be granted. */
function keepDecided(systeme: ReturnType<typeof emptySystem>, inconnues: readonly Inconnue[]) {
  const nomOf = (x: Inconnue, rang: number) =>
    [rang, x.cycle, x.appel, x.territoire, x.priorite, x.decision].join('/');
  const at = new Map(inconnues.map((x) => [nomOf(x, x.publication), x.i]));
  const later = inconnues.filter((x) => x.publication > 0 && x.decision !== 'en-attente');
  for (const [nom, own] of groupBy(later, (x) => `${x.publication}/${x.cycle}/${x.decision}`))
    systeme.hypotheses.push({
      ...{ famille: 'decide', nom: `décidé reste décidé/${nom}` },
      contraintes: own.map((x) => atLeast(plus([x.i], [at.get(nomOf(x, x.publication - 1))!]), 0)),
    });
}

/** Applications not granted, from 1 to 4, of which fewer than four numbers are left. */
export async function attackApplications(publications: readonly Publication[]): Promise<Serre> {
  const { systeme, inconnues } = unknownsOf(publications);
  for (const p of publications)
    tell(
      systeme,
      inconnues.filter((x) => x.publication === p.rang),
      p,
    );
  keepDecided(systeme, inconnues);
  return hold(systeme, ciblesOf(inconnues), PETITS);
}
