/** The demonstration's register, read by a reader that is not ours. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import readExcel from 'read-excel-file/node';
import { registre } from '../../../pipelines/sources/registre';
import { readCsv } from '../../../pipelines/lib/csv';
import { PROJECT } from '../lib/publication';

export const DEMO = path.join(PROJECT, 'data', 'demo');
export const REGISTRE = 'prive/recu/registre/registre.xlsx';

export const readDemo = (fichier: string): string => readFileSync(path.join(DEMO, fichier), 'utf8');

/** Amounts in cents, days as ISO text, empty cells as ''. */
export type Ligne = Readonly<Record<string, string | number>>;

function toValue(cell: unknown, type: string): string | number {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return String(cell);
  return type === 'montant' ? Math.round(cell * 100) : cell;
}

/** Rows by sheet, under the names of the fields. */
export async function readRegistre(): Promise<Record<string, Ligne[]>> {
  const read = await readExcel(readFileSync(path.join(DEMO, REGISTRE)));
  const sheets = registre.map(({ feuille, champs }) => {
    const [titles = [], ...rows] = read.find(({ sheet }) => sheet === feuille?.noms[0])?.data ?? [];
    const fields = Object.entries(champs).map(([nom, { entetes, type }]) => ({
      ...{ nom, type },
      rank: titles.indexOf(entetes[0] ?? ''),
    }));
    const lignes = rows.map((row) =>
      Object.fromEntries(fields.map(({ nom, type, rank }) => [nom, toValue(row[rank], type)])),
    );
    return [feuille?.id ?? '', lignes];
  });
  return Object.fromEntries(sheets) as Record<string, Ligne[]>;
}

/** Every text of the workbook, whatever sheet it is in. */
export async function readTexts(): Promise<string[]> {
  const read = await readExcel(readFileSync(path.join(DEMO, REGISTRE)));
  return read.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === 'string');
}

export function readList(fichier: string): Record<string, string>[] {
  const { entete, lignes } = readCsv(readDemo(fichier), ',');
  const names = entete?.champs ?? [];
  return lignes.map(({ champs }) =>
    Object.fromEntries(names.map((name, i) => [name, champs[i] ?? ''])),
  );
}

/** Sum of a column, in cents for amounts. */
export const sum = (lignes: readonly Ligne[], champ: string): number =>
  lignes.reduce((total, ligne) => total + Number(ligne[champ]), 0);

export function groupBy(lignes: readonly Ligne[], champ: string): Map<string, Ligne[]> {
  const groups = new Map<string, Ligne[]>();
  for (const ligne of lignes) {
    const key = String(ligne[champ]);
    groups.set(key, [...(groups.get(key) ?? []), ligne]);
  }
  return groups;
}
