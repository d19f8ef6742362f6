import path from 'node:path';
import { explainError } from '../lib/errors';
import { writeFichiers } from './fichiers';

try {
  const written = await writeFichiers(path.join(process.cwd(), 'data', 'demo'));
  console.log(`Fonds de démonstration écrit : data/demo (${written.length} fichiers)`);
} catch (error) {
  console.error(`\nErreur : ${explainError(error)}`);
  process.exitCode = 1;
}
