/** Money of a project as its reports and the register tell it, up to a report. Cents. */
import { addDays } from '../../../src/lib/domain/exercice';
import { DEBUT, type Scene, versementsEntre } from '../../forms/dossiers';
import { sumCents } from '../../lib/registre';
import { depenseBudget, type Reddition, type Redditions } from './reddition';

/** Cents paid to a project from its start to a day, the last of the exercice where none is given. */
export const verseAu = (
  scene: Scene,
  { projet, exercice }: Reddition,
  jour = exercice.fin,
): bigint => sumCents(versementsEntre(scene, projet, DEBUT, jour), 'montant_verse');

export const verseDans = (scene: Scene, { projet, exercice }: Reddition): bigint =>
  sumCents(versementsEntre(scene, projet, exercice.debut, exercice.fin), 'montant_verse');

/** Reports of a project up to one of them, that one included. */
const upTo = ({ liste }: Redditions, reddition: Reddition): Reddition[] =>
  liste.filter(
    (r) => r.projet.id === reddition.projet.id && r.exercice.id <= reddition.exercice.id,
  );

/** Cents spent since the start of a project; null when one of its reports does not say. */
export function depenseAu(all: Redditions, reddition: Reddition): bigint | null {
  const spent = upTo(all, reddition).map((r) => depenseBudget(all.scene.definition, r));
  return spent.some((s) => s === null) ? null : spent.reduce((a: bigint, s) => a + (s ?? 0n), 0n);
}

/** Cents spent according to the reports read, whether or not one is missing. */
export const depenseConnue = (all: Redditions, reddition: Reddition): bigint =>
  upTo(all, reddition).reduce((a, r) => a + (depenseBudget(all.scene.definition, r) ?? 0n), 0n);

/** Paid and not spent when an exercice begins; null when an earlier report does not say what was spent. */
export function openingBalance(all: Redditions, reddition: Reddition): bigint | null {
  const before = upTo(all, reddition).slice(0, -1);
  const last = before[before.length - 1];
  const spent = last ? depenseAu(all, last) : 0n;
  if (spent === null) return null;
  const { projet, exercice } = reddition;
  const paid = versementsEntre(all.scene, projet, DEBUT, addDays(exercice.debut, -1));
  return sumCents(paid, 'montant_verse') - spent;
}
