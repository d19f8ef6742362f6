import { enveloppesPubliques, projetsPublics, sourcesPubliques } from './faits-publics';
import type { SourceKind } from './kind';
import { registre } from './registre';

const KINDS = [enveloppesPubliques, projetsPublics, sourcesPubliques, ...registre];

/** Kinds of received files, by the name that `source.yaml` gives them. */
export const receivedKinds: ReadonlyMap<string, SourceKind> = new Map(KINDS.map((k) => [k.id, k]));
