/** Lines of the budgets, and the words that people put beside them. */
export const POSTES = [
  'ressources-humaines',
  'honoraires',
  'deplacements',
  'materiel',
  'locaux',
  'communications',
  'administration',
  'autres',
] as const;
export type PosteId = (typeof POSTES)[number];

export const DETAILS: Readonly<Record<PosteId, readonly string[]>> = {
  'ressources-humaines': [
    'Coordination, 21 heures par semaine',
    'Salaire de l’intervenante',
    'Animation des ateliers',
    'Deux postes à temps partiel',
    'Chargé de projet, 28 heures par semaine',
    'Agente de milieu, de septembre à juin',
    'Salaires et charges sociales',
    'Personne-ressource, trois jours par semaine',
    'Soutien aux bénévoles, 14 heures par semaine',
  ],
  honoraires: [
    'Formation de l’équipe',
    'Graphiste pour le guide',
    'Personne-ressource invitée',
    'Facilitation de deux journées',
    'Personne-ressource, quatre ateliers',
    'Évaluation du projet',
    'Entretien du site Web',
  ],
  deplacements: [
    'Kilométrage de l’équipe',
    'Essence et repas des bénévoles',
    'Allocation des bénévoles',
    'Autobus pour deux sorties',
    'Déplacements entre les municipalités',
  ],
  materiel: [
    'Matériel d’animation',
    'Nourriture et contenants',
    'Fournitures de bureau et papier',
    'Petits équipements',
    'Livres et jeux',
    'Outils et pièces',
    'Achat de deux ordinateurs usagés',
    'Tables, chaises et rangement',
  ],
  locaux: [
    'Location de la salle communautaire',
    'Loyer, part du projet',
    'Location d’une cuisine, 10 mois',
    'Entreposage',
    'Ménage et chauffage de la salle',
  ],
  communications: [
    'Affiches et dépliants',
    'Publicité dans le journal local',
    'Téléphone et Internet',
    'Impression du calendrier',
    'Bulletin trimestriel',
  ],
  administration: [
    'Comptabilité et assurances',
    'Tenue de livres',
    'Frais de gestion, part du projet',
    'Paie et vérification',
    'Assurance responsabilité',
  ],
  autres: [
    'Collations des rencontres',
    'Halte-garderie pendant les activités',
    'Fête de fin d’année',
    'Frais bancaires',
    'Cartes-cadeaux d’épicerie remises aux familles',
  ],
};

type Poids = Readonly<Partial<Record<PosteId, number>>>;

const poids = (...weights: readonly number[]): Poids =>
  Object.fromEntries(POSTES.map((poste, i) => [poste, weights[i] ?? 0]));

/** In the order of the lines: administration stays under a tenth, whatever the draw. */
export const POIDS: Readonly<Record<string, Poids>> = {
  'securite-alimentaire': poids(420, 40, 40, 280, 70, 25, 70, 55),
  logement: poids(560, 90, 45, 100, 60, 30, 75, 40),
  transport: poids(400, 40, 290, 90, 20, 50, 70, 40),
  'reussite-educative': poids(520, 60, 40, 170, 70, 25, 70, 45),
  emploi: poids(540, 70, 45, 140, 80, 25, 70, 30),
  aines: poids(520, 40, 110, 110, 60, 40, 70, 50),
  isolement: poids(500, 50, 60, 140, 80, 45, 70, 55),
  concertation: poids(560, 150, 60, 40, 40, 60, 70, 20),
  services: poids(600, 60, 90, 60, 60, 35, 75, 20),
  litteratie: poids(520, 60, 50, 180, 60, 35, 70, 25),
  itinerance: poids(540, 40, 40, 150, 120, 15, 70, 25),
  participation: poids(500, 90, 80, 80, 60, 50, 70, 70),
};

export type SourceId = 'ministeres' | 'municipal' | 'fondations' | 'autofinancement' | 'nature';

export const SOURCES: readonly {
  readonly id: SourceId;
  readonly details: readonly string[];
}[] = [
  {
    id: 'ministeres',
    details: [
      'Subvention salariale',
      'Soutien à la mission, part du projet',
      'Programme d’aide ponctuelle',
      'Emploi d’été, un poste',
    ],
  },
  {
    id: 'municipal',
    details: [
      'Contribution de la municipalité',
      'Aide de la MRC',
      'Fonds de vitalité de la MRC',
      'Subvention municipale annuelle',
    ],
  },
  {
    id: 'fondations',
    details: ['Fondation Brumaille', 'Don d’une fondation privée', 'Campagne de dons du milieu'],
  },
  {
    id: 'autofinancement',
    details: [
      'Souper spaghetti et tirage',
      'Contribution des participants',
      'Vente de plats et d’objets',
      'Cotisations des membres',
      'Dons reçus',
    ],
  },
  {
    id: 'nature',
    details: [
      'Prêt de la salle',
      'Heures des bénévoles',
      'Denrées données par les commerces',
      'Prêt d’un véhicule',
      'Temps de l’équipe de direction',
    ],
  },
];
