/** Recipients and their projects. */
import { date, entier, id, libre, precision, provenance, ref, texte } from '../column';
import type { TableSchema } from './schema';

export const projets = {
  organismes: {
    titre: 'Organismes',
    cle: ['organisme_id'],
    colonnes: {
      organisme_id: id(),
      nom: texte(),
      municipalite: texte(libre),
      siege_territoire_id: ref('territoires', false),
    },
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
      debut: date(libre),
      fin: date(libre),
      description: texte(libre),
      date_effet: date(libre),
      priorite_declaree: texte(libre),
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
} as const satisfies Readonly<Record<string, TableSchema>>;
