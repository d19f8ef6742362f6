/** What is decided and not drawn: cycles, calls, envelopes and their moves. Amounts are whole cents. */
export const DATE_DONNEES = '2026-10-31';
export const BAILLEUR = { id: 'fonds-solidaire', nom: 'Fonds brunantais d’initiatives solidaires' };
/** Its agreement runs beside that of the Alliance and is never added to it. */
export const PARALLELE = { id: 'fondation', nom: 'Fondation Brumaille' };

export interface Appel {
  readonly id: string;
  readonly titre: string;
  readonly ouverture: string;
  readonly limite: string;
  readonly decisions: readonly [string, string];
  readonly annonce: { readonly id: string; readonly jour: string; readonly titre: string };
  /** Share of what a bucket still has, in percent, that the call grants. */
  readonly part: number;
}

export interface Mouvement {
  readonly territoire: string;
  readonly nature: 'Initiale' | 'Virement' | 'Ajout' | 'Retour';
  readonly jour: string;
  readonly cents: number;
  readonly bailleur?: string;
  readonly note?: string;
}

export interface Versee {
  readonly nature: 'Reçu' | 'Frais' | 'Retour';
  readonly jour: string;
  readonly cents: number;
}

export interface Cycle {
  readonly id: string;
  readonly nom: string;
  readonly debut: string;
  readonly fin: string;
  /** Of the numbers of its projects. */
  readonly prefixe: string;
  readonly note: string;
  readonly appels: readonly [Appel, Appel, Appel];
  /** By territory, the number of projects that each call supports. */
  readonly projets: Readonly<Record<string, readonly [number, number, number]>>;
  /** By territory, applications refused or withdrawn; none was kept before the second cycle. */
  readonly ecartees: Readonly<Record<string, readonly [number, number, number]>>;
  readonly mouvements: readonly Mouvement[];
  readonly recus: readonly Versee[];
  /** Day on which what was not granted goes back; null while the cycle runs. */
  readonly retour: { readonly mouvement: string; readonly apport: string } | null;
  /** Months that a project lasts, at least and at most, and the last day it may end. */
  readonly duree: readonly [min: number, max: number];
  readonly dernierJour: string;
  /** Changes of amount: how many go down, how many go up. */
  readonly amendements: readonly [baisses: number, hausses: number];
  /** Projects whose last instalment was never paid. */
  readonly retenues: number;
}

const initiale = (jour: string, sommes: Readonly<Record<string, number>>): Mouvement[] =>
  Object.entries(sommes).map(([territoire, cents]) => ({
    territoire,
    nature: 'Initiale',
    jour,
    cents,
  }));

const virement = (jour: string, de: string, vers: string, cents: number, note: string) =>
  [
    { territoire: de, nature: 'Virement', jour, cents: -cents, note },
    { territoire: vers, nature: 'Virement', jour, cents, note },
  ] as const;

const parallele = (jour: string, cents: number): Mouvement => ({
  territoire: 'regional',
  nature: 'Initiale',
  jour,
  cents,
  bailleur: PARALLELE.nom,
});

const somme = (nature: Versee['nature'], jour: string, cents: number): Versee => ({
  nature,
  jour,
  cents,
});

const PREMIER: Cycle = {
  id: '2019-2024',
  nom: 'Cycle 2019-2024',
  debut: '2019-04-01',
  fin: '2024-03-31',
  prefixe: 'P19',
  note: 'données entièrement inventées pour la démonstration ; le cycle est terminé et tous ses octrois y sont.',
  appels: [
    {
      id: 'APP-2019-1',
      titre: 'Appel de projets de l’automne 2019',
      ouverture: '2019-09-09',
      limite: '2019-10-25',
      decisions: ['2019-11-27', '2019-12-11'],
      annonce: { id: 'ANN-2020-1', jour: '2020-01-22', titre: 'Annonce du 22 janvier 2020' },
      part: 40,
    },
    {
      id: 'APP-2020-1',
      titre: 'Appel de projets de l’hiver 2020-2021',
      ouverture: '2020-11-16',
      limite: '2021-01-15',
      decisions: ['2021-02-24', '2021-03-17'],
      annonce: { id: 'ANN-2021-1', jour: '2021-04-14', titre: 'Annonce du 14 avril 2021' },
      part: 52,
    },
    {
      id: 'APP-2021-1',
      titre: 'Appel de projets de l’hiver 2021-2022',
      ouverture: '2021-12-06',
      limite: '2022-02-28',
      decisions: ['2022-04-27', '2022-05-18'],
      annonce: { id: 'ANN-2022-1', jour: '2022-06-08', titre: 'Annonce du 8 juin 2022' },
      part: 94,
    },
  ],
  projets: {
    grisombre: [5, 4, 3],
    'haute-sarcelle': [4, 4, 3],
    'la-cendree': [8, 6, 5],
    'l-anse-perlee': [7, 5, 5],
    'les-linaigrettes': [5, 5, 4],
    vaubrume: [10, 8, 7],
    regional: [5, 5, 5],
    'hors-mrc': [2, 1, 1],
  },
  ecartees: {},
  mouvements: [
    ...initiale('2019-05-22', {
      grisombre: 61_230_025,
      'haute-sarcelle': 54_876_000,
      'la-cendree': 96_211_850,
      'l-anse-perlee': 87_421_550,
      'les-linaigrettes': 73_145_000,
      vaubrume: 128_490_575,
      regional: 84_265_000,
      'hors-mrc': 13_160_000,
    }),
    parallele('2019-06-19', 95_000_000),
    ...virement(
      '2021-02-10',
      'haute-sarcelle',
      'l-anse-perlee',
      4_250_000,
      'Demandes plus nombreuses sur la côte.',
    ),
    {
      territoire: 'regional',
      nature: 'Ajout',
      jour: '2021-11-24',
      cents: 15_000_000,
      note: 'Aide ponctuelle de relance.',
    },
    ...virement(
      '2022-04-13',
      'grisombre',
      'vaubrume',
      2_834_025,
      'Solde non demandé au troisième appel.',
    ),
  ],
  recus: [
    somme('Reçu', '2019-06-12', 188_100_000),
    somme('Frais', '2020-03-31', 5_821_436),
    somme('Reçu', '2020-05-13', 188_100_000),
    somme('Frais', '2021-03-31', 6_104_275),
    somme('Reçu', '2021-05-12', 125_400_000),
    somme('Reçu', '2021-12-08', 15_000_000),
    somme('Frais', '2022-03-31', 6_237_850),
    somme('Reçu', '2022-05-11', 94_050_000),
    somme('Frais', '2023-03-31', 5_990_612),
    somme('Reçu', '2023-05-10', 31_350_000),
    somme('Frais', '2024-03-28', 4_045_827),
  ],
  retour: { mouvement: '2024-03-20', apport: '2024-03-27' },
  duree: [12, 27],
  dernierJour: '2023-12-31',
  amendements: [8, 6],
  retenues: 4,
};

const SECOND: Cycle = {
  id: '2024-2029',
  nom: 'Cycle 2024-2029',
  debut: '2024-04-01',
  fin: '2029-03-31',
  prefixe: 'P24',
  note: 'données entièrement inventées pour la démonstration ; le cycle est en cours et tous les octrois décidés à la date des données y sont.',
  appels: [
    {
      id: 'APP-2024-1',
      titre: 'Appel de projets de l’automne 2024',
      ouverture: '2024-09-09',
      limite: '2024-10-25',
      decisions: ['2024-11-27', '2024-12-11'],
      annonce: { id: 'ANN-2025-1', jour: '2025-01-29', titre: 'Annonce du 29 janvier 2025' },
      part: 20,
    },
    {
      id: 'APP-2025-1',
      titre: 'Appel de projets de l’hiver 2025',
      ouverture: '2025-01-13',
      limite: '2025-02-28',
      decisions: ['2025-04-23', '2025-05-21'],
      annonce: { id: 'ANN-2025-2', jour: '2025-06-11', titre: 'Annonce du 11 juin 2025' },
      part: 26,
    },
    {
      id: 'APP-2025-2',
      titre: 'Appel de projets de l’hiver 2025-2026',
      ouverture: '2025-12-01',
      limite: '2026-02-28',
      decisions: ['2026-04-22', '2026-05-20'],
      annonce: { id: 'ANN-2026-1', jour: '2026-06-10', titre: 'Annonce du 10 juin 2026' },
      part: 24,
    },
  ],
  projets: {
    grisombre: [1, 1, 1],
    'haute-sarcelle': [1, 1, 1],
    'la-cendree': [2, 1, 2],
    'l-anse-perlee': [1, 2, 2],
    'les-linaigrettes': [1, 1, 2],
    vaubrume: [2, 3, 2],
    regional: [2, 2, 2],
    'hors-mrc': [0, 1, 0],
  },
  ecartees: {
    grisombre: [1, 2, 2],
    'haute-sarcelle': [1, 1, 2],
    'la-cendree': [3, 2, 2],
    'l-anse-perlee': [2, 2, 2],
    'les-linaigrettes': [1, 2, 2],
    vaubrume: [3, 3, 3],
    regional: [2, 2, 2],
    'hors-mrc': [1, 0, 1],
  },
  mouvements: [
    ...initiale('2024-05-22', {
      grisombre: 62_540_000,
      'haute-sarcelle': 56_118_040,
      'la-cendree': 98_702_500,
      'l-anse-perlee': 88_960_000,
      'les-linaigrettes': 74_381_260,
      vaubrume: 131_598_200,
      regional: 86_900_000,
      'hors-mrc': 12_800_000,
    }),
    parallele('2024-06-19', 105_000_000),
    ...virement(
      '2025-04-09',
      'hors-mrc',
      'regional',
      2_500_000,
      'Un seul projet attendu hors des MRC.',
    ),
    ...virement(
      '2026-04-08',
      'la-cendree',
      'les-linaigrettes',
      3_625_000,
      'Entente entre les deux MRC.',
    ),
    {
      territoire: 'regional',
      nature: 'Ajout',
      jour: '2026-04-08',
      cents: 11_840_000,
      note: 'Indexation de l’entente.',
    },
  ],
  recus: [
    somme('Reçu', '2024-06-12', 160_650_000),
    somme('Frais', '2025-03-31', 6_318_940),
    somme('Reçu', '2025-05-14', 128_520_000),
    somme('Frais', '2026-03-31', 6_475_205),
    somme('Reçu', '2026-05-13', 128_520_000),
    somme('Reçu', '2026-06-10', 11_840_000),
  ],
  retour: null,
  duree: [12, 30],
  dernierJour: '2028-12-31',
  amendements: [2, 2],
  retenues: 0,
};

export const CYCLES: readonly Cycle[] = [PREMIER, SECOND];
