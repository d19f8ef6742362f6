import { type Choix, DIMENSIONS, type Dimension, SANS_CHOIX } from '../domain/choix';

type Offered = Readonly<Record<Dimension, readonly { readonly id: string }[]>>;

/** Choices held by a query string; a value that no filter offers is left out rather than guessed. */
export function readChoix(params: URLSearchParams, options: Offered): Choix {
  const entries = DIMENSIONS.map((dimension) => {
    const id = params.get(dimension);
    const known = id !== null && options[dimension].some((option) => option.id === id);
    return [dimension, known ? id : null];
  });
  return { ...SANS_CHOIX, ...Object.fromEntries(entries) };
}

/** Query string of the choices, and of nothing else: `?cycle=2019-2024&territoire=regional`, or nothing. */
export function writeChoix(choix: Choix): string {
  const params = new URLSearchParams();
  for (const dimension of DIMENSIONS) {
    const id = choix[dimension];
    if (id !== null) params.set(dimension, id);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export const sameChoix = (a: Choix, b: Choix): boolean =>
  DIMENSIONS.every((dimension) => a[dimension] === b[dimension]);
