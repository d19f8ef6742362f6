import type { EngineLoader } from '../data/engine-loader.svelte';
import type { Exploration } from '../data/exploration';

/** `moteur`: waits for the engine; `requete`: it works; `annulation`: it was told to stop. */
export type EtatExplorer = 'repos' | 'moteur' | 'requete' | 'annulation';

export interface Reponse {
  readonly sql: string;
  readonly exploration: Exploration;
  readonly secondes: number;
}

/** One statement at a time: the last one asked is answered, the one before is cancelled. */
export class ExplorerState {
  etat = $state.raw<EtatExplorer>('repos');
  /** The last answer; it goes when another statement is asked. */
  reponse = $state.raw<Reponse | null>(null);
  erreur = $state.raw<unknown>(null);
  annulee = $state.raw(false);
  /** Rows read so far. */
  lues = $state.raw(0);
  #abort = new AbortController();

  /** Keeps at most `limite` rows of an answer; `now` in milliseconds. */
  constructor(
    private readonly loader: EngineLoader,
    private readonly limite: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async run(sql: string): Promise<void> {
    this.clear();
    const mine = this.#abort;
    this.etat = 'moteur';
    try {
      await this.#ask(sql, mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) this.erreur = error;
    }
    if (mine !== this.#abort) return;
    this.annulee = mine.signal.aborted;
    this.etat = 'repos';
  }

  /** Stops the statement under way, and the loading of the engine if it waits for it. */
  cancel(): void {
    if (this.etat === 'moteur') this.loader.cancel();
    if (this.etat === 'requete') this.etat = 'annulation';
    this.#abort.abort();
  }

  /** Stops what is under way and shows nothing of it. */
  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.etat = 'repos';
    this.reponse = null;
    this.erreur = null;
    this.annulee = false;
    this.lues = 0;
  }

  async #ask(sql: string, signal: AbortSignal): Promise<void> {
    const engine = await this.loader.start();
    if (engine === null || signal.aborted) return;
    this.etat = 'requete';
    const start = this.now();
    const onLignes = (count: number): void => {
      if (!signal.aborted) this.lues = count;
    };
    const exploration = await engine.explore(sql, { limite: this.limite, signal, onLignes });
    if (signal.aborted) return;
    this.reponse = { sql, exploration, secondes: (this.now() - start) / 1000 };
  }
}
