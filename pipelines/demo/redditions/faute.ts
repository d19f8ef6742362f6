/** A mistake planted in a report, and how it comes to be there. */
import type { Partie } from '../../../src/lib/domain/reddition';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { LigneRemplie, Valeur } from '../../forms/reponses';
import type { Copie } from './copie';

/** What else the mistake does to its report. */
export type Effet =
  /** Something that must be answered is not, or a part is not read. */
  | 'manque'
  /** The file cannot be read at all. */
  | 'illisible'
  /** The file has no place: its report does as if it had not come. */
  | 'perdu';

export interface Faute {
  readonly regle: RegleId;
  /** As `P24-012/2025-2026`. */
  readonly reddition: string;
  readonly partie: Partie;
  /** Section and code of the question, or sheet and cell; null for the whole file. */
  readonly lieu: readonly [feuille: string | null, cellule: string] | null;
  readonly effet?: Effet;
  /** The copies that come in the place of one; the mistake is in the first. */
  readonly fait: (copie: Copie) => readonly Copie[];
  /** What the other part of the report says too. */
  readonly aussi?: (copie: Copie) => Copie;
}

type Champs = Readonly<Record<string, Valeur | null>>;

/** Answers changed, and those of null taken out. */
export const champs =
  (changes: Champs) =>
  (copie: Copie): Copie => {
    const all: Champs = { ...copie.reponses.champs, ...changes };
    const kept = Object.entries(all).flatMap(([id, v]) => (v === null ? [] : [[id, v] as const]));
    return { ...copie, reponses: { ...copie.reponses, champs: Object.fromEntries(kept) } };
  };

export const rows =
  (table: string, change: (lignes: readonly LigneRemplie[]) => readonly LigneRemplie[]) =>
  (copie: Copie): Copie => {
    const { tableaux } = copie.reponses;
    const changed = { ...tableaux, [table]: change(tableaux[table] ?? []) };
    return { ...copie, reponses: { ...copie.reponses, tableaux: changed } };
  };

/** One row of a table, from 0. */
export const row = (table: string, rang: number, change: (ligne: LigneRemplie) => LigneRemplie) =>
  rows(table, (lignes) => lignes.map((l, i) => (i === rang ? change(l) : l)));

export const geste =
  (faire: (bytes: Uint8Array) => Uint8Array) =>
  (copie: Copie): Copie => ({ ...copie, gestes: [...copie.gestes, faire] });

/** Changes made one after the other to the only copy. */
export const seul =
  (...changes: readonly ((copie: Copie) => Copie)[]) =>
  (copie: Copie): Copie[] => [changes.reduce((c, change) => change(c), copie)];

export const cents = (ligne: LigneRemplie, id: string): bigint => {
  const valeur = ligne[id];
  return typeof valeur === 'bigint' ? valeur : 0n;
};

/** A file's name with some words before its extension. */
export const withWords = (nom: string, mots: string): string =>
  nom.replace(/(\.[a-z]+)$/, ` ${mots}$1`);
