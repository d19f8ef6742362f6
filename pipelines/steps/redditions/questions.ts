/** The form itself as rows of the product: what is asked, and the choices that it offers. */
import {
  type ChampForm,
  type ColonneForm,
  type Definition,
  type Edition,
  isTableau,
  OUI_NON,
  type TableauForm,
  type TypeReponse,
} from '../../forms/definition';
import type { ProductRow } from '../link/rows';

/** A question that has answers in the product; a column of a table is one. */
export interface Question {
  readonly id: string;
  readonly code: string;
  readonly partie: 'bilan' | 'budget';
  readonly section: string;
  readonly libelle: string;
  readonly definition: string;
  readonly type: TypeReponse;
  readonly edition: Edition;
  readonly role: string | null;
  readonly choix: readonly { readonly id: string; readonly nom: string }[];
}

/** Words may name someone: where nobody says who may read them, the public may not. */
const editionOf = (type: TypeReponse, edition?: Edition): Edition =>
  edition ?? (['texte', 'paragraphe', 'date'].includes(type) ? 'ministere' : 'public');

const choixOf = ({ type, choix }: Pick<ChampForm, 'type' | 'choix'>) =>
  type === 'oui-non' ? OUI_NON : (choix ?? []);

const ofChamp = (partie: Question['partie'], section: string, c: ChampForm): Question => ({
  id: c.id,
  code: c.code,
  partie,
  section,
  libelle: c.libelle,
  definition: c.definition ?? c.aide ?? c.libelle,
  type: c.type,
  edition: editionOf(c.type, c.edition),
  role: c.role ?? null,
  choix: choixOf(c),
});

const ofColonne = (section: string, table: TableauForm, c: ColonneForm): Question => ({
  id: `${table.id}.${c.id}`,
  code: table.code,
  partie: 'bilan',
  section,
  libelle: `${table.libelle} : ${c.libelle}`,
  definition: c.definition ?? c.aide ?? c.libelle,
  type: c.type,
  edition: editionOf(c.type, table.edition),
  role: table.role ?? null,
  choix: choixOf(c),
});

/** Who the form is of is not an answer, and who signed it is never kept. */
const isKept = (c: ChampForm) => !c.prerempli && c.role !== 'declaration';

const ofBilan = ({ bilan }: Definition): Question[] =>
  bilan.sections.flatMap(({ titre, questions }) =>
    questions.flatMap((q) => {
      if (isTableau(q)) return q.colonnes.map((c) => ofColonne(titre, q, c));
      return isKept(q) ? [ofChamp('bilan', titre, q)] : [];
    }),
  );

function ofBudget({ budget }: Definition): Question[] {
  const sheets = budget.feuilles.flatMap((f): Question[] => {
    const common = {
      partie: 'budget',
      section: f.titre,
      edition: 'ministere',
      role: null,
    } as const;
    const { code, id, libelle } = f.categorie;
    return [
      {
        ...common,
        id: `${f.id}.${id}`,
        code,
        libelle,
        definition: libelle,
        type: 'choix',
        choix: f.choix,
      },
      ...f.colonnes.map((c) => ({
        ...common,
        id: `${f.id}.${c.id}`,
        code: c.code,
        libelle: c.libelle,
        definition: c.definition ?? c.aide ?? c.libelle,
        type: c.type,
        choix: [],
      })),
    ];
  });
  const { titre, questions, lignes } = budget.sommaire;
  const debut = lignes
    .filter((l) => l.id === 'solde_debut')
    .map((l): Question => ({
      ...{ id: l.id, code: l.code, partie: 'budget', section: titre, libelle: l.libelle },
      ...{ definition: l.libelle, type: 'montant', edition: 'ministere', role: null, choix: [] },
    }));
  return [...sheets, ...debut, ...questions.map((q) => ofChamp('budget', titre, q))];
}

/** Questions with answers in the product, in the order of the form. */
export const listQuestions = (definition: Definition): Question[] => [
  ...ofBilan(definition),
  ...ofBudget(definition),
];

/** What a count of people is to the others: all of them, a part of which each person is in one, or some of them. */
function lienOf({ partition }: Definition, id: string): string | null {
  if (partition?.tout === id) return 'tout';
  if (partition?.parties.includes(id)) return 'partie';
  return partition?.dont.includes(id) ? 'dont' : null;
}

export const questionRows = (definition: Definition): ProductRow[] =>
  listQuestions(definition).map((q, index) => ({
    question_id: q.id,
    code: q.code,
    partie: q.partie,
    section: q.section,
    libelle: q.libelle,
    definition: q.definition,
    type_reponse: q.type,
    edition: q.edition,
    role: q.role,
    partition: lienOf(definition, q.id),
    ordre: index + 1,
  }));

export const choixRows = (definition: Definition): ProductRow[] =>
  listQuestions(definition).flatMap((q) =>
    q.choix.map(({ id, nom }, index) => ({
      question_id: q.id,
      choix_id: id,
      nom,
      ordre: index + 1,
    })),
  );
