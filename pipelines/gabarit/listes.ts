/** What a fund's own files let an operator choose from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCsv } from '../lib/csv';
import { decode } from '../lib/decode';
import { PipelineError } from '../lib/errors';
import { readFonds } from '../lib/fonds';
import type { Notion } from '../sources/kind';

/** Notions that a cell of the register names, each with a list of the fund. */
export const NOTIONS = ['territoires', 'priorites', 'cycles', 'bailleurs'] as const;
export type NotionListee = (typeof NOTIONS)[number];

export const isListee = (notion: Notion | undefined): notion is NotionListee =>
  NOTIONS.some((listee) => listee === notion);

export interface Listes {
  readonly fonds: { readonly id: string; readonly nom: string; readonly fictif: boolean };
  /** Names as people read them, in the order of the fund's files. */
  readonly noms: Readonly<Record<NotionListee, readonly string[]>>;
  /** Names of the MRC alone. */
  readonly mrc: readonly string[];
}

type Ligne = Readonly<Record<string, string>>;

async function readReference(dossier: string, fichier: string): Promise<Ligne[]> {
  const chemin = path.join('reference', fichier);
  const refuse = (said: string, cause?: unknown) =>
    new PipelineError(`${chemin} : ${said}`, { cause });
  const bytes = await readFile(path.join(dossier, chemin)).catch((cause: unknown) => {
    throw refuse(
      'ce fichier est introuvable ou illisible ; créez-le, ou vérifiez ses droits',
      cause,
    );
  });
  const decoded = decode(bytes, 'utf-8');
  if (!decoded.ok) throw refuse(decoded.message);
  const { entete, lignes } = readCsv(decoded.text, ',');
  const names = (entete?.champs ?? []).map((name) => name.trim());
  if (!names.includes('nom')) throw refuse('la colonne « nom » manque ; ajoutez-la');
  return lignes.map(({ champs }) =>
    Object.fromEntries(names.map((name, i) => [name, (champs[i] ?? '').trim()])),
  );
}

const nomsOf = (lignes: readonly { readonly nom?: string }[]) =>
  lignes.flatMap(({ nom }) => nom || []);

/** Lists of the fund in `dossier`; the bucket of what no source splits is not one to choose. */
export async function readListes(dossier: string): Promise<Listes> {
  const { id, nom, fictif, cycles, bailleurs } = await readFonds(dossier);
  const territoires = await readReference(dossier, 'territoires.csv');
  const priorites = await readReference(dossier, 'priorites.csv');
  return {
    fonds: { id, nom, fictif },
    noms: {
      territoires: nomsOf(territoires.filter(({ nature }) => nature !== 'non-ventile')),
      priorites: nomsOf(priorites),
      cycles: nomsOf(cycles),
      bailleurs: nomsOf(bailleurs),
    },
    mrc: nomsOf(territoires.filter(({ nature }) => nature === 'mrc')),
  };
}
