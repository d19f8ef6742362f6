/** What the formulas of the budget give: the writer stores it beside each one, as a spreadsheet would. */
import type { Definition, FeuilleForm, LigneSommaire } from '../definition';
import { feuilleOf } from '../definition';
import type { LigneRemplie, Reponses } from '../reponses';

const cents = (ligne: LigneRemplie, id: string): bigint => {
  const valeur = ligne[id];
  return typeof valeur === 'bigint' ? valeur : 0n;
};

export const rowsOf = ({ tableaux }: Reponses, id: FeuilleForm['id']): readonly LigneRemplie[] =>
  tableaux[id] ?? [];

/** Cents of a column, of the categories that have a role where one is given. */
export function sumOf(
  definition: Definition,
  reponses: Reponses,
  id: FeuilleForm['id'],
  colonne: string,
  role?: 'administration' | 'fonds',
): bigint {
  const { categorie, choix } = feuilleOf(definition, id);
  const wanted = choix.filter((c) => role === undefined || c.role === role).map((c) => c.id);
  return rowsOf(reponses, id)
    .filter((l) => role === undefined || wanted.includes(String(l[categorie.id])))
    .reduce((a, l) => a + cents(l, colonne), 0n);
}

const MILLIONIEMES = 1_000_000n;

/** A share as a plain decimal, to six places. */
function share(part: bigint, whole: bigint): string {
  if (whole === 0n) return '0';
  const scaled = (part * MILLIONIEMES * 2n + whole) / (whole * 2n);
  const sign = scaled < 0n ? '-' : '';
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(7, '0');
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

export interface Sommaire {
  readonly cents: Readonly<Partial<Record<LigneSommaire, bigint>>>;
  readonly parts: Readonly<Partial<Record<LigneSommaire, string>>>;
}

export function sommaireOf(definition: Definition, reponses: Reponses): Sommaire {
  const depenses = sumOf(definition, reponses, 'depenses', 'reel');
  const paye = sumOf(definition, reponses, 'depenses', 'paye');
  const recu = sumOf(definition, reponses, 'financement', 'recu', 'fonds');
  const administration = sumOf(definition, reponses, 'depenses', 'paye', 'administration');
  const debut = cents(reponses.champs as LigneRemplie, 'solde_debut');
  return {
    cents: {
      total_depenses: depenses,
      total_paye: paye,
      recu_fonds: recu,
      solde_fin: debut + recu - paye,
    },
    parts: {
      part_fonds: share(paye, depenses),
      part_administration: share(administration, paye),
    },
  };
}
