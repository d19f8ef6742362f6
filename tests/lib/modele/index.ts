/**
 * An attacker's model that owes nothing to the attack of the pipeline: from folders of public tables, published one
 * after the other, all that can be worked out of counts of people, applications, states of reports and amounts.
 */
import { attackApplications } from './demandes';
import { attackStates } from './etats';
import { attackMoney, type Montant } from './argent';
import { readPublications } from './lire';
import { attackPeople, type OptionsPersonnes } from './personnes';
import type { Percee } from './serrer';

export type { Montant, OptionsPersonnes, Percee };

export interface Attaque {
  readonly personnes: readonly Percee[];
  readonly demandes: readonly Percee[];
  readonly etats: readonly Percee[];
  readonly argent: readonly Montant[];
  /** Hypotheses that what is published contradicts, which were left out. */
  readonly contredites: readonly string[];
  /** Sums that took too long to be sure of. */
  readonly indecises: readonly string[];
  readonly essayees: number;
  /** Counts of people that are hidden. */
  readonly cachees: number;
}

/** Attacks publications, the oldest first. */
export async function attaquer(
  dossiers: readonly string[],
  options: OptionsPersonnes = {},
): Promise<Attaque> {
  const publications = await readPublications(dossiers);
  const etats = await attackStates(publications);
  const argent = attackMoney(publications, etats);
  const demandes = await attackApplications(publications);
  const personnes = await attackPeople(publications, { absentes: etats.absentes, ...options });
  const solved = [personnes, demandes, etats];
  return {
    personnes: personnes.percees,
    demandes: demandes.percees,
    etats: etats.percees,
    argent: argent.percees,
    contredites: [...new Set(solved.flatMap(({ contredites }) => contredites))],
    indecises: solved.flatMap(({ indecises }) => indecises),
    essayees: solved.reduce((a, { essayees }) => a + essayees, argent.essayees),
    cachees: personnes.cachees,
  };
}
