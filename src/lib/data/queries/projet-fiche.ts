import { defineQuestion } from '../question';

/** One project, bound to $1: what its source says of it. */
export const projetFiche = defineQuestion({
  nom: 'projet-fiche',
  choix: [],
  autres: 1,
  sql: `
    SELECT p.projet_id, p.titre, p.description, p.cycle_id, c.nom AS cycle,
           CAST(p.debut AS VARCHAR) AS debut, CAST(p.fin AS VARCHAR) AS fin,
           p.organisme_id, g.nom AS organisme, g.municipalite, h.nom AS siege,
           p.territoire_id, t.nom AS territoire, a.titre AS annonce,
           s.editeur, s.titre AS source, s.url, s.date_source, p.provenance
    FROM projets p
    JOIN cycles c ON c.cycle_id = p.cycle_id
    JOIN territoires t ON t.territoire_id = p.territoire_id
    JOIN sources s ON s.source_id = p.source_id
    LEFT JOIN organismes g ON g.organisme_id = p.organisme_id
    LEFT JOIN territoires h ON h.territoire_id = g.siege_territoire_id
    LEFT JOIN annonces a ON a.annonce_id = p.annonce_id
    WHERE $1::VARCHAR IS NULL OR p.projet_id = $1
    ORDER BY p.projet_id`,
  lignes: {
    projet_id: 'texte',
    titre: 'texte',
    description: 'texte?',
    cycle_id: 'texte',
    cycle: 'texte',
    debut: 'texte?',
    fin: 'texte?',
    organisme_id: 'texte?',
    organisme: 'texte?',
    municipalite: 'texte?',
    siege: 'texte?',
    territoire_id: 'texte',
    territoire: 'texte',
    annonce: 'texte?',
    editeur: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
  },
});
