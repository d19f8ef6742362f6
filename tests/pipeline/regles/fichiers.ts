import type { Fixtures } from './fixture';
export const FICHIERS: Fixtures = {};
