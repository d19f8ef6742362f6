/**
 * Counts of people as units and cells of the suppression, over the publications before and this one. A cell is the same
 * one as long as the same reports count the same in it: what was told of it stays so.
 */
import { SEUIL_COMPTE } from '../../lib/petits-nombres';
import type { Cellule, Mouvement, Unite } from '../../lib/suppression/index';
import type { Compte, Etat, Scene } from './personnes';
import type { Case, Rapport } from './rapports';

export const keyOf = ({ question }: Pick<Compte, 'question'>, { cle }: Pick<Case, 'cle'>) =>
  `${question}/${cle}`;

/** A margin in a cycle, or an exercice of the fund: `territoire/2024-2029`. */
export const margeOf = ({ marge, valeurs }: Case): string => [marge?.portee, valeurs[0]].join('/');

const isOpen = ({ marge }: Case, { role }: Compte): boolean =>
  marge !== null && (marge.roles === undefined || (role !== null && marge.roles.includes(role)));

/** Whether a margin tells a question: if not, it has neither numbers nor marks for it. */
export const tells = (one: Case, compte: Compte): boolean =>
  one.marge !== null && !compte.tues.has(margeOf(one)) && isOpen(one, compte);

const nombreOf = ({ nombres }: Etat, { question }: Compte, reddition: string) =>
  nombres.get(question)?.get(reddition);

const membersOf = ({ membres }: Scene, { cle }: Case) => membres.get(cle) ?? [];

/** Sum of a cell; undefined where nothing was counted. */
export function sommeOf(scene: Scene, etat: Etat, compte: Compte, one: Case): number | undefined {
  const own = membersOf(scene, one).flatMap((id) => nombreOf(etat, compte, id) ?? []);
  return own.length === 0 ? undefined : own.reduce((a, n) => a + n, 0);
}

/** All the people of a cell are no fewer than those that another count of them tells. */
function encadre(scene: Scene, etat: Etat, { partition }: Compte, one: Case) {
  if (partition !== 'tout') return { min: 0, max: Infinity };
  const told = scene.comptes
    .filter((c) => c.partition === 'dont')
    .map((c) => sommeOf(scene, etat, c, one) ?? 0)
    .filter((n) => n >= SEUIL_COMPTE);
  return { min: Math.max(0, ...told), max: Infinity };
}

/** A cell in each publication: its key, null where it is not there, and what is known of it. */
interface Lieu {
  readonly cles: readonly (string | null)[];
  readonly cellules: readonly Cellule[];
  /** What was told of the reports that it counts is not what they say any more. */
  readonly alteree: boolean;
}

/** Counts hidden together: one, or a whole then the parts that add up to it. */
export type Groupe = readonly Compte[];

/** Places of a list, together while what is said of them is the same. */
function runsOf(said: readonly string[]): number[][] {
  const runs: number[][] = [];
  said.forEach((one, i) => {
    if (i > 0 && one === said[i - 1]) runs.at(-1)?.push(i);
    else runs.push([i]);
  });
  return runs;
}

/** What each report counts in a cell; a whole is what its parts are. */
function signatureOf(scene: Scene, etat: Etat, groupe: Groupe, compte: Compte, one: Case): string {
  const asked = compte === groupe[0] ? groupe : [compte];
  return asked
    .flatMap((c) =>
      membersOf(scene, one).map((id) => [c.question, id, nombreOf(etat, c, id)] as const),
    )
    .filter(([, , nombre]) => nombre !== undefined)
    .join(';');
}

/** Whether this publication may tell a cell, for all that was told before. */
const isTold = (scene: Scene, compte: Compte, one: Case): boolean =>
  one.marge?.table === 'totaux_reponses'
    ? scene.dits.has([compte.question, ...one.valeurs].join('/'))
    : sommeOf(scene, scene.etat, compte, one) !== undefined;

function lieuOf(scene: Scene, groupe: Groupe, compte: Compte, one: Case): Lieu {
  const { etats } = scene;
  const key = keyOf(compte, one);
  const ditIn = (i: number) => etats[i]?.dits?.get(key);
  const isThere = (i: number) =>
    one.marge === null || (etats[i]?.dits ? ditIn(i) !== undefined : isOpen(one, compte));
  const signatures = etats.map((etat) => signatureOf(scene, etat, groupe, compte, one));
  const cles: (string | null)[] = etats.map(() => null);
  let alteree = false;
  const cellules = runsOf(signatures).flatMap((run): Cellule[] => {
    const there = run.filter(isThere);
    const [first] = there;
    const etat = etats[run[0] ?? 0];
    if (first === undefined || etat === undefined) return [];
    const isNow = there.includes(etats.length - 1);
    // Totals that were left out bear no mark.
    const silent = one.marge?.table === 'totaux_reponses' && there.every((i) => ditIn(i) === null);
    if (silent && !isNow) return [];
    const cle = isNow ? key : `${key}@${first}`;
    for (const i of there) cles[i] = cle;
    const numbers = there.flatMap((i) => ditIn(i) ?? []);
    const somme = sommeOf(scene, etat, compte, one);
    const altered = isNow && numbers.some((n) => n !== somme);
    alteree ||= altered;
    const before = there.some((i) => ditIn(i) !== undefined);
    const fige = numbers.length > 0 ? 'dite' : 'masquee';
    const absente = one.marge === null || (isNow && !before && !tells(one, compte));
    const vide = isNow && !absente && !altered && somme === undefined;
    return [
      {
        ...{ cle, tue: absente || altered || (isNow && !isTold(scene, compte, one)) },
        ...(absente ? { absente } : {}),
        ...(vide ? { vide } : {}),
        ...(before && !altered ? { fige } : {}),
        ...encadre(scene, etat, compte, one),
      },
    ];
  });
  return { cles, cellules, alteree };
}

/** A number in each publication, the most that it may be, and the cells that count it there. */
type Suite = readonly {
  readonly valeur: number;
  readonly max: number;
  readonly cellules: readonly string[];
}[];

/** How much more a number may be, in each of some publications. */
const roomIn = (suite: Suite) => Math.min(...suite.map(({ valeur, max }) => max - valeur));

const distinct = (cells: readonly string[]) => [...new Set(cells)];

/**
 * Units of a number over publications. What a report says is not taken back, as far as anyone knows: what it adds is
 * a unit of the publications from there on. Where it fell, each number is a unit of its own.
 */
function layersOf(suite: Suite): Unite[] {
  const grows = suite.every(({ valeur }, i) => valeur >= (suite[i - 1]?.valeur ?? 0));
  const starts = suite.flatMap(({ valeur, max }, i) => {
    const before = suite[i - 1];
    return valeur !== before?.valeur || max > before.max ? [i] : [];
  });
  return starts.map((start, n): Unite => {
    const end = grows ? suite.length : (starts[n + 1] ?? suite.length);
    const before = grows ? (suite[start - 1]?.valeur ?? 0) : 0;
    const valeur = (suite[start]?.valeur ?? 0) - before;
    const own = suite.slice(start, end);
    const taken = grows && start > 0 ? roomIn(suite) : 0;
    return {
      ...{ valeur, max: valeur + roomIn(own) - (taken === Infinity ? 0 : taken) },
      cellules: distinct(own.flatMap((s) => s.cellules)),
    };
  });
}

type Cles = (compte: Compte, etat: number) => readonly string[];

/**
 * Units of a report: its count, or each of the parts of a whole, which counts in both, then what is in no part. A
 * report that counts a part and not the whole adds to the part alone.
 */
function unitesOf(scene: Scene, { reddition }: Rapport, groupe: Groupe, cles: Cles): Unite[] {
  const { etats } = scene;
  const [first, ...parties] = groupe;
  if (first === undefined) return [];
  const nombre = (compte: Compte, etat: Etat) => nombreOf(etat, compte, reddition);
  const tout = scene.comptes.find((c) => c.partition === 'tout');
  // Nobody knows which of 1 to 4 a small number of people is.
  const peopleIn = (etat: Etat) => {
    const people = tout && nombre(tout, etat);
    return people === 0 ? 0 : Math.max(people ?? 0, SEUIL_COMPTE - 1);
  };
  const mostOf = (compte: Compte, etat: Etat) =>
    compte.partition === 'dont' && tout
      ? Math.max(nombre(compte, etat) ?? 0, peopleIn(etat))
      : Infinity;
  const suiteOf = (compte: Compte): Suite =>
    etats.map((etat, i) => {
      const apart = nombre(first, etat) === undefined && nombre(compte, etat) !== undefined;
      const whole = compte === first || apart ? [] : cles(first, i);
      return {
        ...{ valeur: nombre(compte, etat) ?? 0, max: mostOf(compte, etat) },
        cellules: [...cles(compte, i), ...whole],
      };
    });
  if (parties.length === 0) return layersOf(suiteOf(first));
  const rest = etats.map((etat, i) => {
    const whole = nombre(first, etat);
    const told = parties.reduce((a, p) => a + (nombre(p, etat) ?? 0), 0);
    const valeur = whole === undefined ? 0 : whole - told;
    // Parts that make up all that was counted leave none; of what was not counted, nobody knows.
    const max = whole !== undefined && valeur === 0 ? 0 : Infinity;
    return { valeur, max, cellules: cles(first, i) };
  });
  return [...parties.flatMap((p) => layersOf(suiteOf(p))), ...layersOf(rest)];
}

/** What the suppression is asked. */
export interface Question {
  readonly unites: Unite[];
  readonly cellules: Cellule[];
  readonly mouvements: Mouvement[];
  /** Cells of which what was told is not what the same reports say any more, by their key. */
  readonly alterees: ReadonlySet<string>;
}

/** Cells that follow each other from one publication to the next. */
const movesOf = ({ cles }: Lieu): Mouvement[] => {
  const own = distinct(cles.filter((cle) => cle !== null));
  return own.slice(1).map((cle, i) => [own[i] ?? '', cle]);
};

export function questionOf(scene: Scene, groupe: Groupe): Question {
  const lieux = new Map(
    groupe.flatMap((compte) =>
      scene.cases.map((one) => [keyOf(compte, one), lieuOf(scene, groupe, compte, one)] as const),
    ),
  );
  const all = [...lieux.values()];
  const cellsOf =
    (rapport: Rapport): Cles =>
    (compte, i) =>
      rapport.cases.flatMap((one) => lieux.get(keyOf(compte, one))?.cles[i] ?? []);
  return {
    unites: scene.rapports.flatMap((r) => unitesOf(scene, r, groupe, cellsOf(r))),
    cellules: all.flatMap((l) => l.cellules),
    mouvements: all.flatMap(movesOf),
    alterees: new Set([...lieux].filter(([, { alteree }]) => alteree).map(([cle]) => cle)),
  };
}
