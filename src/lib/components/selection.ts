/** Marks of a chart that filter the page, by click and by keyboard. */
import type { Attachment } from 'svelte/attachments';
import type { Choix, Dimension } from '../domain/choix';
import { TEXTES } from '../texte/interface';
import type { Selection } from '../views/figure';

export interface Prises {
  /** Filters that the page has. */
  readonly dimensions: readonly Dimension[];
  readonly choix: Choix;
  readonly onSelect: (selection: Selection) => void;
  /** The reader is about to filter. */
  readonly onIntent: () => void;
}

const PRISE = '.g-prise > rect';
const FLECHES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

function selectionOf(mark: Element): Selection | null {
  const { dimension, id, etDimension, etId } = (mark as SVGElement).dataset;
  if (!dimension || id === undefined) return null;
  const et = etDimension && etId !== undefined && { dimension: etDimension as Dimension, id: etId };
  return { dimension: dimension as Dimension, id, ...(et ? { et } : {}) };
}

/** The choices that a mark makes, one or two. */
export const choicesOf = ({ et, ...first }: Selection) => [first, ...(et ? [et] : [])];

/** Makes a button of each mark that stands for a filter of the page: one stop of Tab for a whole image. */
function equip(image: Element, { dimensions, choix }: Prises): void {
  const marks = [...image.querySelectorAll(PRISE)];
  const usable = marks.filter((mark) =>
    choicesOf(selectionOf(mark)!).every(({ dimension }) => dimensions.includes(dimension)),
  );
  for (const mark of marks) if (!usable.includes(mark)) mark.remove();
  if (usable.length === 0) return;
  image.setAttribute('role', 'group');
  usable.forEach((mark, i) => {
    const choices = choicesOf(selectionOf(mark)!);
    mark.setAttribute('role', 'button');
    mark.setAttribute('tabindex', i === 0 ? '0' : '-1');
    mark.setAttribute(
      'aria-pressed',
      String(choices.every(({ dimension, id }) => choix[dimension] === id)),
    );
    mark.setAttribute(
      'aria-label',
      TEXTES.figure.filtrer((mark as SVGElement).dataset['nom'] ?? ''),
    );
  });
}

/** Moves the one stop of Tab to another mark. */
function step(from: Element, by: number): void {
  const marks = [...from.closest('svg')!.querySelectorAll<SVGElement>(PRISE)];
  const to = marks[marks.indexOf(from as SVGElement) + by];
  if (!to) return;
  for (const mark of marks) mark.setAttribute('tabindex', mark === to ? '0' : '-1');
  to.focus();
}

const markOf = ({ target }: Event) => (target instanceof Element ? target.closest(PRISE) : null);

/**
 * Lets the marks of a figure filter the page. `images` is what is drawn: another one is equipped again, and
 * the mark that had the focus keeps it.
 */
export function takeHold(prises: Prises, images: unknown): Attachment<HTMLElement> {
  return (element) => {
    if (images === null) return;
    for (const image of element.querySelectorAll('svg.graphique')) equip(image, prises);
    element.classList.add('selectionnable');
    const choose = (event: Event) => {
      const selection = markOf(event) && selectionOf(markOf(event)!);
      if (selection) prises.onSelect(selection);
    };
    const press = (event: KeyboardEvent) => {
      const mark = markOf(event);
      const by = FLECHES[event.key];
      if (!mark || (by === undefined && !['Enter', ' '].includes(event.key))) return;
      event.preventDefault();
      if (by === undefined) choose(event);
      else step(mark, by);
    };
    const intend = (event: Event) => markOf(event) && prises.onIntent();
    const listeners = {
      click: choose,
      keydown: press,
      pointerover: intend,
      focusin: intend,
    } as const;
    for (const [name, listener] of Object.entries(listeners))
      element.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        element.removeEventListener(name, listener as EventListener);
    };
  };
}
