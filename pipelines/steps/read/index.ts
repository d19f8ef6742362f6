import type { Journal } from '../../lib/constats';
import type { FileSnapshot } from '../snapshot';
import { withoutBytes } from '../snapshot-files';
import { type FeuilleId, isSheet, type SourceKind, titreOf } from '../../sources/kind';
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

/** Fields of a kind that give the number, or the name, of a row of a sheet. */
const fieldsTo = ({ champs }: SourceKind, feuille: FeuilleId): string[] =>
  Object.entries(champs).flatMap(([nom, { vers }]) => (vers === feuille ? [nom] : []));

/** The same tables, where what names a row is held once, however many rows of other sheets name it. */
function shareNames(tables: readonly ReadTable[]): ReadTable[] {
  const shared = [...tables];
  for (const { kind, rows } of tables) {
    const [cle] = kind.cle;
    if (!isSheet(kind) || cle === undefined) continue;
    const noms = new Map<string, string>();
    for (const nom of rows.champ(cle).distinctes) noms.set(nom, nom);
    const held = (nom: string) => noms.get(nom) ?? nom;
    for (const [i, table] of shared.entries()) {
      const fields = fieldsTo(table.kind, kind.feuille.id);
      shared[i] = { ...table, rows: fields.reduce((r, f) => r.mapChamp(f, held), table.rows) };
    }
  }
  return shared;
}

/**
 * Decodes and splits every file of the snapshot into tables; each record is kept whole or refused with a finding.
 * Each file is taken out of the list as it is read: its bytes are held no longer than they are needed.
 */
export function read(files: FileSnapshot[], journal: Journal): ReadTable[] {
  const tables: ReadTable[] = [];
  for (let file = files.shift(); file; file = files.shift()) {
    const own =
      file.format === 'classeur' ? readClasseur(file, journal) : [readCsvFile(file, journal)];
    tables.push(...own.map((table) => ({ ...table, file: withoutBytes(table.file) })));
  }
  for (const table of tables) reportAbsence(table, journal);
  return shareNames(refuseTwins(tables, journal));
}
