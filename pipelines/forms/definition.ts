/** The reddition form as data: what `formulaires/reddition.yaml` says, and how to find one's way in it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { invalid, readYaml } from '../lib/yaml';
import {
  type ChampForm,
  type Definition,
  type FeuilleForm,
  hasColumns,
  type QuestionForm,
  type Role,
  schema,
  type TableauForm,
} from './schema';

export {
  type ChampForm,
  type ColonneBudget,
  type ColonneForm,
  type Definition,
  type Edition,
  type FeuilleForm,
  type LigneSommaire,
  type Prerempli,
  type QuestionForm,
  type Role,
  type SectionForm,
  type TableauForm,
  type TypeReponse,
} from './schema';

export const CHEMIN = 'formulaires/reddition.yaml';

export const isTableau = (question: QuestionForm): question is TableauForm =>
  question.type === 'tableau';

/** Questions of the Word form, in order. */
export const questionsOf = ({ bilan }: Definition): QuestionForm[] =>
  bilan.sections.flatMap((s) => s.questions);

/** Single questions, of the Word form then of the workbook. */
export const champsOf = (definition: Definition): ChampForm[] => [
  ...questionsOf(definition).filter((q): q is ChampForm => !isTableau(q)),
  ...definition.budget.sommaire.questions,
];

export const tableauxOf = (definition: Definition): TableauForm[] =>
  questionsOf(definition).filter(isTableau);

/** The table that has a role, where the fund asks for it. */
export const tableauOf = (
  definition: Definition,
  role: NonNullable<TableauForm['role']>,
): TableauForm | undefined => tableauxOf(definition).find((t) => t.role === role);

/** The question that has a role; none has it where the fund does not ask. */
export const champOf = (definition: Definition, role: Role): ChampForm | undefined =>
  champsOf(definition).find((c) => c.role === role);

export const feuilleOf = (definition: Definition, id: FeuilleForm['id']): FeuilleForm => {
  const found = definition.budget.feuilles.find((f) => f.id === id);
  if (!found) throw new RangeError(`No sheet ${id}`);
  return found;
};

/** Choices of a question that is answered by yes or no. */
export const OUI_NON = [
  { id: 'oui', nom: 'Oui' },
  { id: 'non', nom: 'Non' },
] as const;

/** Several questions may have these roles; each other role belongs to one question at most. */
const PARTAGES: readonly Role[] = ['groupe', 'declaration'];

const COLONNES_BUDGET = {
  depenses: ['prevu', 'reel', 'paye'],
  financement: ['prevu', 'confirme', 'recu'],
} as const;

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, i) => names.indexOf(name) !== i);

const codesOf = (d: Definition): string[] => [
  ...questionsOf(d).map((q) => q.code),
  ...d.budget.feuilles.flatMap((f) => [f.categorie.code, ...f.colonnes.map((c) => c.code)]),
  ...d.budget.sommaire.lignes.map((l) => l.code),
  ...d.budget.sommaire.questions.map((q) => q.code),
];

/** Parts and whole are counts that everyone may read, each named once. */
function* partitionFaults(d: Definition): Generator<string> {
  if (!d.partition) return;
  const { tout, parties, dont } = d.partition;
  const named = [tout, ...parties, ...dont];
  const twice = repeated(named);
  if (twice) yield `« partition » nomme deux fois ${twice}`;
  const counts = champsOf(d).filter(
    (c) => c.type === 'compte' && (c.edition ?? 'public') === 'public',
  );
  for (const one of named)
    if (!counts.some((c) => c.id === one))
      yield `« partition » nomme ${one}, qui n’est pas une question publique de type « compte »`;
}

function* faults(d: Definition): Generator<string> {
  yield* partitionFaults(d);
  const twice = repeated(codesOf(d));
  if (twice) yield `le code ${twice} est donné deux fois`;
  const named = repeated([...questionsOf(d), ...d.budget.sommaire.questions].map((q) => q.id));
  if (named) yield `l’identifiant ${named} est donné deux fois`;
  for (const { id, role } of champsOf(d))
    if (role && !PARTAGES.includes(role) && champOf(d, role)?.id !== id)
      yield `le rôle ${role} est donné à deux questions`;
  for (const f of d.budget.feuilles) {
    const ids = f.colonnes.map((c) => c.id);
    if (repeated([f.categorie.id, ...ids])) yield `une colonne de ${f.titre} est donnée deux fois`;
    if (!hasColumns(ids, COLONNES_BUDGET[f.id]))
      yield `il manque à ${f.titre} une des colonnes ${COLONNES_BUDGET[f.id].join(', ')}`;
  }
  if (repeated(d.budget.feuilles.map((f) => f.id)))
    yield 'une feuille du budget est donnée deux fois';
  if (repeated(d.budget.sommaire.lignes.map((l) => l.id)))
    yield 'une ligne du sommaire est donnée deux fois';
  for (const c of champsOf(d))
    if (c.edition === 'public' && ['texte', 'paragraphe', 'date'].includes(c.type))
      yield `la question ${c.code} est un texte : elle ne peut pas être publique`;
}

/**
 * The form of a fund, or null when it has none.
 * @throws ConstatError in French, with the key at fault.
 */
export async function readDefinition(dossier: string): Promise<Definition | null> {
  if (!existsSync(path.join(dossier, CHEMIN))) return null;
  const definition = await readYaml(dossier, CHEMIN, schema, CHEMIN);
  for (const fault of faults(definition)) throw invalid(CHEMIN, fault);
  return definition;
}
