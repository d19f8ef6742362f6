/** Formats that misbehave when a file is spoilt, each in its way: what watches the others must see them. */
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import type { Format } from './formats';

const held: Buffer[] = [];

const FAUTES: Readonly<Record<string, () => void | Promise<void>>> = {
  lève: () => {
    throw new TypeError('essai');
  },
  boucle: () => {
    for (;;);
  },
  tombe: () => process.abort(),
  mémoire: () => void held.push(Buffer.alloc(800 * 2 ** 20, 1)),
  fichier: () => void existsSync('/etc/hostname'),
  réseau: () =>
    new Promise<void>((resolve) => {
      connect(9, '127.0.0.1').on('error', () => resolve());
    }),
};

/** Read whole, a file is accepted; spoilt, it is empty, and the format at fault. */
export const formatsIn = (): Format[] =>
  Object.entries(FAUTES).map(([nom, commit]) => ({
    nom,
    fichiers: [Uint8Array.of(0)],
    spoil: () => new Uint8Array(),
    essayer: async (bytes) => {
      if (bytes.length === 0) await commit();
      return 'acceptee' as const;
    },
  }));
