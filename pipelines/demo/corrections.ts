/** Two mistakes of typing that the register still holds, and the corrections that win over them. */
import { addDays, daysBetween, lastOfMonth, workday } from './jours';
import type { Modele } from './registre-modele';

export interface Correction {
  readonly table: string;
  readonly id: string;
  readonly colonne: string;
  /** As the register has it. */
  readonly recue: string;
  readonly valeur: string;
  readonly date: string;
  readonly motif: string;
}

const take = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new RangeError(`The register has no ${what} to get wrong`);
  return found;
};

/** A second instalment entered under the day of its notice, nine days after the transfer. */
function latePayment({ versements }: Modele): Correction {
  const paid = take(
    versements.filter(({ jour }) => jour >= '2021-09-01')[3],
    'payment of the autumn of 2021',
  );
  return {
    table: 'registre-versements',
    id: paid.id,
    colonne: 'date_versement',
    recue: workday(addDays(paid.jour, 9)),
    valeur: paid.jour,
    date: '2026-09-14',
    motif: 'Le registre portait la date de l’avis d’envoi, et non celle du virement.',
  };
}

/** A project whose three more months were never written down. */
function forgottenExtension({ projets }: Modele): Correction {
  const long = ({ debut, fin }: Modele['projets'][number]) => daysBetween(debut, fin) > 540;
  const projet = take(projets.find(long), 'long project');
  return {
    table: 'registre-projets',
    id: projet.id,
    colonne: 'fin',
    recue: lastOfMonth(projet.fin, -3),
    valeur: projet.fin,
    date: '2026-10-05',
    motif: 'La prolongation de trois mois, autorisée en cours de projet, n’avait pas été reportée.',
  };
}

export const buildCorrections = (modele: Modele): Correction[] => [
  latePayment(modele),
  forgottenExtension(modele),
];
