/**
 * Keeps the reports (`r`, of the projects `p`) of the choices bound to $1 cycle, $2 territoire, $3 priorite,
 * $4 exercice and $5 organisme.
 */
export const CHOIX_EDITION = ['cycle', 'territoire', 'priorite', 'exercice', 'organisme'] as const;

const priorite = (projet: string): string => `($3::VARCHAR IS NULL OR EXISTS (
        SELECT 1 FROM projets_priorites l WHERE l.projet_id = ${projet} AND l.priorite_id = $3
      ))`;

export const PROJET_CHOISI = `($1::VARCHAR IS NULL OR p.cycle_id = $1)
      AND ($2::VARCHAR IS NULL OR p.territoire_id = $2)
      AND ${priorite('p.projet_id')}
      AND ($5::VARCHAR IS NULL OR p.organisme_id = $5)`;

export const REDDITION_CHOISIE = `${PROJET_CHOISI}
      AND ($4::VARCHAR IS NULL OR r.exercice_id = $4)`;
