/** A fund as plain data, from which its whole folder is written. */

/** A published sum; labels are those of the received file, not ids. */
export interface Somme {
  readonly cycle: string;
  readonly evenement: string;
  readonly territoire: string;
  readonly montant: string;
  readonly nature: 'enveloppe' | 'disponible' | 'restant' | 'accordé' | 'demandé';
  readonly date?: string;
  readonly source: string;
  readonly note?: string;
}

export interface Projet {
  readonly id: string;
  readonly cycle: string;
  readonly annonce: string;
  readonly titre: string;
  readonly organisme: string;
  readonly territoire: string;
  readonly montant: string;
  readonly date?: string;
  readonly priorite?: string;
  readonly bailleur: string;
  readonly source: string;
  readonly note?: string;
}

export interface Cycle {
  readonly id: string;
  readonly libelle: string;
  readonly debut: string;
  readonly fin: string;
}

export interface Territoire {
  readonly id: string;
  readonly nom: string;
  readonly nature: 'mrc' | 'regional' | 'hors-mrc' | 'non-ventile';
}

export interface Annonce {
  readonly id: string;
  readonly cycle: string;
  readonly libelle: string;
  readonly date: string;
  readonly completes?: readonly string[];
  readonly demandes?: number;
}

export interface Plan {
  readonly id: string;
  readonly nom: string;
  readonly region: string;
  readonly ordre: number;
  readonly cycles: readonly Cycle[];
  readonly territoires: readonly Territoire[];
  /** Label of a sum that covers the whole region. */
  readonly ensemble: string;
  readonly bailleurs: readonly { readonly id: string; readonly nom: string; compte: boolean }[];
  /** Labels of priorities, each with the ids that it stands for. */
  readonly priorites: readonly { readonly id: string; readonly nom: string }[];
  readonly enjeux: Readonly<Record<string, readonly string[]>>;
  readonly ententes: Readonly<Record<string, string>>;
  readonly appels: readonly { readonly id: string; readonly cycle: string; libelle: string }[];
  readonly annonces: readonly Annonce[];
  /** Labels set aside on purpose, with the reason. */
  readonly exclus: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, readonly [precision: string, pas: string]>>;
  readonly sources: readonly (readonly [code: string, url: string])[];
  readonly sommes: readonly Somme[];
  readonly projets: readonly Projet[];
  readonly corrections: readonly (readonly string[])[];
  readonly encodage: 'utf-8' | 'windows-1252' | 'utf-16le';
  readonly separateur: ',' | ';' | '\t' | '|';
}

const [A, B] = ['https://exemple.org/annonces/1', 'https://exemple.org/annonces/2'];

/** Three territories, one cycle, two announcements; every name is invented. */
export const petitPlan: Plan = {
  id: 'vallee',
  nom: 'Fonds de la Vallée-aux-Brumes',
  region: 'Vallée-aux-Brumes',
  ordre: 1,
  cycles: [{ id: '2021-2026', libelle: 'Un', debut: '2021-04-01', fin: '2026-03-31' }],
  territoires: [
    { id: 'val', nom: 'Val-Cendré', nature: 'mrc' },
    { id: 'rive', nom: 'Rive-aux-Hérons', nature: 'mrc' },
    { id: 'pointe', nom: "Pointe-d'Étain", nature: 'mrc' },
    { id: 'regional', nom: 'Régional', nature: 'regional' },
    { id: 'non-ventile', nom: 'Non ventilé', nature: 'non-ventile' },
  ],
  ensemble: 'Toute la vallée',
  bailleurs: [
    { id: 'brume', nom: 'Bureau des brumes', compte: true },
    { id: 'mecene', nom: 'Fondation du Héron', compte: false },
  ],
  priorites: [
    { id: 'logement', nom: 'Se loger' },
    { id: 'aliments', nom: 'Se nourrir' },
  ],
  enjeux: { 'Se loger': ['logement'], 'Se loger, se nourrir': ['logement', 'aliments'] },
  ententes: { 'Entente des brumes': 'brume', 'Don du Héron': 'mecene' },
  appels: [{ id: 'appel-2021', cycle: '2021-2026', libelle: 'Appel 2021' }],
  annonces: [
    {
      id: 'annonce-2021',
      cycle: '2021-2026',
      libelle: 'Annonce 2021',
      date: '2021-11-15',
      completes: ['val'],
    },
    { id: 'annonce-2022', cycle: '2021-2026', libelle: 'Annonce 2022', date: '2022-06' },
  ],
  exclus: { 'Tout le pays': 'Montant de tout le pays' },
  notes: { 'Arrondi au dollar': ['arrondi', '1'], 'Plus de': ['minimum', ''] },
  sources: [
    ['brumes', A],
    ['heron', B],
  ],
  sommes: [
    somme('Entente des brumes', 'Toute la vallée', '1 000 000,00 $', 'enveloppe', A),
    somme('Entente des brumes', 'Toute la vallée', '1 000 000,00 $', 'enveloppe', B),
    somme('Don du Héron', 'Toute la vallée', '250000.00', 'enveloppe', B),
    somme('Appel 2021', 'Val-Cendré', '300 000,00', 'disponible', A, '2021-09-01'),
    somme('Annonce 2021', 'Val-Cendré', '120 000,50', 'accordé', A, '2021-11-15'),
    somme('Annonce 2021', 'Rive-aux-Hérons', '60 000,00', 'accordé', A, '2021-11-15'),
    somme('Annonce 2021', "Pointe-d'Étain", '30 000,00', 'accordé', A, '2021-11-15'),
    somme('Annonce 2021', 'Régional', '', 'accordé', A, '2021-11-15'),
    somme('Annonce 2021', 'Toute la vallée', '220 000,50', 'accordé', A, '2021-11-15'),
    somme('Annonce 2022', 'Toute la vallée', '50 000,00', 'accordé', B, '2022-06'),
    somme('Annonce 2021', 'Toute la vallée', '400 000,00', 'demandé', A, '2021-11-15', 'Plus de'),
    somme('Entente des brumes', 'Tout le pays', '9 000 000,00', 'enveloppe', B),
  ],
  projets: [
    projet('p-1', 'Val-Cendré', '80 000,25', 'Se loger'),
    projet('p-2', 'Val-Cendré', '40 000,25', 'Se loger, se nourrir'),
    projet('p-3', 'Rive-aux-Hérons', '25 000,00', ''),
  ],
  corrections: [],
  encodage: 'utf-8',
  separateur: ',',
};

function somme(
  evenement: string,
  territoire: string,
  montant: string,
  nature: Somme['nature'],
  source: string,
  date = '',
  note = '',
): Somme {
  return { cycle: 'Un', evenement, territoire, montant, nature, source, date, note };
}

function projet(id: string, territoire: string, montant: string, priorite: string): Projet {
  return {
    id,
    cycle: 'Un',
    annonce: 'Annonce 2021',
    titre: `Projet ${id}`,
    organisme: `Atelier de ${territoire}`,
    territoire,
    montant,
    date: '2021-11-15',
    priorite,
    bailleur: 'Bureau des brumes',
    source: A,
  };
}
