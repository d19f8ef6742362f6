import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { PARTS } from './portee';

/** Grants behind the sums of the choices, one row a grant and priority, with where each was read. */
export const lignesDerriere = defineQuestion({
  nom: 'lignes-derriere',
  choix: PARAMETRES,
  sql: `
    WITH ${PARTS}
    SELECT p.octroi_id, CAST(p.date_octroi AS VARCHAR) AS date_octroi, p.date_precision, p.nature,
           p.cycle_id, j.projet_id, j.titre AS projet, t.nom AS territoire, r.nom AS priorite,
           p.montant_accorde AS montant, p.precision AS precisions, p.methode,
           s.titre AS source, s.url, s.date_source, p.provenance,
           (SELECT string_agg(DISTINCT f.empreinte, ' ' ORDER BY f.empreinte)
            FROM fichiers_recus f WHERE contains(p.provenance, f.fichier || '!')) AS empreintes
    FROM parts p
    JOIN territoires t ON t.territoire_id = p.territoire_id
    JOIN priorites r ON r.priorite_id = p.priorite_id
    JOIN sources s ON s.source_id = p.source_id
    LEFT JOIN projets j ON j.projet_id = p.projet_id
    WHERE p.portee = 'connue'
    ORDER BY p.date_octroi, p.octroi_id, r.nom`,
  lignes: {
    octroi_id: 'texte',
    date_octroi: 'texte?',
    date_precision: 'texte?',
    nature: 'texte',
    cycle_id: 'texte',
    projet_id: 'texte?',
    projet: 'texte?',
    territoire: 'texte',
    priorite: 'texte',
    montant: 'nombre',
    precisions: 'texte',
    methode: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
    empreintes: 'texte?',
  },
});
