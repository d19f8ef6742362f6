import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Journal } from '../../lib/constats';
import { CHEMIN, type Definition, readDefinition } from '../../forms/definition';
import { acceptationsKind, receptionsKind } from '../../sources/redditions';
import { type FileSnapshot, sha256, snapshotOwn } from '../snapshot-files';

/** A report's file as it came. */
export interface FormSnapshot {
  /** As `prive/redditions/2025-2026/bilan.docx`. */
  readonly chemin: string;
  /** Folder it was put in. */
  readonly exercice: string;
  /** Path from the folder of the exercice, as `receptions.csv` writes it. */
  readonly nom: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface RedditionsSnapshot {
  /** Null where the fund has no form. */
  readonly definition: Definition | null;
  readonly formulaires: readonly FormSnapshot[];
  /** The days that the fund wrote down. */
  readonly suivi: readonly FileSnapshot[];
}

const DOSSIER = 'redditions';
/** Where the path of every file about reports begins. */
export const CHEMIN_REDDITIONS = `prive/${DOSSIER}/`;
const SUIVI = { receptions: receptionsKind, acceptations: acceptationsKind } as const;

/** What programs and systems leave beside files: a lock of Word, a thumbnail. */
const isLeftover = (nom: string): boolean => /^(~\$|\.|~WRL|thumbs\.db$|desktop\.ini$)/i.test(nom);

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && !isLeftover(e.name))
    .map((e) => path.relative(folder, path.join(e.parentPath, e.name)).split(path.sep).join('/'))
    .sort();
}

async function takeForms(folder: string, exercice: string): Promise<FormSnapshot[]> {
  const noms = await filesIn(path.join(folder, exercice));
  return Promise.all(
    noms.map(async (nom) => {
      const bytes = await readFile(path.join(folder, exercice, nom));
      const chemin = `${CHEMIN_REDDITIONS}${exercice}/${nom}`;
      return { chemin, exercice, nom, bytes, sha256: sha256(bytes) };
    }),
  );
}

/** Folders of exercices, and files of the fund's own that stand beside them. */
async function listFolder(folder: string, journal: Journal): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries.filter((e) => !e.isDirectory() && !isLeftover(e.name)))
    if (!(name.replace(/\.csv$/, '') in SUIVI))
      journal.add({
        regle: 'fichier-non-declare',
        fichier: `${CHEMIN_REDDITIONS}${name}`,
        message:
          'ce fichier n’est dans le dossier d’aucun exercice : déplacez-le, comme 2025-2026/',
      });
  return entries
    .filter((e) => e.isDirectory() && !isLeftover(e.name))
    .map((e) => e.name)
    .sort();
}

async function takeSuivi(prive: string, journal: Journal): Promise<FileSnapshot[]> {
  const taken: FileSnapshot[] = [];
  for (const [nom, kind] of Object.entries(SUIVI)) {
    const place = { dossier: prive, prive: true };
    const chemin = `${DOSSIER}/${nom}.csv`;
    taken.push(...(await snapshotOwn(place, chemin, kind, 'suivi', true, journal)));
  }
  return taken;
}

/** Takes the form of a fund, and the reports it received. */
export async function snapshotRedditions(
  dossier: string,
  prive: string,
  journal: Journal,
): Promise<RedditionsSnapshot> {
  const definition = await readDefinition(dossier);
  const folder = path.join(prive, DOSSIER);
  const exercices = await listFolder(folder, journal);
  const formulaires: FormSnapshot[] = [];
  for (const exercice of exercices) formulaires.push(...(await takeForms(folder, exercice)));
  if (definition === null && formulaires.length > 0)
    journal.add({
      regle: 'fichier-absent',
      fichier: CHEMIN,
      message: 'des redditions sont reçues, et rien ne dit comment les lire : ajoutez ce fichier',
    });
  return { definition, formulaires, suivi: await takeSuivi(prive, journal) };
}
