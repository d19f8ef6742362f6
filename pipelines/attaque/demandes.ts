/**
 * What is published of applications, as sums of unknown whole numbers: those that were not granted, of each call,
 * territory, priority and decision. Granted ones are public by nature. Each row counts and sums the same
 * applications, so that a sum of money is had only where its count is.
 */
import type { Enigme, Somme } from './contraintes';
import { type Publie, rangsOf, type Row } from './lecture';

const DECISIONS = ['refusee', 'retiree', 'en-attente'];
/** Decisions that a reader may put together. */
const LOTS = [DECISIONS, ['refusee', 'retiree'], ...DECISIONS.map((d) => [d])];

type Portee = 'appel' | 'territoire' | 'priorite';
const PORTEES: readonly Portee[] = ['appel', 'territoire', 'priorite'];

type Inconnue = Readonly<Record<Portee | 'decision', string>>;

/** Calls, territories or priorities: one, or those that a row puts together. */
interface Lieu {
  readonly portee: Portee;
  readonly ids: readonly string[];
}

const lieuOf = (row: Row, portee: Portee): Lieu => ({
  portee,
  ids: (row['mis_ensemble'] ?? row[`${portee}_id`] ?? '').split('+'),
});

interface Scene {
  readonly cycle: string;
  readonly rows: readonly Row[];
  readonly ids: Readonly<Record<Portee, readonly string[]>>;
  readonly inconnues: readonly Inconnue[];
}

function sceneOf(publie: Publie, cycle: string): Scene {
  const rows = publie.comptes_demandes.filter((r) => r['cycle_id'] === cycle);
  const listed: Readonly<Record<Portee, readonly Row[]>> = {
    appel: publie.appels.filter((a) => a['cycle_id'] === cycle),
    territoire: publie.territoires.filter((t) => t['nature'] !== 'non-ventile'),
    priorite: publie.priorites,
  };
  const idsOf = (portee: Portee) => [
    ...new Set([
      ...listed[portee].map((r) => r[`${portee}_id`] ?? ''),
      ...rows.filter((r) => r['portee'] === portee).flatMap((r) => lieuOf(r, portee).ids),
    ]),
  ];
  const ids = {
    appel: idsOf('appel'),
    territoire: idsOf('territoire'),
    priorite: idsOf('priorite'),
  };
  const inconnues = ids.appel.flatMap((appel) =>
    ids.territoire.flatMap((territoire) =>
      ids.priorite.flatMap((priorite) =>
        DECISIONS.map((decision) => ({ appel, territoire, priorite, decision })),
      ),
    ),
  );
  return { cycle, rows, ids, inconnues };
}

/** Unknowns of some places, in some decisions. */
const within =
  (lieux: readonly Lieu[], decisions: readonly string[]) =>
  (one: Inconnue): boolean =>
    decisions.includes(one.decision) && lieux.every((l) => l.ids.includes(one[l.portee]));

type Dit = Pick<Somme, 'valeur' | 'bornes'>;

function sommeOf(
  { cycle, inconnues }: Scene,
  nom: string,
  dit: Dit,
  holds: (i: Inconnue) => boolean,
) {
  return {
    ...{ nom: `demandes/${cycle}/${nom}`, ...dit, marquee: false, possibles: Infinity },
    inconnues: rangsOf(inconnues, holds),
  };
}

const COLONNES = [
  ['refusee', 'nombre_refusees'],
  ['retiree', 'nombre_retirees'],
  ['en-attente', 'nombre_en_attente'],
] as const;

/** A count by decision that its row could have and does not tell is neither none of them nor all. */
function tellsDecision(row: Row, decision: string): boolean {
  if (decision === 'en-attente') return ['cycle', 'appel'].includes(row['portee'] ?? '');
  return row['portee'] === 'cycle' && row['nombre_en_attente'] === '0';
}

function dites(scene: Scene): Somme[] {
  return scene.rows.flatMap((row): Somme[] => {
    const lieux = PORTEES.filter((p) => row['portee'] === p).map((p) => lieuOf(row, p));
    const nom = (row['compte_id'] ?? '').slice(scene.cycle.length + 1);
    const nombre = Number(row['nombre_non_accordees']);
    const parts = COLONNES.flatMap(([decision, colonne]): Somme[] => {
      const told = row[colonne] ?? null;
      if (told === null && !tellsDecision(row, decision)) return [];
      const dit: Dit =
        told === null ? { valeur: null, bornes: [1, nombre - 1] } : { valeur: Number(told) };
      return [sommeOf(scene, `${nom}/${decision}`, dit, within(lieux, [decision]))];
    });
    return [sommeOf(scene, nom, { valeur: nombre }, within(lieux, DECISIONS)), ...parts];
  });
}

/** What was asked at a call that has no row of its own, less the projects that came out of it. */
function appelsDits(publie: Publie, scene: Scene): Somme[] {
  const alone = new Set(scene.rows.map((r) => r['appel_id'] ?? null));
  const announced = new Map(publie.annonces.map((a) => [a['annonce_id'], a['appel_id']]));
  return publie.demandes.flatMap((row): Somme[] => {
    const appel = row['appel_id'] ?? null;
    const told = row['nombre_demandes'] ?? null;
    if (appel === null || told === null || alone.has(appel)) return [];
    if (!scene.ids.appel.includes(appel)) return [];
    const granted = publie.projets.filter((p) => announced.get(p['annonce_id'] ?? '') === appel);
    const lieu: Lieu = { portee: 'appel', ids: [appel] };
    const dit = { valeur: Number(told) - granted.length };
    return [sommeOf(scene, `appel/${appel}`, dit, within([lieu], DECISIONS))];
  });
}

/** Regional territories answer regional priorities, as far as anyone knows. */
function suppositions({ territoires, priorites }: Publie, scene: Scene): Somme[] {
  const regional = {
    territoire: territoires
      .filter((t) => t['nature'] === 'regional')
      .map((t) => t['territoire_id']),
    priorite: priorites.filter((p) => p['portee'] === 'regionale').map((p) => p['priorite_id']),
  };
  const mixes = (one: Inconnue) =>
    regional.territoire.includes(one.territoire) !== regional.priorite.includes(one.priorite);
  return [sommeOf(scene, 'portees-melees', { valeur: 0 }, mixes)];
}

/** Each call, territory and priority, alone or as rows put them together, and where two or three of them meet. */
function cherchees(scene: Scene): Somme[] {
  const lieux = (portee: Portee): Lieu[] => [
    ...scene.ids[portee].map((id) => ({ portee, ids: [id] })),
    ...scene.rows
      .filter((r) => r['portee'] === portee && (r['mis_ensemble'] ?? null) !== null)
      .map((r) => lieuOf(r, portee)),
  ];
  const meets = PORTEES.reduce<Lieu[][]>(
    (all, portee) => [...all, ...lieux(portee).flatMap((l) => all.map((own) => [...own, l]))],
    [[]],
  );
  return meets.flatMap((own) =>
    (own.length > 1 ? [DECISIONS] : LOTS).map((lot) => {
      const nom = own.map(({ portee, ids }) => `${portee}/${ids.join('+')}`);
      return sommeOf(scene, [...nom, lot.join('+')].join('/'), { valeur: null }, within(own, lot));
    }),
  );
}

/** One set of sums a cycle whose applications are counted. */
export function demandesEnigmes(publie: Publie): Enigme[] {
  const cycles = new Set(publie.comptes_demandes.flatMap((r) => r['cycle_id'] ?? []));
  return [...cycles].map((cycle): Enigme => {
    const scene = sceneOf(publie, cycle);
    return {
      ...{ question: `demandes/${cycle}`, partition: null, plancher: 0 },
      inconnues: scene.inconnues.length,
      sommes: [...dites(scene), ...appelsDits(publie, scene), ...cherchees(scene)],
      suppositions: suppositions(publie, scene),
    };
  });
}
