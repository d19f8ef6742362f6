import type { Fixtures } from './fixture';
export const FAITS: Fixtures = {};
