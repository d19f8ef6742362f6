/** Projects: who does what, where, from when to when. */
import { type Appel, type Cycle, CYCLES } from './cycles';
import { createHasard, type Hasard } from './hasard';
import { firstOfMonth, lastOfMonth, least } from './jours';
import { a, isOverHalf, MRC } from './lieux';
import type { Organisme } from './organismes';
import { prioriteOf, PRIORITES } from './priorites';
import { Proposeur } from './propositions';

export interface Part {
  readonly priorite: string;
  readonly part: number;
}

export interface Projet {
  readonly id: string;
  readonly cycle: Cycle;
  readonly appel: Appel;
  readonly organisme: Organisme;
  readonly titre: string;
  /** Bucket that pays. */
  readonly territoire: string;
  readonly touches: readonly string[];
  readonly parts: readonly Part[];
  readonly decision: string;
  readonly debut: string;
  readonly fin: string;
  readonly description: string | null;
}

const ids = MRC.map(({ id }) => id);

/** MRC that a regional project acts in: at least four, or two that hold over half of the population. */
function regionalTouches(hasard: Hasard): string[] {
  if (hasard.chance(20)) return ['la-cendree', 'vaubrume'];
  const kept = new Set(hasard.melange(ids).slice(0, hasard.entier(4, ids.length)));
  return ids.filter((id) => kept.has(id));
}

/** The MRC itself, at times with one or two others, never over half of the population. */
function localTouches(territoire: string, hasard: Hasard): string[] {
  const more = hasard.chance(70) ? 0 : hasard.entier(1, 2);
  const kept = new Set([territoire]);
  for (const id of hasard.melange(ids).slice(0, more)) if (!isOverHalf([...kept, id])) kept.add(id);
  return ids.filter((id) => kept.has(id));
}

function touchesOf(territoire: string, hasard: Hasard): string[] {
  if (territoire === 'regional') return regionalTouches(hasard);
  return territoire === 'hors-mrc' ? ['hors-mrc'] : localTouches(territoire, hasard);
}

const PARTAGES = [[100], [100], [70, 30], [60, 40], [50, 30, 20]] as const;

/** The priority that gave the title first, then others of the same reach. */
function partsOf(first: string, organisme: Organisme, hasard: Hasard): Part[] {
  const { portee } = prioriteOf(first);
  const same = PRIORITES.filter((p) => p.portee === portee).map(({ id }) => id);
  const others = [...new Set([...organisme.priorites, ...hasard.melange(same)])];
  const order = [first, ...others.filter((id) => id !== first)];
  return hasard.choix(PARTAGES).map((part, rank) => ({ priorite: order[rank] ?? first, part }));
}

const FORMES = [
  'Activités offertes {a}, chaque semaine.',
  'Deux séries d’ateliers par année, {a} et dans les municipalités voisines.',
  'Service offert {a} trois jours par semaine.',
  'Porté {a} avec l’aide de bénévoles et de partenaires du milieu.',
  'Une personne-ressource est sur place {a}, de septembre à juin.',
] as const;
const FORMES_REGIONALES = [
  'Activités offertes dans chacune des MRC touchées.',
  'Une équipe se déplace d’une MRC à l’autre, selon un calendrier annuel.',
  'Mené avec les organismes de chaque MRC, qui accueillent les activités.',
] as const;

function describe(
  priorite: string,
  { municipalite }: Organisme,
  regional: boolean,
  hasard: Hasard,
) {
  if (hasard.chance(12)) return null;
  const forme = hasard.choix(regional ? FORMES_REGIONALES : FORMES);
  const pour = hasard.choix(prioriteOf(priorite).publics);
  return `S’adresse ${pour}. ${forme.replace('{a}', a(municipalite))}`;
}

function periodOf(cycle: Cycle, decision: string, hasard: Hasard) {
  const debut = firstOfMonth(decision, hasard.entier(1, 3));
  const months = hasard.entier(...cycle.duree);
  return { debut, fin: least(lastOfMonth(debut, months - 1), cycle.dernierJour) };
}

function buildProjet(
  { cycle, appel, territoire }: { cycle: Cycle; appel: Appel; territoire: string },
  proposeur: Proposeur,
  hasard: Hasard,
): Projet {
  const { organisme, titre, priorite } = proposeur.propose(territoire, appel.id);
  const decision = appel.decisions[hasard.chance(55) ? 0 : 1];
  return {
    id: '',
    cycle,
    appel,
    organisme,
    titre,
    territoire,
    touches: touchesOf(territoire, hasard),
    parts: partsOf(priorite, organisme, hasard),
    decision,
    ...periodOf(cycle, decision, hasard),
    description: describe(priorite, organisme, territoire === 'regional', hasard),
  };
}

/** Projects of a cycle, numbered in the order in which they were decided. */
function projetsOf(cycle: Cycle, proposeur: Proposeur): Projet[] {
  const hasard = createHasard(`projets ${cycle.id}`);
  const all = cycle.appels.flatMap((appel, rank) =>
    Object.entries(cycle.projets).flatMap(([territoire, counts]) =>
      Array.from({ length: counts[rank] ?? 0 }, () =>
        buildProjet({ cycle, appel, territoire }, proposeur, hasard),
      ),
    ),
  );
  return all
    .map((projet, rank) => ({ projet, rank }))
    .sort((x, y) => {
      if (x.projet.decision !== y.projet.decision)
        return x.projet.decision < y.projet.decision ? -1 : 1;
      return x.rank - y.rank;
    })
    .map(({ projet }, rank) => ({
      ...projet,
      id: `${cycle.prefixe}-${String(rank + 1).padStart(3, '0')}`,
    }));
}

export const buildProjets = (proposeur: Proposeur): Projet[] =>
  CYCLES.flatMap((cycle) => projetsOf(cycle, proposeur));
