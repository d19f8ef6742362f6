/** Public facts compiled from releases and the press: sums, projects, and where each was read. */
import { champ, type SourceKind } from './kind';

export const enveloppesPubliques: SourceKind = {
  id: 'enveloppes-publiques',
  cle: [],
  ignores: [],
  champs: {
    cycle: champ('texte', ['cycle'], { rempli: true, alias: 'cycles' }),
    evenement: champ('texte', ['événement', 'call', 'évènement'], {
      rempli: true,
      alias: 'evenements',
    }),
    territoire: champ('texte', ['territoire', 'territory'], { rempli: true, alias: 'territoires' }),
    montant: champ('montant', ['montant', 'amount_cad']),
    nature: champ('texte', ['nature', 'kind'], {
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
    date: champ('date', ['date', 'as_of']),
    source_url: champ('texte', ['adresse de la source', 'source_url'], { rempli: true }),
    note: champ('texte', ['note'], { alias: 'notes' }),
  },
};

export const projetsPublics: SourceKind = {
  id: 'projets-publics',
  cle: ['projet_id'],
  ignores: ['source_date'],
  champs: {
    projet_id: champ('texte', ['numéro de projet', 'project_id'], { rempli: true }),
    cycle: champ('texte', ['cycle'], { rempli: true, alias: 'cycles' }),
    evenement: champ('texte', ['annonce', 'call_announcement'], {
      rempli: true,
      alias: 'evenements',
    }),
    titre: champ('texte', ['titre', 'title'], { rempli: true }),
    organisme: champ('texte', ['organisme', 'organisation']),
    territoire: champ('texte', ['territoire', 'mrc'], { alias: 'territoires' }),
    montant: champ('montant', ['montant accordé', 'amount_cad']),
    date: champ('date', ["date d'annonce", 'announced_on']),
    debut: champ('date', ['début', 'period_start'], { requis: false }),
    fin: champ('date', ['fin', 'period_end'], { requis: false }),
    priorite: champ('texte', ['priorité', 'priority_as_reported'], { alias: 'priorites' }),
    fonds: champ('texte', ['bailleur', 'fund'], { rempli: true, alias: 'bailleurs' }),
    source_url: champ('texte', ['adresse de la source', 'source_url'], { rempli: true }),
    note: champ('texte', ['note'], { requis: false, alias: 'notes' }),
  },
};

export const sourcesPubliques: SourceKind = {
  id: 'sources-publiques',
  cle: ['source_id'],
  ignores: ['region', 'used_in'],
  champs: {
    source_id: champ('texte', ['code', 'source_id'], { rempli: true }),
    url: champ('texte', ['adresse', 'source_url'], { rempli: true }),
    editeur: champ('texte', ['éditeur', 'publisher'], { rempli: true }),
    titre: champ('texte', ['titre', 'subject'], { rempli: true }),
    date: champ('texte', ['date', 'source_date']),
    lecture: champ('texte', ['lecture', 'excerpt_read'], {
      valeurs: {
        'whole page': 'page entière',
        'page entière': 'page entière',
        'opening only (about 2,000 characters)': 'début seulement',
        'début seulement': 'début seulement',
      },
    }),
  },
};
