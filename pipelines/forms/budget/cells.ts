/** Answers of the budget's cells, typed as a spreadsheet saved them or as people wrote them. */
import { type CellRead } from '../../../src/lib/xlsx/workbook';
import { type Attendu, type Lue, parseReponse } from '../parse';

const refuse = (message: string): Lue => ({ ok: false, regle: 'reponse-illisible', message });

const AILLEURS = /\[\d+\]|\[[^\]]+\.xls[a-z]?\]/i;

/** A number of the spreadsheet, in plain decimals. */
function readNumber({ type }: Attendu, cell: CellRead): Lue {
  const { texte, format, jour } = cell;
  if (type === 'date')
    return jour === null
      ? refuse('ce n’est pas une date : écrivez par exemple 2026-05-31')
      : { ok: true, valeur: jour };
  if (format !== 'autre')
    return refuse(
      `Excel a pris cette cellule pour ${format === 'date' ? 'une date' : 'un pourcentage'} : remettez-la au format nombre, puis récrivez la valeur`,
    );
  if (type === 'montant' && /^-?\d+\.\d{3,}$/.test(texte))
    return refuse('ce montant a plus de deux décimales : arrondissez-le au cent');
  return parseReponse({ type }, texte);
}

/** Reads a cell; a formula gives the value that was saved with it. */
export function parseCell(attendu: Attendu, cell: CellRead): Lue {
  const { type, texte, formule } = cell;
  if (type === 'erreur')
    return refuse(
      `cette cellule est en erreur (${texte}) : corrigez la formule, ou écrivez la valeur`,
    );
  if (type === 'sans-valeur')
    return refuse(
      'cette formule n’a pas été calculée : ouvrez le fichier dans Excel, enregistrez-le, ou écrivez la valeur',
    );
  if (formule !== null && AILLEURS.test(formule))
    return {
      ok: false,
      regle: 'reddition-lien-externe',
      message: 'cette cellule dépend d’un autre classeur : remplacez la formule par sa valeur',
    };
  if (type === 'nombre' && ['montant', 'nombre', 'date'].includes(attendu.type))
    return readNumber(attendu, cell);
  return parseReponse(attendu, texte);
}
