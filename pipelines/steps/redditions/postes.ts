/** Money of the budgets as the public may know it: by item and by source, of which none tells of a project. */
import { feuilleOf, type FeuilleForm } from '../../forms/definition';
import { isTellableSum, type Regroupement, regroup } from '../../lib/petits-nombres';
import { texte } from '../../lib/registre';
import type { ProductRow } from '../link/rows';
import {
  anterieuresOf,
  byExercice,
  centsIn,
  lignesOf,
  type Reddition,
  type Redditions,
  texteIn,
} from './reddition';
import { type Reserves, reservesOf } from './reserves';

/** Columns of a total, by the column of the sheet that they add up. */
type Colonnes = Readonly<Record<string, string>>;

const DEPENSES: Colonnes = {
  montant_prevu: 'prevu',
  montant_depense: 'reel',
  montant_paye: 'paye',
};
const FINANCEMENT: Colonnes = {
  montant_prevu: 'prevu',
  montant_confirme: 'confirme',
  montant_recu: 'recu',
};

/** A category of a sheet: what each project has in it, in cents, by column. */
interface Poste {
  readonly id: string;
  readonly parts: ReadonlyMap<string, Readonly<Record<string, bigint>>>;
}

/** Categories of a sheet that hold an amount, those of rows without one last. */
function postesOf(
  feuille: FeuilleForm,
  own: readonly Reddition[],
  colonnes: readonly string[],
): Poste[] {
  const rows = own.flatMap((r) => lignesOf(r, feuille.id).map((ligne) => ({ r, ligne })));
  const known = rows.filter(({ ligne }) => colonnes.some((c) => (centsIn(ligne, c) ?? 0n) !== 0n));
  return [...feuille.choix.map((c) => c.id), ''].flatMap((id) => {
    const mine = known.filter(({ ligne }) => (texteIn(ligne, feuille.categorie.id) ?? '') === id);
    if (mine.length === 0) return [];
    const parts = new Map<string, Record<string, bigint>>();
    for (const { r, ligne } of mine) {
      const part = parts.get(r.projet.id) ?? {};
      for (const c of colonnes) part[c] = (part[c] ?? 0n) + (centsIn(ligne, c) ?? 0n);
      parts.set(r.projet.id, part);
    }
    return [{ id, parts }];
  });
}

const projetsOf = (postes: readonly Poste[]) => new Set(postes.flatMap((p) => [...p.parts.keys()]));

/** What each project has in a column of some categories, less what it had before where that is given. */
function partsIn(
  postes: readonly Poste[],
  colonne: string,
  before: readonly Poste[] = [],
): bigint[] {
  const amount = (some: readonly Poste[], projet: string) =>
    some.reduce((a, p) => a + (p.parts.get(projet)?.[colonne] ?? 0n), 0n);
  return [...projetsOf([...postes, ...before])].map(
    (projet) => amount(postes, projet) - amount(before, projet),
  );
}

/** Categories of an exercice told alone and together; none where what is left would tell of a project. */
interface Dits extends Regroupement<Poste> {
  readonly exercice: string;
  readonly redditions: readonly Reddition[];
  /** All of them, told or not. */
  readonly postes: readonly Poste[];
  /** Whether so many of its projects may be told. */
  readonly allow: (nombre: number) => boolean;
}

/**
 * What the fund gives each project is public: less than all of it would name those whose budget did not come. All
 * of it says that none is missing, which is told where an exercice tells which of its reports were received.
 */
function withoutFonds(
  all: Redditions,
  { choix }: FeuilleForm,
  exercice: string,
  postes: readonly Poste[],
  reserves: Reserves,
) {
  const fonds = new Set(choix.filter((c) => c.role === 'fonds').map((c) => c.id));
  const due = all.liste.filter((r) => r.exercice.id === exercice).length;
  const whole = (p: Poste) => p.parts.size === due && reserves.isOpen(exercice);
  return postes.filter((p) => !fonds.has(p.id) || whole(p));
}

function listDits(all: Redditions, id: FeuilleForm['id'], colonnes: readonly string[]): Dits[] {
  const feuille = feuilleOf(all.scene.definition, id);
  const reserves = reservesOf(all);
  return byExercice(all).map(([exercice, own]) => {
    const postes = postesOf(feuille, own, colonnes);
    const avant = anterieuresOf(all, exercice).map((before) => postesOf(feuille, before, colonnes));
    const movesFew = (some: readonly Poste[]) =>
      avant.some((before) => {
        const same = before.filter((p) => some.some(({ id: own }) => own === p.id));
        return !colonnes.every((c) => isTellableSum(partsIn(some, c, same)));
      });
    const isLarge = (some: readonly Poste[]) =>
      some.every((p) => p.id !== '' || some.length > 1) &&
      colonnes.every((c) => isTellableSum(partsIn(some, c))) &&
      !movesFew(some);
    const { seules, ensemble } = regroup(
      withoutFonds(all, feuille, exercice, postes, reserves),
      isLarge,
      (p) => p.parts.size,
    );
    const dits = { seules, ensemble: isLarge(ensemble) ? ensemble : [] };
    const allow = (nombre: number) => reserves.allow(exercice, nombre);
    return { exercice, redditions: own, postes, allow, ...dits };
  });
}

function moneyRows(all: Redditions, id: FeuilleForm['id'], cle: string, colonnes: Colonnes) {
  const rowOf = (
    { exercice, allow }: Dits,
    some: readonly Poste[],
    poste: string | null,
  ): ProductRow => {
    const nombre = projetsOf(some).size;
    return {
      ...{ total_id: `${exercice}/${poste ?? 'ensemble'}`, exercice_id: exercice, [cle]: poste },
      nombre_projets: allow(nombre) ? nombre : null,
      ...Object.fromEntries(
        Object.entries(colonnes).map(([nom, c]) => [
          nom,
          partsIn(some, c).reduce((a, part) => a + part, 0n),
        ]),
      ),
    };
  };
  return listDits(all, id, Object.values(colonnes)).flatMap((dits) => [
    ...dits.seules.map((p) => rowOf(dits, [p], p.id)),
    ...(dits.ensemble.length > 0 ? [rowOf(dits, dits.ensemble, null)] : []),
  ]);
}

/** Totals of the expenses, by exercice and item. */
export const depenseRows = (all: Redditions): ProductRow[] =>
  moneyRows(all, 'depenses', 'poste_id', DEPENSES);

/** Totals of the financing, by exercice and source. */
export const financementRows = (all: Redditions): ProductRow[] =>
  moneyRows(all, 'financement', 'financement_id', FINANCEMENT);

/** Money of the fund that a project spent in an exercice, in cents, and the row of the expenses that counts it; null where none does. */
export interface Part {
  readonly projet: string;
  readonly cycle: string;
  readonly exercice: string;
  readonly poste: string;
  readonly montant: bigint;
  /** As `2024-2025/locaux`, or `2024-2025/` for items put together. */
  readonly ligne: string | null;
}

function partsOf({ exercice, redditions, postes, seules, ensemble }: Dits): Part[] {
  const cycles = new Map(redditions.map((r) => [r.projet.id, texte(r.projet, 'cycle') ?? '']));
  const ligneOf = (poste: Poste) => {
    if (seules.includes(poste)) return `${exercice}/${poste.id}`;
    return ensemble.includes(poste) ? `${exercice}/` : null;
  };
  return postes.flatMap((poste) =>
    [...poste.parts].flatMap(([projet, { paye: montant = 0n }]): Part[] =>
      montant === 0n
        ? []
        : [
            {
              ...{ projet, cycle: cycles.get(projet) ?? '', exercice, poste: poste.id },
              ...{ montant, ligne: ligneOf(poste) },
            },
          ],
    ),
  );
}

export const listParts = (all: Redditions): Part[] =>
  listDits(all, 'depenses', Object.values(DEPENSES)).flatMap(partsOf);

const keyOf = ({ projet, exercice, poste }: Part) => [projet, exercice, poste].join('/');

/** What moved of that money since each publication before this one; what is not there any more is in no row. */
export function listMoves(all: Redditions): Part[][] {
  const byKey = (parts: readonly Part[]) => new Map(parts.map((p) => [keyOf(p), p]));
  const now = byKey(listParts(all));
  return [...new Set(all.anterieures)].map((one) => {
    const before = byKey(listParts({ ...all, liste: one.liste, anterieures: [] }));
    return [...new Set([...now.keys(), ...before.keys()])].flatMap((key) => {
      const [left, right] = [before.get(key), now.get(key)];
      const part = right ?? (left && { ...left, ligne: null });
      const montant = (right?.montant ?? 0n) - (left?.montant ?? 0n);
      return part === undefined || montant === 0n ? [] : [{ ...part, montant }];
    });
  });
}
