import { browser } from '$app/environment';
import {
  createEngineLoader,
  type EngineLoader,
  type OpenEngine,
  wasmEngineOver,
} from '../data/engine-loader.svelte';
import { TABLES_PUBLIQUES } from '../domain/column';
import { tellMoteur } from './travailleur.svelte';

/** An engine that was opened once is there without network too. */
function openAndKeep(fonds: string, baseUrl: string): OpenEngine {
  const open = wasmEngineOver(baseUrl, TABLES_PUBLIQUES);
  return async (options) => {
    const engine = await open(options);
    void tellMoteur(fonds);
    return engine;
  };
}

const kept = new Map<string, EngineLoader>();

/**
 * The engine of a fund over its published files at `baseUrl`: one for the life of the tab, whatever the
 * pages. Nothing is kept where pages are built.
 */
export function moteurOf(fonds: string, baseUrl: string): EngineLoader {
  const loader = kept.get(fonds) ?? createEngineLoader(openAndKeep(fonds, baseUrl));
  if (browser) kept.set(fonds, loader);
  return loader;
}
