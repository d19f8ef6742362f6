/** Findings for the people who mend the data: `sorties/<fonds>/`, never in what is public. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { REGLES } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';
import { OfficeError } from '../lib/ooxml/refusal';
import { annotateWorkbook, type Remarque } from '../lib/xlsx/annotate';
import type { FileSnapshot } from '../steps/snapshot';
import { constatsToCsv } from './constats-csv';
import { type Rapport, rapportToHtml } from './page';

export interface ToReport extends Rapport {
  /** Where the report goes, from the root, as `sorties/demo`. */
  readonly dossier: string;
  readonly fichiers: readonly FileSnapshot[];
}

const SUFFIXE = '-annote';

/** `registre.xlsx` gives `registre-annote.xlsx`; two files of one name are told apart by their folders. */
function annotatedName(chemin: string, all: readonly string[]): string {
  const same = all.filter((other) => path.basename(other) === path.basename(chemin));
  const nom = same.length > 1 ? chemin.replaceAll('/', '-') : path.basename(chemin);
  return nom.replace(/(\.[^.]+)?$/, (ext) => `${SUFFIXE}${ext || '.xlsx'}`);
}

async function removeAnnotated(folder: string): Promise<void> {
  for (const nom of await readdir(folder))
    if (path.parse(nom).name.endsWith(SUFFIXE)) await rm(path.join(folder, nom));
}

/** A finding as it is noted in its workbook. */
export const remarqueOf = ({ feuille, cellule, gravite, regle, message }: Constat): Remarque => ({
  feuille: feuille ?? null,
  cellule: cellule ?? null,
  gravite,
  titre: REGLES[regle].titre,
  message,
});

/** The workbook with its findings; null when it has none, or when its notes cannot be written. */
function annotate(file: FileSnapshot, constats: readonly Constat[]): Uint8Array | null {
  const own = constats.filter((c) => c.fichier === file.chemin);
  if (file.format !== 'classeur' || own.length === 0) return null;
  if (own.some((c) => c.regle.startsWith('classeur-') || c.regle === 'fichier-modifie'))
    return null;
  try {
    return annotateWorkbook(file.bytes, own.map(remarqueOf));
  } catch (error) {
    if (error instanceof OfficeError) return null;
    throw error;
  }
}

/**
 * Writes the findings as CSV, as a page to print, and into a copy of each workbook that has some. The
 * workbooks annotated by a run before are taken away. Gives the paths written, from the root.
 */
export async function writeReports(racine: string, report: ToReport): Promise<string[]> {
  const { dossier, constats, fichiers } = report;
  const written: string[] = [];
  const write = async (nom: string, content: string | Uint8Array) => {
    await writeFile(path.join(racine, dossier, nom), content);
    written.push(`${dossier}/${nom}`);
  };
  await mkdir(path.join(racine, dossier), { recursive: true });
  await write('constats.csv', constatsToCsv(constats, report.fictif));
  await write('constats.html', rapportToHtml(report));
  await removeAnnotated(path.join(racine, dossier));
  const classeurs = fichiers.filter((f) => f.format === 'classeur');
  const chemins = classeurs.map((f) => f.chemin);
  for (const file of classeurs) {
    const nom = annotatedName(file.chemin, chemins);
    const bytes = annotate(file, constats);
    if (bytes) await write(nom, bytes);
  }
  return written;
}
