/** Sums of counts of people that the public edition tells: what each one adds up, and where it stands. */
import type { TableName } from './column';

export const PORTEES = ['exercice', 'cycle', 'territoire', 'priorite', 'organisme'] as const;
export type Portee = (typeof PORTEES)[number];

/** A margin: the counts of all projects that share these keys, question by question. */
export interface Marge {
  readonly portee: Portee;
  readonly nom: string;
  readonly table: TableName;
  readonly cles: readonly string[];
  /** Roles of the questions that it tells; all of them where none is given. */
  readonly roles?: readonly string[];
}

/**
 * Every margin of people told in public; a project counts whole under each of its priorities. Of an organisation,
 * groups are not told: what they add up to beside its people would tell those that are hidden.
 */
export const MARGES: readonly Marge[] = [
  {
    portee: 'exercice',
    nom: 'Tout le fonds, par exercice',
    table: 'totaux_reponses',
    cles: ['exercice_id'],
  },
  {
    portee: 'cycle',
    nom: 'Tout le fonds, par cycle',
    table: 'comptes_personnes',
    cles: ['cycle_id'],
  },
  {
    portee: 'territoire',
    nom: 'Par territoire et par cycle',
    table: 'comptes_personnes',
    cles: ['cycle_id', 'territoire_id'],
  },
  {
    portee: 'priorite',
    nom: 'Par priorité et par cycle',
    table: 'comptes_personnes',
    cles: ['cycle_id', 'priorite_id'],
  },
  {
    portee: 'organisme',
    nom: 'Par organisme et par cycle',
    table: 'comptes_personnes',
    cles: ['cycle_id', 'organisme_id'],
    roles: ['personnes', 'participations'],
  },
];
