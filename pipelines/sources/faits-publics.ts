/** Public facts compiled from releases and the press: sums, projects, and where each was read. */
import { champ, type SourceKind } from './kind';

export const enveloppesPubliques: SourceKind = {
  id: 'enveloppes-publiques',
  cle: null,
  ignores: [],
  champs: {
    cycle: champ('texte', ['cycle'], { rempli: true, alias: 'cycles' }),
    evenement: champ('texte', ['call', 'évènement', 'événement'], {
      rempli: true,
      alias: 'evenements',
    }),
    territoire: champ('texte', ['territory', 'territoire'], { rempli: true, alias: 'territoires' }),
    montant: champ('montant', ['amount_cad', 'montant']),
    nature: champ('texte', ['kind', 'nature'], {
      rempli: true,
      valeurs: {
        envelope: 'enveloppe',
        enveloppe: 'enveloppe',
        available: 'disponible',
        disponible: 'disponible',
        remaining: 'restant',
        restant: 'restant',
        awarded: 'accorde',
        accordé: 'accorde',
        requested: 'demande',
        demandé: 'demande',
      },
    }),
    date: champ('date', ['as_of', 'date']),
    source_url: champ('texte', ['source_url', 'adresse de la source'], { rempli: true }),
    note: champ('texte', ['note'], { alias: 'notes' }),
  },
};

export const projetsPublics: SourceKind = {
  id: 'projets-publics',
  cle: 'projet_id',
  ignores: ['source_date'],
  champs: {
    projet_id: champ('texte', ['project_id', 'numéro de projet'], { rempli: true }),
    cycle: champ('texte', ['cycle'], { rempli: true, alias: 'cycles' }),
    evenement: champ('texte', ['call_announcement', 'annonce'], {
      rempli: true,
      alias: 'evenements',
    }),
    titre: champ('texte', ['title', 'titre'], { rempli: true }),
    organisme: champ('texte', ['organisation', 'organisme']),
    territoire: champ('texte', ['mrc', 'territoire'], { alias: 'territoires' }),
    montant: champ('montant', ['amount_cad', 'montant accordé']),
    date: champ('date', ['announced_on', "date d'annonce"]),
    debut: champ('date', ['period_start', 'début'], { requis: false }),
    fin: champ('date', ['period_end', 'fin'], { requis: false }),
    priorite: champ('texte', ['priority_as_reported', 'priorité'], { alias: 'priorites' }),
    fonds: champ('texte', ['fund', 'bailleur'], { rempli: true, alias: 'bailleurs' }),
    source_url: champ('texte', ['source_url', 'adresse de la source'], { rempli: true }),
    note: champ('texte', ['note'], { requis: false, alias: 'notes' }),
  },
};

export const sourcesPubliques: SourceKind = {
  id: 'sources-publiques',
  cle: 'source_id',
  ignores: ['region', 'used_in'],
  champs: {
    source_id: champ('texte', ['source_id', 'code'], { rempli: true }),
    url: champ('texte', ['source_url', 'adresse'], { rempli: true }),
    editeur: champ('texte', ['publisher', 'éditeur'], { rempli: true }),
    titre: champ('texte', ['subject', 'titre'], { rempli: true }),
    date: champ('texte', ['source_date', 'date']),
    lecture: champ('texte', ['excerpt_read', 'lecture'], {
      valeurs: {
        'whole page': 'page entière',
        'page entière': 'page entière',
        'opening only (about 2,000 characters)': 'début seulement',
        'début seulement': 'début seulement',
      },
    }),
  },
};
