/** A fund kept by its register alone, written as a workbook or as CSV, whose cells can be changed one by one. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CellWritten, SheetWritten } from '../../../src/lib/xlsx/workbook';
import { writeWorkbook } from '../../../src/lib/xlsx/write';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import { encode } from './fund';
import { ENTETES, NOMS } from './registre-entetes';
import { BRUME, type Cellule, CYCLE, PROPRE, type Rangee, type Registre } from './registre-propre';

export { type Cellule, PROPRE, type Rangee, type Registre } from './registre-propre';

const FONDS_YAML = `nom: Fonds de la Vallée-aux-Brumes
region: Vallée-aux-Brumes
mandataire: Conseil de la Vallée-aux-Brumes
ordre: 1
fictif: true
date_donnees: 2023-06-30
licence:
  nom: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/deed.fr
cycles:
  - id: 2021-2026
    nom: ${CYCLE}
    debut: 2021-04-01
    fin: 2026-03-31
    couverture: complete
    couverture_note: tout vient du registre.
bailleurs:
  - id: brume
    nom: ${BRUME}
    compte: true
  - id: heron
    nom: Fondation du Héron
    compte: false
`;

const FICHIERS: Readonly<Record<string, string>> = {
  'fonds.yaml': FONDS_YAML,
  'reference/territoires.csv': `territoire_id,nom,nature,population
val,Val-Cendré,mrc,9000
rive,Rive-aux-Hérons,mrc,12000
pointe,Pointe-d'Étain,mrc,11000
lande,Lande-Grise,mrc,10000
crete,Crête-au-Vent,mrc,3000
regional,Régional,regional,
non-ventile,Non ventilé,non-ventile,
`,
  'reference/priorites.csv': `priorite_id,nom,portee,source_id
logement,Se loger,locale,
aliments,Se nourrir,locale,
transport,Se déplacer,regionale,
`,
  'alias/cycles.csv': 'libelle,id,motif\n',
  'alias/territoires.csv': 'libelle,id,motif\n',
  'alias/bailleurs.csv': 'libelle,id,motif\n',
  'alias/priorites.csv': 'libelle,id,precision,motif\n',
  'alias/evenements.csv': 'libelle,id,objet,bailleur,motif\n',
  'alias/notes.csv': 'libelle,precision,pas,motif\n',
  'corrections/corrections.csv': 'table,id,colonne,valeur,auteur,date,motif\n',
};

const LOT = 'prive/recu/registre';

function toCell(cellule: Cellule | undefined): CellWritten {
  if (cellule === undefined || cellule === '') return null;
  if (typeof cellule === 'number') return { type: 'entier', entier: cellule };
  if (typeof cellule === 'string') return { type: 'texte', texte: cellule };
  return 'jour' in cellule
    ? { type: 'date', jour: cellule.jour }
    : { type: 'montant', decimal: cellule.montant };
}

/** Text of a cell as an export in French writes it: ISO day, decimal comma. */
function toText(cellule: Cellule | undefined): string {
  if (cellule === undefined) return '';
  if (typeof cellule !== 'object') return String(cellule);
  return 'jour' in cellule ? cellule.jour : cellule.montant.replace('.', ',');
}

export const sheetOf = (id: FeuilleId, rangees: readonly Rangee[]): SheetWritten => ({
  type: 'table',
  nom: NOMS[id],
  colonnes: ENTETES[id].map((titre) => ({ titre, largeur: 18, format: 'texte' })),
  lignes: rangees.map((r) => ENTETES[id].map((titre) => toCell(r[titre]))),
});

export const workbookOf = (registre: Registre): Uint8Array =>
  writeWorkbook(FEUILLES.map((id) => sheetOf(id, registre[id])));

const quote = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = (id: FeuilleId, rangees: readonly Rangee[]): string =>
  [ENTETES[id], ...rangees.map((r) => ENTETES[id].map((titre) => toText(r[titre])))]
    .map((row) => `${row.map(quote).join(';')}\r\n`)
    .join('');

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The fund « vallee » below a root, with its register as a workbook unless told otherwise. */
export class RegistreFund {
  readonly id = 'vallee';

  constructor(
    readonly root: string,
    registre: Registre | null = PROPRE,
  ) {
    for (const [file, text] of Object.entries(FICHIERS)) this.write(file, text);
    if (registre) this.receiveWorkbook(workbookOf(registre));
  }

  get folder(): string {
    return path.join(this.root, 'data', this.id);
  }

  write(file: string, content: string | Uint8Array): void {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  /** Replaces a text once in a file of the fund's own. */
  edit(file: string, old: string, text: string): void {
    const before = readFileSync(path.join(this.folder, file), 'utf8');
    if (!before.includes(old)) throw new Error(`${file} holds no « ${old} »`);
    this.write(
      file,
      before.replace(old, () => text),
    );
  }

  reword(old: string, text: string): void {
    this.edit('fonds.yaml', old, text);
  }

  /** Puts a workbook in the lot and records its hash. */
  receiveWorkbook(bytes: Uint8Array, nom = 'registre.xlsx'): void {
    this.write(`${LOT}/${nom}`, bytes);
    this.describe([`  - nom: ${nom}`, '    source: registre', `    sha256: ${sha256(bytes)}`]);
  }

  /** Puts one CSV a sheet in the lot: windows-1252, semicolons, decimal commas. */
  receiveCsv(registre: Registre): void {
    this.receiveTexts(Object.fromEntries(FEUILLES.map((id) => [id, csvOf(id, registre[id])])));
  }

  receiveTexts(texts: Readonly<Record<string, string>>, encodage = 'windows-1252'): void {
    const files = Object.entries(texts).flatMap(([id, text]) => {
      const bytes = encode(text, encodage);
      const nom = `${id}.csv`;
      this.write(`${LOT}/${nom}`, bytes);
      return [
        `  - nom: ${nom}`,
        `    source: registre-${id.replace('_', '-')}`,
        `    sha256: ${sha256(bytes)}`,
        `    encodage: ${encodage}`,
        "    separateur: ';'",
      ];
    });
    this.describe(files);
  }

  /** Writes what the lot says of its files, in lines of YAML. */
  describe(files: readonly string[]): void {
    this.write(
      `${LOT}/source.yaml`,
      ['editeur: Conseil', 'date: 2023-07-01', 'fichiers:', ...files, ''].join('\n'),
    );
  }
}

/** The register with some cells of one row changed; `undefined` empties a cell. */
export function change(
  registre: Registre,
  feuille: FeuilleId,
  index: number,
  cells: Readonly<Record<string, Cellule>>,
): Registre {
  const rows = registre[feuille].map((r, i) => (i === index ? { ...r, ...cells } : r));
  return { ...registre, [feuille]: rows };
}

export const add = (registre: Registre, feuille: FeuilleId, ...rows: Rangee[]): Registre => ({
  ...registre,
  [feuille]: [...registre[feuille], ...rows],
});

export const without = (registre: Registre, feuille: FeuilleId, index: number): Registre => ({
  ...registre,
  [feuille]: registre[feuille].filter((_, i) => i !== index),
});
