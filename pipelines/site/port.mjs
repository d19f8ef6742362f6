import { createServer } from 'node:net';
import { StageError } from './process.mjs';

const DEFAULT_PORT = 4173;

/**
 * The port to serve on, from the PORT variable.
 * @param {string | undefined} text
 * @throws {StageError} when it is not a port
 */
export function readPort(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StageError(`PORT vaut « ${text} » : il faut un nombre entier de 1 à 65535.`);
}

/**
 * Fails at once when a port is taken, rather than after minutes of work.
 * @param {number} port
 * @returns {Promise<void>}
 */
export function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(portError(error, port)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

/**
 * What to tell of an error of `listen`.
 * @param {unknown} error
 * @param {number} port
 */
export function portError(error, port) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const what = code === 'EADDRINUSE' ? 'est déjà pris' : `ne peut pas être ouvert (${code})`;
  const other = port === 65_535 ? DEFAULT_PORT : port + 1;
  return new StageError(
    `Le port ${port} ${what}. Fermez l'autre programme, ou choisissez un autre port : ` +
      `PORT=${other} npm start`,
  );
}
