/** What `formulaires/reddition.yaml` may say. */
import { z } from 'zod';

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

/** Whether some columns are all among those given. */
export const hasColumns = (ids: readonly string[], wanted: readonly string[]) =>
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

export const schema = z.strictObject({
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
  /** What counts of people say of each other, by the id of their questions. */
  partition: z
    .strictObject({
      tout: id,
      /** Each person counted in the whole is in one of them; one that is not counted leaves the others below it. */
      parties: z.array(id).min(2),
      /** Some of the people, whom one may be among or not. */
      dont: z.array(id).default([]),
    })
    .optional(),
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
