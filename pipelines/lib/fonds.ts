import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENCODAGES } from './decode';
import { PipelineError } from './errors';
import { SEPARATEURS } from './csv';

z.config(z.locales.fr());

const jour = z.iso.date();
const identifiant = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'attendu : minuscules, chiffres et traits d’union');

const fondsSchema = z.strictObject({
  nom: z.string().min(1),
  region: z.string().min(1),
  mandataire: z.string().min(1),
  courriel: z.email().optional(),
  fictif: z.boolean().default(false),
  ordre: z.int().default(100),
  date_donnees: jour,
  licence: z.strictObject({ nom: z.string().min(1), url: z.url() }),
  exercice: z.strictObject({ premier_mois: z.int().min(1).max(12) }).default({ premier_mois: 4 }),
  cycles: z
    .array(
      z.strictObject({
        id: identifiant,
        nom: z.string().min(1),
        debut: jour,
        fin: jour,
        couverture: z.enum(['complete', 'partielle']),
        couverture_note: z.string().min(1),
      }),
    )
    .min(1),
  bailleurs: z
    .array(z.strictObject({ id: identifiant, nom: z.string().min(1), compte: z.boolean() }))
    .min(1),
  derivations: z
    .array(
      z.strictObject({
        annonce: identifiant,
        disponible: identifiant,
        restant: identifiant,
        sans_reste: z.array(identifiant).default([]),
        motif: z.string().min(1),
      }),
    )
    .default([]),
});

const lotSchema = z.strictObject({
  editeur: z.string().min(1),
  url: z.string().min(1),
  date: jour,
  fichiers: z
    .array(
      z.strictObject({
        nom: z.string().min(1),
        source: z.string().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'attendu : 64 chiffres hexadécimaux'),
        encodage: z.enum(ENCODAGES),
        separateur: z.enum(SEPARATEURS),
        colonnes_ignorees: z.array(z.string()).default([]),
      }),
    )
    .min(1),
});

export type Fonds = z.infer<typeof fondsSchema> & { readonly id: string };
export type Lot = z.infer<typeof lotSchema>;

function describeIssues(error: z.ZodError): string {
  return error.issues.map((i) => `${i.path.join('.') || 'racine'} : ${i.message}`).join(' ; ');
}

async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new PipelineError(`${file} est introuvable ou illisible`, { cause });
  }
  let content: unknown;
  try {
    content = parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new PipelineError(`${file} n'est pas un fichier YAML valide : ${detail}`, { cause });
  }
  const checked = schema.safeParse(content);
  if (!checked.success) throw new PipelineError(`${file} : ${describeIssues(checked.error)}`);
  return checked.data;
}

/** Reads `fonds.yaml` of a fund's folder. @throws PipelineError in French, with the key at fault. */
export async function readFonds(dossier: string): Promise<Fonds> {
  const fonds = await readYaml(path.join(dossier, 'fonds.yaml'), fondsSchema);
  for (const { id, debut, fin } of fonds.cycles)
    if (debut >= fin)
      throw new PipelineError(
        `fonds.yaml : le cycle ${id} finit (${fin}) avant de commencer (${debut})`,
      );
  return { ...fonds, id: path.basename(dossier) };
}

/** Reads `source.yaml` of a received lot. @throws PipelineError in French, with the key at fault. */
export async function readLot(dossier: string): Promise<Lot> {
  return readYaml(path.join(dossier, 'source.yaml'), lotSchema);
}
