/** People counted by territory, priority, organisation and cycle, of which no small count can be had. */
import { type Marge, MARGES, type Portee } from '../../../src/lib/domain/marges';
import { groupBy } from '../../lib/group';
import { SEUIL_COMPTE } from '../../lib/petits-nombres';
import type { Cellule, suppressSmall, Unite } from '../../lib/suppression/index';
import { suppressOnce } from '../../lib/suppression/masques';
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
  readonly partition: string | null;
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
      const said = { role: text(q, 'role'), partition: text(q, 'partition') };
      return { question, ...said, nombres, sommes, tues: new Set<Portee>() };
    });
}

/** Whether a margin tells a question: if not, it has neither numbers nor marks for it. */
const tells = ({ marge }: Case, { role, tues }: Compte): boolean =>
  !tues.has(marge.portee) &&
  (marge.roles === undefined || (role !== null && marge.roles.includes(role)));

/** A count of some of the people holds, and is held by, the count of all of them. */
function encadre({ partition }: Compte, { cle }: Case, comptes: readonly Compte[]) {
  const sumsOf = (lien: string) =>
    comptes.filter((c) => c.partition === lien).map((c) => c.sommes.get(cle));
  if (partition === 'dont') {
    const [tout = Infinity] = sumsOf('tout');
    return { min: 0, max: Math.max(tout, SEUIL_COMPTE - 1) };
  }
  if (partition !== 'tout') return { min: 0, max: Infinity };
  const told = sumsOf('dont').filter((n = 0) => n >= SEUIL_COMPTE);
  return { min: Math.max(0, ...told.map(Number)), max: Infinity };
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

/** Counts hidden together: one, or a whole then the parts that add up to it. */
type Groupe = readonly Compte[];

function groupesOf(comptes: readonly Compte[]): Groupe[] {
  const [tout, parties] = ['tout', 'partie'].map((lien) =>
    comptes.filter((c) => c.partition === lien),
  );
  const linked = [...(tout ?? []), ...(parties ?? [])];
  const alone = comptes.filter((c) => !linked.includes(c)).map((c) => [c]);
  return linked.length === 0 ? alone : [linked, ...alone];
}

const keyOf = ({ question }: Compte, { cle }: Pick<Case, 'cle'>) => `${question}/${cle}`;

/**
 * Units of a report: its count, or each of the parts of a whole, which counts in both, then what is in no part. A
 * report that counts a part and not the whole adds to the part alone.
 */
function unitesOf({ reddition, cases }: Rapport, groupe: Groupe): Unite[] {
  const cellsOf = (compte: Compte) =>
    cases.filter((one) => tells(one, compte)).map((one) => keyOf(compte, one));
  const nombreOf = ({ nombres }: Compte) => nombres.get(reddition) ?? 0;
  const [first, ...parties] = groupe;
  if (first === undefined) return [];
  if (parties.length === 0) return [{ valeur: nombreOf(first), cellules: cellsOf(first) }];
  const whole = first.nombres.get(reddition);
  const units = parties.map((partie): Unite => {
    const apart = whole === undefined && partie.nombres.has(reddition);
    const cellules = [...cellsOf(partie), ...(apart ? [] : cellsOf(first))];
    return { valeur: nombreOf(partie), cellules };
  });
  if (whole === undefined) return units;
  const rest = whole - parties.reduce((a, p) => a + nombreOf(p), 0);
  return [...units, { valeur: rest, cellules: cellsOf(first), connue: true }];
}

function hiddenOf(
  { rapports, cases, comptes, dits }: Scene,
  groupe: Groupe,
  hide: Hide,
): ReadonlySet<string> {
  const cellules = groupe.flatMap((compte) =>
    cases
      .filter((one) => tells(one, compte))
      .map((one): Cellule => ({
        cle: keyOf(compte, one),
        tue:
          one.marge.table === 'totaux_reponses'
            ? !dits.has([compte.question, ...one.valeurs].join('/'))
            : !compte.sommes.has(one.cle),
        ...encadre(compte, one, comptes),
      })),
  );
  return hide(
    rapports.flatMap((r) => unitesOf(r, groupe)),
    cellules,
  );
}

/** The counts and their hidden cells, less each margin that would hide more than it tells. */
function settle(
  scene: Scene,
  groupe: Groupe,
  hide: Hide,
): { readonly groupe: Groupe; readonly cachees: ReadonlySet<string> } {
  const cachees = hiddenOf(scene, groupe, hide);
  const mostlyHidden = (compte: Compte): Portee[] => {
    const own = scene.cases.filter((one) => isPersonnes(one) && tells(one, compte));
    return [...groupBy(own, (one) => one.marge.portee)]
      .filter(([, all]) => all.filter((o) => cachees.has(keyOf(compte, o))).length * 2 > all.length)
      .map(([portee]) => portee);
  };
  const left = groupe.map((compte) => {
    const more = mostlyHidden(compte);
    return more.length === 0 ? compte : { ...compte, tues: new Set([...compte.tues, ...more]) };
  });
  return left.every((compte) => groupe.includes(compte))
    ? { groupe, cachees }
    : settle(scene, left, hide);
}

function rowOf(compte: Compte, { marge, cle, valeurs }: Case, cachees: ReadonlySet<string>) {
  const compte_id = keyOf(compte, { cle });
  const masque = cachees.has(compte_id);
  return {
    compte_id,
    question_id: compte.question,
    portee: marge.portee,
    ...{ territoire_id: null, priorite_id: null, organisme_id: null },
    ...Object.fromEntries(marge.cles.map((c, i) => [c, valeurs[i] ?? null])),
    nombre: masque ? null : (compte.sommes.get(cle) ?? null),
    masque,
  };
}

/** The product with its counts of people, less the fund totals that would give a small one away. */
export function withPersonnes(product: Product, hide: Hide = suppressOnce): Product {
  const rapports = rapportsOf(product);
  const cases = [...new Map(rapports.flatMap((r) => r.cases).map((c) => [c.cle, c])).values()].sort(
    (a, b) => (a.cle < b.cle ? -1 : 1),
  );
  const comptes = comptesOf(product, rapports);
  const dits = new Set(
    product.totaux_reponses.map((t) => `${text(t, 'question_id')}/${text(t, 'exercice_id')}`),
  );
  const scene = { rapports, cases, comptes, dits };
  const settled = groupesOf(comptes).map((groupe) => settle(scene, groupe, hide));
  const cachees = new Set(settled.flatMap((one) => [...one.cachees]));
  return {
    ...product,
    comptes_personnes: settled
      .flatMap(({ groupe }) => groupe)
      .flatMap((compte) =>
        cases
          .filter((one) => isPersonnes(one) && tells(one, compte))
          .map((one) => rowOf(compte, one, cachees)),
      ),
    totaux_reponses: product.totaux_reponses.filter(
      (t) => !cachees.has(`${text(t, 'question_id')}/exercice/${text(t, 'exercice_id')}`),
    ),
  };
}
