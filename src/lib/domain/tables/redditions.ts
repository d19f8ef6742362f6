/** Reports: what the form asks, what each project answered, and what the public may see of it all. */
import {
  booleen,
  conseil,
  date,
  entier,
  id,
  libre,
  montant,
  ref,
  restreint,
  texte,
} from '../column';
import { ETATS, PONCTUALITES } from '../reddition';
import { formulaire } from './formulaire';
import type { TableSchema } from './schema';

const reddition = () => restreint.texte({ reference: 'redditions' });
const provenance = () => restreint.texte();

/**
 * Fund totals: a count of people is there from 5 up, money where three projects stand behind it; how many reports
 * or projects it comes from is absent where it would bound how many reports are missing.
 */
const totaux = {
  comptes_redditions: {
    titre: 'Redditions comptées par état',
    cle: ['compte_id'],
    colonnes: {
      compte_id: id(),
      portee: texte({ valeurs: ['exercice', 'territoire'] }),
      exercice_id: ref('exercices', false),
      territoire_id: ref('territoires', false),
      date_echeance: date(libre),
      etat: texte(),
      nombre: entier(),
    },
  },
  comptes_personnes: {
    titre: 'Personnes comptées par les bilans, par cycle',
    cle: ['compte_id'],
    colonnes: {
      compte_id: id(),
      question_id: ref('questions'),
      cycle_id: ref('cycles'),
      portee: texte({ valeurs: ['cycle', 'territoire', 'priorite', 'organisme'] }),
      territoire_id: ref('territoires', false),
      priorite_id: ref('priorites', false),
      organisme_id: ref('organismes', false),
      /** Absent where it is hidden, and where nothing was counted: the two are told in the same way. */
      nombre: entier(libre),
      masque: booleen(),
    },
  },
  totaux_reponses: {
    titre: 'Réponses des bilans, en totaux du fonds',
    cle: ['total_id'],
    colonnes: {
      total_id: id(),
      question_id: ref('questions'),
      exercice_id: ref('exercices'),
      choix_id: texte(libre),
      nombre_redditions: entier(libre),
      total_nombre: entier(libre),
      total_montant: montant(libre),
    },
  },
  totaux_resultats: {
    titre: 'Résultats par indicateur, en totaux du fonds',
    cle: ['total_id'],
    colonnes: {
      total_id: id(),
      cycle_id: ref('cycles'),
      indicateur: texte(),
      unite: texte(),
      nombre_projets: entier(),
      cible: entier(),
      realise: entier(),
    },
  },
  totaux_depenses: {
    titre: 'Dépenses des projets par poste, en totaux du fonds',
    cle: ['total_id'],
    colonnes: {
      total_id: id(),
      exercice_id: ref('exercices'),
      /** Absent for items put together because too few projects stand behind each. */
      poste_id: texte(libre),
      nombre_projets: entier(libre),
      montant_prevu: montant(),
      montant_depense: montant(),
      montant_paye: montant(),
    },
  },
  totaux_financements: {
    titre: 'Financement des projets par source, en totaux du fonds',
    cle: ['total_id'],
    colonnes: {
      total_id: id(),
      exercice_id: ref('exercices'),
      financement_id: texte(libre),
      nombre_projets: entier(libre),
      montant_prevu: montant(),
      montant_confirme: montant(),
      montant_recu: montant(),
    },
  },
  temoignages: {
    titre: 'Témoignages publiés avec consentement',
    cle: ['temoignage_id'],
    colonnes: { temoignage_id: id(), exercice_id: ref('exercices'), temoignage: texte() },
  },
} as const satisfies Readonly<Record<string, TableSchema>>;

/** What each project reported: for the ministry and the board. */
const projets = {
  redditions: {
    titre: 'Redditions',
    cle: ['reddition_id'],
    colonnes: {
      reddition_id: restreint.texte(),
      projet_id: restreint.texte({ reference: 'projets' }),
      exercice_id: restreint.texte({ reference: 'exercices' }),
      date_echeance: restreint.date(),
      etat: restreint.texte({ valeurs: ETATS }),
      date_reception: restreint.date(libre),
      ponctualite: restreint.texte({ valeurs: PONCTUALITES, requis: false }),
      jours_retard: restreint.entier(libre),
      manques: restreint.texte(libre),
      date_acceptation: restreint.date(libre),
      version_formulaire: restreint.texte(libre),
      provenance_bilan: restreint.texte(libre),
      provenance_budget: restreint.texte(libre),
    },
  },
  reddition_reponses: {
    titre: 'Réponses des redditions',
    cle: ['reddition_id', 'question_id', 'rang'],
    colonnes: {
      reddition_id: reddition(),
      question_id: restreint.texte({ reference: 'questions' }),
      rang: restreint.entier(),
      valeur_texte: restreint.texte(libre),
      valeur_nombre: restreint.entier(libre),
      valeur_montant: restreint.montant(libre),
      valeur_date: restreint.date(libre),
      non_compte: restreint.booleen(),
      provenance: provenance(),
    },
  },
  reddition_notes: {
    titre: 'Réponses des redditions réservées au conseil',
    cle: ['reddition_id', 'question_id', 'rang'],
    colonnes: {
      reddition_id: conseil.texte({ reference: 'redditions' }),
      question_id: conseil.texte({ reference: 'questions' }),
      rang: conseil.entier(),
      valeur_texte: conseil.texte(libre),
      valeur_nombre: conseil.entier(libre),
      valeur_montant: conseil.montant(libre),
      valeur_date: conseil.date(libre),
      non_compte: conseil.booleen(),
      provenance: conseil.texte(),
    },
  },
  reddition_activites: {
    titre: 'Activités des projets',
    cle: ['reddition_id', 'rang'],
    colonnes: {
      reddition_id: reddition(),
      rang: restreint.entier(),
      activite: restreint.texte(libre),
      realisee: restreint.texte({ valeurs: ['oui', 'en-partie', 'non'], requis: false }),
      commentaire: restreint.texte(libre),
      provenance: provenance(),
    },
  },
  reddition_personnes: {
    titre: 'Personnes rejointes par les projets',
    cle: ['reddition_id', 'question_id'],
    colonnes: {
      reddition_id: reddition(),
      question_id: restreint.texte({ reference: 'questions' }),
      nombre: restreint.entier(libre),
      non_compte: restreint.booleen(),
      provenance: provenance(),
    },
  },
  resultats: {
    titre: 'Résultats des projets',
    cle: ['reddition_id', 'rang'],
    colonnes: {
      reddition_id: reddition(),
      rang: restreint.entier(),
      indicateur: restreint.texte(),
      unite: restreint.texte(libre),
      cible: restreint.entier(libre),
      realise: restreint.entier(libre),
      commentaire: restreint.texte(libre),
      provenance: provenance(),
    },
  },
  reddition_objectifs: {
    titre: 'Objectifs servis par les projets',
    cle: ['reddition_id', 'choix_id'],
    colonnes: { reddition_id: reddition(), choix_id: restreint.texte(), provenance: provenance() },
  },
  depenses: {
    titre: 'Dépenses des projets',
    cle: ['reddition_id', 'rang'],
    colonnes: {
      reddition_id: reddition(),
      rang: restreint.entier(),
      poste_id: restreint.texte(libre),
      description: restreint.texte(libre),
      montant_prevu: restreint.montant(libre),
      montant_depense: restreint.montant(libre),
      montant_paye: restreint.montant(libre),
      provenance: provenance(),
    },
  },
  financements: {
    titre: 'Financement des projets',
    cle: ['reddition_id', 'rang'],
    colonnes: {
      reddition_id: reddition(),
      rang: restreint.entier(),
      financement_id: restreint.texte(libre),
      detail: restreint.texte(libre),
      montant_prevu: restreint.montant(libre),
      montant_confirme: restreint.montant(libre),
      montant_recu: restreint.montant(libre),
      provenance: provenance(),
    },
  },
  citations: {
    titre: 'Témoignages reçus avec consentement',
    cle: ['reddition_id'],
    colonnes: {
      reddition_id: reddition(),
      temoignage: restreint.texte(),
      publie: restreint.booleen(),
      provenance: provenance(),
    },
  },
  rapprochements: {
    titre: 'Rapprochement par projet et par exercice',
    cle: ['reddition_id'],
    colonnes: {
      reddition_id: reddition(),
      montant_accorde: restreint.montant(),
      montant_verse: restreint.montant(),
      montant_verse_exercice: restreint.montant(),
      montant_depense_budget: restreint.montant(libre),
      montant_depense_bilan: restreint.montant(libre),
      montant_solde: restreint.montant(libre),
      ecarts: restreint.texte(libre),
      provenance: restreint.texte(libre),
    },
  },
  constats_redditions: {
    titre: 'Constats sur les redditions',
    cle: ['constat_id'],
    colonnes: {
      constat_id: restreint.texte(),
      gravite: restreint.texte({ valeurs: ['bloquant', 'avertissement', 'information'] }),
      regle: restreint.texte(),
      fichier: restreint.texte(),
      feuille: restreint.texte(libre),
      cellule: restreint.texte(libre),
      message: restreint.texte(),
    },
  },
} as const satisfies Readonly<Record<string, TableSchema>>;

/** The fund's own money, cycle by cycle: what came in, what went out, and what is left. */
const fonds = {
  bilans_cycles: {
    titre: 'Bilan du fonds par cycle',
    cle: ['cycle_id', 'bailleur_id'],
    colonnes: {
      cycle_id: ref('cycles'),
      bailleur_id: ref('bailleurs'),
      montant_recu: montant(),
      montant_accorde: montant(),
      montant_verse: montant(),
      montant_frais: montant(),
      montant_retourne: montant(),
      montant_encaisse: montant(),
      /** Spent by projects, absent where fewer than three reported. */
      montant_depense: montant(libre),
      redditions_comptees: entier(libre),
    },
  },
} as const satisfies Readonly<Record<string, TableSchema>>;

export const redditions = { ...formulaire, ...totaux, ...projets, ...fonds } as const;
