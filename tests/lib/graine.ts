import { COMPLET } from './ampleur';

/** The command, for a shell, that draws the same random cases again for a test, named as vitest's state has it. */
export function sameCasesOf(graine: number, fichier: string, nom: string): string {
  // Vitest looks for the names of the groups and of the test joined by spaces, as a regular expression.
  const motif = nom.replaceAll(' > ', ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = `'${`^${motif}$`.replaceAll("'", String.raw`'\''`)}'`;
  const complet = COMPLET ? 'RETOMBEES_COMPLET=1 ' : '';
  return `${complet}RETOMBEES_GRAINE=${graine} npx vitest run ${fichier} -t ${quoted}`;
}
