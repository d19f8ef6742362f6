import path from 'node:path';
import { CHEMIN, readDefinition } from '../forms/definition';
import { explainError, PipelineError } from '../lib/errors';
import { writeFichiers } from './fichiers';

try {
  const dossier = path.join(process.cwd(), 'data', 'demo');
  const definition = await readDefinition(dossier);
  if (definition === null) throw new PipelineError(`data/demo/${CHEMIN} est absent`);
  const written = await writeFichiers(dossier, definition);
  console.log(`Fonds de démonstration écrit : data/demo (${written.length} fichiers)`);
} catch (error) {
  console.error(`\nErreur : ${explainError(error)}`);
  process.exitCode = 1;
}
