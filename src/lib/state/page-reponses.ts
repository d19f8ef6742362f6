/** Answers of a page: kept once given, and given ahead of what the reader is about to ask. */
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

/** Answers kept: more than the longest list of choices has. */
export const REPONSES_MAX = 64;

export interface Reponses<P extends Page, Image> {
  /** Null when the engine does not open; a figure that cannot be drawn has no image. */
  answer(asked: Demande): Promise<Vue<P, Image> | null>;
  /**
   * Opens the engine, then answers these one after the other, the likeliest first, as long as nothing is asked.
   * What was to be answered ahead before is given up.
   */
  prepare(demandes: readonly Demande[]): void;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function createReponses<P extends Page, Image>({
  loader,
  compose,
  draw,
}: Moyens<P, Image>): Reponses<P, Image> {
  const kept = new Map<string, Promise<Vue<P, Image> | null>>();
  let suivantes: Demande[] = [];
  let asked = 0;
  let advancing = false;

  async function answerAnew({ choix, autres }: Demande): Promise<Vue<P, Image> | null> {
    const engine = await loader.start();
    if (engine === null) return null;
    const page = await compose(engine, choix, autres);
    const images = await Promise.all(page.figures.map((f) => draw(f).catch(() => null)));
    return { page, images };
  }

  function keep(key: string, answer: Promise<Vue<P, Image> | null>): void {
    kept.set(key, answer);
    const forget = () => void kept.delete(key);
    answer.then((vue) => vue ?? forget(), forget);
    const [oldest] = kept.keys();
    if (kept.size > REPONSES_MAX && oldest !== undefined) kept.delete(oldest);
  }

  function answerOnce(demande: Demande): Promise<Vue<P, Image> | null> {
    const key = JSON.stringify(demande);
    const answer = kept.get(key) ?? answerAnew(demande);
    kept.delete(key);
    keep(key, answer);
    return answer;
  }

  async function advance(): Promise<void> {
    if (advancing) return;
    advancing = true;
    await loader.start();
    while (loader.state.status === 'ready' && asked === 0 && suivantes.length > 0) {
      await answerOnce(suivantes.shift()!).catch(() => undefined);
      await pause();
    }
    advancing = false;
  }

  return {
    async answer(demande) {
      asked += 1;
      try {
        return await answerOnce(demande);
      } finally {
        asked -= 1;
        if (asked === 0) void advance();
      }
    },
    prepare(demandes) {
      suivantes = [...demandes];
      void advance();
    },
  };
}
