/** Applications: counted and summed for the public, so that no small count of those not granted can be had, and one by one for the board. */
import { type Catalogue, textOf } from '../../lib/catalogue';
import type { Fonds } from '../../lib/fonds';
import { groupBy } from '../../lib/group';
import { isTellable, type Regroupement, regroup, SEUIL_COMPTE } from '../../lib/petits-nombres';
import { cents, type Registre, sumCents, texte } from '../../lib/registre';
import type { Ligne } from '../harmonise/registre';
import { provenanceIn } from '../read/table';
import { NON_PUBLIEE } from './projets';
import type { ProductRow } from './rows';

interface Scene {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly registre: Registre;
}

type Groupe = readonly [cle: string, own: readonly Ligne[]];
type Portee = 'appel' | 'territoire' | 'priorite';

const all = (groupes: readonly Groupe[]): readonly Ligne[] => groupes.flatMap(([, own]) => own);
const withDecision = (own: readonly Ligne[], decision: string) =>
  own.filter((l) => texte(l, 'decision') === decision);

/** Granted projects are public: who was not granted is who was counted, less them. */
const nonAccordees = (own: readonly Ligne[]): number =>
  own.length - withDecision(own, 'accordee').length;

const isLarge = (groupes: readonly Groupe[]): boolean => nonAccordees(all(groupes)) >= SEUIL_COMPTE;

/** Groups large enough to be told alone, and the others put together; a lone group is what it is part of. */
function partition(own: readonly Ligne[], cle: (l: Ligne) => string): Regroupement<Groupe> {
  const groupes: Groupe[] = [...groupBy(own, cle)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (groupes.length === 1) return { seules: groupes, ensemble: [] };
  return regroup(groupes, isLarge, ([, some]) => nonAccordees(some));
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
}

const COLONNES: Readonly<Record<Portee, string>> = {
  appel: 'appel_id',
  territoire: 'territoire_id',
  priorite: 'priorite_id',
};

function partRows(scene: Scene, cycle: Cycle, portee: Portee, bloc: Bloc): ProductRow[] {
  const { seules, ensemble } = partition(bloc.own, (l) => CLES[portee](scene, l));
  const row = (cle: string, own: readonly Ligne[], more: ProductRow): ProductRow => ({
    compte_id: `${cycle.id}/${portee}/${cle}`,
    cycle_id: cycle.id,
    portee,
    ...more,
    ...(portee === 'appel' ? { nombre_en_attente: attente(own) } : {}),
    date_effet: portee === 'appel' ? dayOf(scene, own) : cycle.jour,
    ...measures(scene, own),
  });
  const alone = new Set(seules.map(([cle]) => cle));
  const listed = listOf(scene, portee, cycle.id).filter((cle) => bloc.holds(portee, cle));
  const rest = new Set([...listed, ...ensemble.map(([cle]) => cle)].filter((c) => !alone.has(c)));
  return [
    ...seules.map(([cle, own]) => row(cle, own, { [COLONNES[portee]]: cle })),
    ...(ensemble.length > 0
      ? [row(bloc.nom, all(ensemble), { mis_ensemble: [...rest].sort().join('+') })]
      : []),
  ];
}

/** A lone row of everything put together says no more than the cycle's own. */
const worth = (rows: readonly ProductRow[]): readonly ProductRow[] =>
  rows.length === 1 && rows[0]?.['mis_ensemble'] ? [] : rows;

function cycleRows(scene: Scene, id: string, own: readonly Ligne[]): ProductRow[] {
  if (own.length < SEUIL_COMPTE || !isTellable(nonAccordees(own))) return [];
  const cycle: Cycle = { id, own, jour: dayOf(scene, own) };
  const whole: Bloc = { nom: 'ensemble', own, holds: () => true };
  const blocs = blocsOf(scene, own);
  const parts = (portee: Portee, some: readonly Bloc[]) =>
    worth(some.flatMap((bloc) => partRows(scene, cycle, portee, bloc)));
  return [
    {
      ...{ compte_id: `${id}/cycle`, cycle_id: id, portee: 'cycle', date_effet: cycle.jour },
      ...{ nombre_en_attente: attente(own), ...ecartees(own) },
      ...measures(scene, own),
    },
    ...parts('appel', [whole]),
    ...parts('territoire', blocs ?? [whole]),
    ...parts('priorite', blocs ?? []),
  ];
}

/** Applications of each cycle, in all, by call, by territory and by priority. */
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
