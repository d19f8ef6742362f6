import { PipelineError } from '../errors';
import type { WorkbookRefusal } from './workbook';

/** A file that is not read as a workbook: the message is French and says what to do. */
export class WorkbookError extends PipelineError {
  constructor(
    readonly regle: WorkbookRefusal,
    message: string,
  ) {
    super(message);
  }
}

const SAVE_AGAIN =
  'ouvrez-le dans Excel, enregistrez-le de nouveau au format « Classeur Excel (.xlsx) », puis déposez cette copie';

/** The package, or one of its parts, cannot be trusted. `detail` follows in parentheses. */
export const unreadable = (detail: string): WorkbookError =>
  new WorkbookError(
    'classeur-illisible',
    `le classeur est endommagé ou incomplet (${detail}) : ${SAVE_AGAIN}`,
  );

/** `quoi` says what the file is, as « un classeur .ods ». */
export const otherFormat = (quoi: string): WorkbookError =>
  new WorkbookError(
    'classeur-autre-format',
    `ce fichier n’est pas un classeur .xlsx : c’est ${quoi}. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le au format « Classeur Excel (.xlsx) » (changer l’extension ne suffit pas), puis déposez cette copie`,
  );

export const locked = (): WorkbookError =>
  new WorkbookError(
    'classeur-protege',
    'le classeur demande un mot de passe à l’ouverture et ne peut pas être lu : ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe), puis enregistrez-le en .xlsx',
  );

export const oversized = (detail: string): WorkbookError =>
  new WorkbookError(
    'classeur-demesure',
    `le classeur est démesuré (${detail}) : copiez les seules feuilles du registre dans un nouveau classeur, sans images ni mise en forme inutile, puis enregistrez-le en .xlsx`,
  );

export const withMacros = (): WorkbookError =>
  new WorkbookError(
    'classeur-macros',
    'le classeur contient des macros, qui ne sont jamais exécutées ici : enregistrez-le au format « Classeur Excel (.xlsx) », sans macros, puis déposez cette copie',
  );
