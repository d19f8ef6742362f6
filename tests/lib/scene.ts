/** A scene of a small fund: one running cycle of 100 000 $, nothing else unless the test adds it. */
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import type { CycleLigne } from '../../src/lib/views/cycles';
import type { DateLigne, ExerciceLigne, Scene, TerritoireLigne } from '../../src/lib/views/scene';
import { FONDS } from './fonds';

export const CYCLE: CycleLigne = {
  cycle_id: '2024-2029',
  nom: 'Cycle 2024-2029',
  debut: '2024-04-01',
  fin: '2029-03-31',
  couverture: 'complete',
  couverture_note: '',
  enveloppe: 100_000,
  enveloppe_precisions: 'exact',
  versements_publies: true,
};

const SOMME = { precisions: 'exact', arrondi_seul: false } as const;

export const octroi = (date_octroi: string, montant: number): DateLigne => ({
  ...{ cycle_id: CYCLE.cycle_id, portee: 'connue', date_octroi, date_precision: 'jour' },
  ...{ titre: null, montant_publie: null, publie_precision: null, montant, ...SOMME },
});

export const accorde = (territoire_id: string, montant: number): TerritoireLigne => ({
  ...{ cycle_id: CYCLE.cycle_id, territoire_id, nom: territoire_id, nature: 'mrc', ordre: 1 },
  ...{ portee: 'connue', montant, ...SOMME, enveloppe: null, enveloppe_precisions: null },
});

export const exercice = (annee: number): ExerciceLigne => ({
  ...{ cycle_id: CYCLE.cycle_id, exercice_id: `${annee}-${annee + 1}`, annee: annee - 2023 },
  ...{ debut: `${annee}-04-01`, fin: `${annee + 1}-03-31` },
  ...{ portee: null, montant: null, precisions: null, arrondi_seul: null },
});

export const scene = (own: Partial<Scene> = {}): Scene => ({
  choix: SANS_CHOIX,
  fonds: { ...FONDS, date_donnees: '2026-09-30' },
  options: [],
  cycles: [CYCLE],
  territoires: [],
  priorites: [],
  exercices: [],
  dates: [],
  verses: [],
  depenses: [],
  projets: [],
  annonces: [],
  contexte: [],
  sources: [],
  constats: [],
  corrections: [],
  ...own,
});
