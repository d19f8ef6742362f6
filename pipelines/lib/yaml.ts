/** Files that the fund's own people write in YAML, held to a schema. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, YAMLError } from 'yaml';
import { z } from 'zod';
import type { RegleId } from '../../src/lib/domain/regles/index';
import { ConstatError } from './errors';

z.config(z.locales.fr());

const refuse = (
  regle: RegleId,
  fichier: string,
  message: string,
  rest: { readonly cause?: unknown; readonly ligne?: number | undefined } = {},
) => {
  const cellule = rest.ligne === undefined ? null : `A${rest.ligne}`;
  const options = 'cause' in rest ? { cause: rest.cause } : undefined;
  return new ConstatError({ regle, fichier, cellule, message }, options);
};

/** What to mend in a file that says what it may not. */
export const invalid = (fichier: string, faute: string): ConstatError =>
  refuse('description-invalide', fichier, `corrigez ${faute}`);

const describeIssues = (error: z.ZodError): string =>
  error.issues.map((i) => `${i.path.join('.') || 'racine'} : ${i.message}`).join(' ; ');

async function readText(file: string, fichier: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const message = 'ce fichier est introuvable ou illisible : créez-le, ou vérifiez ses droits';
    throw refuse('fichier-absent', fichier, message, { cause });
  }
}

function parseYaml(text: string, fichier: string): unknown {
  try {
    const document = parseDocument(text);
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) throw fault;
    return document.toJS();
  } catch (cause) {
    const ligne = cause instanceof YAMLError ? cause.linePos?.[0].line : undefined;
    const place = ligne === undefined ? '' : ` à la ligne ${ligne}`;
    const message = `ce n'est pas du YAML valide${place} : corrigez le retrait, les deux-points ou les guillemets près de là`;
    throw refuse('yaml-invalide', fichier, message, { cause, ligne });
  }
}

/**
 * Reads a file of a folder, shown as `fichier`, and holds it to a schema.
 * @throws ConstatError in French, with the key or the line at fault.
 */
export async function readYaml<T>(
  folder: string,
  nom: string,
  schema: z.ZodType<T>,
  fichier: string,
): Promise<T> {
  const content = parseYaml(await readText(path.join(folder, nom), fichier), fichier);
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  throw invalid(fichier, describeIssues(checked.error));
}
