/** Every file of `data/demo`, by its path in that folder. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EDITIONS_SCELLEES, type EditionScellee } from '../../src/lib/domain/column';
import type { Definition } from '../forms/definition';
import { csvField } from '../lib/csv';
import type { Notion } from '../sources/kind';
import { acceptationsKind, receptionsKind } from '../sources/redditions';
import { aliasKinds, correctionsKind } from '../sources/reference';
import { buildCorrections } from './corrections';
import { fondsYaml, sourceYaml } from './fonds';
import { SOURCE_POPULATION, TERRITOIRES } from './lieux';
import { PRIORITES } from './priorites';
import { cheminOf } from './redditions/copie';
import { acceptations, planRedditions, receptions, writeCopies } from './redditions/index';
import { VARIANTES, writeRegistre } from './registre';
import { buildModele, type Modele } from './registre-modele';

type Record = readonly (string | number | null)[];

const csv = (header: readonly string[], records: readonly Record[]): string =>
  [header, ...records]
    .map((record) => `${record.map((value) => csvField(String(value ?? ''))).join(',')}\n`)
    .join('');

const territoires = () =>
  csv(
    [
      ...['territoire_id', 'nom', 'nature', 'population', 'population_annee'],
      ...['population_faible_revenu', 'population_source_id'],
    ],
    TERRITOIRES.map(({ id, nom, nature, population, faibleRevenu }) => [
      ...[id, nom, nature, population, population && SOURCE_POPULATION.annee],
      ...[faibleRevenu, population && SOURCE_POPULATION.id],
    ]),
  );

const sources = () => {
  const { id, titre, editeur, date } = SOURCE_POPULATION;
  return csv(['source_id', 'titre', 'editeur', 'date'], [[id, titre, editeur, date]]);
};

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

/** Public, as all that is of a fictional fund: its pages tell them. */
const PHRASES: { readonly [E in EditionScellee]: string } = {
  ministere: 'bastion-sanction-voisin-quasar-vipere-renfort-palmares',
  conseil: 'troupeau-labourer-exiler-corail-mixte-crucial-bricoler',
};

const LOT = 'prive/recu/registre';
const REDDITIONS = 'prive/redditions';

type Fichiers = Map<string, string | Uint8Array>;

function registreFichiers(modele: Modele): Fichiers {
  const registre = writeRegistre(modele);
  const sha256 = createHash('sha256').update(registre).digest('hex');
  return new Map<string, string | Uint8Array>([
    ['fonds.yaml', fondsYaml()],
    ['reference/territoires.csv', territoires()],
    ['reference/priorites.csv', priorites()],
    ['reference/sources.csv', sources()],
    ...aliases(),
    ['corrections/corrections.csv', corrections(modele)],
    [`${LOT}/source.yaml`, sourceYaml(sha256)],
    [`${LOT}/registre.xlsx`, registre],
    ...EDITIONS_SCELLEES.map((e) => [`prive/cles/${e}.txt`, `${PHRASES[e]}\n`] as const),
  ]);
}

async function redditionsFichiers(modele: Modele, definition: Definition): Promise<Fichiers> {
  const redditions = planRedditions(modele, definition);
  const fichiers: Fichiers = new Map([
    [
      `${REDDITIONS}/receptions.csv`,
      csv(Object.keys(receptionsKind.champs), receptions(redditions)),
    ],
    [
      `${REDDITIONS}/acceptations.csv`,
      csv(Object.keys(acceptationsKind.champs), acceptations(redditions)),
    ],
  ]);
  for await (const [copie, bytes] of writeCopies(definition, redditions)) {
    const chemin = cheminOf(copie);
    if (fichiers.has(chemin)) throw new RangeError(`Two files are named ${chemin}`);
    fichiers.set(chemin, bytes);
  }
  return fichiers;
}

/** The whole fund, made anew from its seed; `definition` is that of its form, which is written by hand. */
export async function buildFichiers(definition: Definition): Promise<Fichiers> {
  const modele = buildModele();
  return new Map([...registreFichiers(modele), ...(await redditionsFichiers(modele, definition))]);
}

/** Reports that a former run made and this one does not. */
async function removeOthers(dossier: string, fichiers: Fichiers): Promise<void> {
  const folder = path.join(dossier, REDDITIONS);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((e) => e.isFile())) {
    const whole = path.join(entry.parentPath, entry.name);
    const chemin = path.relative(dossier, whole).split(path.sep).join('/');
    if (!fichiers.has(chemin)) await rm(whole);
  }
}

/** Writes the fund into `dossier`, over what stands there; says which files it wrote. */
export async function writeFichiers(dossier: string, definition: Definition): Promise<string[]> {
  const fichiers = await buildFichiers(definition);
  for (const [chemin, content] of fichiers) {
    await mkdir(path.join(dossier, path.dirname(chemin)), { recursive: true });
    await writeFile(path.join(dossier, chemin), content);
  }
  await removeOthers(dossier, fichiers);
  return [...fichiers.keys()];
}
