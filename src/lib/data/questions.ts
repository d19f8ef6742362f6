/** The questions of the site, to read their SQL. */
import { type Choix, type Parametre, PARAMETRES } from '../domain/choix';
import { withDerived } from './derived';
import { inlineSql } from './inline-sql';
import { bindValues, type Question, type Schema } from './question';

const modules = import.meta.glob<Record<string, unknown>>('./queries/*.ts', { eager: true });

const isQuestion = (value: unknown): value is Question<Schema> =>
  typeof value === 'object' && value !== null && 'sql' in value && 'choix' in value;

const QUESTIONS = Object.values(modules).flatMap((module) =>
  Object.values(module).filter(isQuestion),
);

/** Lines without the margin that all of them share. */
function dedent(sql: string): string {
  const lines = sql
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...margins);
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .trim();
}

/** SQL of a question with the choices written in it; null when no question has that name. */
export function sqlOf(nom: string, choix: (parametre: Parametre) => string | null): string | null {
  const question = QUESTIONS.find((q) => q.nom === nom);
  if (!question) return null;
  const chosen = Object.fromEntries(PARAMETRES.map((p) => [p, choix(p)])) as unknown as Choix;
  return dedent(withDerived(inlineSql(question.sql, bindValues(question, chosen))));
}
