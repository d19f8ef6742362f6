/** Reports that some total says it comes from: at least so many were received. */
import type { Publie, Row } from './lecture';

/** Of an exercice, or of the projects of a cycle. */
export interface Comptee {
  readonly nom: string;
  readonly cle: 'exercice' | 'cycle';
  readonly id: string;
  readonly nombre: number;
}

const numberIn = (row: Row, column: string) => Number(row[column] ?? 0);

/** Choices of a question in an exercice: one a report, or several of which the most frequent says the least. */
function choixComptes({ questions, totaux_reponses }: Publie): Comptee[] {
  const cases = new Set(
    questions.filter((q) => q['type_reponse'] === 'cases').map((q) => q['question_id']),
  );
  const found = new Map<string, Comptee>();
  for (const row of totaux_reponses.filter((r) => (r['choix_id'] ?? null) !== null)) {
    const [question, id] = [row['question_id'] ?? '', row['exercice_id'] ?? ''];
    const nom = `${question}/${id}`;
    const [before, own] = [found.get(nom)?.nombre ?? 0, numberIn(row, 'nombre_redditions')];
    const nombre = cases.has(question) ? Math.max(before, own) : before + own;
    found.set(nom, { nom, cle: 'exercice', id, nombre });
  }
  return [...found.values()];
}

/** What every total says, each in its own words. */
export function listComptees(publie: Publie): Comptee[] {
  const of =
    (cle: Comptee['cle'], column: string) =>
    (row: Row): Comptee => ({
      nom: row['total_id'] ?? row['cycle_id'] ?? '',
      ...{ cle, id: row[`${cle}_id`] ?? '', nombre: numberIn(row, column) },
    });
  return [
    ...publie.totaux_reponses
      .filter((r) => (r['choix_id'] ?? null) === null)
      .map(of('exercice', 'nombre_redditions')),
    ...choixComptes(publie),
    ...publie.totaux_depenses.map(of('exercice', 'nombre_projets')),
    ...publie.totaux_financements.map(of('exercice', 'nombre_projets')),
    ...publie.bilans_cycles.map(of('cycle', 'redditions_comptees')),
  ].filter((c) => c.nombre > 0);
}
