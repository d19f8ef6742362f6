/** What marks tell to who reads the image by program: their name, their value, and what selecting them filters. */
import * as Plot from '@observablehq/plot';
import type { Selection } from '../views/figure';

interface Told {
  readonly etiquette: string;
  readonly valeur: number | null;
}

/** Draws marks as usual, each with its name and its value; those of a key have none. */
export const told =
  (data: readonly Told[]): Plot.RenderFunction =>
  (index, scales, values, dimensions, context, next) => {
    const group = next!(index, scales, values, dimensions, context);
    [...(group?.children ?? [])].forEach((mark, i) => {
      const { etiquette, valeur } = data[index[i]!]!;
      if (etiquette === '') return;
      mark.setAttribute('data-nom', etiquette);
      mark.setAttribute('data-valeur', String(valeur));
    });
    return group;
  };

/** Place of the image, in pixels, where a mark can be taken hold of. */
export interface Prise {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly etiquette: string;
  readonly selection: Selection;
}

/** Clear places above the marks, wide enough for a finger; a page makes buttons of them. */
export function prises(data: readonly Prise[]): Plot.Markish {
  const place = (name: 'x1' | 'x2' | 'y1' | 'y2') => ({ value: name, scale: null }) as const;
  return Plot.rect(data, {
    x1: place('x1'),
    x2: place('x2'),
    y1: place('y1'),
    y2: place('y2'),
    className: 'g-prise',
    render(index, scales, values, dimensions, context, next) {
      const group = next!(index, scales, values, dimensions, context);
      [...(group?.children ?? [])].forEach((mark, i) => {
        const { etiquette, selection } = data[index[i]!]!;
        mark.setAttribute('data-nom', etiquette);
        mark.setAttribute('data-dimension', selection.dimension);
        mark.setAttribute('data-id', selection.id);
        if (!selection.et) return;
        mark.setAttribute('data-et-dimension', selection.et.dimension);
        mark.setAttribute('data-et-id', selection.et.id);
      });
      return group;
    },
  });
}
