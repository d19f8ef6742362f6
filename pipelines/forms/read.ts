/** Reads a report's file of either kind, told by its content. */
import type { RegleId } from '../../src/lib/domain/regles/index';
import { readDocument } from '../lib/docx/read';
import { readWorkbook } from '../lib/xlsx/read';
import { readBilan } from './bilan/read';
import { readBudget } from './budget/read';
import type { Definition } from './definition';
import type { FormulaireLu } from './reponses';

export type Lecture =
  | { readonly ok: true; readonly lu: FormulaireLu }
  | { readonly ok: false; readonly regle: RegleId; readonly message: string };

const FORMAT =
  'ce fichier n’est ni un document Word (.docx) ni un classeur Excel (.xlsx) : demandez-le sous ce format';

/** Name of a part of any workbook, as the archive writes it plainly: a damaged one still shows it. */
const WORKBOOK = 'xl/worksheets/';

/** Reads a file as the Word form or the Excel budget of a report; `fonds` is the name of the fund. */
export function readFormulaire(definition: Definition, fonds: string, bytes: Uint8Array): Lecture {
  const word = readDocument(bytes);
  const looksLikeBudget = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    WORKBOOK,
  );
  if (word.ok) return { ok: true, lu: readBilan(definition, fonds, word.document) };
  if (word.refus !== 'autre-format' && !looksLikeBudget)
    return { ok: false, regle: 'reddition-illisible', message: word.message };
  const excel = readWorkbook(bytes);
  if (excel.ok) return { ok: true, lu: readBudget(definition, excel.classeur) };
  if (excel.regle !== 'classeur-autre-format')
    return { ok: false, regle: 'reddition-illisible', message: excel.message };
  return { ok: false, regle: 'reddition-autre-format', message: FORMAT };
}
