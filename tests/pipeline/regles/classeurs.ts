import type { Fixtures } from './fixture';
export const CLASSEURS: Fixtures = {};
