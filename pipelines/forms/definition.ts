/** The reddition form as data: what `formulaires/reddition.yaml` may say, and what follows from it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { invalid, readYaml } from '../lib/yaml';

/** Values of the register that a form is filled in with before it goes out. */
export const PREREMPLIS = [
  'projet',
  'titre',
  'organisme',
  'exercice',
  'periode',
  'territoire',
  'priorites',
  'accorde',
  'verse',
] as const;
export type Prerempli = (typeof PREREMPLIS)[number];

export const TYPES_REPONSE = [
  'texte',
  'paragraphe',
  'nombre',
  /** A number, or « non compté ». */
  'compte',
  'montant',
  'date',
  'oui-non',
  'choix',
  'cases',
] as const;
export type TypeReponse = (typeof TYPES_REPONSE)[number];

/** What a question is for the rules and the tables; one without a role is shown all the same. */
export const ROLES = [
  'participations',
  'personnes',
  'personnes-pauvrete',
  'groupe',
  'objectifs',
  'depense',
  'temoignage',
  'consentement',
  'declaration',
] as const;
export type Role = (typeof ROLES)[number];

/** Several questions may have these roles; each other role belongs to one question at most. */
const PARTAGES: readonly Role[] = ['groupe', 'declaration'];

const texte = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'attendu : minuscules, chiffres et « _ »');
const code = z.string().regex(/^[A-Z]\d{1,2}$/, 'attendu : une lettre et un ou deux chiffres');
const choixId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'attendu : minuscules et tirets');
const edition = z.enum(['public', 'ministere', 'conseil']);

const choix = z.array(z.strictObject({ id: choixId, nom: texte })).min(2);

const commun = {
  id,
  libelle: texte,
  aide: texte.optional(),
  /** What the answer means, for the data dictionary; the help where it is not given. */
  definition: texte.optional(),
};

const saisie = {
  ...commun,
  type: z.enum(TYPES_REPONSE).default('texte'),
  requis: z.boolean().default(false),
  choix: choix.optional(),
};

const LISTES: readonly string[] = ['choix', 'cases'];
const listsItsChoices = (c: { type: string; choix?: unknown }) =>
  LISTES.includes(c.type) === (c.choix !== undefined);
const CHOIX_ATTENDUS = {
  error: '« choix » va avec les types « choix » et « cases », et eux seuls',
};

const champ = z
  .strictObject({
    ...saisie,
    code,
    edition: edition.optional(),
    role: z.enum(ROLES).optional(),
    prerempli: z.enum(PREREMPLIS).optional(),
  })
  .refine(listsItsChoices, CHOIX_ATTENDUS);

const colonne = z
  .strictObject(saisie)
  .refine(listsItsChoices, CHOIX_ATTENDUS)
  .refine((c) => !['paragraphe', 'cases', 'compte'].includes(c.type), {
    error: 'une colonne est un texte, un nombre, un montant, une date, un oui-non ou un choix',
  });

/** Columns that the tables of a role must have, by their id. */
const COLONNES_DE = {
  activites: ['activite', 'realisee', 'commentaire'],
  indicateurs: ['indicateur', 'cible', 'realise', 'commentaire'],
} as const;

const hasColumns = (ids: readonly string[], wanted: readonly string[]) =>
  wanted.every((one) => ids.includes(one));

const tableau = z
  .strictObject({
    ...commun,
    code,
    type: z.literal('tableau'),
    role: z.enum(['activites', 'indicateurs']).optional(),
    edition: edition.optional(),
    lignes: z.int().min(1).max(40),
    colonnes: z.array(colonne).min(1).max(6),
  })
  .refine(
    ({ role, colonnes }) =>
      role === undefined ||
      hasColumns(
        colonnes.map((c) => c.id),
        COLONNES_DE[role],
      ),
    { error: 'il manque à ce tableau une colonne que son rôle demande' },
  );

/** A workbook has no box to tick. */
const SANS_CASES: readonly string[] = ['compte', 'oui-non', 'choix', 'cases'];

const section = z.strictObject({
  titre: texte,
  aide: texte.optional(),
  questions: z.array(z.union([tableau, champ])).min(1),
});

const colonneBudget = z.strictObject({
  code,
  id,
  libelle: texte,
  aide: texte.optional(),
  definition: texte.optional(),
  type: z.enum(['texte', 'nombre', 'montant', 'date']),
});

const feuille = z.strictObject({
  id: z.enum(['depenses', 'financement']),
  titre: z.string().min(1).max(31),
  aide: texte.optional(),
  /** Blank lines under those of the categories. */
  lignes: z.int().min(0).max(40),
  categorie: z.strictObject({ code, id, libelle: texte }),
  choix: z
    .array(
      z.strictObject({
        id: choixId,
        nom: texte,
        role: z.enum(['administration', 'fonds']).optional(),
      }),
    )
    .min(1),
  colonnes: z.array(colonneBudget).min(1).max(8),
});

/** Lines of the summary, all that can be computed from the two sheets and from the opening balance. */
export const LIGNES_SOMMAIRE = [
  'total_depenses',
  'total_paye',
  'solde_debut',
  'recu_fonds',
  'solde_fin',
  'part_fonds',
  'part_administration',
] as const;
export type LigneSommaire = (typeof LIGNES_SOMMAIRE)[number];

const schema = z.strictObject({
  version: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'attendu : lettres, chiffres et tirets'),
  titre: texte,
  /** First exercice that reports are asked for. */
  premier_exercice: z.string().regex(/^\d{4}(-\d{4})?$/),
  /** Month and day, after the end of the exercice, when the report is due. */
  echeance: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'attendu : mois-jour, comme 06-01'),
  /** Percent of what the fund pays, above which administration costs are said to be high. */
  administration_max: z.int().min(0).max(100),
  bilan: z.strictObject({
    titre: texte,
    intro: texte,
    sections: z.array(section).min(1),
  }),
  budget: z.strictObject({
    titre: texte,
    intro: texte,
    feuilles: z.array(feuille).length(2),
    sommaire: z.strictObject({
      titre: z.string().min(1).max(31),
      aide: texte.optional(),
      lignes: z
        .array(z.strictObject({ code, id: z.enum(LIGNES_SOMMAIRE), libelle: texte }))
        .length(LIGNES_SOMMAIRE.length),
      questions: z
        .array(
          champ.refine((c) => !SANS_CASES.includes(c.type), {
            error: 'dans le budget, une question est un texte, un nombre, un montant ou une date',
          }),
        )
        .default([]),
    }),
  }),
});

export type Definition = z.infer<typeof schema>;
export type Edition = z.infer<typeof edition>;
export type ChampForm = z.infer<typeof champ>;
export type TableauForm = z.infer<typeof tableau>;
export type ColonneForm = z.infer<typeof colonne>;
export type QuestionForm = ChampForm | TableauForm;
export type SectionForm = z.infer<typeof section>;
export type FeuilleForm = z.infer<typeof feuille>;
export type ColonneBudget = z.infer<typeof colonneBudget>;

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

/** The question that has a role; none has it where the fund does not ask. */
export const champOf = (definition: Definition, role: Role): ChampForm | undefined =>
  champsOf(definition).find((c) => c.role === role);

export const feuilleOf = (definition: Definition, id: FeuilleForm['id']): FeuilleForm => {
  const found = definition.budget.feuilles.find((f) => f.id === id);
  if (!found) throw new RangeError(`No sheet ${id}`);
  return found;
};

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

function* faults(d: Definition): Generator<string> {
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
