/** The fund, its lists, and where values were read. */
import { booleen, date, datePrecision, entier, id, libre, provenance, ref, texte } from '../column';
import type { TableSchema } from './schema';

export const listes = {
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
    colonnes: { exercice_id: id(), debut: date(), fin: date(), arrete_le: date(libre) },
  },
  territoires: {
    titre: 'Territoires',
    cle: ['territoire_id'],
    colonnes: {
      territoire_id: id(),
      nom: texte(),
      nature: texte({ valeurs: ['mrc', 'regional', 'hors-mrc', 'non-ventile'] }),
      population: entier(libre),
      population_annee: entier(libre),
      population_faible_revenu: entier(libre),
      population_source_id: ref('sources', false),
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
      url: texte(libre),
      /** As the source shows it: a day, a month or a year. */
      date_source: texte(libre),
      lecture: texte(libre),
      provenance: provenance(),
    },
  },
  fichiers_recus: {
    titre: 'Fichiers reçus, et leur empreinte',
    cle: ['fichier'],
    colonnes: {
      /** As provenances name it, without its cells. */
      fichier: texte(),
      lot: texte(),
      editeur: texte(),
      date_reception: date(),
      empreinte: texte(),
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
      appel_id: ref('appels', false),
      source_id: ref('sources'),
    },
  },
} as const satisfies Readonly<Record<string, TableSchema>>;
