import {
  createEngineLoader,
  type EngineLoader,
  wasmEngineOver,
} from '../data/engine-loader.svelte';
import { TABLES_PUBLIQUES } from '../domain/column';

const loaders = new Map<string, EngineLoader>();

/** The engine of a fund, opened once and kept from page to page. */
export function moteurOf(fonds: string, baseUrl: string): EngineLoader {
  const known = loaders.get(fonds);
  if (known) return known;
  const loader = createEngineLoader(wasmEngineOver(baseUrl, TABLES_PUBLIQUES));
  loaders.set(fonds, loader);
  return loader;
}
