/** The fund's own reference lists, aliases and corrections: UTF-8, comma, in the fund's folder. */
import { champ, type Notion, type SourceKind } from './kind';

const list = (id: string, cle: string | null, champs: SourceKind['champs']): SourceKind => ({
  id,
  cle: cle === null ? [] : [cle],
  champs,
  ignores: [],
});

const plein = { rempli: true };

export const referenceKinds = {
  /** Titles in French of received sources that give none, and sources of the fund's own lists. */
  sources: {
    ...list('sources', 'source_id', {
      source_id: champ('texte', ['source_id'], plein),
      titre: champ('texte', ['titre'], plein),
      editeur: champ('texte', ['editeur'], { requis: false }),
      url: champ('texte', ['url'], { requis: false }),
      date: champ('texte', ['date'], { requis: false }),
    }),
    facultatif: true,
  },
  territoires: list('territoires', 'territoire_id', {
    territoire_id: champ('texte', ['territoire_id'], plein),
    nom: champ('texte', ['nom'], plein),
    population: champ('entier', ['population'], { requis: false }),
    population_annee: champ('entier', ['population_annee'], { requis: false }),
    population_faible_revenu: champ('entier', ['population_faible_revenu'], { requis: false }),
    population_source_id: champ('texte', ['population_source_id'], { requis: false }),
    nature: champ('texte', ['nature'], {
      rempli: true,
      valeurs: {
        mrc: 'mrc',
        regional: 'regional',
        'hors-mrc': 'hors-mrc',
        'non-ventile': 'non-ventile',
      },
    }),
  }),
  priorites: list('priorites', 'priorite_id', {
    priorite_id: champ('texte', ['priorite_id'], plein),
    nom: champ('texte', ['nom'], plein),
    portee: champ('texte', ['portee'], {
      rempli: true,
      valeurs: { locale: 'locale', regionale: 'regionale', exemple: 'exemple' },
    }),
    source_id: champ('texte', ['source_id']),
  }),
  appels: {
    ...list('appels', 'appel_id', {
      appel_id: champ('texte', ['appel_id'], plein),
      cycle_id: champ('texte', ['cycle_id'], plein),
      titre: champ('texte', ['titre'], plein),
      date_ouverture: champ('date', ['date_ouverture']),
      date_limite: champ('date', ['date_limite']),
      source_id: champ('texte', ['source_id'], plein),
    }),
    facultatif: 'sans-faits',
  },
  annonces: {
    ...list('annonces', 'annonce_id', {
      annonce_id: champ('texte', ['annonce_id'], plein),
      cycle_id: champ('texte', ['cycle_id'], plein),
      titre: champ('texte', ['titre'], plein),
      date_annonce: champ('date', ['date_annonce'], plein),
      nombre_projets: champ('entier', ['nombre_projets']),
      nombre_organismes: champ('entier', ['nombre_organismes']),
      nombre_demandes: champ('entier', ['nombre_demandes']),
      nombre_demandes_precision: champ('texte', ['nombre_demandes_precision']),
      listes_completes: champ('texte', ['listes_completes']),
      source_id: champ('texte', ['source_id'], plein),
    }),
    facultatif: 'sans-faits',
  },
} as const;

/** `exclu` in the id column leaves the rows with that label out, for the reason given. */
export const EXCLU = 'exclu';

const aliasKind = (notion: Notion, extra: SourceKind['champs'] = {}) =>
  list(`alias-${notion}`, 'libelle', {
    libelle: champ('texte', ['libelle'], plein),
    ...extra,
    motif: champ('texte', ['motif'], { requis: false }),
  });

const identifiant = { id: champ('texte', ['id'], plein) };

export const aliasKinds: Readonly<Record<Notion, SourceKind>> = {
  cycles: aliasKind('cycles', identifiant),
  territoires: aliasKind('territoires', identifiant),
  bailleurs: aliasKind('bailleurs', identifiant),
  priorites: aliasKind('priorites', {
    ...identifiant,
    precision: champ('texte', ['precision'], plein),
  }),
  evenements: aliasKind('evenements', {
    ...identifiant,
    objet: champ('texte', ['objet'], {
      rempli: true,
      valeurs: {
        entente: 'entente',
        appel: 'appel',
        annonce: 'annonce',
        aucun: 'aucun',
        exclu: EXCLU,
      },
    }),
    bailleur: champ('texte', ['bailleur']),
  }),
  notes: aliasKind('notes', {
    precision: champ('texte', ['precision'], plein),
    pas: champ('montant', ['pas']),
  }),
};

export const correctionsKind = list('corrections', null, {
  table: champ('texte', ['table'], plein),
  id: champ('texte', ['id'], plein),
  colonne: champ('texte', ['colonne'], plein),
  valeur: champ('texte', ['valeur']),
  auteur: champ('texte', ['auteur'], plein),
  date: champ('date', ['date'], plein),
  motif: champ('texte', ['motif'], plein),
});
