/** The twelve priorities, whom they are for, and what is counted under each. */
export interface Cible {
  readonly indicateur: string;
  readonly unite: string;
  readonly min: number;
  readonly max: number;
  readonly pas: number;
}

export interface Priorite {
  readonly id: string;
  readonly nom: string;
  readonly portee: 'locale' | 'regionale';
  /** After « S’adresse ». */
  readonly publics: readonly string[];
  readonly cibles: readonly Cible[];
}

const cible = (indicateur: string, unite: string, min: number, max: number, pas = 1): Cible => ({
  indicateur,
  unite,
  min,
  max,
  pas,
});

export const REJOINTES = cible('Personnes rejointes', 'personnes', 25, 420, 5);

export const PRIORITES: readonly Priorite[] = [
  {
    id: 'securite-alimentaire',
    nom: 'Sécurité alimentaire',
    portee: 'locale',
    publics: ['aux familles à faible revenu', 'aux personnes seules', 'aux ménages à petit budget'],
    cibles: [
      cible('Repas servis', 'repas', 600, 6000, 50),
      cible('Paniers remis', 'paniers', 80, 900, 10),
      cible('Ateliers de cuisine tenus', 'ateliers', 12, 90),
    ],
  },
  {
    id: 'logement',
    nom: 'Logement abordable et stable',
    portee: 'locale',
    publics: ['aux ménages locataires', 'aux ménages à faible revenu', 'aux personnes mal logées'],
    cibles: [
      cible('Ménages accompagnés', 'ménages', 15, 140, 5),
      cible('Logements stabilisés', 'logements', 5, 40),
    ],
  },
  {
    id: 'transport',
    nom: 'Transport et mobilité',
    portee: 'locale',
    publics: [
      'aux personnes sans voiture',
      'aux ménages des rangs',
      'aux personnes qui se déplacent difficilement',
    ],
    cibles: [
      cible('Déplacements effectués', 'déplacements', 200, 3200, 50),
      cible('Conductrices et conducteurs bénévoles', 'personnes', 6, 40),
    ],
  },
  {
    id: 'reussite-educative',
    nom: 'Réussite éducative et petite enfance',
    portee: 'locale',
    publics: [
      'aux enfants, aux jeunes et à leurs parents',
      'aux familles du milieu',
      'aux familles à faible revenu',
    ],
    cibles: [
      cible('Enfants inscrits', 'enfants', 15, 160, 5),
      cible('Ateliers tenus', 'ateliers', 20, 120),
    ],
  },
  {
    id: 'emploi',
    nom: 'Insertion socioprofessionnelle',
    portee: 'locale',
    publics: [
      'aux personnes sans emploi',
      'aux personnes éloignées du travail',
      'aux adultes qui cherchent un métier',
    ],
    cibles: [
      cible('Personnes en parcours', 'personnes', 8, 60),
      cible('Retours en emploi ou aux études', 'personnes', 4, 30),
    ],
  },
  {
    id: 'aines',
    nom: 'Soutien aux personnes aînées',
    portee: 'locale',
    publics: [
      'aux personnes aînées',
      'aux personnes de 65 ans et plus',
      'aux personnes aînées et à leurs proches',
    ],
    cibles: [
      cible('Visites à domicile', 'visites', 100, 1400, 10),
      cible('Personnes aînées jointes', 'personnes', 30, 300, 5),
    ],
  },
  {
    id: 'isolement',
    nom: 'Lutte contre l’isolement',
    portee: 'locale',
    publics: [
      'aux personnes isolées',
      'aux gens du milieu, de tous âges',
      'aux personnes qui vivent loin des leurs',
    ],
    cibles: [
      cible('Rencontres de groupe', 'rencontres', 12, 120),
      cible('Bénévoles engagés', 'personnes', 8, 60),
    ],
  },
  {
    id: 'concertation',
    nom: 'Concertation régionale',
    portee: 'regionale',
    publics: [
      'aux tables locales et à leurs membres',
      'aux organismes communautaires',
      'aux équipes des MRC et des organismes',
    ],
    cibles: [
      cible('Rencontres de concertation', 'rencontres', 4, 24),
      cible('Organismes participants', 'organismes', 12, 60),
    ],
  },
  {
    id: 'services',
    nom: 'Accès aux services sociaux et de santé',
    portee: 'regionale',
    publics: [
      'aux ménages éloignés des services',
      'aux personnes qui ne savent pas où s’adresser',
      'aux personnes à faible revenu',
    ],
    cibles: [
      cible('Personnes orientées', 'personnes', 80, 700, 10),
      cible('Jours de présence', 'jours', 40, 220),
    ],
  },
  {
    id: 'litteratie',
    nom: 'Littératie et inclusion numérique',
    portee: 'regionale',
    publics: [
      'aux adultes peu à l’aise avec l’écrit',
      'aux personnes peu à l’aise avec le numérique',
      'aux adultes à faible revenu',
    ],
    cibles: [
      cible('Personnes formées', 'personnes', 30, 300, 5),
      cible('Appareils remis', 'appareils', 20, 200, 5),
    ],
  },
  {
    id: 'itinerance',
    nom: 'Prévention de l’itinérance',
    portee: 'regionale',
    publics: [
      'aux personnes sans domicile',
      'aux ménages menacés d’éviction',
      'aux personnes en situation précaire',
    ],
    cibles: [
      cible('Nuitées offertes', 'nuitées', 200, 2400, 50),
      cible('Personnes relogées', 'personnes', 10, 60),
    ],
  },
  {
    id: 'participation',
    nom: 'Participation des personnes en situation de pauvreté',
    portee: 'regionale',
    publics: [
      'aux personnes en situation de pauvreté',
      'aux comités de citoyennes et de citoyens',
      'aux personnes premières concernées',
    ],
    cibles: [
      cible('Personnes en situation de pauvreté participantes', 'personnes', 15, 150, 5),
      cible('Assemblées tenues', 'assemblées', 4, 20),
    ],
  },
];

export const prioriteOf = (id: string): Priorite => {
  const found = PRIORITES.find((priorite) => priorite.id === id);
  if (!found) throw new RangeError(`No such priority: ${id}`);
  return found;
};
