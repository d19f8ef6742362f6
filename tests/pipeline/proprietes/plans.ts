/** What a random register is made from: choices, and fractions of what is left to choose from. */
import fc from 'fast-check';
import { BAILLEURS, CYCLES, TERRITOIRES } from './monde';

export interface AmendementPlan {
  /** Cents, added or taken; more than what is left is cut down. */
  readonly cents: number;
  /** Days after the decision before. */
  readonly ecart: number;
  readonly annonce: number;
}

export interface DecisionPlan {
  readonly bailleur: number;
  readonly cents: number;
  /** 0 to 1000: where in the cycle. */
  readonly jour: number;
  /** 0: not announced; 1 or 2: which announcement of the cycle and funder. */
  readonly annonce: number;
  readonly amendements: readonly AmendementPlan[];
  readonly versements: readonly { readonly part: number; readonly ecart: number }[];
}

export interface ProjetPlan {
  readonly cycle: number;
  readonly territoire: number;
  readonly organisme: number;
  readonly parNom: boolean;
  readonly titre: string;
  readonly touchees: boolean;
  readonly description: string;
  readonly decisions: readonly DecisionPlan[];
  /** Where 100 % is cut in shares. */
  readonly coupes: readonly number[];
  readonly priorite: number;
  readonly indicateurs: number;
  /** Application that it answers: days before the decision; null when there is none. */
  readonly demande: {
    readonly avance: number;
    readonly enPlus: number;
    readonly depot: number;
  } | null;
}

export interface VirementPlan {
  readonly cycle: number;
  readonly bailleur: number;
  readonly de: number;
  readonly vers: number;
  readonly cents: number;
  readonly jour: number;
}

export interface MouvementPlan {
  readonly cycle: number;
  readonly bailleur: number;
  readonly territoire: number;
  readonly sorte: 'Ajout' | 'Retour';
  readonly cents: number;
  readonly jour: number;
}

export interface RefusPlan {
  readonly cycle: number;
  readonly organisme: number;
  readonly decision: 'Refusée' | 'Retirée' | 'En attente';
  readonly cents: number;
  readonly depot: number;
  readonly attente: number;
}

export interface AnnoncePlan {
  readonly attente: number;
  readonly precision: 'Exact' | 'Au moins' | 'Au plus' | 'Arrondi';
  readonly ecart: number;
  readonly territoires: boolean;
  readonly nombres: boolean;
  readonly appel: boolean;
}

export interface Plan {
  readonly projets: readonly ProjetPlan[];
  readonly virements: readonly VirementPlan[];
  readonly mouvements: readonly MouvementPlan[];
  readonly refus: readonly RefusPlan[];
  /** Of each cycle and funder, in turn. */
  readonly annonces: readonly AnnoncePlan[];
  readonly frais: readonly number[];
  readonly marge: number;
}

const below = (n: number) => fc.nat(n - 1);
const cents = fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 30_000_000 }));
const jour = fc.nat(1000);

/** Words with marks that a CSV must quote, and letters that windows-1252 knows. */
const words = fc.constantFrom(
  'Un toit au Val',
  'La table longue; suite',
  'Le « grand » jardin',
  'Œuvre d’été',
  'Navette "express"',
  "L'eau claire, à côté",
);

const amendement = fc.record<AmendementPlan>({
  cents: fc.integer({ min: -20_000_000, max: 20_000_000 }).filter((n) => n !== 0),
  ecart: fc.integer({ min: 1, max: 300 }),
  annonce: fc.constantFrom(0, 0, 1, 2),
});

const decision = fc.record<DecisionPlan>({
  bailleur: below(BAILLEURS.length),
  cents,
  jour,
  annonce: fc.constantFrom(0, 1, 1, 2),
  amendements: fc.array(amendement, { maxLength: 3 }),
  versements: fc.array(fc.record({ part: fc.integer({ min: 1, max: 100 }), ecart: fc.nat(200) }), {
    maxLength: 3,
  }),
});

const projet = fc.record<ProjetPlan>({
  cycle: below(CYCLES.length),
  territoire: below(TERRITOIRES.length),
  organisme: below(5),
  parNom: fc.boolean(),
  titre: words,
  touchees: fc.boolean(),
  description: fc.constantFrom('', 'Ce que fait le projet.', 'Une ligne; puis « une autre ».'),
  decisions: fc.uniqueArray(decision, {
    minLength: 1,
    maxLength: 2,
    selector: (d) => d.bailleur,
  }),
  coupes: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  priorite: below(3),
  indicateurs: fc.integer({ min: 1, max: 2 }),
  demande: fc.option(fc.record({ avance: fc.nat(40), enPlus: fc.nat(1_000_000), depot: jour }), {
    freq: 3,
  }),
});

const virement = fc
  .record<VirementPlan>({
    cycle: below(CYCLES.length),
    bailleur: below(BAILLEURS.length),
    de: below(TERRITOIRES.length),
    vers: below(TERRITOIRES.length),
    cents,
    jour,
  })
  .filter((v) => v.de !== v.vers);

const mouvement = fc.record<MouvementPlan>({
  cycle: below(CYCLES.length),
  bailleur: below(BAILLEURS.length),
  territoire: below(TERRITOIRES.length),
  sorte: fc.constantFrom('Ajout', 'Retour'),
  cents,
  jour,
});

const refus = fc.record<RefusPlan>({
  cycle: below(CYCLES.length),
  organisme: below(5),
  decision: fc.constantFrom('Refusée', 'Retirée', 'En attente'),
  cents,
  depot: jour,
  attente: fc.nat(300),
});

const annonce = fc.record<AnnoncePlan>({
  attente: fc.nat(60),
  precision: fc.constantFrom('Exact', 'Exact', 'Au moins', 'Au plus', 'Arrondi'),
  ecart: fc.nat(100_000),
  territoires: fc.boolean(),
  nombres: fc.boolean(),
  appel: fc.boolean(),
});

export const plan: fc.Arbitrary<Plan> = fc.record({
  projets: fc.array(projet, { minLength: 1, maxLength: 6 }),
  virements: fc.array(virement, { maxLength: 3 }),
  mouvements: fc.array(mouvement, { maxLength: 3 }),
  refus: fc.array(refus, { maxLength: 16 }),
  annonces: fc.array(annonce, { minLength: 2, maxLength: 6 }),
  frais: fc.array(cents, { maxLength: 2 }),
  marge: fc.nat(500_000),
});
