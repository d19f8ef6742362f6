import type { EngineLoader } from '../data/engine-loader.svelte';
import type { Choix } from '../domain/choix';
import type { Apercu } from '../views/apercu';
import { sameChoix } from './url';

/** Choices of the reader and the overview that answers them; what is shown stays until the next is ready. */
export function createApercuState(premier: Apercu, loader: EngineLoader) {
  let demande = $state.raw<Choix>(premier.choix);
  let montre = $state.raw<Apercu>(premier);
  let occupe = $state(false);
  let erreur = $state.raw<unknown>(null);
  let tour = 0;

  async function compose(choix: Choix): Promise<Apercu | null> {
    if (sameChoix(choix, premier.choix)) return premier;
    const engine = await loader.start();
    if (engine === null) return null;
    const { composeApercu } = await import('../views/apercu');
    return composeApercu(engine, choix);
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
