/** What the form asks: public, as the form itself. */
import { entier, id, libre, ref, texte } from '../column';
import type { TableSchema } from './schema';

export const formulaire = {
  questions: {
    titre: 'Questions du formulaire de reddition',
    cle: ['question_id'],
    colonnes: {
      question_id: id(),
      code: texte(),
      partie: texte({ valeurs: ['bilan', 'budget'] }),
      section: texte(),
      libelle: texte(),
      definition: texte(),
      type_reponse: texte(),
      edition: texte({ valeurs: ['public', 'ministere', 'conseil'] }),
      role: texte(libre),
      partition: texte({ valeurs: ['tout', 'partie', 'dont'], requis: false }),
      ordre: entier(),
    },
  },
  choix_questions: {
    titre: 'Choix offerts par les questions',
    cle: ['question_id', 'choix_id'],
    colonnes: { question_id: ref('questions'), choix_id: texte(), nom: texte(), ordre: entier() },
  },
} as const satisfies Readonly<Record<string, TableSchema>>;
