import type { Engine } from '../data/engine';
import type { EngineLoader } from '../data/engine-loader.svelte';
import { type Choix, sameChoix } from '../domain/choix';
import type { Figure } from '../views/figure';
import type { Page } from '../views/page';

/** A page and what its figures look like, index by index: both change at once. */
export interface Vue<P extends Page, Image> {
  readonly page: P;
  readonly images: readonly (Image | null)[];
}

/** What a page is asked: choices, and a query string of what is its own, as a search. */
export interface Demande {
  readonly choix: Choix;
  readonly autres: string;
}

export const sameDemande = (a: Demande, b: Demande): boolean =>
  sameChoix(a.choix, b.choix) && a.autres === b.autres;

/** How a page is answered and drawn again. */
export interface Moyens<P extends Page, Image> {
  readonly loader: EngineLoader;
  readonly compose: (engine: Engine, choix: Choix, autres: string) => Promise<P>;
  readonly draw: (figure: Figure) => Promise<Image | null>;
}

/**
 * Choices of the reader and the page that answers them. What is shown stays until the next is ready,
 * charts included; a figure that cannot be drawn has no image.
 */
export function createPageState<P extends Page, Image>(
  premiere: Vue<P, Image>,
  { loader, compose, draw }: Moyens<P, Image>,
) {
  const premiereDemande: Demande = { choix: premiere.page.choix, autres: '' };
  let demande = $state.raw<Demande>(premiereDemande);
  let montre = $state.raw<Vue<P, Image>>(premiere);
  let occupe = $state(false);
  let erreur = $state.raw<unknown>(null);
  let tour = 0;

  async function answer(asked: Demande): Promise<Vue<P, Image> | null> {
    if (sameDemande(asked, premiereDemande)) return premiere;
    const engine = await loader.start();
    if (engine === null) return null;
    const page = await compose(engine, asked.choix, asked.autres);
    const images = await Promise.all(page.figures.map((f) => draw(f).catch(() => null)));
    return { page, images };
  }

  return {
    get demande() {
      return demande;
    },
    get montre() {
      return montre;
    },
    get occupe() {
      return occupe;
    },
    get erreur() {
      return erreur;
    },
    /** Answers what is asked; an answer overtaken by another demand is dropped. */
    async ask(asked: Demande): Promise<void> {
      demande = asked;
      const mine = ++tour;
      occupe = true;
      erreur = null;
      try {
        const next = await answer(asked);
        if (mine === tour && next !== null) montre = next;
      } catch (error) {
        if (mine === tour) erreur = error;
      } finally {
        if (mine === tour) occupe = false;
      }
    },
  };
}
