import { open, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Writes a file or a folder, and what is inside, from the memory of the system to the disk. */
export async function flush(chemin: string, { inside = true } = {}): Promise<void> {
  // Windows opens no folder.
  if (process.platform === 'win32') return;
  const handle = await open(chemin, 'r');
  try {
    if (inside && (await handle.stat()).isDirectory())
      for (const name of await readdir(chemin)) await flush(path.join(chemin, name));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
