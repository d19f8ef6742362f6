/** One report: what was awaited, what came, and what it answers. */
import { type Etat, etatOf } from '../../../src/lib/domain/reddition';
import type { Attendue, Scene } from '../../forms/dossiers';
import {
  champOf,
  type Definition,
  feuilleOf,
  type FeuilleForm,
  type Role,
} from '../../forms/definition';
import type { FormulaireLu, ReponseLue, Valeur } from '../../forms/reponses';
import type { Partie } from '../../../src/lib/domain/reddition';
import { groupBy } from '../../lib/group';
import type { Recu } from './placement';

export interface Reddition extends Attendue {
  /** Version that counts of each part, and files that cannot be read. */
  readonly recus: readonly Recu[];
  /** Day on which each part first came, null when it was not written down. */
  readonly premieres: ReadonlyMap<Partie | null, string | null>;
  readonly acceptation: string | null;
  readonly manques: readonly Manque[];
  /** Day up to which its files count, and that its state is told for. */
  readonly au: string;
}

/** Reports of each exercice whose Word form or budget was read. */
export function byExercice({
  liste,
}: Pick<Redditions, 'liste'>): [exercice: string, own: Reddition[]][] {
  const read = liste.filter((r) => r.recus.some((recu) => recu.lu !== null));
  return [...groupBy(read, (r) => r.exercice.id)];
}

/** Reports of an exercice that were read, as each publication before this one counted them. */
export const anterieuresOf = ({ anterieures }: Redditions, exercice: string): Reddition[][] =>
  [...new Set(anterieures)].map(
    (one) => byExercice(one).find(([id]) => id === exercice)?.[1] ?? [],
  );

/** An answer that a report must have and has not. */
export interface Manque {
  readonly partie: Partie;
  readonly feuille: string;
  readonly cellule: string;
  /** In French, as « C2 Personnes différentes ». */
  readonly texte: string;
}

/** All reports of a fund, in the order of its projects and exercices. */
export interface Redditions {
  readonly scene: Scene;
  readonly liste: readonly Reddition[];
  /** Day of the data. */
  readonly au: string;
  readonly comptes: ComptesFormulaires;
  /** The same as publications before this one counted them, the first first. */
  readonly anterieures: readonly Redditions[];
}

/** Files that came, each counted once. */
export interface ComptesFormulaires {
  readonly recus: number;
  readonly retenus: number;
  readonly remplaces: number;
  readonly nonPlaces: number;
}

export const recuOf = ({ recus }: Recus, partie: Partie): Recu | null =>
  recus.find((r) => r.partie === partie) ?? null;

export const luOf = (reddition: Recus, partie: Partie): FormulaireLu | null =>
  recuOf(reddition, partie)?.lu ?? null;

type Recus = Pick<Reddition, 'recus'>;

/** Answers of a report by question, made once: every rule and every table asks for some. */
const INDEX = new WeakMap<readonly Recu[], ReadonlyMap<string, readonly ReponseLue[]>>();

function answersOf({ recus }: Recus): ReadonlyMap<string, readonly ReponseLue[]> {
  const known = INDEX.get(recus);
  if (known) return known;
  const all = recus.flatMap((r) => r.lu?.reponses ?? []);
  const found = groupBy(all, (r) => r.question);
  INDEX.set(recus, found);
  return found;
}

/** Answers to a question: one a row where it is a column of a table. */
export const reponsesA = (reddition: Recus, question: string): readonly ReponseLue[] =>
  answersOf(reddition).get(question) ?? [];

/** Answer to a single question, null when there is none. */
export const reponseA = (reddition: Recus, question: string): ReponseLue | null =>
  reponsesA(reddition, question)[0] ?? null;

export const valeurA = (reddition: Recus, question: string): Valeur | null =>
  reponseA(reddition, question)?.valeur ?? null;

/** Answer to the question that has a role. */
export function reponseDe(definition: Definition, reddition: Recus, role: Role): ReponseLue | null {
  const champ = champOf(definition, role);
  return champ ? reponseA(reddition, champ.id) : null;
}

/** A row of a table: its answers by column. */
export interface LigneLue {
  readonly rang: number;
  readonly cellules: ReadonlyMap<string, ReponseLue>;
}

/** Rows of a table of the form, or of a sheet of the budget, that hold something. */
export function lignesOf(reddition: Recus, table: string): LigneLue[] {
  const rows = new Map<number, Map<string, ReponseLue>>();
  for (const [question, reponses] of answersOf(reddition)) {
    if (!question.startsWith(`${table}.`)) continue;
    for (const reponse of reponses) {
      const row = rows.get(reponse.rang) ?? new Map<string, ReponseLue>();
      rows.set(reponse.rang, row.set(question.slice(table.length + 1), reponse));
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([rang, cellules]) => ({ rang, cellules }));
}

export const texteIn = ({ cellules }: LigneLue, colonne: string): string | null => {
  const valeur = cellules.get(colonne)?.valeur;
  return typeof valeur === 'string' ? valeur : null;
};

export const nombreIn = ({ cellules }: LigneLue, colonne: string): number | null => {
  const valeur = cellules.get(colonne)?.valeur;
  return typeof valeur === 'number' ? valeur : null;
};

export const centsIn = ({ cellules }: LigneLue, colonne: string): bigint | null => {
  const valeur = cellules.get(colonne)?.valeur;
  return typeof valeur === 'bigint' ? valeur : null;
};

const sum = (values: readonly (bigint | null)[]): bigint =>
  values.reduce((a: bigint, v) => a + (v ?? 0n), 0n);

/** Rows of a sheet of the budget whose category has a role; all of them without one. */
export function lignesBudget(
  definition: Definition,
  reddition: Recus,
  id: FeuilleForm['id'],
  role?: 'administration' | 'fonds',
): LigneLue[] {
  const rows = lignesOf(reddition, id);
  if (role === undefined) return rows;
  const { categorie, choix } = feuilleOf(definition, id);
  const wanted = choix.filter((c) => c.role === role).map((c) => c.id);
  return rows.filter((l) => wanted.includes(texteIn(l, categorie.id) ?? ''));
}

/** Sum of a column of the budget, null when no budget was read. */
export function totalBudget(
  definition: Definition,
  reddition: Recus,
  id: FeuilleForm['id'],
  colonne: string,
  role?: 'administration' | 'fonds',
): bigint | null {
  if (luOf(reddition, 'budget') === null) return null;
  return sum(lignesBudget(definition, reddition, id, role).map((l) => centsIn(l, colonne)));
}

/** Money of the fund that the budget says was spent in the exercice; null without a budget that says it. */
export function depenseBudget(definition: Definition, reddition: Recus): bigint | null {
  const rows = lignesOf(reddition, 'depenses').filter((l) => centsIn(l, 'paye') !== null);
  return rows.length === 0 ? null : totalBudget(definition, reddition, 'depenses', 'paye');
}

export function depenseBilan(definition: Definition, reddition: Recus): bigint | null {
  const valeur = reponseDe(definition, reddition, 'depense')?.valeur;
  return typeof valeur === 'bigint' ? valeur : null;
}

/** State of a report on its own day, or on the one asked for. */
export const etatDe = (reddition: Reddition, au = reddition.au): Etat =>
  etatOf(
    {
      echeance: reddition.echeance,
      arrivees: [...reddition.premieres].map(([partie, jour]) => ({ partie, jour })),
      manques: reddition.manques.map((m) => m.texte),
      acceptation: reddition.acceptation,
    },
    au,
  );
