/** Words of the forms: drawn in turn, so that forms read one after the other do not repeat each other. */
import { createHasard, type Hasard } from '../hasard';
import { daysBetween } from '../jours';
import { de } from '../lieux';
import { MOIS } from '../../../src/lib/domain/mois';
import type { Tranche } from './attendues';
import { MILIEUX } from './textes/milieux';
import { PARCOURS } from './textes/parcours';
import { REGION } from './textes/region';
import type { Voix } from './textes/voix';

const VOIX: Readonly<Record<string, Voix>> = { ...MILIEUX, ...PARCOURS, ...REGION };

export function voixOf(priorite: string): Voix {
  const found = VOIX[priorite];
  if (!found) throw new RangeError(`No words for the priority ${priorite}`);
  return found;
}

/** Lists that are gone through in a drawn order, each item in its turn. */
export class Roues {
  readonly #places = new Map<string, { readonly ordre: readonly string[]; rang: number }>();

  /** Next item of a list, and how many times all of it was already used. */
  take(nom: string, liste: readonly string[]): readonly [texte: string, tour: number] {
    const place = this.#places.get(nom) ?? { ordre: createHasard(nom).melange(liste), rang: 0 };
    this.#places.set(nom, place);
    const { ordre } = place;
    const rang = place.rang++;
    return [ordre[rang % ordre.length] ?? '', Math.floor(rang / ordre.length)];
  }

  next(nom: string, liste: readonly string[]): string {
    return this.take(nom, liste)[0];
  }
}

/** First and last day of a project within an exercice. */
export function activeDays({ projet, exercice }: Tranche): readonly [string, string] {
  const debut = projet.debut > exercice.debut ? projet.debut : exercice.debut;
  return [debut, projet.fin < exercice.fin ? projet.fin : exercice.fin];
}

/** Too short for anything to be told of it. */
export const isBeginning = (tranche: Tranche): boolean => {
  const [debut, fin] = activeDays(tranche);
  return daysBetween(debut, fin) < 100 && !tranche.derniere;
};

function monthsOf(tranche: Tranche): string[] {
  const [debut, fin] = activeDays(tranche).map((jour) => Number(jour.slice(5, 7)));
  const count = ((fin ?? 1) - (debut ?? 1) + 12) % 12;
  const months = Array.from({ length: count + 1 }, (_, i) => ((debut ?? 1) - 1 + i) % 12);
  return months.filter((m) => m !== 6 && m !== 7).map((m) => MOIS[m] ?? '');
}

/** Fills in the blanks of a sentence. */
export function fill(texte: string, tranche: Tranche, hasard: Hasard): string {
  const { municipalite } = tranche.projet.organisme;
  const months = monthsOf(tranche);
  return texte
    .replaceAll('de {m}', de(municipalite))
    .replaceAll('{m}', municipalite)
    .replace(/\{n\}/g, () => String(hasard.entier(2, 8)))
    .replace(/\{g\}/g, () => String(hasard.entier(11, 38)))
    .replace(/\{mois\}/g, () => (months.length > 0 ? hasard.choix(months) : 'septembre'));
}
