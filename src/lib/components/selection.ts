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
  /** The reader is about to select a mark. */
  readonly onIntent: (selection: Selection) => void;
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

const marksOf = (image: Element) => [...image.querySelectorAll<SVGElement>(PRISE)];

const nameOf = (mark: SVGElement): string => mark.dataset['nom'] ?? '';

/** Tab stops at one mark of the image, and at no other. */
function stopAt(stop: SVGElement, marks: readonly SVGElement[]): void {
  for (const mark of marks) mark.setAttribute('tabindex', mark === stop ? '0' : '-1');
}

/** Makes a button of each mark that stands for a filter of the page: one stop of Tab for a whole image. */
function equip(image: Element, { dimensions, choix }: Prises): void {
  const marks = marksOf(image);
  const usable = marks.filter((mark) =>
    choicesOf(selectionOf(mark)!).every(({ dimension }) => dimensions.includes(dimension)),
  );
  for (const mark of marks) if (!usable.includes(mark)) mark.remove();
  if (usable.length === 0) return;
  image.setAttribute('role', 'group');
  stopAt(usable.find((mark) => mark.getAttribute('tabindex') === '0') ?? usable[0]!, usable);
  for (const mark of usable) {
    const choices = choicesOf(selectionOf(mark)!);
    mark.setAttribute('role', 'button');
    mark.setAttribute(
      'aria-pressed',
      String(choices.every(({ dimension, id }) => choix[dimension] === id)),
    );
    mark.setAttribute('aria-label', TEXTES.figure.filtrer(nameOf(mark)));
  }
}

/** Moves the one stop of Tab to another mark. */
function step(from: Element, by: number): void {
  const marks = marksOf(from.closest('svg')!);
  const to = marks[marks.indexOf(from as SVGElement) + by];
  if (!to) return;
  stopAt(to, marks);
  to.focus();
}

const markOf = ({ target }: Event) => (target instanceof Element ? target.closest(PRISE) : null);

function selectionAt(event: Event): Selection | null {
  const mark = markOf(event);
  return mark && selectionOf(mark);
}

/** A mark, told apart in whatever image holds it: its name, and which of those that bear it. */
interface Tenue {
  readonly nom: string;
  readonly rang: number;
}

const namedAs = (image: Element, nom: string) =>
  marksOf(image).filter((mark) => nameOf(mark) === nom);

/** The mark of an image that has the focus, null when none has. */
export function focusedMark(image: Element): Tenue | null {
  const mark = document.activeElement?.closest<SVGElement>(PRISE);
  if (!mark || !image.contains(mark)) return null;
  const nom = nameOf(mark);
  return { nom, rang: namedAs(image, nom).indexOf(mark) };
}

/** Gives the focus to a mark that had it in the image before. */
function focusAgain(image: Element, { nom, rang }: Tenue): void {
  const mark = namedAs(image, nom)[rang];
  if (!mark) return;
  stopAt(mark, marksOf(image));
  mark.focus({ preventScroll: true });
}

/** Lets the marks of an image filter the page; `tenue` is the one that had the focus in the image before it. */
export function takeHold(prises: Prises, tenue: Tenue | null): Attachment<HTMLElement> {
  return (element) => {
    for (const image of element.querySelectorAll('svg.graphique')) equip(image, prises);
    if (tenue) focusAgain(element, tenue);
    element.classList.add('selectionnable');
    const choose = (event: Event) => {
      const selection = selectionAt(event);
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
    const intend = (event: Event) => {
      const selection = selectionAt(event);
      if (selection) prises.onIntent(selection);
    };
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
