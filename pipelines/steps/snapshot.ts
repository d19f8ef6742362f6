import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Constat, Journal } from '../lib/constats';
import type { Encodage } from '../lib/decode';
import type { Separateur } from '../lib/csv';
import { ConstatError } from '../lib/errors';
import { type Fonds, type Lot, readFonds, readLot } from '../lib/fonds';
import type { Notion, SourceKind } from '../sources/kind';
import { receivedKinds } from '../sources/index';
import { aliasKinds, correctionsKind, referenceKinds } from '../sources/reference';

/** A file as it stood when the run began: every later step works on these bytes alone. */
export interface FileSnapshot {
  /** From the fund's folder, as `recu/lot/fichier.csv`. */
  readonly chemin: string;
  readonly kind: SourceKind;
  readonly role: 'recu' | 'reference' | 'alias' | 'corrections';
  readonly encodage: Encodage;
  readonly separateur: Separateur;
  readonly ignores: readonly string[];
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface Snapshot {
  readonly fonds: Fonds;
  readonly fichiers: readonly FileSnapshot[];
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function tryRead(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

type Declared = Lot['fichiers'][number];

async function snapshotReceived(
  dossier: string,
  lot: string,
  declared: Declared,
  journal: Journal,
): Promise<FileSnapshot | null> {
  const chemin = `recu/${lot}/${declared.nom}`;
  const refuse = (regle: string, message: string, valeur: string | null = null) => {
    journal.add({ gravite: 'bloquant', regle, fichier: chemin, valeur, message });
    return null;
  };
  const kind = receivedKinds.get(declared.source);
  if (!kind)
    return refuse(
      'source-inconnue',
      `source.yaml nomme une sorte de source inconnue ; sortes connues : ${[...receivedKinds.keys()].join(', ')}`,
      declared.source,
    );
  const bytes = await tryRead(path.join(dossier, chemin));
  if (bytes === null)
    return refuse(
      'fichier-absent',
      'le fichier déclaré dans source.yaml est absent : remettez-le dans le lot ou retirez sa déclaration',
    );
  const found = sha256(bytes);
  if (found !== declared.sha256)
    return refuse(
      'fichier-modifie',
      `le fichier a changé depuis sa réception (empreinte attendue ${declared.sha256.slice(0, 12)}…) : remettez l'original, ou corrigez par corrections/ ; s'il a été reçu de nouveau, inscrivez sa nouvelle empreinte dans source.yaml : ${found}`,
    );
  const { encodage, separateur } = declared;
  const ignores = declared.colonnes_ignorees;
  return { chemin, kind, role: 'recu', encodage, separateur, ignores, bytes, sha256: found };
}

/** Files that a lot declares, or null when its description cannot be read. */
async function declaredFiles(
  dossier: string,
  lot: string,
  journal: Journal,
): Promise<readonly Declared[] | null> {
  try {
    return (await readLot(dossier, lot)).fichiers;
  } catch (error) {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
    return null;
  }
}

const undeclared = (fichier: string): Constat => ({
  gravite: 'bloquant',
  regle: 'fichier-non-declare',
  fichier,
  message: 'ce fichier ne figure pas dans le source.yaml d’un lot : déclarez-le ou retirez-le',
});

async function snapshotLot(
  dossier: string,
  lot: string,
  journal: Journal,
): Promise<FileSnapshot[]> {
  const folder = path.join(dossier, 'recu', lot);
  const fichiers = await declaredFiles(dossier, lot, journal);
  if (fichiers === null) return [];
  const names = new Set(fichiers.map(({ nom }) => nom));
  for (const nom of (await readdir(folder)).sort())
    if (nom !== 'source.yaml' && !nom.startsWith('.') && !names.has(nom))
      journal.add(undeclared(`recu/${lot}/${nom}`));
  const read: FileSnapshot[] = [];
  for (const declared of fichiers) {
    const file = await snapshotReceived(dossier, lot, declared, journal);
    if (file) read.push(file);
  }
  return read;
}

async function snapshotOwn(
  dossier: string,
  chemin: string,
  kind: SourceKind,
  role: FileSnapshot['role'],
  journal: Journal,
): Promise<FileSnapshot[]> {
  const bytes = await tryRead(path.join(dossier, chemin));
  if (bytes === null) {
    if (kind.facultatif) return [];
    journal.add({
      gravite: 'bloquant',
      regle: 'fichier-absent',
      fichier: chemin,
      message:
        'ce fichier est attendu dans le dossier du fonds : créez-le, avec son en-tête au moins',
    });
    return [];
  }
  const common = { encodage: 'utf-8', separateur: ',', ignores: [] } as const;
  return [{ chemin, kind, role, bytes, sha256: sha256(bytes), ...common }];
}

async function listLots(dossier: string, journal: Journal): Promise<string[]> {
  const folder = path.join(dossier, 'recu');
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const lots = entries.filter((e) => e.isDirectory()).map((e) => e.name);
  for (const e of entries)
    if (!e.isDirectory() && !e.name.startsWith('.')) journal.add(undeclared(`recu/${e.name}`));
  if (lots.length === 0)
    journal.add({
      gravite: 'bloquant',
      regle: 'fichier-absent',
      fichier: 'recu',
      message: 'ce dossier ne contient aucun lot : créez-y un lot reçu, avec son source.yaml',
    });
  return lots.sort();
}

/** Takes every file of a fund's folder once, and checks received ones against their recorded hash. */
export async function snapshot(dossier: string, journal: Journal): Promise<Snapshot> {
  const fonds = await readFonds(dossier);
  const fichiers: FileSnapshot[] = [];
  for (const lot of await listLots(dossier, journal))
    fichiers.push(...(await snapshotLot(dossier, lot, journal)));
  for (const [nom, kind] of Object.entries(referenceKinds))
    fichiers.push(
      ...(await snapshotOwn(dossier, `reference/${nom}.csv`, kind, 'reference', journal)),
    );
  for (const notion of Object.keys(aliasKinds) as Notion[])
    fichiers.push(
      ...(await snapshotOwn(dossier, `alias/${notion}.csv`, aliasKinds[notion], 'alias', journal)),
    );
  const corrections = 'corrections/corrections.csv';
  fichiers.push(
    ...(await snapshotOwn(dossier, corrections, correctionsKind, 'corrections', journal)),
  );
  return { fonds, fichiers };
}
