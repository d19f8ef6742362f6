/** Spoilt files of one format, in a process that is watched: says each seed before it is tried, then what came of all. */
import { existsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createTirage } from '../lib/hasard-personnes';
import { DEBUT, type Defaut, FIN, type Passage } from './essais';
import type { Format } from './formats';

const MEMOIRE_MAX = 700;

/** The file that a seed makes. */
function fileOf({ fichiers, spoil }: Format, graine: number): Uint8Array {
  const tirage = createTirage(graine);
  for (let i = 0; i < 4; i++) tirage(2);
  return spoil(tirage, fichiers[tirage(fichiers.length)] ?? new Uint8Array());
}

const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function essayer(format: Format, premiere: number, essais: number): Promise<Passage> {
  const nombres = { acceptee: 0, refusee: 0 };
  const defauts: Defaut[] = [];
  for (let graine = premiere; graine < premiere + essais; graine++) {
    writeSync(1, `${graine}\n`);
    const before = memory();
    try {
      nombres[await format.essayer(fileOf(format, graine))]++;
      if (memory() > Math.max(before, MEMOIRE_MAX)) throw new Error(`${memory()} Mo`);
    } catch (error) {
      defauts.push({ graine, erreur: String(error instanceof Error ? error.stack : error) });
    }
  }
  return { acceptees: nombres.acceptee, refusees: nombres.refusee, defauts, memoire: memory() };
}

const [module = '', nom, dossier = '', premiere, essais] = process.argv.slice(2);
const { formatsIn } = (await import(module)) as { formatsIn: (d: string) => Promise<Format[]> };
const format = (await formatsIn(dossier)).find((f) => f.nom === nom);
if (!format) throw new Error(`No format is called ${nom}`);
/* Whole files first: what modules read when they are first used is not read from a spoilt file. */
for (const bytes of format.fichiers)
  if ((await format.essayer(bytes)) !== 'acceptee') throw new Error('A file to spoil is refused');
existsSync(path.join(dossier, DEBUT));
const passage = await essayer(format, Number(premiere), Number(essais));
existsSync(path.join(dossier, FIN));
writeSync(1, `${JSON.stringify(passage)}\n`);
