/** Where the grants of a running cycle would lead at their present rhythm. */
import { addDays, daysBetween, shareElapsed } from '../domain/exercice';
import { elapsedOf, isPartielle, type CycleLigne } from './cycles';
import { accordeOf, applicableEnveloppe } from './enveloppe';
import type { DateLigne, Scene } from './scene';
import { addDollars } from './somme';

const ANNEE = 365;
const MILLIER = 1000;

export interface Projection {
  /** ISO day: the end of the cycle, or when the envelope is all granted. */
  readonly date: string;
  readonly x: number;
  /** Rounded to the thousand, or the envelope to the cent. */
  readonly dollars: number;
  readonly enveloppeAtteinte: boolean;
  /** Granted in the days that give the rhythm; a whole year, or less in a younger cycle. */
  readonly recent: number;
  readonly annee: boolean;
}

interface Rythme {
  readonly recent: number;
  readonly annee: boolean;
  readonly parJour: number;
}

function rythmeOf(cycle: CycleLigne, rows: readonly DateLigne[], jour: string): Rythme {
  const age = daysBetween(cycle.debut, jour) + 1;
  const days = Math.min(ANNEE, age);
  const since = addDays(jour, -days);
  const recent = addDollars(
    rows
      .filter((r) => r.date_octroi > since && r.date_octroi <= jour)
      .map(({ montant }) => montant ?? 0),
  );
  return { recent, annee: age >= ANNEE, parJour: recent / days };
}

/** The base must be known to the cent, and two days of decision at least make a rhythm. */
function canProject(scene: Scene, cycle: CycleLigne, rows: readonly DateLigne[]): boolean {
  const precision = accordeOf(scene, cycle)?.precision ?? null;
  return (
    elapsedOf(cycle, scene.fonds.date_donnees) < 1 &&
    !isPartielle(cycle) &&
    (precision === 'exact' || precision === 'derive') &&
    new Set(rows.map((r) => r.date_octroi)).size >= 2
  );
}

/** Null where nothing sound can be said. */
export function projectionOf(scene: Scene, cycle: CycleLigne): Projection | null {
  const rows = scene.dates.filter((r) => r.cycle_id === cycle.cycle_id && r.portee === 'connue');
  if (!canProject(scene, cycle, rows)) return null;
  const jour = scene.fonds.date_donnees;
  const accorde = accordeOf(scene, cycle)!.dollars;
  const enveloppe = applicableEnveloppe(scene, cycle)?.dollars ?? Infinity;
  const { recent, annee, parJour } = rythmeOf(cycle, rows, jour);
  if (parJour <= 0 || accorde >= enveloppe) return null;
  const last = accorde + parJour * daysBetween(jour, cycle.fin);
  const enveloppeAtteinte = last >= enveloppe;
  const date = enveloppeAtteinte
    ? addDays(jour, Math.ceil((enveloppe - accorde) / parJour))
    : cycle.fin;
  return {
    date,
    x: shareElapsed(cycle.debut, cycle.fin, date),
    dollars: enveloppeAtteinte ? enveloppe : Math.round(last / MILLIER) * MILLIER,
    ...{ enveloppeAtteinte, recent, annee },
  };
}
