/** Random registers that no rule has anything to say of, as plain rows. */
import fc from 'fast-check';
import { runs } from '../../lib/ampleur';
import type { Rangee, Registre } from '../lib/registre';
import { plus } from './jours';
import { BAILLEURS, CYCLES, PRIORITES, TERRITOIRES } from './monde';
import { plan as planArbitrary, type Plan } from './plans';
import { dernierJour, nomDuTerritoire, PAIRES } from './projets';
import { type Decision, type Projet, projetOf } from './projets';
import { apports, enveloppes, j, m, numbered } from './registres-argent';

const ORGANISMES = [
  ['Maison du Héron', 'Cendreville', 'Val-Cendré'],
  ['Atelier des Roseaux', 'Héronnière', 'Rive-aux-Hérons'],
  ['Coop du Lac Ambré', 'Étainville', "Pointe-d'Étain"],
  ['Cercle « Le Phare »', '', ''],
  ['Relais; jeunesse et aînés', 'Landeville', 'Lande-Grise'],
] as const;

const numeroOrganisme = (index: number) => `ORG-${index + 1}`;
const appelDe = (cycle: number) => `APP-${cycle + 1}`;
const ouverture = (cycle: number) => plus(CYCLES[cycle]!.debut, 10);
const limite = (cycle: number) => plus(CYCLES[cycle]!.debut, 75);
const depotDe = (cycle: number, fraction: number) =>
  plus(ouverture(cycle), Math.floor((65 * fraction) / 1000));
const resolutionDe = (jour: string) => `R-${jour}`;

function demandes(plan: Plan, projets: readonly Projet[]): Rangee[] {
  const accordees = projets.flatMap(({ plan: p, numero, premiere, decisions }): Rangee[] => {
    if (p.demande === null) return [];
    const depot = depotDe(p.cycle, p.demande.depot);
    const wanted = plus(premiere, -p.demande.avance);
    const most = decisions
      .filter((d) => d.nature === 'Initial')
      .reduce((a, { cents }) => (cents > a ? cents : a), 0n);
    return [
      {
        Appel: appelDe(p.cycle),
        Organisme: ORGANISMES[p.organisme]![0],
        Titre: `${p.titre} (${numero})`,
        Territoire: nomDuTerritoire(p.territoire),
        'Date de dépôt': j(depot),
        'Montant demandé': m(most + BigInt(p.demande.enPlus)),
        Décision: 'Accordée',
        'Date de décision': j(wanted < depot ? depot : wanted),
        Projet: numero,
      },
    ];
  });
  const autres = plan.refus.map((r, i): Rangee => {
    const depot = depotDe(r.cycle, r.depot);
    const decided =
      r.decision === 'En attente' ? {} : { 'Date de décision': j(plus(depot, r.attente)) };
    return {
      Appel: appelDe(r.cycle),
      Organisme: numeroOrganisme(r.organisme),
      Titre: `Refus ${i + 1}`,
      Territoire: nomDuTerritoire(0),
      Priorité: 'Se loger',
      'Date de dépôt': j(depot),
      'Montant demandé': m(BigInt(r.cents)),
      Décision: r.decision,
      ...decided,
    };
  });
  return numbered('DEM', [...accordees, ...autres]);
}

/** Where a project acts, as far as rules tell it: a local one in its own MRC, a regional one beyond half. */
function touchees({ territoire, touchees: said }: Projet['plan']): Rangee {
  const { nature, nom } = TERRITOIRES[territoire]!;
  if (!said || nature === 'hors-mrc') return {};
  const value = nature === 'mrc' ? nom : "Rive-aux-Hérons; Pointe-d'Étain ;Crête-au-Vent";
  return { 'MRC touchées': value };
}

function projetRow({ numero, plan, premiere, decisions }: Projet): Rangee {
  const last = decisions
    .map((d) => d.jour)
    .sort()
    .at(-1)!;
  return {
    Numéro: numero,
    Cycle: CYCLES[plan.cycle]!.nom,
    Titre: `${plan.titre} (${numero})`,
    Organisme: plan.parNom ? ORGANISMES[plan.organisme]![0] : numeroOrganisme(plan.organisme),
    Territoire: nomDuTerritoire(plan.territoire),
    ...touchees(plan),
    Début: j(premiere),
    Fin: j(last),
    Description: plan.description,
  };
}

function parts({ numero, plan }: Projet): Rangee[] {
  const cuts = [0, ...[...plan.coupes].sort((a, b) => a - b), 100];
  const { nature } = TERRITOIRES[plan.territoire]!;
  const list = PRIORITES[nature === 'regional' ? 'regionale' : 'locale'];
  return cuts.slice(1).map((cut, i) => ({
    Projet: numero,
    Priorité: list[(plan.priorite + i) % 3]!.nom,
    Part: cut - cuts[i]!,
  }));
}

/** As `ANN-1-2-1`: cycle, funder, which one. */
const numeroAnnonce = (cycle: number, bailleur: number, rank: number) =>
  `ANN-${cycle + 1}-${bailleur + 1}-${rank}`;

function octrois(projets: readonly Projet[]): Rangee[] {
  const rows = projets.flatMap(({ numero, plan, decisions }) =>
    decisions.map((d) => ({
      Projet: numero,
      Nature: d.nature,
      Bailleur: BAILLEURS[d.bailleur]!.nom,
      'Date de décision': j(d.jour),
      Résolution: resolutionDe(d.jour),
      'Montant accordé': m(d.cents),
      ...(d.annonce === 0 ? {} : { Annonce: numeroAnnonce(plan.cycle, d.bailleur, d.annonce) }),
    })),
  );
  return numbered('OCT', rows);
}

type Counted = readonly [Projet, Decision];

const sumOf = (counted: readonly Counted[]) => counted.reduce((a, [, d]) => a + d.cents, 0n);

/** What the announcement says of a sum, true at its precision. */
function annoncer(sum: bigint, precision: string, ecart: bigint) {
  if (precision === 'Au moins') return sum > ecart ? sum - ecart : 0n;
  return precision === 'Au plus' ? sum + ecart : sum;
}

function annonces(plan: Plan, projets: readonly Projet[]): Rangee[] {
  const of = ({ cycle, bailleur }: (typeof PAIRES)[number], rank: number, at: number): Rangee[] => {
    const counted = projets
      .filter((p) => p.plan.cycle === cycle)
      .flatMap((p) => p.decisions.map((d): Counted => [p, d]))
      .filter(([, d]) => d.bailleur === bailleur && d.annonce === rank);
    const [last] = counted.map(([, d]) => d.jour).sort((a, b) => (a < b ? 1 : -1));
    if (last === undefined) return [];
    const how = plan.annonces[at % plan.annonces.length]!;
    const [late, limit] = [plus(last, how.attente), dernierJour(cycle)];
    const base: Rangee = {
      Numéro: numeroAnnonce(cycle, bailleur, rank),
      Cycle: CYCLES[cycle]!.nom,
      Titre: `Annonce ${rank} de ${BAILLEURS[bailleur]!.nom}`,
      'Date d’annonce': j(late < limit ? late : limit),
      ...(how.appel ? { Appel: appelDe(cycle) } : {}),
      Bailleur: BAILLEURS[bailleur]!.nom,
    };
    const row = (own: readonly Counted[]): Rangee => ({
      ...base,
      'Montant annoncé': m(annoncer(sumOf(own), how.precision, BigInt(how.ecart))),
      Précision: how.precision,
      ...(how.nombres ? { 'Nombre de projets': new Set(own.map(([p]) => p.numero)).size } : {}),
    });
    const organismes = new Set(counted.map(([p]) => p.plan.organisme)).size;
    const territoires = how.territoires
      ? [...new Set(counted.map(([p]) => p.plan.territoire))]
      : [];
    return [
      { ...row(counted), 'Nombre d’organismes': organismes },
      ...territoires.map((t) => ({
        ...row(counted.filter(([p]) => p.plan.territoire === t)),
        Territoire: nomDuTerritoire(t),
      })),
    ];
  };
  return PAIRES.flatMap((pair, i) => [...of(pair, 1, 2 * i), ...of(pair, 2, 2 * i + 1)]);
}

function versements(projets: readonly Projet[]): Rangee[] {
  const rows = projets.flatMap(({ numero, versements: own }) =>
    own.map((v) => ({
      Projet: numero,
      Bailleur: BAILLEURS[v.bailleur]!.nom,
      'Date du versement': j(v.jour),
      'Montant versé': m(v.cents),
    })),
  );
  return numbered('VER', rows);
}

export function registreOf(plan: Plan): Registre {
  const projets = plan.projets.map(projetOf);
  return {
    enveloppes: enveloppes(plan, projets),
    apports: apports(plan, projets),
    appels: CYCLES.map((c, cycle) => ({
      Numéro: appelDe(cycle),
      Cycle: c.nom,
      Titre: `Appel du ${c.nom}`,
      Ouverture: j(ouverture(cycle)),
      'Date limite': j(limite(cycle)),
    })),
    demandes: demandes(plan, projets),
    organismes: ORGANISMES.map(([nom, ville, siege], i) => ({
      Numéro: numeroOrganisme(i),
      Nom: nom,
      Municipalité: ville,
      'Territoire du siège': siege,
    })),
    projets: projets.map(projetRow),
    projets_priorites: projets.flatMap(parts),
    octrois: octrois(projets),
    versements: versements(projets),
    indicateurs: projets.flatMap(({ numero, plan: { indicateurs } }) =>
      Array.from({ length: indicateurs }, (_, i) => ({
        Projet: numero,
        Indicateur: `Indicateur ${i + 1}`,
        Unité: 'repas',
        Cible: 100 + i,
      })),
    ),
    annonces: annonces(plan, projets),
  };
}

export const registres: fc.Arbitrary<Registre> = planArbitrary.map(registreOf);

/**
 * How many registers a property tries. The first that fails is told with its seed, not reduced: that
 * would take minutes. To see the smallest one, give the seed and leave `endOnFailure` out.
 */
export const essais = (few: number, many: number) =>
  ({ ...runs(few, many), endOnFailure: true }) as const;
