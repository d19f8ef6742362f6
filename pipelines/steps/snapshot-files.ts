/** Files as they stand when the run begins: every later step works on these bytes alone. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OrdreDates } from '../../src/lib/domain/date';
import type { Journal } from '../lib/constats';
import type { Separateur } from '../lib/csv';
import type { Encodage } from '../lib/decode';
import type { Lot } from '../lib/fonds';
import type { SourceKind } from '../sources/kind';

export interface Bytes {
  /** From the fund's folder, as `recu/lot/fichier.csv`; from its private one, `prive/recu/lot/fichier.csv`. */
  readonly chemin: string;
  readonly role: 'recu' | 'reference' | 'alias' | 'corrections' | 'suivi';
  readonly lot: LotId | null;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A file as it stood when the run began: every later step works on these bytes alone. */
export type FileSnapshot = CsvSnapshot | WorkbookSnapshot;

export interface CsvSnapshot extends Bytes {
  readonly format: 'csv';
  readonly kind: SourceKind;
  readonly encodage: Encodage;
  readonly separateur: Separateur;
  readonly ordreDates: OrdreDates | null;
  readonly ignores: readonly string[];
}

export interface WorkbookSnapshot extends Bytes {
  readonly format: 'classeur';
  readonly ordreDates: OrdreDates | null;
}

/** A file once it is read: the bytes of a CSV are all in its table, those of a workbook may be annotated. */
export const withoutBytes = <F extends FileSnapshot>(file: F): F =>
  file.format === 'csv' ? { ...file, bytes: new Uint8Array() } : file;

/** A received lot: its folder, and what its `source.yaml` says. */
export interface LotId {
  readonly nom: string;
  /** `recu/lot`, or `prive/recu/lot`. */
  readonly chemin: string;
  readonly prive: boolean;
  readonly description: Lot;
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes of a file, null when there is none. */
export async function tryRead(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A file of the fund's own, in a folder of it; none where it is missing and may be. */
export async function snapshotOwn(
  { dossier, prive }: { readonly dossier: string; readonly prive: boolean },
  nom: string,
  kind: SourceKind,
  role: FileSnapshot['role'],
  facultatif: boolean,
  journal: Journal,
): Promise<FileSnapshot[]> {
  const chemin = `${prive ? 'prive/' : ''}${nom}`;
  const bytes = await tryRead(path.join(dossier, nom));
  if (bytes === null) {
    if (facultatif) return [];
    journal.add({
      regle: 'fichier-absent',
      fichier: chemin,
      message:
        'ce fichier est attendu dans le dossier du fonds : créez-le, avec son en-tête au moins',
    });
    return [];
  }
  const common = { format: 'csv', encodage: 'utf-8', separateur: ',', ignores: [] } as const;
  const own = { lot: null, ordreDates: null };
  return [{ chemin, kind, role, bytes, sha256: sha256(bytes), ...common, ...own }];
}
