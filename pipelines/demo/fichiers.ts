/** Every file of `data/demo`, by its path in that folder. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Notion } from '../sources/kind';
import { aliasKinds, correctionsKind } from '../sources/reference';
import { buildCorrections } from './corrections';
import { fondsYaml, sourceYaml } from './fonds';
import { TERRITOIRES } from './lieux';
import { PRIORITES } from './priorites';
import { VARIANTES, writeRegistre } from './registre';
import { buildModele, type Modele } from './registre-modele';

type Record = readonly (string | number | null)[];

function field(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csv = (header: readonly string[], records: readonly Record[]): string =>
  [header, ...records].map((record) => `${record.map(field).join(',')}\n`).join('');

const territoires = () =>
  csv(
    ['territoire_id', 'nom', 'nature', 'population'],
    TERRITOIRES.map(({ id, nom, nature, population }) => [id, nom, nature, population]),
  );

const priorites = () =>
  csv(
    ['priorite_id', 'nom', 'portee', 'source_id'],
    PRIORITES.map(({ id, nom, portee }) => [id, nom, portee, null]),
  );

const aliasRows = (notion: Notion): Record[] =>
  notion === 'territoires' ? Object.entries(VARIANTES).map(([id, nom]) => [nom, id, null]) : [];

const aliases = () =>
  (Object.keys(aliasKinds) as Notion[]).map((notion): [string, string] => [
    `alias/${notion}.csv`,
    csv(Object.keys(aliasKinds[notion].champs), aliasRows(notion)),
  ]);

const corrections = (modele: Modele) =>
  csv(
    Object.keys(correctionsKind.champs),
    buildCorrections(modele).map(({ table, id, colonne, valeur, date, motif }) => [
      ...[table, id, colonne, valeur],
      ...['Équipe de démonstration', date, motif],
    ]),
  );

const LOT = 'prive/recu/registre';

/** The whole fund, made anew from its seed. */
export function buildFichiers(): Map<string, string | Uint8Array> {
  const modele = buildModele();
  const registre = writeRegistre(modele);
  const sha256 = createHash('sha256').update(registre).digest('hex');
  return new Map<string, string | Uint8Array>([
    ['fonds.yaml', fondsYaml()],
    ['reference/territoires.csv', territoires()],
    ['reference/priorites.csv', priorites()],
    ...aliases(),
    ['corrections/corrections.csv', corrections(modele)],
    [`${LOT}/source.yaml`, sourceYaml(sha256)],
    [`${LOT}/registre.xlsx`, registre],
  ]);
}

/** Writes the fund into `dossier`, over what stands there; says which files it wrote. */
export async function writeFichiers(dossier: string): Promise<string[]> {
  const fichiers = buildFichiers();
  for (const [chemin, content] of fichiers) {
    await mkdir(path.join(dossier, path.dirname(chemin)), { recursive: true });
    await writeFile(path.join(dossier, chemin), content);
  }
  return [...fichiers.keys()];
}
