/** The reports of the demonstration, as its generator meant them and as the pipeline reads them. */
import path from 'node:path';
import { build, dossiersOf, emptyBuilt } from '../../../pipelines/build';
import { DATE_DONNEES } from '../../../pipelines/demo/cycles';
import { isDue } from '../../../pipelines/demo/redditions/attendues';
import { cheminOf, type Copie } from '../../../pipelines/demo/redditions/copie';
import type { Faute } from '../../../pipelines/demo/redditions/faute';
import { planRedditions } from '../../../pipelines/demo/redditions/index';
import { buildModele } from '../../../pipelines/demo/registre-modele';
import { readDefinition } from '../../../pipelines/forms/definition';
import { Journal } from '../../../pipelines/lib/constats';
import { SILENCE } from '../../../pipelines/lib/progress';
import { PROJECT } from '../lib/publication';
import { DEMO, readList } from './lecture';

export const definition = (await readDefinition(DEMO))!;
export const modele = buildModele();
export const plan = planRedditions(modele, definition);

/** Every exercice of a project that has begun, due or not. */
export const attendues = plan.suites.flatMap((s) =>
  s.tranches.filter((t) => t.exercice.debut <= DATE_DONNEES),
);
export const dues = attendues.filter(isDue);

const chemins = new Map(plan.copies.map((c) => [cheminOf(c), c]));

export interface Fichier {
  readonly copie: Copie;
  readonly faute: Faute | undefined;
  /** Day of receptions.csv. */
  readonly jour: string | null;
}

const jours = new Map(
  readList('prive/redditions/receptions.csv').map((l) => [
    path.posix.join('prive/redditions', l['exercice'] ?? '', l['fichier'] ?? ''),
    l['recu_le'] ?? '',
  ]),
);

/** What was sent, with its mistake and the day that was written down. */
export const fichiers: readonly Fichier[] = [...chemins].map(([chemin, copie]) => ({
  copie,
  faute: plan.plantees.find((p) => p.copie === copie)?.faute,
  jour: jours.get(chemin) ?? null,
}));

const EN_TROP: readonly string[] = ['reddition-autre-fonds', 'reddition-non-attendue'];

/** Files that have a place among the reports. */
export const places = fichiers.filter(
  ({ faute }) => faute?.effet !== 'perdu' && !EN_TROP.includes(faute?.regle ?? ''),
);

const REMPLACEES: readonly string[] = ['reddition-remplacee', 'reddition-versions'];

/** Files that can be read, the version that counts of each. */
export const lus = places.filter(
  ({ faute }) => faute?.effet !== 'illisible' && !REMPLACEES.includes(faute?.regle ?? ''),
);

export async function runPipeline() {
  const [built, journal] = [emptyBuilt(), new Journal()];
  const dossiers = dossiersOf(PROJECT, 'demo');
  await build({ dossiers, au: null, journal, progress: SILENCE }, built);
  const { product, redditions } = built;
  if (product === null || redditions === null) throw new Error('The demonstration is blocked');
  return { product, redditions, journal };
}
