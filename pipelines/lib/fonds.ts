import path from 'node:path';
import { z } from 'zod';
import { ORDRES_DATES } from '../../src/lib/domain/date';
import { ENCODAGES } from './decode';
import { SEPARATEURS } from './csv';
import { invalid, readYaml } from './yaml';
import { REGISTRE } from '../sources/registre';

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
  titre: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
  date: jour,
  fichiers: z
    .array(
      z
        .strictObject({
          nom: z.string().min(1),
          source: z.string().min(1),
          sha256: z.string().regex(/^[0-9a-f]{64}$/, 'attendu : 64 chiffres hexadécimaux'),
          encodage: z.enum(ENCODAGES).optional(),
          separateur: z.enum(SEPARATEURS).optional(),
          ordre_dates: z.enum(ORDRES_DATES).optional(),
          colonnes_ignorees: z.array(z.string()).default([]),
        })
        .refine((f) => f.source === REGISTRE || (f.encodage && f.separateur), {
          error: '« encodage » et « separateur » sont attendus pour un CSV',
        }),
    )
    .min(1),
});

export type Fonds = z.infer<typeof fondsSchema> & { readonly id: string };
export type Lot = z.infer<typeof lotSchema>;

/** Reads `fonds.yaml` of a fund's folder. @throws ConstatError in French, with the key at fault. */
export async function readFonds(dossier: string): Promise<Fonds> {
  const fichier = 'fonds.yaml';
  const fonds = await readYaml(dossier, fichier, fondsSchema, fichier);
  for (const { id, debut, fin } of fonds.cycles)
    if (debut >= fin)
      throw invalid(
        fichier,
        `cycles : le cycle ${id} finit (${fin}) avant de commencer (${debut})`,
      );
  return { ...fonds, id: path.basename(dossier) };
}

/**
 * Reads the `source.yaml` of a lot's folder, shown as `chemin`.
 * @throws ConstatError in French, with the key at fault.
 */
export async function readLot(folder: string, chemin: string): Promise<Lot> {
  return readYaml(folder, 'source.yaml', lotSchema, `${chemin}/source.yaml`);
}
