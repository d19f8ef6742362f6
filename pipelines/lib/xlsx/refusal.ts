import type { OfficeError, Refus } from '../ooxml/refusal';
import type { WorkbookResult } from '../../../src/lib/xlsx/workbook';

type WorkbookRefused = Extract<WorkbookResult, { readonly ok: false }>;

const SAVE_AGAIN =
  'ouvrez-le dans Excel, enregistrez-le de nouveau au format « Classeur Excel (.xlsx) », puis déposez cette copie';

const MESSAGES: Readonly<Record<Refus, (detail: string) => string>> = {
  illisible: (detail) => `le classeur est endommagé ou incomplet (${detail}) : ${SAVE_AGAIN}`,
  'autre-format': (quoi) =>
    `ce fichier n’est pas un classeur .xlsx : c’est ${quoi}. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le au format « Classeur Excel (.xlsx) » (changer l’extension ne suffit pas), puis déposez cette copie`,
  protege: () =>
    'le classeur demande un mot de passe à l’ouverture et ne peut pas être lu : ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe), puis enregistrez-le en .xlsx',
  demesure: (detail) =>
    `le classeur est démesuré (${detail}) : copiez les seules feuilles du registre dans un nouveau classeur, sans images ni mise en forme inutile, puis enregistrez-le en .xlsx`,
  macros: () =>
    'le classeur contient des macros, qui ne sont jamais exécutées ici : enregistrez-le au format « Classeur Excel (.xlsx) », sans macros, puis déposez cette copie',
};

/** What is said of a file that is not read as a workbook: the message is French and says what to do. */
export const refuseWorkbook = ({ refus, detail }: OfficeError): WorkbookRefused => ({
  ok: false,
  regle: `classeur-${refus}`,
  message: MESSAGES[refus](detail),
});
