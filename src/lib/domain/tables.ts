/** The product's tables: one schema a table. A column without an edition is published nowhere. */
import { PRECISIONS } from './precision';

export const EDITIONS = ['public', 'ministere', 'conseil'] as const;
export type Edition = (typeof EDITIONS)[number];

export type ColumnType = 'texte' | 'entier' | 'montant' | 'date' | 'booleen';

/** `montant` is cents (bigint) in the pipeline and DECIMAL(14,2) in Parquet; `date` is ISO 8601. */
export interface Column {
  readonly type: ColumnType;
  readonly editions: readonly Edition[];
  readonly requis: boolean;
  readonly valeurs?: readonly string[];
  readonly reference?: TableName;
}

export interface TableSchema {
  readonly titre: string;
  readonly cle: readonly string[];
  readonly colonnes: Readonly<Record<string, Column>>;
}

interface Options {
  requis?: boolean;
  valeurs?: readonly string[];
  reference?: TableName;
}

const visibleTo =
  (editions: readonly Edition[]) =>
  (type: ColumnType) =>
  (options: Options = {}): Column => ({ type, editions, requis: true, ...options });

const ouverte = visibleTo(EDITIONS);
const texte = ouverte('texte');
const entier = ouverte('entier');
const montant = ouverte('montant');
const date = ouverte('date');
const booleen = ouverte('booleen');
const libre: Options = { requis: false };

const id = () => texte();
const ref = (reference: TableName, requis = true) => texte({ reference, requis });
const precision = () => texte({ valeurs: PRECISIONS });
const datePrecision = () => texte({ valeurs: ['jour', 'mois'], requis: false });
/** Where the row was read: file of the lot and cell, as `envelopes.csv!D4`. */
const provenance = () => texte();

export const TABLE_NAMES = [
  'fonds',
  'cycles',
  'exercices',
  'territoires',
  'priorites',
  'bailleurs',
  'sources',
  'enveloppes',
  'appels',
  'annonces',
  'demandes',
  'organismes',
  'projets',
  'projets_priorites',
  'octrois',
  'ventilations',
  'controles',
  'attestations',
  'soldes_constates',
  'soldes_territoires',
  'corrections',
  'constats',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const TABLES: Readonly<Record<TableName, TableSchema>> = {
  fonds: {
    titre: 'Le fonds',
    cle: ['fonds_id'],
    colonnes: {
      fonds_id: id(),
      nom: texte(),
      region: texte(),
      mandataire: texte(),
      courriel: texte(libre),
      date_donnees: date(),
      licence: texte(),
      licence_url: texte(),
      fictif: booleen(),
      ordre: entier(),
    },
  },
  cycles: {
    titre: 'Cycles',
    cle: ['cycle_id'],
    colonnes: {
      cycle_id: id(),
      nom: texte(),
      debut: date(),
      fin: date(),
      couverture: texte({ valeurs: ['complete', 'partielle'] }),
      couverture_note: texte(),
    },
  },
  exercices: {
    titre: 'Exercices',
    cle: ['exercice_id'],
    colonnes: { exercice_id: id(), debut: date(), fin: date() },
  },
  territoires: {
    titre: 'Territoires',
    cle: ['territoire_id'],
    colonnes: {
      territoire_id: id(),
      nom: texte(),
      nature: texte({ valeurs: ['mrc', 'regional', 'hors-mrc', 'non-ventile'] }),
      ordre: entier(),
    },
  },
  priorites: {
    titre: 'Priorités',
    cle: ['priorite_id'],
    colonnes: {
      priorite_id: id(),
      nom: texte(),
      portee: texte({ valeurs: ['locale', 'regionale', 'exemple', 'non-publiee'] }),
      source_id: ref('sources', false),
    },
  },
  bailleurs: {
    titre: 'Bailleurs',
    cle: ['bailleur_id'],
    colonnes: { bailleur_id: id(), nom: texte(), compte: booleen() },
  },
  sources: {
    titre: 'Sources',
    cle: ['source_id'],
    colonnes: {
      source_id: id(),
      editeur: texte(),
      titre: texte(),
      url: texte(),
      /** As the source shows it: a day, a month or a year. */
      date_source: texte(libre),
      lecture: texte(libre),
      provenance: provenance(),
    },
  },
  enveloppes: {
    titre: 'Enveloppes',
    cle: ['enveloppe_id'],
    colonnes: {
      enveloppe_id: id(),
      cycle_id: ref('cycles'),
      bailleur_id: ref('bailleurs'),
      territoire_id: ref('territoires'),
      mouvement: texte({ valeurs: ['initiale', 'virement', 'ajout', 'retour'] }),
      date_effet: date(libre),
      montant_enveloppe: montant(),
      precision: precision(),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  appels: {
    titre: 'Appels de projets',
    cle: ['appel_id'],
    colonnes: {
      appel_id: id(),
      cycle_id: ref('cycles'),
      titre: texte(),
      date_ouverture: date(libre),
      date_limite: date(libre),
      source_id: ref('sources'),
    },
  },
  annonces: {
    titre: 'Annonces',
    cle: ['annonce_id'],
    colonnes: {
      annonce_id: id(),
      cycle_id: ref('cycles'),
      titre: texte(),
      date_annonce: date(),
      date_precision: datePrecision(),
      nombre_projets: entier(libre),
      nombre_organismes: entier(libre),
      source_id: ref('sources'),
    },
  },
  demandes: {
    titre: 'Demandes',
    cle: ['demande_id'],
    colonnes: {
      demande_id: id(),
      annonce_id: ref('annonces'),
      territoire_id: ref('territoires'),
      nombre_demandes: entier(libre),
      nombre_precision: texte({ valeurs: PRECISIONS, requis: false }),
      montant_demande: montant(),
      precision: precision(),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  organismes: {
    titre: 'Organismes',
    cle: ['organisme_id'],
    colonnes: { organisme_id: id(), nom: texte() },
  },
  projets: {
    titre: 'Projets',
    cle: ['projet_id'],
    colonnes: {
      projet_id: id(),
      cycle_id: ref('cycles'),
      titre: texte(),
      organisme_id: ref('organismes', false),
      territoire_id: ref('territoires'),
      annonce_id: ref('annonces', false),
      priorite_declaree: texte(libre),
      note: texte(libre),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  projets_priorites: {
    titre: 'Priorités des projets',
    cle: ['projet_id', 'priorite_id'],
    colonnes: {
      projet_id: ref('projets'),
      priorite_id: ref('priorites'),
      part_pour_cent: entier(),
      precision: precision(),
    },
  },
  octrois: {
    titre: 'Octrois',
    cle: ['octroi_id'],
    colonnes: {
      octroi_id: id(),
      cycle_id: ref('cycles'),
      bailleur_id: ref('bailleurs'),
      annonce_id: ref('annonces'),
      grain: texte({ valeurs: ['projet', 'territoire', 'fonds'] }),
      nature: texte({ valeurs: ['projet', 'reste', 'derive', 'arrondi'] }),
      projet_id: ref('projets', false),
      territoire_id: ref('territoires'),
      exercice_id: ref('exercices'),
      date_annonce: date(),
      date_decision: date(libre),
      date_precision: datePrecision(),
      montant_accorde: montant(),
      precision: precision(),
      methode: texte(),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  ventilations: {
    titre: 'Octrois répartis par priorité',
    cle: ['octroi_id', 'priorite_id'],
    colonnes: {
      octroi_id: ref('octrois'),
      priorite_id: ref('priorites'),
      montant_accorde: montant(),
    },
  },
  controles: {
    titre: 'Totaux publiés, gardés pour contrôle',
    cle: ['controle_id'],
    colonnes: {
      controle_id: id(),
      objet: texte({ valeurs: ['octrois', 'soldes', 'enveloppes'] }),
      evenement_id: texte(),
      territoires: texte(),
      montant_publie: montant(),
      precision: precision(),
      montant_calcule: montant(libre),
      ecart: montant(libre),
      resultat: texte({ valeurs: ['conforme', 'arrondi', 'ecart', 'incomplet'] }),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  attestations: {
    titre: 'Autres sources du même fait',
    cle: ['attestation_id'],
    colonnes: {
      attestation_id: id(),
      table_visee: texte(),
      ligne_visee: texte(),
      montant_atteste: montant(),
      precision: precision(),
      ecart: montant(),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  soldes_constates: {
    titre: 'Soldes constatés',
    cle: ['solde_id'],
    colonnes: {
      solde_id: id(),
      appel_id: ref('appels'),
      nature: texte({ valeurs: ['disponible', 'restant'] }),
      date_constat: date(libre),
      date_precision: datePrecision(),
      montant_solde: montant(),
      precision: precision(),
      source_id: ref('sources'),
      provenance: provenance(),
    },
  },
  soldes_territoires: {
    titre: 'Territoires des soldes constatés',
    cle: ['solde_id', 'territoire_id'],
    colonnes: { solde_id: ref('soldes_constates'), territoire_id: ref('territoires') },
  },
  corrections: {
    titre: 'Corrections',
    cle: ['correction_id'],
    colonnes: {
      correction_id: id(),
      table_visee: texte(),
      ligne_visee: texte(),
      colonne: texte(),
      valeur_recue: texte(libre),
      valeur_corrigee: texte(libre),
      auteur: texte(),
      date_correction: date(),
      motif: texte(),
    },
  },
  constats: {
    titre: 'Constats',
    cle: ['constat_id'],
    colonnes: {
      constat_id: id(),
      gravite: texte({ valeurs: ['bloquant', 'avertissement', 'information'] }),
      regle: texte(),
      fichier: texte(),
      feuille: texte(libre),
      cellule: texte(libre),
      valeur: texte(libre),
      message: texte(),
    },
  },
};
