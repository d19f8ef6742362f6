import type { Journal } from '../../lib/constats';
import type { FileSnapshot } from '../snapshot';
import { withoutBytes } from '../snapshot-files';
import { isSheet, titreOf } from '../../sources/kind';
import { readClasseur } from './classeur';
import { readCsvFile } from './csv';
import type { ReadTable } from './table';

/** Sheets that a fund cannot do without for long. */
const PLEINES = ['enveloppes', 'projets', 'octrois'];

/** Rows that a received table should have and has not, and blank ones passed over. */
function reportAbsence(table: ReadTable, journal: Journal): void {
  const { file, kind, feuille, lues, vides } = table;
  const at = { fichier: file.chemin, feuille };
  const said = journal.blocking.some(
    (c) => c.fichier === file.chemin && (c.feuille ?? null) === feuille,
  );
  if (file.role !== 'recu') return;
  if (lues === 0 && !said && !kind.feuille)
    journal.add({
      regle: 'aucune-ligne',
      ...at,
      message:
        "ce fichier n'a que son en-tête : remettez le fichier reçu avec ses lignes, ou retirez-le du lot et de source.yaml",
    });
  if (lues === 0 && !said && kind.feuille && PLEINES.includes(kind.feuille.id))
    journal.add({
      regle: 'feuille-vide',
      ...at,
      message:
        'cette feuille n’a aucune ligne : remplissez-la, ou vérifiez que c’est le bon fichier',
    });
  if (vides > 0)
    journal.add({
      regle: 'lignes-vides',
      ...at,
      valeur: String(vides),
      message: 'nombre de lignes vides, passées sans être lues',
    });
}

/** A sheet of the register comes from one file only: which one is right is not ours to choose. */
function refuseTwins(tables: readonly ReadTable[], journal: Journal): ReadTable[] {
  const first = new Map<string, ReadTable>();
  return tables.filter((table) => {
    const { kind, file, feuille } = table;
    if (!isSheet(kind)) return true;
    const earlier = first.get(kind.id);
    first.set(kind.id, earlier ?? table);
    if (!earlier) return true;
    journal.add({
      regle: 'table-en-double',
      fichier: file.chemin,
      feuille,
      message: `la table « ${titreOf(kind)} » vient déjà de ${earlier.file.chemin} : gardez un seul des deux fichiers`,
    });
    return false;
  });
}

/** Decodes and splits every file of the snapshot into tables; each record is kept whole or refused with a finding. */
export function read(files: readonly FileSnapshot[], journal: Journal): ReadTable[] {
  const tables = files.flatMap((file) =>
    file.format === 'classeur' ? readClasseur(file, journal) : [readCsvFile(file, journal)],
  );
  for (const table of tables) reportAbsence(table, journal);
  const own = refuseTwins(tables, journal);
  return own.map((table) => ({ ...table, file: withoutBytes(table.file) }));
}
