import { EDITIONS_SCELLEES } from '$lib/domain/column';

/** An edition that is published sealed. */
export const match = (param: string): boolean =>
  (EDITIONS_SCELLEES as readonly string[]).includes(param);
