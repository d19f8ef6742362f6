/** The page of results made of a few rows, and what its figures say. */
import type { Figure } from '../../src/lib/views/figure';
import type { ReponseLigne } from '../../src/lib/views/reponses';
import { resultatsPage, type SceneResultats } from '../../src/lib/views/resultats';
import { FONDS } from './fonds';

export const VIDE: SceneResultats = {
  fonds: FONDS,
  comptes: [],
  indicateurs: [],
  reponses: [],
  depenses: [],
  financements: [],
  bilans: [],
  temoignages: [],
};
export const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
export const page = (scene: Partial<SceneResultats>) => resultatsPage({ ...VIDE, ...scene });
export const figure = (scene: Partial<SceneResultats>, id: string): Figure => {
  const { figures, autres } = page(scene);
  return [...figures, ...autres].find((f) => f.id === id)!;
};
export const titre = (scene: Partial<SceneResultats>, id: string) => flat(figure(scene, id).titre);
export const texts = ({ table }: Figure) =>
  table.lignes.map((row) => row.map((c) => flat(c.texte)));

export const reponse = (more: Partial<ReponseLigne>): ReponseLigne => ({
  question_id: 'question',
  code: 'Z1',
  section: 'Essais',
  libelle: 'Une question',
  definition: 'Ce que la question compte.',
  type_reponse: 'nombre',
  role: null,
  exercice_id: '2025-2026',
  choix_id: null,
  choix: null,
  nombre_redditions: 12,
  total_nombre: 340,
  total_montant: null,
  ...more,
});
