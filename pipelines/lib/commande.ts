import { explainError } from './errors';

/** Runs a command from the root of the project: its exit code, or 1 and what went wrong, in French. */
export async function runCommande(main: (racine: string) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.cwd());
  } catch (error) {
    process.stderr.write(`\nErreur : ${explainError(error)}\n`);
    process.exitCode = 1;
  }
}
