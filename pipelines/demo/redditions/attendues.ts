/** Reports that each project owes, with the money that the register gives it. Cents. */
import { type Exercice, exercicesBetween } from '../../../src/lib/domain/exercice';
import { echeanceOf } from '../../../src/lib/domain/reddition';
import type { Definition } from '../../forms/definition';
import { DATE_DONNEES } from '../cycles';
import type { Projet } from '../projets';
import type { Modele } from '../registre-modele';
import type { Versement } from '../versements';

/** One exercice of a project; those still to come are planned too, and never reported. */
export interface Tranche {
  /** As `P24-012/2025-2026`. */
  readonly id: string;
  readonly projet: Projet;
  readonly exercice: Exercice;
  readonly echeance: string;
  /** Granted up to the end of the exercice. */
  readonly accorde: number;
  readonly verseAvant: number;
  readonly versements: readonly Versement[];
  readonly derniere: boolean;
}

/** A project from its first exercice to its last. */
export interface Suite {
  readonly projet: Projet;
  /** Granted once everything is decided. */
  readonly total: number;
  /** Its last instalment was held back. */
  readonly retenu: boolean;
  readonly tranches: readonly Tranche[];
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const centsOf = (rows: readonly { readonly cents: number }[]) => sum(rows.map((r) => r.cents));

function suiteOf(modele: Modele, definition: Definition, projet: Projet): Suite {
  const own = <T extends { readonly projet: Projet }>(rows: readonly T[]) =>
    rows.filter((r) => r.projet.id === projet.id);
  const [octrois, versements] = [own(modele.octrois), own(modele.versements)];
  const exercices = exercicesBetween(projet.debut, projet.fin);
  const tranches = exercices.map((exercice, rank) => ({
    id: `${projet.id}/${exercice.id}`,
    projet,
    exercice,
    echeance: echeanceOf(exercice, definition.echeance),
    accorde: centsOf(octrois.filter((o) => o.jour <= exercice.fin)),
    verseAvant: centsOf(versements.filter((v) => v.jour < exercice.debut)),
    versements: versements.filter((v) => v.jour >= exercice.debut && v.jour <= exercice.fin),
    derniere: rank === exercices.length - 1,
  }));
  const total = centsOf(octrois);
  const retenu = projet.fin < '2024-04-01' && centsOf(versements) < total;
  return { projet, total, retenu, tranches };
}

export const listSuites = (modele: Modele, definition: Definition): Suite[] =>
  modele.projets.map((projet) => suiteOf(modele, definition, projet));

export const verseOf = ({ versements }: Tranche): number => centsOf(versements);

export const verseAu = (tranche: Tranche): number => tranche.verseAvant + verseOf(tranche);

/** Its report is asked for: the exercice is over and the day to hand it in is past. */
export const isDue = ({ echeance }: Tranche): boolean => echeance <= DATE_DONNEES;

/** Splits a whole number by weights, to the unit. */
export function split(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  let [weight, given] = [0, 0];
  return weights.map((w) => {
    weight += w;
    const part = Math.round((total * weight) / whole) - given;
    given += part;
    return part;
  });
}
