/** People counted by territory, priority, organisation and cycle, of which no small count can be had. */
import type { Marge } from '../../../src/lib/domain/marges';
import { groupBy } from '../../lib/group';
import type { suppressSmall } from '../../lib/suppression/index';
import { suppressOnce } from '../../lib/suppression/masques';
import type { Product, ProductRow } from '../link/rows';
import { type Case, type Rapport, rapportsOf, text } from './rapports';
import { type Groupe, keyOf, margeOf, questionOf, sommeOf, tells } from './unites';

/** A question that counts people. */
export interface Compte {
  readonly question: string;
  readonly role: string | null;
  readonly partition: string | null;
  /** Margins that are not told at all, as `territoire/2024-2029`: most would be hidden, or they would tell what is. */
  readonly tues: ReadonlySet<string>;
}

/** What reports count, as a publication has it. */
export interface Etat {
  /** By question, then report. */
  readonly nombres: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Cells that it published, as `enfants/cycle/2019-2024`: the number, null where it is hidden. Null for this one. */
  readonly dits: ReadonlyMap<string, number | null> | null;
}

/** A publication before this one: the answers that it counts, and what it published. */
export interface Publiee {
  readonly personnes: readonly ProductRow[];
  readonly dits: ReadonlyMap<string, number | null>;
}

export interface Scene {
  readonly rapports: readonly Rapport[];
  readonly cases: readonly Case[];
  /** Reports by cell. */
  readonly membres: ReadonlyMap<string, readonly string[]>;
  readonly comptes: readonly Compte[];
  /** Questions and exercices, joined by a slash, whose fund total may be told. */
  readonly dits: ReadonlySet<string>;
  /** This publication. */
  readonly etat: Etat;
  /** Those before it, the first first, then this one. */
  readonly etats: readonly Etat[];
}

type Comptee = Case & { readonly marge: Marge };
const isPersonnes = (one: Case): one is Comptee => one.marge?.table === 'comptes_personnes';

/** Numbers of some answers by question and report. */
function nombresIn(rows: readonly ProductRow[]): Etat['nombres'] {
  const byQuestion = groupBy(rows, (l) => text(l, 'question_id') ?? '');
  const numbersOf = (own: readonly ProductRow[]) =>
    own.flatMap((l): [string, number][] => {
      const nombre = l['nombre'];
      return typeof nombre === 'number' ? [[text(l, 'reddition_id') ?? '', nombre]] : [];
    });
  return new Map([...byQuestion].map(([question, own]) => [question, new Map(numbersOf(own))]));
}

const inOrder = (etat: Etat | undefined) =>
  JSON.stringify([...(etat?.nombres ?? [])].map(([q, own]) => [q, [...own].sort()]).sort());

/** Says which margins of a question the last publication left out of the same answers. */
function leftOutOf(
  etats: readonly Etat[],
  cases: readonly Case[],
): (question: string) => readonly string[] {
  const [last, now] = etats.slice(-2);
  if (etats.length < 2 || !last?.dits || inOrder(last) !== inOrder(now)) return () => [];
  const told = new Set([...last.dits.keys()].map((cle) => cle.split('/', 3).join('/')));
  const marges = cases.map(margeOf);
  return (question) => marges.filter((marge) => !told.has(`${question}/${marge}`));
}

function listComptes(product: Product, etats: readonly Etat[], cases: readonly Case[]): Compte[] {
  const leftOut = leftOutOf(etats, cases);
  return product.questions
    .filter((q) => q['type_reponse'] === 'compte' && q['edition'] === 'public')
    .map((q) => {
      const question = text(q, 'question_id') ?? '';
      const tues = new Set(leftOut(question));
      return { question, role: text(q, 'role'), partition: text(q, 'partition'), tues };
    });
}

function sceneOf(
  product: Product,
  personnes: readonly ProductRow[],
  avant: readonly Publiee[],
): Scene {
  const all = [...avant.map((a) => a.personnes), personnes];
  const counted = new Set(all.flat().map((l) => text(l, 'reddition_id') ?? ''));
  const rapports = rapportsOf(product, counted);
  const byKey = new Map(rapports.flatMap((r) => r.cases).map((c) => [c.cle, c]));
  const membres = new Map<string, string[]>([...byKey.keys()].map((cle) => [cle, []]));
  for (const { reddition, cases } of rapports)
    for (const { cle } of cases) membres.get(cle)?.push(reddition);
  const etat: Etat = { nombres: nombresIn(personnes), dits: null };
  const before = avant.map((a): Etat => ({ nombres: nombresIn(a.personnes), dits: a.dits }));
  const etats = [...before, etat];
  const cases = [...byKey.values()].sort((a, b) => (a.cle < b.cle ? -1 : 1));
  return {
    ...{ rapports, membres, etat, etats, cases },
    comptes: listComptes(product, etats, cases),
    dits: new Set(
      product.totaux_reponses.map((t) => `${text(t, 'question_id')}/${text(t, 'exercice_id')}`),
    ),
  };
}

/** Says which cells are hidden. */
export type Hide = typeof suppressSmall;

function groupesOf(comptes: readonly Compte[]): Groupe[] {
  const linked = ['tout', 'partie'].flatMap((lien) => comptes.filter((c) => c.partition === lien));
  const alone = comptes.filter((c) => !linked.includes(c)).map((c) => [c]);
  return linked.length === 0 ? alone : [linked, ...alone];
}

/**
 * The counts and their hidden cells, less each margin that would hide more than it tells, or tell what is hidden. Of a
 * cycle of which something told is true no more, a question tells nothing: what is left would tell whose report it was.
 */
function settle(
  scene: Scene,
  groupe: Groupe,
  hide: Hide,
): { readonly groupe: Groupe; readonly cachees: ReadonlySet<string> } {
  const { unites, cellules, mouvements, alterees } = questionOf(scene, groupe);
  const { cachees, exposees } = hide(unites, cellules, mouvements);
  const open = new Set([...exposees].map((cle) => cle.split('/', 1)[0] ?? ''));
  const leftOut = (compte: Compte): readonly string[] => {
    const own = scene.cases.filter((one) => tells(one, compte));
    const cycles = new Set(
      own.filter((one) => alterees.has(keyOf(compte, one))).map(({ valeurs }) => valeurs[0]),
    );
    return [...groupBy(own, (one) => one.marge?.portee ?? null)]
      .flatMap(([, all]) => {
        const hidden = all.filter((one) => isPersonnes(one) && cachees.has(keyOf(compte, one)));
        const silent = open.has(compte.question) || hidden.length * 2 > all.length;
        return silent ? all : all.filter(({ valeurs }) => cycles.has(valeurs[0]));
      })
      .map(margeOf);
  };
  const left = groupe.map((compte) => {
    const more = leftOut(compte);
    return more.length === 0 ? compte : { ...compte, tues: new Set([...compte.tues, ...more]) };
  });
  return left.every((compte) => groupe.includes(compte))
    ? { groupe, cachees }
    : settle(scene, left, hide);
}

function rowOf(scene: Scene, compte: Compte, one: Comptee, cachees: ReadonlySet<string>) {
  const { marge, valeurs } = one;
  const compte_id = keyOf(compte, one);
  const masque = cachees.has(compte_id);
  return {
    compte_id,
    question_id: compte.question,
    portee: marge.portee,
    ...{ territoire_id: null, priorite_id: null, organisme_id: null },
    ...Object.fromEntries(marge.cles.map((c, i) => [c, valeurs[i] ?? null])),
    nombre: masque ? null : (sommeOf(scene, scene.etat, compte, one) ?? null),
    masque,
  };
}

/** How counts of people are hidden, where it is not as they would be alone. */
export interface Reglages {
  readonly hide?: Hide;
  /** Answers that count in public; those of the product where it is not given. */
  readonly personnes?: readonly ProductRow[];
  /** Publications before this one, the first first. */
  readonly avant?: readonly Publiee[];
}

/** The product with its counts of people, less the fund totals that would give a small one away. */
export function withPersonnes(
  product: Product,
  { hide = suppressOnce, personnes = product.reddition_personnes, avant = [] }: Reglages = {},
): Product {
  const scene = sceneOf(product, personnes, avant);
  const { cases } = scene;
  const settled = groupesOf(scene.comptes).map((groupe) => settle(scene, groupe, hide));
  const cachees = new Set(settled.flatMap((one) => [...one.cachees]));
  return {
    ...product,
    comptes_personnes: settled
      .flatMap(({ groupe }) => groupe)
      .flatMap((compte) =>
        cases
          .filter(isPersonnes)
          .filter((one) => tells(one, compte))
          .map((one) => rowOf(scene, compte, one, cachees)),
      ),
    totaux_reponses: product.totaux_reponses.filter(
      (t) => !cachees.has(`${text(t, 'question_id')}/exercice/${text(t, 'exercice_id')}`),
    ),
  };
}
