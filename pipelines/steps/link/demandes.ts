/** Applications: counted and summed for the public, so that no small count of those not granted can be had, and one by one for the board. */
import { type Catalogue, textOf } from '../../lib/catalogue';
import type { Fonds } from '../../lib/fonds';
import { groupBy } from '../../lib/group';
import { isTellable, type Regroupement, regroup, SEUIL_COMPTE } from '../../lib/petits-nombres';
import { cents, type Registre, sumCents, texte } from '../../lib/registre';
import type { Ligne } from '../harmonise/registre';
import type { Publie } from '../publies';
import { provenanceIn } from '../read/table';
import { isEcarteesTold, isNewState, lieuxIn, type Mesure, Suite } from './demandes-suite';
import { NON_PUBLIEE } from './projets';
import type { ProductRow } from './rows';

interface Scene {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly registre: Registre;
  /** What each publication before this one has, the first first. */
  readonly publies: readonly Pick<Publie, 'comptes_demandes'>[];
}

/** Applications of one call, territory or priority, or of several put together. */
interface Groupe {
  readonly cles: readonly string[];
  readonly own: readonly Ligne[];
}
type Portee = 'appel' | 'territoire' | 'priorite';

const merge = (groupes: readonly Groupe[]): Groupe => ({
  cles: groupes.flatMap(({ cles }) => cles),
  own: groupes.flatMap(({ own }) => own),
});
const withDecision = (own: readonly Ligne[], decision: string) =>
  own.filter((l) => texte(l, 'decision') === decision);

/** Granted projects are public: who was not granted is who was counted, less them. */
const nonAccordees = (own: readonly Ligne[]): number =>
  own.length - withDecision(own, 'accordee').length;

/**
 * Groups that can each be a row, and the others put together; a lone group is what it is part of. Groups that a row
 * already published has together stay so where the difference would be small.
 */
function partition(groupes: readonly Groupe[], suite: Suite): Regroupement<Groupe> {
  if (groupes.length === 1) return { seules: groupes, ensemble: [] };
  const isLarge = (some: readonly Groupe[]) => {
    const { cles, own } = merge(some);
    return nonAccordees(own) >= SEUIL_COMPTE && suite.isRowTold(cles);
  };
  const sizeOf = ({ cles, own }: Groupe) =>
    suite.isStill(cles) ? Number.MAX_SAFE_INTEGER : nonAccordees(own);
  const { seules, ensemble } = regroup(groupes, isLarge, sizeOf);
  const rows = [...seules, merge(ensemble)].map(({ cles }) => cles);
  const joined = new Set(suite.findJoined(rows)?.flat());
  if (joined.size === 0) return { seules, ensemble };
  const isJoined = ({ cles }: Groupe) => cles.some((cle) => joined.has(cle));
  const others = groupes.filter((g) => !isJoined(g));
  return partition([...others, merge(groupes.filter(isJoined))], suite);
}

const appelOf = ({ registre }: Scene, l: Ligne) => registre.find('appels', texte(l, 'appel'));

const CLES: Readonly<Record<Portee, (scene: Scene, l: Ligne) => string>> = {
  appel: (scene, l) => appelOf(scene, l)?.id ?? '',
  territoire: (_, l) => texte(l, 'territoire') ?? '',
  priorite: (_, l) => texte(l, 'priorite') ?? NON_PUBLIEE,
};

const isRegional = {
  territoire: ({ catalogue }: Scene, id: string) =>
    catalogue.territoires.some(
      (t) => textOf(t, 'territoire_id') === id && textOf(t, 'nature') === 'regional',
    ),
  priorite: ({ catalogue }: Scene, id: string) =>
    catalogue.priorites.some(
      (p) => textOf(p, 'priorite_id') === id && textOf(p, 'portee') === 'regionale',
    ),
};

/** Applications of one reach: their territories and their priorities are told apart from the others'. */
interface Bloc {
  readonly nom: string;
  readonly own: readonly Ligne[];
  readonly holds: (portee: Portee, cle: string) => boolean;
}

/**
 * Regional territories answer regional priorities, as everyone knows: unless both are told reach by reach, one is
 * the other plus a few. Null where an application mixes the two, or where a reach is small.
 */
function blocsOf(scene: Scene, own: readonly Ligne[]): readonly Bloc[] | null {
  const sideOf = (portee: 'territoire' | 'priorite') => (l: Ligne) =>
    isRegional[portee](scene, CLES[portee](scene, l));
  const [place, answer] = [sideOf('territoire'), sideOf('priorite')];
  if (new Set(own.map(answer)).size === 1) return [{ nom: 'ensemble', own, holds: () => true }];
  if (own.some((l) => place(l) !== answer(l))) return null;
  const blocs = [false, true].map((regional) => ({
    nom: regional ? 'ensemble-regional' : 'ensemble-local',
    own: own.filter((l) => place(l) === regional),
    holds: (portee: Portee, cle: string) =>
      portee === 'appel' || isRegional[portee](scene, cle) === regional,
  }));
  return blocs.every((b) => nonAccordees(b.own) >= SEUIL_COMPTE) ? blocs : null;
}

/** Every call of the cycle, territory or priority that a row may be about. */
function listOf({ catalogue, registre }: Scene, portee: Portee, cycle: string): string[] {
  if (portee === 'appel')
    return registre.feuilles.appels.filter((a) => texte(a, 'cycle') === cycle).map((a) => a.id);
  if (portee === 'priorite') return catalogue.priorites.map((p) => textOf(p, 'priorite_id') ?? '');
  return catalogue.territoires
    .filter((t) => textOf(t, 'nature') !== 'non-ventile')
    .map((t) => textOf(t, 'territoire_id') ?? '');
}

/** The last public day of what is counted: a call's last day, or the decision of a granted project. */
function dayOf(scene: Scene, own: readonly Ligne[]): string {
  const { fonds, registre } = scene;
  const days = own.flatMap((l) => {
    const projet = registre.projetOf(l);
    const decisions = projet ? registre.octroisOf(projet) : [];
    const [first] = decisions.flatMap((o) => texte(o, 'date_decision') ?? []).sort();
    return [texte(appelOf(scene, l) ?? l, 'date_limite'), first ?? null];
  });
  const last = days
    .filter((d) => d !== null)
    .sort()
    .at(-1);
  return last === undefined || last > fonds.date_donnees ? fonds.date_donnees : last;
}

/** Cents granted to the projects of applications, amendments included, by funders that count. */
function accorde({ fonds, registre }: Scene, own: readonly Ligne[]): bigint {
  const counted = new Set(fonds.bailleurs.filter((b) => b.compte).map((b) => b.id));
  const projets = new Set(own.flatMap((l) => registre.projetOf(l) ?? []));
  return [...projets].reduce((total, projet) => {
    const octrois = registre.octroisOf(projet);
    const mine = octrois.filter((o) => counted.has(texte(o, 'bailleur') ?? ''));
    return total + sumCents(mine, 'montant_accorde');
  }, 0n);
}

const traced = (own: readonly Ligne[]): ProductRow => {
  const [first] = own;
  const place = first && [first.row.lieu.fichier, first.row.lieu.feuille].filter((p) => p !== null);
  return { source_id: first?.sourceId ?? null, provenance: place?.join('!') ?? null };
};

const mesureOf = (own: readonly Ligne[]): Mesure => ({
  nonAccordees: nonAccordees(own),
  accordees: withDecision(own, 'accordee').length,
  montant: sumCents(own, 'montant_demande'),
});

const measures = (scene: Scene, own: readonly Ligne[]): ProductRow => ({
  nombre_demandes: own.length,
  nombre_accordees: withDecision(own, 'accordee').length,
  nombre_non_accordees: nonAccordees(own),
  montant_demande: sumCents(own, 'montant_demande'),
  montant_accorde: accorde(scene, own),
  ...traced(own),
});

/** Those that wait: all of those not granted or none, so that it is never a count of its own. */
function attente(own: readonly Ligne[]): number | null {
  const waiting = withDecision(own, 'en-attente').length;
  return waiting === 0 || waiting === nonAccordees(own) ? waiting : null;
}

/** Refused and withdrawn, where neither is small and nothing waits any more. */
function ecartees(own: readonly Ligne[]): ProductRow {
  const [refused, withdrawn] = [withDecision(own, 'refusee'), withDecision(own, 'retiree')];
  const told = attente(own) === 0 && isTellable(refused.length) && isTellable(withdrawn.length);
  return told ? { nombre_refusees: refused.length, nombre_retirees: withdrawn.length } : {};
}

interface Cycle {
  readonly id: string;
  readonly own: readonly Ligne[];
  readonly jour: string;
  /** Rows of each publication that counts its applications, that of the cycle among them. */
  readonly avant: readonly (readonly ProductRow[])[];
}

const COLONNES: Readonly<Record<Portee, string>> = {
  appel: 'appel_id',
  territoire: 'territoire_id',
  priorite: 'priorite_id',
};
const PORTEES: readonly Portee[] = ['appel', 'territoire', 'priorite'];

const isCycle = (row: ProductRow) => row['portee'] === 'cycle';

function groupesOf(scene: Scene, portee: Portee, own: readonly Ligne[]): Groupe[] {
  return [...groupBy(own, (l) => CLES[portee](scene, l))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, some]) => ({ cles: [cle], own: some }));
}

function suiteOf(scene: Scene, { own, avant }: Cycle, portee: Portee): Suite {
  const now = groupesOf(scene, portee, own).map((g) => [g.cles[0] ?? '', mesureOf(g.own)] as const);
  return new Suite(
    new Map(now),
    avant.map((rows) => rows.filter((row) => row['portee'] === portee)),
  );
}

function partRows(scene: Scene, cycle: Cycle, suite: Suite, portee: Portee, bloc: Bloc) {
  const { seules, ensemble } = partition(groupesOf(scene, portee, bloc.own), suite);
  const row = (nom: string, own: readonly Ligne[], more: ProductRow): ProductRow => ({
    compte_id: `${cycle.id}/${portee}/${nom}`,
    cycle_id: cycle.id,
    portee,
    ...more,
    ...(portee === 'appel' ? { nombre_en_attente: attente(own) } : {}),
    date_effet: portee === 'appel' ? dayOf(scene, own) : cycle.jour,
    ...measures(scene, own),
  });
  const alone = new Set(seules.flatMap(({ cles }) => cles));
  const listed = listOf(scene, portee, cycle.id).filter((cle) => bloc.holds(portee, cle));
  const others = merge(ensemble);
  const rest = new Set([...listed, ...others.cles].filter((c) => !alone.has(c)));
  return [
    ...seules.map(({ cles, own }) => {
      const nom = [...cles].sort().join('+');
      return row(nom, own, { [cles.length > 1 ? 'mis_ensemble' : COLONNES[portee]]: nom });
    }),
    ...(ensemble.length > 0
      ? [row(bloc.nom, others.own, { mis_ensemble: [...rest].sort().join('+') })]
      : []),
  ];
}

/** A lone row of everything put together says no more than the cycle's own. */
const worth = (rows: readonly ProductRow[]): readonly ProductRow[] =>
  rows.length === 1 && rows[0]?.['mis_ensemble'] ? [] : rows;

/** Rows by call, territory and priority; those of reaches only where each moves well since earlier publications. */
function allPartRows(scene: Scene, cycle: Cycle): readonly ProductRow[] {
  const { own } = cycle;
  const whole: Bloc = { nom: 'ensemble', own, holds: () => true };
  const parts = (portee: Portee, blocs: readonly Bloc[]) => {
    const suite = suiteOf(scene, cycle, portee);
    const rows = worth(blocs.flatMap((bloc) => partRows(scene, cycle, suite, portee, bloc)));
    return { rows, told: suite.areTold(rows.map(lieuxIn)) };
  };
  const blocs = blocsOf(scene, own) ?? [];
  const byReach = [parts('territoire', blocs), parts('priorite', blocs)];
  const apart = blocs.length > 0 && byReach.every(({ told }) => told);
  const others = apart ? byReach : [parts('territoire', [whole])];
  return [parts('appel', [whole]), ...others].flatMap(({ rows }) => rows);
}

function wholeRow(scene: Scene, { id, own, jour, avant }: Cycle): ProductRow {
  const decided = ecartees(own);
  return {
    ...{ compte_id: `${id}/cycle`, cycle_id: id, portee: 'cycle', date_effet: jour },
    nombre_en_attente: attente(own),
    ...(isEcarteesTold(decided, avant.flat().filter(isCycle)) ? decided : {}),
    ...measures(scene, own),
  };
}

/** Whether the cycle can be told anew beside each publication before. */
function isNew(scene: Scene, cycle: Cycle, whole: ProductRow): boolean {
  const suites = PORTEES.map((portee) => suiteOf(scene, cycle, portee));
  return (
    cycle.avant.every((rows) => rows.filter(isCycle).every((row) => isNewState(whole, row))) &&
    suites.every((suite) => suite.isRowTold([...suite.maintenant.keys()]))
  );
}

/** The latest rows already published, read from the files of today; none where one names what is no more. */
function latestRows(scene: Scene, { id, own, avant }: Cycle): readonly ProductRow[] {
  // A state of a past day may have been published after a later one; one asked for now has nothing later.
  const dayIn = (rows: readonly ProductRow[]) => String(rows.find(isCycle)?.['date_effet'] ?? '');
  const rows = avant
    .filter((some) => dayIn(some) <= scene.fonds.date_donnees)
    .reduce((last, some) => (dayIn(some) < dayIn(last) ? last : some), []);
  const listed = PORTEES.flatMap((portee) => [
    ...listOf(scene, portee, id).map((cle) => `${portee} ${cle}`),
    ...own.map((l) => `${portee} ${CLES[portee](scene, l)}`),
  ]);
  const known = new Set(listed);
  const isKnown = (row: ProductRow) =>
    lieuxIn(row).every((lieu) => known.has(`${String(row['portee'])} ${lieu}`));
  if (!rows.every(isKnown)) return [];
  return rows.map((row) => {
    const lieux = lieuxIn(row);
    const some = own.filter((l) => lieux.includes(CLES[row['portee'] as Portee]?.(scene, l)));
    return { ...row, ...traced(some.length > 0 ? some : own) };
  });
}

function cycleRows(scene: Scene, id: string, own: readonly Ligne[]): readonly ProductRow[] {
  const avant = scene.publies
    .map(({ comptes_demandes }) => comptes_demandes.filter((row) => row['cycle_id'] === id))
    .filter((rows) => rows.length > 0);
  const cycle: Cycle = { id, own, jour: dayOf(scene, own), avant };
  const whole = wholeRow(scene, cycle);
  if (!isNew(scene, cycle, whole)) return latestRows(scene, cycle);
  if (own.length < SEUIL_COMPTE || !isTellable(nonAccordees(own))) return [];
  return [whole, ...allPartRows(scene, cycle)];
}

/**
 * Applications of each cycle, in all, by call, by territory and by priority. Those of a cycle move together, when five
 * that were not granted moved since each publication before; until then they stay as they were published, with their
 * day, a figure known to be false included.
 */
export function compteRows(scene: Scene): ProductRow[] {
  const cycleOf = (l: Ligne) => texte(appelOf(scene, l) ?? l, 'cycle');
  return [...groupBy(scene.registre.feuilles.demandes, cycleOf)].flatMap(([id, own]) =>
    cycleRows(scene, id, own),
  );
}

/** What was asked at each call that is told alone. */
export function demandeRows(
  comptes: readonly ProductRow[],
  nonVentile: string,
  annonceOf: (appel: string) => string | null,
): ProductRow[] {
  return comptes.flatMap((compte) => {
    const appel = compte['appel_id'];
    if (typeof appel !== 'string') return [];
    return [
      {
        demande_id: `demandes-${appel}`,
        appel_id: appel,
        annonce_id: annonceOf(appel),
        territoire_id: nonVentile,
        nombre_demandes: compte['nombre_demandes'] ?? null,
        nombre_precision: 'exact',
        montant_demande: compte['montant_demande'] ?? null,
        precision: 'exact',
        date_effet: compte['date_effet'] ?? null,
        source_id: compte['source_id'] ?? null,
        provenance: compte['provenance'] ?? null,
      },
    ];
  });
}

/** Applications one by one, granted or not: for the board alone. */
export const demandeRecueRows = (registre: Registre): ProductRow[] =>
  registre.feuilles.demandes.map((l) => ({
    demande_id: l.id,
    appel_id: registre.find('appels', texte(l, 'appel'))?.id ?? null,
    organisme: nameOf(registre, texte(l, 'organisme')),
    titre: texte(l, 'titre'),
    territoire_id: texte(l, 'territoire'),
    priorite_id: texte(l, 'priorite'),
    date_depot: texte(l, 'date_depot'),
    montant_demande: cents(l, 'montant_demande'),
    decision: texte(l, 'decision'),
    date_decision: texte(l, 'date_decision'),
    projet_id: registre.projetOf(l)?.id ?? null,
    provenance: provenanceIn(l.row, 'montant_demande'),
  }));

function nameOf(registre: Registre, organisme: string | null): string | null {
  const found = registre.find('organismes', organisme);
  return found ? texte(found, 'nom') : organisme;
}
