import type { OfficeError, Refus } from '../ooxml/refusal';
import type { DocumentResult } from './document';

type DocumentRefused = Extract<DocumentResult, { readonly ok: false }>;

const FORMAT = '« Document Word (.docx) »';

const MESSAGES: Readonly<Record<Refus, (detail: string) => string>> = {
  illisible: (detail) =>
    `le document est endommagé ou incomplet (${detail}) : ouvrez-le dans Word, enregistrez-le de nouveau au format ${FORMAT}, puis déposez cette copie`,
  'autre-format': (quoi) =>
    `ce fichier n’est pas un document .docx : c’est ${quoi}. Ouvrez-le dans Word ou LibreOffice et enregistrez-le au format ${FORMAT} (changer l’extension ne suffit pas), ou redemandez le formulaire Word à qui l’a envoyé, puis déposez cette copie`,
  protege: () =>
    'le document demande un mot de passe à l’ouverture et ne peut pas être lu : ouvrez-le dans Word, retirez le mot de passe (Fichier, Informations, Protéger le document, Chiffrer avec mot de passe), puis enregistrez-le en .docx',
  demesure: (detail) =>
    `le document est démesuré (${detail}) : retirez-en les images et les objets qui ne font pas partie du formulaire, puis enregistrez-le en .docx`,
  macros: () =>
    `le document contient des macros, qui ne sont jamais exécutées ici : enregistrez-le au format ${FORMAT}, sans macros, puis déposez cette copie`,
};

/** What is said of a file that is not read as a document: the message is French and says what to do. */
export const refuseDocument = ({ refus, detail }: OfficeError): DocumentRefused => ({
  ok: false,
  refus,
  message: MESSAGES[refus](detail),
});
