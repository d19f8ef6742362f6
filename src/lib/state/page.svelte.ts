import type { Page } from '../views/page';
import { createReponses, type Demande, type Moyens, sameDemande, type Vue } from './page-reponses';

/**
 * Choices of the reader and the page that answers them. What is shown stays until the next is ready,
 * charts included.
 */
export function createPageState<P extends Page, Image>(
  premiere: Vue<P, Image>,
  moyens: Moyens<P, Image>,
) {
  const premiereDemande: Demande = { choix: premiere.page.choix, autres: '' };
  const reponses = createReponses(moyens);
  let demande = $state.raw<Demande>(premiereDemande);
  let montre = $state.raw<Vue<P, Image>>(premiere);
  let occupe = $state(false);
  let erreur = $state.raw<unknown>(null);
  let tour = 0;

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
        const next = sameDemande(asked, premiereDemande) ? premiere : await reponses.answer(asked);
        if (mine === tour && next !== null) montre = next;
      } catch (error) {
        if (mine === tour) erreur = error;
      } finally {
        if (mine === tour) occupe = false;
      }
    },
    /** The reader is about to ask one of these, the likeliest first. */
    prepare: (demandes: readonly Demande[]): void =>
      reponses.prepare(demandes.filter((d) => !sameDemande(d, premiereDemande))),
  };
}
