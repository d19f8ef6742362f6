/** Decisions of a cycle in time, each with what is granted up to it. */
import { shareElapsed } from '../domain/exercice';
import { isPrecision, type Precision } from '../domain/precision';
import { formatDate, formatMois, formatMontant, withPrecision } from '../format';
import { type CycleLigne, isPartielle } from './cycles';
import { type DateLigne, isWhole, type Scene } from './scene';
import { saySomme, type Somme, sommeOf } from './somme';

export interface Step {
  readonly row: DateLigne;
  readonly x: number;
  readonly cumul: Somme;
}

export const sayDate = (row: DateLigne) =>
  row.date_precision === 'mois' ? formatMois(row.date_octroi) : formatDate(row.date_octroi);

/** A published total keeps its own precision when the parts make it up; a published minimum bounds them. */
function announcedPrecision(row: DateLigne, somme: Somme): Precision | null {
  if (!isPrecision(row.publie_precision)) return somme.precision;
  const same = row.montant_publie === somme.dollars;
  return same || row.publie_precision === 'minimum' ? row.publie_precision : somme.precision;
}

export function sayAnnounced(scene: Scene, row: DateLigne): string {
  const somme = sommeOf([row]);
  if (somme === null) return saySomme(null);
  const precision = isWhole(scene) ? announcedPrecision(row, somme) : somme.precision;
  return withPrecision(formatMontant(somme.dollars), precision);
}

export function stepsOf(scene: Scene, cycle: CycleLigne): Step[] {
  const rows = scene.dates.filter((r) => r.cycle_id === cycle.cycle_id && r.portee === 'connue');
  return rows.flatMap((row, index) => {
    const cumul = sommeOf(rows.slice(0, index + 1), isPartielle(cycle));
    const x = shareElapsed(cycle.debut, cycle.fin, row.date_octroi);
    return cumul === null ? [] : [{ row, x, cumul }];
  });
}
