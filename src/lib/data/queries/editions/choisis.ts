/** The project `p` and the exercice `x` of a report `r`. */
export const PROJET_DE_REDDITION = `JOIN projets p ON p.projet_id = r.projet_id
    JOIN exercices x ON x.exercice_id = r.exercice_id`;

/** Keeps the reports of the choices bound to $1 cycle, $2 territoire, $3 priorite, $4 exercice and $5 organisme. */
export const REDDITION_CHOISIE = `($1::VARCHAR IS NULL OR p.cycle_id = $1)
      AND ($2::VARCHAR IS NULL OR p.territoire_id = $2)
      AND ($3::VARCHAR IS NULL OR EXISTS (
        SELECT 1 FROM projets_priorites l WHERE l.projet_id = p.projet_id AND l.priorite_id = $3
      ))
      AND ($4::VARCHAR IS NULL OR r.exercice_id = $4)
      AND ($5::VARCHAR IS NULL OR p.organisme_id = $5)`;
