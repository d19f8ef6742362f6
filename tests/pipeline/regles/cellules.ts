/** Short ways to write a fixture as a clean register with some cells changed. */
import { change, PROPRE, type Rangee, type Registre } from '../lib/registre';
import { type Fixture, registre } from './fixture';

export const j = (jour: string) => ({ jour });
export const m = (montant: string) => ({ montant });

export const of = (echoue: Registre, ou: string, passe: Registre): Fixture => ({
  echoue: registre(echoue),
  ou,
  passe: registre(passe),
});

/** One cell of one row with a value that breaks the rule, and with one that does not. */
export const cell = (
  feuille: keyof Registre,
  index: number,
  titre: string,
  mauvaise: Rangee[string],
  bonne: Rangee[string],
  ou: string,
): Fixture =>
  of(
    change(PROPRE, feuille, index, { [titre]: mauvaise }),
    ou,
    change(PROPRE, feuille, index, { [titre]: bonne }),
  );

export const [ENV, PRJ, OCT, DEM, VER] = [
  PROPRE.enveloppes[0] ?? {},
  PROPRE.projets[0] ?? {},
  PROPRE.octrois[3] ?? {},
  PROPRE.demandes[3] ?? {},
  PROPRE.versements[3] ?? {},
];

export const bothAnnonces = (cells: Rangee) =>
  change(change(PROPRE, 'annonces', 0, cells), 'annonces', 1, cells);

export const laterData = (fund: { readonly id: string; reword(from: string, to: string): void }) =>
  fund.reword('date_donnees: 2023-06-30', 'date_donnees: 2026-04-30');

const SECOND_CYCLE = `  - id: 2026-2031
    nom: Cycle 2026-2031
    debut: 2026-04-01
    fin: 2031-03-31
    couverture: complete
    couverture_note: rien encore.
bailleurs:`;

export const twoCycles = (fund: { reword(from: string, to: string): void }) =>
  fund.reword('bailleurs:', SECOND_CYCLE);
