/** Every question of the product, and choices that cover each dimension alone and together. */
import type { Question, Schema } from '../../src/lib/data/question';
import { type Choix, type Dimension, DIMENSIONS, SANS_CHOIX } from '../../src/lib/domain/choix';

const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/data/queries/*.ts', {
  eager: true,
});

const isQuestion = (value: unknown): value is Question<Schema> =>
  typeof value === 'object' && value !== null && 'sql' in value && 'lignes' in value;

export const QUESTIONS = Object.values(modules).flatMap((module) =>
  Object.values(module).filter(isQuestion),
);

const VALUES = {
  cycle: ['2019-2024', '2024-2029'],
  territoire: ['les-moulins', 'joliette', 'hors-mrc', 'non-ventile'],
  priorite: ['reussite-educative', 'non-publiee'],
  exercice: ['2021-2022', '2025-2026', '2019-2020'],
} as const;

const one = (dimension: Dimension) => VALUES[dimension].map((id) => ({ [dimension]: id }));

/** Two dimensions at a time, every value with every value of the other. */
const pairs = DIMENSIONS.flatMap((a, i) =>
  DIMENSIONS.slice(i + 1).flatMap((b) =>
    one(a).flatMap((x) => one(b).map((y) => ({ ...x, ...y }))),
  ),
);

export const ALL_CHOICES: readonly Choix[] = [
  {},
  ...DIMENSIONS.flatMap(one),
  ...pairs,
  { cycle: '2019-2024', territoire: 'joliette', priorite: 'reussite-educative' },
  { cycle: '2019-2024', territoire: 'les-moulins', priorite: 'non-publiee', exercice: '2021-2022' },
].map((choix) => ({ ...SANS_CHOIX, ...choix }));
