/** Every question of the product, and choices that cover each dimension alone and together. */
import { sampleOf } from './ampleur';
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

type Values = Readonly<Record<Dimension, readonly string[]>>;

/** Each value alone, pairs of values of two dimensions (some in the suite), and what else is given. */
function choicesOf(values: Values, others: readonly Partial<Choix>[]): readonly Choix[] {
  const one = (dimension: Dimension) => values[dimension].map((id) => ({ [dimension]: id }));
  const pairs = DIMENSIONS.flatMap((a, i) =>
    DIMENSIONS.slice(i + 1).flatMap((b) =>
      one(a).flatMap((x) => one(b).map((y) => ({ ...x, ...y }))),
    ),
  );
  return [{}, ...DIMENSIONS.flatMap(one), ...sampleOf(pairs, 8), ...others].map((choix) => ({
    ...SANS_CHOIX,
    ...choix,
  }));
}

export const ALL_CHOICES = choicesOf(
  {
    cycle: ['2019-2024', '2024-2029'],
    territoire: ['les-moulins', 'joliette', 'hors-mrc', 'non-ventile'],
    priorite: ['reussite-educative', 'non-publiee'],
    exercice: ['2021-2022', '2025-2026', '2019-2020'],
    organisme: ['le-neo'],
  },
  [
    { cycle: '2019-2024', territoire: 'joliette', priorite: 'reussite-educative' },
    {
      cycle: '2019-2024',
      territoire: 'les-moulins',
      priorite: 'non-publiee',
      exercice: '2021-2022',
    },
    { au: '2021-12-31' },
    { au: '2021-12-31', territoire: 'les-moulins', organisme: 'le-neo' },
  ],
);

/** As `ALL_CHOICES`, for the demonstration fund. */
export const DEMO_CHOICES = choicesOf(
  {
    cycle: ['2019-2024', '2024-2029'],
    territoire: ['vaubrume', 'regional', 'hors-mrc', 'non-ventile'],
    priorite: ['isolement', 'non-publiee'],
    exercice: ['2021-2022', '2025-2026'],
    organisme: ['ORG-003'],
  },
  [
    { cycle: '2024-2029', territoire: 'vaubrume', exercice: '2025-2026' },
    { au: '2022-06-30' },
    { au: '2022-06-30', territoire: 'vaubrume', organisme: 'ORG-003' },
  ],
);

/** Each fund's product, with choices that cover it. */
export const PRODUCTS = [
  ['lanaudiere', ALL_CHOICES],
  ['demo', DEMO_CHOICES],
] as const;

/** Questions that may have no answer: findings and corrections anywhere, reports where none is published. */
export const mayBeEmpty = (fonds: string, nom: string): boolean =>
  ['constats-publies', 'corrections-publiees'].includes(nom) ||
  (fonds === 'demo' && nom === 'demandes-publiees') ||
  (fonds === 'lanaudiere' && [...REDDITIONS, ...REGISTRE].includes(nom));

/** What only the register of a fund tells. */
const REGISTRE = [
  'verse-by-exercice',
  'mouvements-enveloppe',
  'projet-versements',
  'demandes-comptees',
];

const REDDITIONS = [
  'comptes-redditions',
  'reponses-publiques',
  'comptes-personnes-territoire',
  'comptes-personnes-priorite',
  'comptes-personnes-organisme',
  'comptes-personnes-cycle',
  'resultats-by-indicateur',
  'depenses-by-poste',
  'financements-by-source',
  'bilans-by-cycle',
  'temoignages-publies',
  'depense-by-exercice',
];

export const productOf = (fonds: string): string => `static/donnees/${fonds}/public`;
