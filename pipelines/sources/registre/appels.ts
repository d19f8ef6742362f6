/** Sheets of calls, of applications, and of what was announced. */
import { champ } from '../kind';
import {
  plein,
  facultatif,
  numero,
  cycle,
  territoire,
  bailleur,
  note,
  projet,
  sheet,
} from './champs';

export const appels = sheet(
  {
    id: 'appels',
    noms: ['Appels', 'Appels de projets', 'Appel'],
    aide: 'Une ligne par appel de projets.',
    date: 'date_ouverture',
  },
  ['appel_id'],
  {
    appel_id: numero('d’appel'),
    cycle,
    titre: champ('texte', ['Titre', 'Nom', 'Appel'], { ...plein, libre: true }),
    date_ouverture: champ('date', ['Ouverture', 'Date d’ouverture'], plein),
    date_limite: champ('date', ['Date limite', 'Fermeture', 'Date de fermeture'], plein),
  },
);

export const demandes = sheet(
  {
    id: 'demandes',
    noms: ['Demandes', 'Demande', 'Demandes reçues'],
    aide: 'Une ligne par demande reçue, acceptée ou non. Seuls le nombre et la somme sont publiés.',
    date: 'date_depot',
  },
  ['demande_id'],
  {
    demande_id: { ...numero('de demande'), restreint: true },
    appel: champ('texte', ['Appel', 'Numéro d’appel', 'Appel de projets'], {
      ...plein,
      vers: 'appels',
    }),
    organisme: champ('texte', ['Organisme', 'Organisme demandeur'], {
      ...plein,
      vers: 'organismes',
      restreint: true,
    }),
    titre: champ('texte', ['Titre', 'Titre du projet'], { ...plein, libre: true, restreint: true }),
    territoire: { ...territoire, restreint: true },
    priorite: champ('texte', ['Priorité', 'Priorité principale'], {
      ...facultatif,
      alias: 'priorites',
      restreint: true,
    }),
    date_depot: champ('date', ['Date de dépôt', 'Déposée le', 'Reçue le'], {
      ...plein,
      restreint: true,
    }),
    montant_demande: champ('montant', ['Montant demandé', 'Somme demandée'], {
      ...plein,
      restreint: true,
    }),
    decision: champ('texte', ['Décision', 'État', 'Statut'], {
      ...plein,
      restreint: true,
      valeurs: {
        Accordée: 'accordee',
        Refusée: 'refusee',
        Retirée: 'retiree',
        'En attente': 'en-attente',
      },
    }),
    date_decision: champ('date', ['Date de décision', 'Décidée le'], { restreint: true }),
    projet: {
      ...projet,
      rempli: false,
      restreint: true,
      aide: 'À remplir si la demande est accordée.',
    },
    note,
  },
);

export const annonces = sheet(
  {
    id: 'annonces',
    noms: ['Annonces', 'Annonce', 'Annonces publiques'],
    aide: 'Une ligne par total publié. Sans territoire : le total de l’annonce, qui doit y être. Ces totaux vérifient les octrois et ne s’y ajoutent jamais.',
    date: 'date_annonce',
  },
  ['annonce_id', 'territoire'],
  {
    annonce_id: champ('texte', ['Numéro', 'No', 'N°', 'Code', 'Identifiant', 'Numéro d’annonce'], {
      ...plein,
      aide: 'Le même pour toutes les lignes d’une annonce.',
    }),
    cycle,
    titre: champ('texte', ['Titre', 'Annonce', 'Nom'], { ...plein, libre: true }),
    date_annonce: champ('date', ['Date d’annonce', 'Date', 'Annoncée le'], plein),
    appel: champ('texte', ['Appel', 'Numéro d’appel'], { vers: 'appels' }),
    bailleur: { ...bailleur, aide: 'Bailleur des sommes annoncées.' },
    territoire: {
      ...territoire,
      rempli: false,
      aide: 'Vide pour le total de l’annonce.',
    },
    montant_annonce: champ('montant', ['Montant annoncé', 'Montant', 'Total annoncé'], plein),
    precision: champ('texte', ['Précision'], {
      ...plein,
      valeurs: { Exact: 'exact', 'Au moins': 'minimum', 'Au plus': 'maximum', Arrondi: 'arrondi' },
      aide: 'Exact, Au moins (« plus de »), Au plus, ou Arrondi (au dollar près).',
    }),
    nombre_projets: champ('entier', ['Nombre de projets', 'Projets'], {}),
    nombre_organismes: champ('entier', ['Nombre d’organismes', 'Organismes'], {
      requis: false,
    }),
  },
);
