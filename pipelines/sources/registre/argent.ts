/** Sheets of money: set aside, received, granted, paid. */
import { champ } from '../kind';
import {
  plein,
  numero,
  cycle,
  territoire,
  bailleur,
  resolution,
  note,
  projet,
  sheet,
} from './champs';

export const enveloppes = sheet(
  {
    id: 'enveloppes',
    noms: ['Enveloppes', 'Enveloppe', 'Mouvements de l’enveloppe'],
    aide: 'Une ligne par mouvement de l’enveloppe. Un virement entre deux territoires = deux lignes de même date, dont la somme est zéro.',
    date: 'date_effet',
  },
  ['enveloppe_id'],
  {
    enveloppe_id: numero('de mouvement'),
    cycle,
    bailleur,
    territoire: { ...territoire, aide: 'Territoire à qui l’argent est réservé.' },
    mouvement: champ('texte', ['Mouvement', 'Type de mouvement'], {
      ...plein,
      valeurs: { Initiale: 'initiale', Virement: 'virement', Ajout: 'ajout', Retour: 'retour' },
      aide: 'Initiale, Virement, Ajout ou Retour. Un retour s’écrit en négatif.',
    }),
    date_effet: champ('date', ['Date d’effet', 'Date', 'En vigueur le'], plein),
    montant: champ('montant', ['Montant', 'Montant de l’enveloppe'], plein),
    resolution,
    note,
  },
);

export const apports = sheet(
  {
    id: 'apports',
    noms: ['Apports', 'Apport', 'Sommes reçues'],
    aide: 'Une ligne par somme reçue d’un bailleur, retenue pour les frais du mandataire ou retournée. Montants toujours positifs.',
    date: 'date',
  },
  ['apport_id'],
  {
    apport_id: numero('d’apport'),
    cycle,
    bailleur,
    nature: champ('texte', ['Nature', 'Type'], {
      ...plein,
      valeurs: { Reçu: 'recu', Frais: 'frais', Retour: 'retour' },
      aide: 'Reçu du bailleur, Frais du mandataire, ou Retour au bailleur.',
    }),
    date: champ('date', ['Date', 'Date de réception'], plein),
    montant: champ('montant', ['Montant'], plein),
    note,
  },
);

export const octrois = sheet(
  {
    id: 'octrois',
    noms: ['Octrois', 'Octroi', 'Décisions'],
    aide: 'Une ligne par décision. Un amendement est une ligne de plus, de la différence seulement (négative si la somme baisse).',
    date: 'date_decision',
  },
  ['octroi_id'],
  {
    octroi_id: numero('d’octroi'),
    projet,
    nature: champ('texte', ['Nature', 'Type', 'Type de décision'], {
      ...plein,
      valeurs: { Initial: 'initial', Amendement: 'amendement' },
    }),
    bailleur,
    date_decision: champ('date', ['Date de décision', 'Date', 'Date de la résolution'], plein),
    resolution: { ...resolution, requis: true },
    montant_accorde: champ('montant', ['Montant accordé', 'Montant', 'Somme accordée'], plein),
    annonce: champ('texte', ['Annonce', 'Numéro d’annonce'], {
      vers: 'annonces',
      aide: 'Annonce publique qui compte cette décision ; vide s’il n’y en a pas.',
    }),
    note,
  },
);

export const versements = sheet(
  {
    id: 'versements',
    noms: ['Versements', 'Versement', 'Paiements'],
    aide: 'Une ligne par somme versée à l’organisme.',
    date: 'date_versement',
  },
  ['versement_id'],
  {
    versement_id: numero('de versement'),
    projet,
    bailleur,
    date_versement: champ('date', ['Date du versement', 'Date', 'Versé le'], plein),
    montant_verse: champ('montant', ['Montant versé', 'Montant', 'Somme versée'], plein),
    note,
  },
);
