import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { isSupportedNode, requireNode } from './node-version.mjs';
import { readPort, requireFreePort } from './port.mjs';
import { StageError } from './process.mjs';

it.each(['20.19.0', '20.20.2', '22.12.0', '22.99.1', '24.0.0', '25.1.0', '100.0.0'])(
  'runs on Node %s',
  (version) => {
    expect(isSupportedNode(version)).toBe(true);
  },
);

it.each(['18.20.0', '20.18.9', '21.7.0', '22.11.0', '23.11.0'])('refuses Node %s', (version) => {
  expect(isSupportedNode(version)).toBe(false);
  expect(() => requireNode(version)).toThrow(/^Node .* ne convient pas/);
});

it('reads the port, 4173 without one', () => {
  expect(readPort(undefined)).toBe(4173);
  expect(readPort('8080')).toBe(8080);
});

it.each(['0', 'abc', '70000', '80.5', '-1'])('refuses the port %s', (text) => {
  expect(() => readPort(text)).toThrow(StageError);
});

it('says in French that a port is taken, and how to choose another', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  const failure = requireFreePort(port);
  await expect(failure).rejects.toThrow(`Le port ${port} est déjà pris`);
  await expect(failure).rejects.toThrow(`PORT=${port + 1} npm start`);
  await new Promise((resolve) => other.close(resolve));
  await requireFreePort(port);
});
