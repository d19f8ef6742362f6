/** Each format that comes from outside: files to spoil, and what must hold of every one that is read. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Encrypter } from 'age-encryption';
import { zipSync } from 'fflate';
import { originOf } from '../../src/lib/server/editions';
import { FORMAT, openSealed, SceauError } from '../../src/lib/editions/sceau';
import { readDefinition } from '../../pipelines/forms/definition';
import { readFormulaire } from '../../pipelines/forms/read';
import { Journal } from '../../pipelines/lib/constats';
import { ConstatError } from '../../pipelines/lib/errors';
import { readFonds, readLot } from '../../pipelines/lib/fonds';
import { receivedKinds } from '../../pipelines/sources/index';
import { normalise } from '../../pipelines/steps/normalise';
import { read } from '../../pipelines/steps/read/index';
import { type FileSnapshot, sha256 } from '../../pipelines/steps/snapshot-files';
import type { Tirage } from '../lib/hasard-personnes';
import { csvOf, PROPRE, workbookOf } from '../pipeline/lib/registre';
import { spoil, spoilArchive } from './abimer';

export type Issue = 'acceptee' | 'refusee';

export interface Format {
  readonly nom: string;
  readonly fichiers: readonly Uint8Array[];
  readonly spoil: (tirage: Tirage, bytes: Uint8Array) => Uint8Array;
  /** @throws where anything but rows kept and rows refused comes of it. */
  readonly essayer: (bytes: Uint8Array) => Issue | Promise<Issue>;
}

/** Words that a program says to itself, and never to a reader. */
const PROGRAMME =
  /\[object|undefined|\bNaN\b|Error\b|\b(invalid|unexpected|expected|cannot|failed|must|is not|received)\b/i;

/** A message is a sentence for a reader; what it quotes from the file is not its own words. */
function requireFrench(message: string, quoted: string | null = null): void {
  const own = (quoted ? message.replaceAll(quoted, '') : message).replace(/« [^»]* »/gs, '');
  if (own.trim() === '' || PROGRAMME.test(own)) throw new Error(`Not for a reader: ${message}`);
}

const ofFile = (chemin: string, bytes: Uint8Array) => ({
  ...{ chemin, role: 'recu' as const, bytes, sha256: sha256(bytes), ordreDates: null },
  lot: { nom: 'lot', source: 'lot' } as unknown as FileSnapshot['lot'],
});

/** Lines that a finding which blocks is about. */
const linesIn = (constats: Journal['all'], feuille: string | null): Set<string> =>
  new Set(
    constats
      .filter((c) => c.gravite === 'bloquant' && (c.feuille ?? null) === feuille)
      .map((c) => /\d+$/.exec(c.cellule ?? '')?.[0] ?? ''),
  );

/** Rows that were read are kept, set aside or refused, and each that is refused has its finding. */
function takeRows(file: FileSnapshot): Issue {
  const journal = new Journal();
  const tables = normalise(read([file], journal), journal);
  for (const { rows, lues, ecartees, refusees, feuille } of tables) {
    if (rows.length + ecartees + refusees !== lues || refusees < 0)
      throw new Error(`${lues} lues = ${rows.length} + ${ecartees} + ${refusees}`);
    const said = linesIn(journal.all, feuille);
    if (refusees > 0 && (rows.length === 0 ? said.size === 0 : said.size < refusees))
      throw new Error(`${refusees} refusées, ${said.size} dites`);
  }
  for (const { message, valeur } of journal.all) requireFrench(message, valeur ?? null);
  return journal.blocking.length > 0 ? 'refusee' : 'acceptee';
}

const kind = receivedKinds.get('registre-octrois');
const publicKind = receivedKinds.get('projets-publics');
if (!kind || !publicKind) throw new Error('No such kind');

const csv: Format = {
  nom: 'CSV',
  fichiers: [
    Buffer.from(csvOf('octrois', PROPRE.octrois)),
    Buffer.from(`\ufeff${csvOf('octrois', PROPRE.octrois)}`),
    readFileSync('data/lanaudiere/recu/faits-publics/projects.csv'),
  ],
  spoil,
  essayer: (bytes) => {
    const texte = Buffer.from(bytes).toString('latin1');
    const own = texte.includes('Montant accord');
    return takeRows({
      ...{ ...ofFile('prive/recu/lot/octrois.csv', bytes), format: 'csv', ignores: [] },
      ...{ kind: own ? kind : publicKind, encodage: 'utf-8', separateur: own ? ';' : ',' },
    } as FileSnapshot);
  },
};

const xlsx: Format = {
  nom: 'XLSX',
  fichiers: [workbookOf(PROPRE), readFileSync('data/demo/prive/recu/registre/registre.xlsx')],
  spoil: spoilArchive,
  essayer: (bytes) =>
    takeRows({ ...ofFile('prive/recu/lot/registre.xlsx', bytes), format: 'classeur' }),
};

const definition = await readDefinition('data/demo');
if (definition === null) throw new Error('The demonstration fund has no form');

const DOSSIER = 'data/demo/prive/redditions/2024-2025';
const formsLike = (ext: string) =>
  readdirSync(DOSSIER, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith(ext))
    .sort()
    .slice(0, 3)
    .map((f) => readFileSync(path.join(DOSSIER, f)));

const docx: Format = {
  nom: 'DOCX et budgets',
  fichiers: [...formsLike('.docx'), ...formsLike('.xlsx')],
  spoil: spoilArchive,
  essayer: (bytes) => {
    const lecture = readFormulaire(definition, 'Fonds', bytes);
    if (lecture.ok) return 'acceptee';
    requireFrench(lecture.message);
    return 'refusee';
  },
};

const YAML = {
  'fonds.yaml': readFileSync('data/demo/fonds.yaml'),
  'source.yaml': readFileSync('data/demo/prive/recu/registre/source.yaml'),
  'reddition.yaml': readFileSync('data/demo/formulaires/reddition.yaml'),
};

/** The three files of a fund that are YAML, in a folder to write them in. */
const yaml = (dossier: string): Format => ({
  nom: 'YAML',
  fichiers: Object.values(YAML),
  spoil,
  essayer: async (bytes) => {
    const texte = Buffer.from(bytes).toString('utf8');
    const nom = texte.includes('bilan:')
      ? 'reddition.yaml'
      : texte.includes('editeur')
        ? 'source.yaml'
        : 'fonds.yaml';
    const folder = nom === 'reddition.yaml' ? path.join(dossier, 'formulaires') : dossier;
    writeFileSync(path.join(folder, nom), bytes);
    try {
      if (nom === 'reddition.yaml') await readDefinition(dossier);
      else if (nom === 'source.yaml') await readLot(dossier, '.');
      else await readFonds(dossier);
      return 'acceptee';
    } catch (error) {
      if (!(error instanceof ConstatError)) throw error;
      requireFrench(error.message);
      return 'refusee';
    }
  },
});

const PHRASE = 'six mots que personne ne devine ici';
const ORIGINE = originOf('demo', 'conseil');

/** A sealed file whose passphrase is quick to try. */
async function sealQuickly(): Promise<Uint8Array> {
  const manifeste = { format: FORMAT, ...ORIGINE, tables: ['fonds'] };
  const parts = {
    'manifeste.json': Buffer.from(JSON.stringify(manifeste)),
    'fonds.parquet': Buffer.from('PAR1'.repeat(40)),
  };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PHRASE);
  encrypter.setScryptWorkFactor(4);
  return encrypter.encrypt(zipSync(parts, { level: 0 }));
}

const scelle = Buffer.from(await sealQuickly());

const sealed: Format = {
  nom: 'fichiers scellés',
  fichiers: [scelle],
  spoil,
  essayer: async (bytes) => {
    try {
      await openSealed(bytes, PHRASE, ORIGINE);
      if (!scelle.equals(bytes)) throw new Error('An altered file was opened');
      return 'acceptee';
    } catch (error) {
      if (!(error instanceof SceauError)) throw error;
      return 'refusee';
    }
  },
};

const FORMATS = [csv, xlsx, docx, sealed];

/** Every format; the folder is where files that are read from a disk are written. */
export const formatsIn = (dossier: string): Format[] => [...FORMATS, yaml(dossier)];

export const NOMS = formatsIn('').map(({ nom }) => nom);
