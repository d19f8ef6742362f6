/** What is published about reports by state, as sums of unknown whole numbers. */
import { groupBy } from '../lib/group';
import { listComptees } from './comptees';
import type { Enigme, Somme } from './contraintes';
import { exercicesEchus, listAttendues, type Publie, rangsOf, type Row } from './lecture';

export const NON_RECUES = ['en-retard', 'attendue'];
const RECUES = ['recue', 'incomplete', 'complete', 'acceptee'];
const ETATS = [...NON_RECUES, ...RECUES];

/** Reports of one exercice, of the projects of a cycle and a territory, in one state. */
interface Inconnue {
  readonly exercice: string;
  readonly cycle: string;
  readonly territoire: string;
  readonly etat: string;
}

/** Whether a row counts the reports of an exercice and a territory, in whichever state. */
export function placer(
  rows: readonly Row[],
  due: ReadonlySet<string | null>,
): (row: Row, at: Pick<Inconnue, 'exercice' | 'territoire'>) => boolean {
  const alone = new Set(
    rows.filter((r) => r['portee'] === 'territoire').flatMap((r) => r['territoire_id'] ?? []),
  );
  return (row, { exercice, territoire }) => {
    if (row['portee'] === 'exercice') return row['exercice_id'] === exercice;
    if (!due.has(exercice)) return false;
    const own = row['territoire_id'] ?? null;
    return own === null ? !alone.has(territoire) : own === territoire;
  };
}

/** States that a row counts together. */
export const etatsIn = (row: Row): string[] => (row['etat'] ?? '').split('+');

/** Rows of each exercice or territory. */
export const byPlace = (rows: readonly Row[]): Map<string, Row[]> =>
  groupBy(rows, (r) => [r['portee'], r['exercice_id'], r['territoire_id']].join('/'));

/** States that no row of an exercice or a territory counts have no report there. */
function zeros(rows: readonly Row[]): Row[] {
  return [...byPlace(rows)].flatMap(([place, own]) => {
    const said = own.flatMap(etatsIn);
    const etat = ETATS.filter((e) => !said.includes(e)).join('+');
    return etat === '' ? [] : [{ ...own[0], compte_id: `${place}/${etat}`, etat, nombre: '0' }];
  });
}

interface Scene {
  readonly attendues: readonly Omit<Inconnue, 'etat'>[];
  readonly inconnues: readonly Inconnue[];
  /** Exercices past their date. */
  readonly due: ReadonlySet<string | null>;
}

function sceneOf(publie: Publie): Scene {
  const attendues = listAttendues(publie).map(({ projet, exercice }) => ({
    exercice: exercice['exercice_id'] ?? '',
    cycle: projet['cycle_id'] ?? '',
    territoire: projet['territoire_id'] ?? '',
  }));
  const lieux = [...new Map(attendues.map((a) => [Object.values(a).join('\t'), a])).values()];
  const inconnues = lieux.flatMap((lieu) => ETATS.map((etat): Inconnue => ({ ...lieu, etat })));
  return { attendues, inconnues, due: exercicesEchus(publie) };
}

const sommeOf = (
  { inconnues }: Scene,
  nom: string,
  dit: Pick<Somme, 'valeur' | 'possibles' | 'publique' | 'tout' | 'bornes'>,
  holds: (i: Inconnue) => boolean,
): Somme => ({
  ...{ nom: `redditions/${nom}`, ...dit, marquee: false },
  inconnues: rangsOf(inconnues, holds),
});

function dites(scene: Scene, rows: readonly Row[]): Somme[] {
  const isAt = placer(rows, scene.due);
  return [...rows, ...zeros(rows)].map((r) =>
    sommeOf(
      scene,
      r['compte_id'] ?? '',
      {
        ...{ valeur: Number(r['nombre']), possibles: Infinity },
        publique: etatsIn(r).length === ETATS.length,
      },
      (one) => etatsIn(r).includes(one.etat) && isAt(r, one),
    ),
  );
}

/** Totals say that so many reports were received, or more. */
const faitsOf = (scene: Scene, publie: Publie): Somme[] =>
  listComptees(publie).map(({ nom, cle, id, nombre }) =>
    sommeOf(
      scene,
      nom,
      { valeur: null, possibles: Infinity, bornes: [nombre, Infinity] },
      (one) => one[cle] === id && RECUES.includes(one.etat),
    ),
  );

/** What the reports of a place have in common. */
type Lieu = Partial<Omit<Inconnue, 'etat'>>;

const CLES = ['exercice', 'cycle', 'territoire'] as const;

const liesIn = (lieu: Lieu) => (one: Lieu) =>
  CLES.every((cle) => lieu[cle] === undefined || lieu[cle] === one[cle]);

/** Each project owes one report an exercice; one that did not come is late once its date is past, and not before. */
function suppositions(scene: Scene): Somme[] {
  const { attendues, inconnues, due } = scene;
  const owed = inconnues
    .filter((one) => one.etat === ETATS[0])
    .map(({ exercice, cycle, territoire }) => {
      const same = liesIn({ exercice, cycle, territoire });
      const valeur = attendues.filter(same).length;
      return sommeOf(scene, 'dues', { valeur, possibles: Infinity }, same);
    });
  const [late = '', awaited = ''] = NON_RECUES;
  const never = ({ exercice, etat }: Inconnue) => etat === (due.has(exercice) ? awaited : late);
  return [...owed, sommeOf(scene, 'etats-impossibles', { valeur: 0, possibles: 1 }, never)];
}

const LIEUX: readonly (readonly (keyof Lieu)[])[] = [
  ['exercice'],
  ['territoire'],
  ['cycle'],
  ['exercice', 'territoire'],
  ['exercice', 'cycle'],
];

const nameOf = (lieu: Lieu) =>
  Object.entries(lieu)
    .map(([cle, id]) => `${cle}/${id}`)
    .join('/');

/** States of the reports past their date, of each place. */
function cherchees(scene: Scene): Somme[] {
  const { attendues, due } = scene;
  const own = attendues.filter((a) => due.has(a.exercice));
  const lieux = LIEUX.flatMap((cles) =>
    own.map((a): Lieu => Object.fromEntries(cles.map((cle) => [cle, a[cle]]))),
  );
  return [...new Map(lieux.map((l) => [nameOf(l), l]))].flatMap(([nom, lieu]) => {
    const holds = (one: Omit<Inconnue, 'etat'>) => due.has(one.exercice) && liesIn(lieu)(one);
    const all = own.filter(holds).length;
    return [NON_RECUES, RECUES, ...RECUES.map((e) => [e])].map((etats) =>
      sommeOf(
        scene,
        `${nom}/${etats.join('+')}`,
        { valeur: null, possibles: all + 1, ...(etats === NON_RECUES ? {} : { tout: all }) },
        (one) => holds(one) && etats.includes(one.etat),
      ),
    );
  });
}

/** Sums of reports by state that are told, and those of each place, which nobody may have when small. */
export function etatsEnigme(publie: Publie): Enigme {
  const scene = sceneOf(publie);
  return {
    ...{ question: 'redditions', partition: null, plancher: 0, inconnues: scene.inconnues.length },
    sommes: [...dites(scene, publie.comptes_redditions), ...cherchees(scene)],
    faits: faitsOf(scene, publie),
    suppositions: suppositions(scene),
  };
}
