import { browser } from '$app/environment';
import {
  createEngineLoader,
  type EngineLoader,
  wasmEngineOver,
} from '../data/engine-loader.svelte';
import { TABLES_PUBLIQUES } from '../domain/column';

const kept = new Map<string, EngineLoader>();

/**
 * The engine of a fund over its published files at `baseUrl`: one for the life of the tab, whatever the
 * pages. Nothing is kept where pages are built.
 */
export function moteurOf(fonds: string, baseUrl: string): EngineLoader {
  const loader = kept.get(fonds) ?? createEngineLoader(wasmEngineOver(baseUrl, TABLES_PUBLIQUES));
  if (browser) kept.set(fonds, loader);
  return loader;
}
