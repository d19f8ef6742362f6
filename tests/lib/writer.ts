/** Forms filled, changed and saved in LibreOffice Writer. */
import path from 'node:path';
import { run, urlOf, type SaveOptions, type WriterFormat } from './office';

interface InCell {
  /** The code in brackets of a label, as `A1`: the first cell that holds `[A1]`. */
  readonly champ: string;
  /** How many cells to the right of the label: 1 unless said otherwise, 0 for the label itself. */
  readonly colonne?: number;
  /** How many rows under the label: 0 unless said otherwise. */
  readonly rangee?: number;
}

/** One thing that a person does in a form. */
export type WriterEdit =
  /** In place of what the cell holds, or of its placeholder: a line feed begins a paragraph. */
  | (InCell & { readonly texte: string })
  /** Before what the cell holds. */
  | (InCell & { readonly devant: string })
  /** After what the cell holds. */
  | (InCell & { readonly ajouter: string })
  /** Toggles the box that stands before a label: a content control, an old form field or a mere character. */
  | (InCell & { readonly cocher: string })
  /** An item of a drop-down content control, as shown. */
  | (InCell & { readonly choisir: string })
  /** ISO day, in a date content control. */
  | (InCell & { readonly date: string })
  /** Path of a picture, put after what the cell holds. */
  | (InCell & { readonly image: string })
  /** A row after that of the label, or after one under it: the text of each of its cells. */
  | { readonly champ: string; readonly rangee?: number; readonly ajouterRangee: readonly string[] }
  | { readonly champ: string; readonly supprimerRangee: true }
  /** Deletes the row of the label, and types it again that many rows further down, or up. */
  | { readonly champ: string; readonly deplacerRangee: number }
  /** A paragraph after the table of the label. */
  | { readonly champ: string; readonly apresTableau: string }
  /** Turns tracked changes on, or off: moved and added rows are never tracked. */
  | { readonly suivi: boolean };

export interface WriterCell {
  readonly tableau: string;
  /** As `B2`. */
  readonly cellule: string;
  readonly texte: string;
}

const asJob = (edit: WriterEdit): object =>
  'image' in edit ? { ...edit, image: urlOf(edit.image) } : edit;

/** Changes a document in LibreOffice and saves it, as .docx unless said otherwise. */
export async function editDocument(
  input: string,
  edits: readonly WriterEdit[],
  output: string,
  { format = 'docx', ...options }: SaveOptions<WriterFormat> = {},
): Promise<void> {
  const files = { entree: urlOf(input), sortie: urlOf(output) };
  await run({ ...options, ...files, format, vue: true, changements: edits.map(asJob) });
}

/** Saves a document in another format, beside its name in a folder; gives the path. */
export async function convertDocument(
  input: string,
  format: WriterFormat,
  folder: string,
): Promise<string> {
  const output = path.join(folder, `${path.parse(input).name}.${format}`);
  await editDocument(input, [], output, { format });
  return output;
}

/** Text of every cell of the tables of the body, as LibreOffice shows it. */
export const inspectDocument = (input: string): Promise<WriterCell[]> =>
  run<WriterCell>({ entree: urlOf(input), inspecter: true });
