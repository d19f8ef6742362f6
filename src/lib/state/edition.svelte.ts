/** A sealed edition in a tab: shut, opening, open, and shut again when it is told to or when nobody is there. */
import type { Engine } from '../data/engine';
import type { Ouverture } from '../data/sealed-engine';
import { type Choix, SANS_CHOIX } from '../domain/choix';
import { REFUS_SCEAU } from '../texte/editions';
import type { EditionOuverte } from '../views/editions/edition';

export type RefusEdition = keyof typeof REFUS_SCEAU;

/** Milliseconds without activity after which an edition is shut. */
export const INACTIVITE = 15 * 60_000;

export interface MoyensEdition {
  readonly open: (
    phrase: string,
    options: { readonly signal: AbortSignal; readonly onEnd: () => void },
  ) => Promise<Ouverture>;
  readonly compose: (engine: Engine, choix: Choix) => Promise<EditionOuverte>;
}

export type FinEdition = 'verrouillee' | 'inactive';

/** The only references to what is open are here: shutting drops them and ends the engine with its memory. */
export class EditionScelleeState {
  etat = $state<'fermee' | 'ouverture' | 'ouverte'>('fermee');
  refus = $state<RefusEdition | null>(null);
  /** Why it is shut again; null before it was open. */
  fin = $state<FinEdition | null>(null);
  montre = $state.raw<EditionOuverte | null>(null);
  echec = $state(false);
  readonly #moyens: MoyensEdition;
  #engine: Engine | null = null;
  #abort = new AbortController();
  #minuterie: ReturnType<typeof setTimeout> | undefined;

  constructor(moyens: MoyensEdition) {
    this.#moyens = moyens;
  }

  async unlock(phrase: string): Promise<void> {
    if (this.etat !== 'fermee') return;
    const abort = (this.#abort = new AbortController());
    Object.assign(this, { etat: 'ouverture', refus: null, fin: null });
    try {
      const onEnd = () => abort.signal.aborted || this.#shut(null, 'moteur');
      const found = await this.#moyens.open(phrase, { signal: abort.signal, onEnd });
      if ('refus' in found) return this.#shut(null, found.refus);
      const montre = await this.#moyens.compose(found.engine, SANS_CHOIX);
      if (abort.signal.aborted) return await found.engine.close();
      Object.assign(this, { montre, etat: 'ouverte' });
      this.#engine = found.engine;
      this.touch();
    } catch {
      if (!abort.signal.aborted) this.#shut(null, 'moteur');
    }
  }

  async filter(choix: Choix): Promise<void> {
    const engine = this.#engine;
    if (engine === null) return;
    try {
      const montre = await this.#moyens.compose(engine, choix);
      if (engine === this.#engine) Object.assign(this, { montre, echec: false });
    } catch {
      if (engine === this.#engine) this.echec = true;
    }
  }

  lock(fin: FinEdition = 'verrouillee'): void {
    if (this.etat !== 'fermee') this.#shut(fin, null);
  }

  /** Someone is there: the wait starts again. */
  touch(): void {
    clearTimeout(this.#minuterie);
    if (this.etat === 'ouverte')
      this.#minuterie = setTimeout(() => this.lock('inactive'), INACTIVITE);
  }

  #shut(fin: FinEdition | null, refus: RefusEdition | null): void {
    clearTimeout(this.#minuterie);
    this.#abort.abort();
    void this.#engine?.close();
    this.#engine = null;
    Object.assign(this, { etat: 'fermee', montre: null, echec: false, fin, refus });
  }
}
