/** Findings for the people who mend the data: `sorties/<fonds>/`, never in what is public. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { REGLES } from '../../src/lib/domain/regles/index';
import type { Constat } from '../lib/constats';
import { annotateWorkbook } from '../lib/xlsx/annotate';
import type { FileSnapshot } from '../steps/snapshot';
import { constatsToCsv } from './constats-csv';
import { type Rapport, rapportToHtml } from './page';

export interface ToReport extends Rapport {
  /** Where the report goes, from the root, as `sorties/demo`. */
  readonly dossier: string;
  readonly fichiers: readonly FileSnapshot[];
}

/** `registre.xlsx` gives `registre-annote.xlsx`. */
const annotatedName = (chemin: string) =>
  path.basename(chemin).replace(/(\.[^.]+)?$/, (ext) => `-annote${ext || '.xlsx'}`);

function annotate(file: FileSnapshot, constats: readonly Constat[]): Uint8Array | null {
  const own = constats.filter((c) => c.fichier === file.chemin);
  if (file.format !== 'classeur' || own.length === 0) return null;
  if (own.some((c) => c.regle.startsWith('classeur-') || c.regle === 'fichier-modifie'))
    return null;
  const remarques = own.map(({ feuille, cellule, gravite, regle, message }) => ({
    feuille: feuille ?? null,
    cellule: cellule ?? null,
    gravite,
    titre: REGLES[regle].titre,
    message,
  }));
  return annotateWorkbook(file.bytes, remarques);
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
  for (const file of fichiers.filter((f) => f.format === 'classeur')) {
    const nom = annotatedName(file.chemin);
    await rm(path.join(racine, dossier, nom), { force: true });
    const bytes = annotate(file, constats);
    if (bytes) await write(nom, bytes);
  }
  return written;
}
