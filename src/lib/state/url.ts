import { type Choix, DIMENSIONS, type Dimension, PARAMETRES, SANS_CHOIX } from '../domain/choix';
import { parseDate } from '../domain/exercice';

type Offered = Readonly<Record<Dimension, readonly { readonly id: string }[]>>;

/** A day of the calendar up to the last one offered, else none. */
export function readJour(text: string | null, dernier: string): string | null {
  const date = text === null ? null : parseDate(text);
  return date?.precision === 'jour' && date.jour <= dernier ? date.jour : null;
}

/**
 * Choices held by a query string; a value that no filter offers, or a day after the data, is left out
 * rather than guessed.
 */
export function readChoix(params: URLSearchParams, options: Offered, dernier: string): Choix {
  const entries = DIMENSIONS.map((dimension) => {
    const id = params.get(dimension);
    const known = id !== null && options[dimension].some((option) => option.id === id);
    return [dimension, known ? id : null];
  });
  return { ...SANS_CHOIX, ...Object.fromEntries(entries), au: readJour(params.get('au'), dernier) };
}

/** Query string of the choices, and of nothing else: `?cycle=2019-2024&territoire=regional`, or nothing. */
export function writeChoix(choix: Partial<Choix>): string {
  const params = new URLSearchParams();
  for (const parametre of PARAMETRES) {
    const value = choix[parametre];
    if (value !== null && value !== undefined) params.set(parametre, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
