/**
 * A count of reports, or of projects that reported, says that no more are missing than it leaves out. Where an
 * exercice does not tell which reports were received, such a count is told only when it leaves out as many as
 * anyone may already think missing.
 */
import { SEUIL_COMPTE } from '../../lib/petits-nombres';
import { texte } from '../../lib/registre';
import { comptesExercices, nonRecues } from './comptes';
import type { Reddition, Redditions } from './reddition';

/** Exercices whose missing reports are only told together, and how many a count must leave out. */
interface Reserve {
  readonly exercices: ReadonlyMap<string, readonly Reddition[]>;
  readonly nombre: number;
}

export interface Reserves {
  /** Whether so many of the reports of an exercice may be told. */
  readonly allow: (exercice: string, nombre: number) => boolean;
  /** Whether so many of the reports of the projects of a cycle may be told. */
  readonly allowCycle: (cycle: string, nombre: number) => boolean;
  /** Whether an exercice tells which of its reports were received. */
  readonly isOpen: (exercice: string) => boolean;
}

function listReserves(all: Redditions): Reserve[] {
  const hidden = comptesExercices(all).filter((c) => c.sansDetail);
  const due = hidden.filter((c) => c.dues);
  const groups = [due, ...hidden.filter((c) => !c.dues).map((c) => [c])];
  return groups.map((some) => ({
    exercices: new Map(some.map((c) => [c.exercice, c.redditions])),
    nombre: Math.max(SEUIL_COMPTE, nonRecues(some.flatMap((c) => c.redditions))),
  }));
}

/** What the counts of reports of a fund must leave out. */
export function reservesOf(all: Redditions): Reserves {
  const reserves = listReserves(all);
  const of = (exercice: string) => reserves.find((r) => r.exercices.has(exercice));
  const inCycle = (cycle: string) => (r: Reddition) => texte(r.projet, 'cycle') === cycle;
  return {
    allow: (exercice, nombre) => {
      const reserve = of(exercice);
      const own = reserve?.exercices.get(exercice) ?? [];
      return reserve === undefined || own.length - nombre >= reserve.nombre;
    },
    allowCycle: (cycle, nombre) => {
      const own = all.liste.filter(inCycle(cycle));
      const told = own.filter((r) => of(r.exercice.id) === undefined);
      const kept = new Set(own.flatMap((r) => of(r.exercice.id) ?? []));
      const least = [...kept].reduce((a, r) => a + r.nombre, 0);
      return own.length - nonRecues(told) - nombre >= least;
    },
    isOpen: (exercice) => of(exercice) === undefined,
  };
}
