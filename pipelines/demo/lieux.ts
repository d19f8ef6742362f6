import { createHasard } from './hasard';

/** The region of La Brunante. Not one of these places exists. */
export const REGION = 'La Brunante';

export interface Territoire {
  readonly id: string;
  readonly nom: string;
  readonly nature: 'mrc' | 'regional' | 'hors-mrc' | 'non-ventile';
  readonly population: number | null;
  readonly faibleRevenu: number | null;
}

/** Where the populations are said to be read. */
export const SOURCE_POPULATION = {
  id: 'population-2025',
  titre: 'Population des MRC de la Brunante en 2025 (inventée)',
  editeur: 'Bureau brunantais du dénombrement (fictif)',
  date: '2026-03',
  annee: 2025,
} as const;

const hasard = createHasard('faible revenu');

const mrc = (id: string, nom: string, population: number): Territoire => ({
  id,
  nom,
  nature: 'mrc',
  population,
  faibleRevenu: Math.round((population * hasard.entier(84, 176)) / 5000) * 5,
});

const autre = (id: string, nom: string, nature: Territoire['nature']): Territoire => ({
  ...{ id, nom, nature, population: null, faibleRevenu: null },
});

export const TERRITOIRES: readonly Territoire[] = [
  mrc('grisombre', 'Grisombre', 23_870),
  mrc('haute-sarcelle', 'Haute-Sarcelle', 18_645),
  mrc('la-cendree', 'La Cendrée', 68_415),
  mrc('l-anse-perlee', 'L’Anse-Perlée', 57_790),
  mrc('les-linaigrettes', 'Les Linaigrettes', 41_230),
  mrc('vaubrume', 'Vaubrume', 112_340),
  autre('regional', 'Régional', 'regional'),
  autre('hors-mrc', 'Hors MRC', 'hors-mrc'),
  autre('non-ventile', 'Non ventilé', 'non-ventile'),
];

export const MRC = TERRITOIRES.filter(({ nature }) => nature === 'mrc');

export const populationOf = (ids: readonly string[]): number =>
  MRC.reduce((sum, { id, population }) => sum + (ids.includes(id) ? (population ?? 0) : 0), 0);

const POPULATION = populationOf(MRC.map(({ id }) => id));

export const isOverHalf = (ids: readonly string[]): boolean => populationOf(ids) * 2 > POPULATION;

/** Where each municipality stands. */
export const MUNICIPALITES: Readonly<Record<string, string>> = {
  Ombreval: 'grisombre',
  Noirgivre: 'grisombre',
  'Lac-Pénombre': 'grisombre',
  Plumefontaine: 'haute-sarcelle',
  'Lac-Duvet': 'haute-sarcelle',
  Ailleroche: 'haute-sarcelle',
  Rochecendre: 'la-cendree',
  'Mont-Tison': 'la-cendree',
  Braisemont: 'la-cendree',
  Fumerolles: 'la-cendree',
  'Port-Nacre': 'l-anse-perlee',
  Coquillane: 'l-anse-perlee',
  'Pointe-Opaline': 'l-anse-perlee',
  Gravelune: 'l-anse-perlee',
  Bellefougère: 'les-linaigrettes',
  'Lac-aux-Linottes': 'les-linaigrettes',
  'Pont-Volière': 'les-linaigrettes',
  Tourbeclair: 'les-linaigrettes',
  Brumelieu: 'vaubrume',
  'Pont-Embrun': 'vaubrume',
  Bruinemont: 'vaubrume',
  Valmirage: 'vaubrume',
  'Port-Sourdine': 'hors-mrc',
  'Sourdine-Nord': 'hors-mrc',
};

/** `de Brumelieu`, `d’Ombreval`. */
export const de = (lieu: string): string => (/^[AEIOUÉÈ]/.test(lieu) ? `d’${lieu}` : `de ${lieu}`);

export const a = (lieu: string): string => `à ${lieu}`;
