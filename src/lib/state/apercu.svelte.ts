import type { EngineLoader } from '../data/engine-loader.svelte';
import type { Choix } from '../domain/choix';
import type { Apercu } from '../views/apercu';
import type { Figure } from '../views/figure';
import { sameChoix } from './url';

/** An overview and what its figures look like, index by index: both change at once. */
export interface Vue<Image> {
  readonly apercu: Apercu;
  readonly images: readonly (Image | null)[];
}

/**
 * Choices of the reader and the overview that answers them. What is shown stays until the next is
 * ready, charts included; a figure that cannot be drawn has no image.
 */
export function createApercuState<Image>(
  premiere: Vue<Image>,
  loader: EngineLoader,
  draw: (figure: Figure) => Promise<Image | null>,
) {
  const { choix: premierChoix } = premiere.apercu;
  let demande = $state.raw<Choix>(premierChoix);
  let montre = $state.raw<Vue<Image>>(premiere);
  let occupe = $state(false);
  let erreur = $state.raw<unknown>(null);
  let tour = 0;

  async function compose(choix: Choix): Promise<Vue<Image> | null> {
    if (sameChoix(choix, premierChoix)) return premiere;
    const engine = await loader.start();
    if (engine === null) return null;
    const { composeApercu } = await import('../views/apercu');
    const apercu = await composeApercu(engine, choix);
    const images = await Promise.all(apercu.figures.map((f) => draw(f).catch(() => null)));
    return { apercu, images };
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
    /** Answers new choices; an answer overtaken by other choices is dropped. */
    async choose(choix: Choix): Promise<void> {
      demande = choix;
      const mine = ++tour;
      occupe = true;
      erreur = null;
      try {
        const next = await compose(choix);
        if (mine === tour && next !== null) montre = next;
      } catch (error) {
        if (mine === tour) erreur = error;
      } finally {
        if (mine === tour) occupe = false;
      }
    },
  };
}
