/** People counted by territory, priority, organisation and cycle, of which no small count can be had. */
import { type Marge, MARGES, type Portee } from '../../../src/lib/domain/marges';
import { groupBy } from '../../lib/group';
import { SEUIL_COMPTE } from '../../lib/petits-nombres';
import { type Cellule, suppressSmall, type Unite } from '../../lib/suppression/index';
import type { Product, ProductRow } from '../link/rows';

const text = (row: ProductRow, column: string): string | null => {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
};

/** A cell of a margin: `territoire/2024-2029/vaubrume`. */
interface Case {
  readonly marge: Marge;
  readonly cle: string;
  readonly valeurs: readonly string[];
}

/** A report that came, or may have come as far as the public knows, and the cells that count it. */
interface Rapport {
  readonly reddition: string;
  readonly cases: readonly Case[];
}

type Cles = Readonly<Record<string, readonly string[]>>;

const isPersonnes = ({ marge }: Case): boolean => marge.table === 'comptes_personnes';

const casesOf = (cles: Cles): Case[] =>
  MARGES.flatMap((marge) =>
    marge.cles
      .reduce<string[][]>(
        (all, cle) => all.flatMap((own) => (cles[cle] ?? []).map((v) => [...own, v])),
        [[]],
      )
      .map((valeurs) => ({ marge, cle: [marge.portee, ...valeurs].join('/'), valeurs })),
  );

/** Reports of exercices that are over on the day of the data, and those that counted before. */
function rapportsOf(product: Product): Rapport[] {
  const jour = text(product.fonds[0] ?? {}, 'date_donnees') ?? '';
  const fins = new Map(
    product.exercices.map((e) => [text(e, 'exercice_id'), text(e, 'fin') ?? '']),
  );
  const projets = new Map(product.projets.map((p) => [text(p, 'projet_id'), p]));
  const priorites = groupBy(product.projets_priorites, (l) => text(l, 'projet_id'));
  const counted = new Set(product.reddition_personnes.map((l) => text(l, 'reddition_id')));
  return product.redditions.flatMap((r) => {
    const [reddition, exercice] = [text(r, 'reddition_id') ?? '', text(r, 'exercice_id') ?? ''];
    const projet = projets.get(text(r, 'projet_id'));
    const over = (fins.get(exercice) ?? '') <= jour || counted.has(reddition);
    if (projet === undefined || !over) return [];
    const own = (column: string) => [text(projet, column)].filter((v) => v !== null);
    const cases = casesOf({
      exercice_id: [exercice],
      cycle_id: own('cycle_id'),
      territoire_id: own('territoire_id'),
      organisme_id: own('organisme_id'),
      priorite_id: (priorites.get(text(projet, 'projet_id') ?? '') ?? []).map((l) =>
        String(l['priorite_id']),
      ),
    });
    return [{ reddition, cases }];
  });
}

/** What the reports answered to one question. */
interface Compte {
  readonly question: string;
  readonly role: string | null;
  readonly nombres: ReadonlyMap<string, number>;
  /** Sum of each cell where something was counted. */
  readonly sommes: ReadonlyMap<string, number>;
  /** Margins of which most would be hidden: they are not told at all. */
  readonly tues: ReadonlySet<Portee>;
}

function comptesOf(product: Product, rapports: readonly Rapport[]): Compte[] {
  const byQuestion = groupBy(product.reddition_personnes, (l) => text(l, 'question_id'));
  return product.questions
    .filter((q) => q['type_reponse'] === 'compte' && q['edition'] === 'public')
    .map((q) => {
      const question = text(q, 'question_id') ?? '';
      const nombres = new Map(
        (byQuestion.get(question) ?? []).flatMap((l) => {
          const nombre = l['nombre'];
          return typeof nombre === 'number' ? [[text(l, 'reddition_id') ?? '', nombre]] : [];
        }),
      );
      const sommes = new Map<string, number>();
      for (const { reddition, cases } of rapports) {
        const nombre = nombres.get(reddition);
        if (nombre === undefined) continue;
        for (const { cle } of cases) sommes.set(cle, (sommes.get(cle) ?? 0) + nombre);
      }
      return { question, role: text(q, 'role'), nombres, sommes, tues: new Set<Portee>() };
    });
}

/** Whether a margin tells a question: if not, it has neither numbers nor marks for it. */
const tells = ({ marge }: Case, { role, tues }: Compte): boolean =>
  !tues.has(marge.portee) &&
  (marge.roles === undefined || (role !== null && marge.roles.includes(role)));

const PARTIES: readonly (string | null)[] = ['personnes-pauvrete', 'groupe'];

/** A group is part of the people counted: each tells the least, or the most, that the other can be. */
function encadre({ role }: Compte, one: Case, comptes: readonly Compte[]) {
  const { cle } = one;
  if (PARTIES.includes(role)) {
    const whole = comptes.find((c) => c.role === 'personnes')?.sommes.get(cle);
    const max = whole === undefined ? Infinity : Math.max(whole, SEUIL_COMPTE - 1);
    return { min: 0, max };
  }
  if (role !== 'personnes') return { min: 0, max: Infinity };
  const parts = comptes.filter((c) => PARTIES.includes(c.role) && tells(one, c));
  const told = parts.map((c) => c.sommes.get(cle) ?? 0).filter((n) => n >= SEUIL_COMPTE);
  return { min: Math.max(0, ...told), max: Infinity };
}

interface Scene {
  readonly rapports: readonly Rapport[];
  readonly cases: readonly Case[];
  readonly comptes: readonly Compte[];
  /** Questions and exercices, joined by a slash, whose fund total is told. */
  readonly dits: ReadonlySet<string>;
}

/** Says which cells are hidden. */
export type Hide = typeof suppressSmall;

function hiddenOf(
  { rapports, cases, comptes, dits }: Scene,
  compte: Compte,
  hide: Hide,
): ReadonlySet<string> {
  const told = cases.filter((one) => tells(one, compte));
  const unites = rapports.map(({ reddition, cases: own }): Unite => ({
    valeur: compte.nombres.get(reddition) ?? 0,
    cellules: own.filter((one) => tells(one, compte)).map((c) => c.cle),
  }));
  const cellules = told.map((one): Cellule => ({
    cle: one.cle,
    tue:
      one.marge.table === 'totaux_reponses'
        ? !dits.has([compte.question, ...one.valeurs].join('/'))
        : !compte.sommes.has(one.cle),
    ...encadre(compte, one, comptes),
  }));
  return hide(unites, cellules);
}

/** The count and its hidden cells, less each margin that would hide more than it tells. */
function settle(
  scene: Scene,
  compte: Compte,
  hide: Hide,
): { readonly compte: Compte; readonly cachees: ReadonlySet<string> } {
  const cachees = hiddenOf(scene, compte, hide);
  const own = scene.cases.filter((one) => isPersonnes(one) && tells(one, compte));
  const mostlyHidden = [...groupBy(own, (one) => one.marge.portee)]
    .filter(([, all]) => all.filter(({ cle }) => cachees.has(cle)).length * 2 > all.length)
    .map(([portee]) => portee);
  return mostlyHidden.length === 0
    ? { compte, cachees }
    : settle(scene, { ...compte, tues: new Set([...compte.tues, ...mostlyHidden]) }, hide);
}

function rowOf(compte: Compte, { marge, cle, valeurs }: Case, cachees: ReadonlySet<string>) {
  const masque = cachees.has(cle);
  return {
    compte_id: `${compte.question}/${cle}`,
    question_id: compte.question,
    portee: marge.portee,
    ...{ territoire_id: null, priorite_id: null, organisme_id: null },
    ...Object.fromEntries(marge.cles.map((c, i) => [c, valeurs[i] ?? null])),
    nombre: masque ? null : (compte.sommes.get(cle) ?? null),
    masque,
  };
}

/** The product with its counts of people, less the fund totals that would give a small one away. */
export function withPersonnes(product: Product, hide: Hide = suppressSmall): Product {
  const rapports = rapportsOf(product);
  const cases = [...new Map(rapports.flatMap((r) => r.cases).map((c) => [c.cle, c])).values()].sort(
    (a, b) => (a.cle < b.cle ? -1 : 1),
  );
  const comptes = comptesOf(product, rapports);
  const dits = new Set(
    product.totaux_reponses.map((t) => `${text(t, 'question_id')}/${text(t, 'exercice_id')}`),
  );
  const scene = { rapports, cases, comptes, dits };
  const settled = comptes.map((c) => settle(scene, c, hide));
  const isHidden = (question: string | null, cle: string) =>
    settled.some(({ compte, cachees }) => compte.question === question && cachees.has(cle));
  return {
    ...product,
    comptes_personnes: settled.flatMap(({ compte, cachees }) =>
      cases
        .filter((one) => isPersonnes(one) && tells(one, compte))
        .map((one) => rowOf(compte, one, cachees)),
    ),
    totaux_reponses: product.totaux_reponses.filter(
      (t) => !isHidden(text(t, 'question_id'), `exercice/${text(t, 'exercice_id')}`),
    ),
  };
}
