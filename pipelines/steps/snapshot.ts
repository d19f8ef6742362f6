import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { RegleId } from '../../src/lib/domain/regles/index';
import type { Journal, Trouvaille } from '../lib/constats';
import { ConstatError } from '../lib/errors';
import { type Fonds, type Lot, readFonds, readLot } from '../lib/fonds';
import type { Notion, SourceKind } from '../sources/kind';
import { receivedKinds } from '../sources/index';
import { aliasKinds, correctionsKind, referenceKinds } from '../sources/reference';
import { REGISTRE } from '../sources/registre';
import { type RedditionsSnapshot, snapshotRedditions } from './redditions/snapshot';
import {
  type Bytes,
  type FileSnapshot,
  type LotId,
  sha256,
  snapshotOwn,
  tryRead,
} from './snapshot-files';

export type { Bytes, CsvSnapshot, FileSnapshot, LotId, WorkbookSnapshot } from './snapshot-files';

export interface Snapshot {
  readonly fonds: Fonds;
  readonly fichiers: FileSnapshot[];
  readonly redditions: RedditionsSnapshot;
}

/** Where a fund's files are: what is versioned, and what may not be. */
export interface Dossiers {
  readonly public: string;
  readonly prive: string;
}

type Declared = Lot['fichiers'][number];

/** Bytes of a declared file, if they are there and are those that were received. */
async function receivedBytes(
  folder: string,
  lot: LotId,
  declared: Declared,
  journal: Journal,
): Promise<Bytes | null> {
  const chemin = `${lot.chemin}/${declared.nom}`;
  const bytes = await tryRead(path.join(folder, declared.nom));
  if (bytes === null) {
    journal.add({
      regle: 'fichier-absent',
      fichier: chemin,
      message:
        'le fichier déclaré dans source.yaml est absent : remettez-le dans le lot ou retirez sa déclaration',
    });
    return null;
  }
  const found = sha256(bytes);
  if (found === declared.sha256) return { chemin, role: 'recu', lot, bytes, sha256: found };
  journal.add({
    regle: 'fichier-modifie',
    fichier: chemin,
    message: `le fichier a changé depuis sa réception (empreinte attendue ${declared.sha256.slice(0, 12)}…) : remettez l'original, ou corrigez par corrections/ ; s'il a été reçu de nouveau, inscrivez sa nouvelle empreinte dans source.yaml : ${found}`,
  });
  return null;
}

/** A register names refused applications: that of a real fund is never kept with public files. */
function isMisplaced(fonds: Fonds, lot: LotId, declared: Declared): boolean {
  const kind = receivedKinds.get(declared.source);
  return (
    !lot.prive && !fonds.fictif && (declared.source === REGISTRE || kind?.feuille !== undefined)
  );
}

async function snapshotReceived(
  fonds: Fonds,
  folder: string,
  lot: LotId,
  declared: Declared,
  journal: Journal,
): Promise<FileSnapshot | null> {
  const refuse = (regle: RegleId, message: string) => {
    const fichier = `${lot.chemin}/${declared.nom}`;
    journal.add({ regle, fichier, valeur: declared.source, message });
    return null;
  };
  const kind = receivedKinds.get(declared.source);
  if (!kind && declared.source !== REGISTRE)
    return refuse(
      'source-inconnue',
      `source.yaml nomme une sorte de source inconnue ; sortes connues : ${[REGISTRE, ...receivedKinds.keys()].join(', ')}`,
    );
  if (isMisplaced(fonds, lot, declared))
    return refuse(
      'lot-public',
      `un registre nomme des demandes refusées et ne reste pas dans data/ : déplacez le lot dans prive/${fonds.id}/recu/${lot.nom}`,
    );
  const common = await receivedBytes(folder, lot, declared, journal);
  if (!common) return null;
  const ordreDates = declared.ordre_dates ?? null;
  if (!kind) return { ...common, format: 'classeur', ordreDates };
  const { encodage = 'utf-8', separateur = ',', colonnes_ignorees: ignores } = declared;
  return { ...common, format: 'csv', kind, ordreDates, encodage, separateur, ignores };
}

/** What a lot says of itself, or null when its description cannot be read. */
async function describeLot(dossier: string, chemin: string, journal: Journal): Promise<Lot | null> {
  try {
    return await readLot(dossier, chemin);
  } catch (error) {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
    return null;
  }
}

const undeclared = (fichier: string): Trouvaille => ({
  regle: 'fichier-non-declare',
  fichier,
  message: 'ce fichier ne figure pas dans le source.yaml d’un lot : déclarez-le ou retirez-le',
});

interface Place {
  readonly fonds: Fonds;
  readonly dossier: string;
  readonly prive: boolean;
}

async function snapshotLot(
  { fonds, dossier, prive }: Place,
  nom: string,
  journal: Journal,
): Promise<FileSnapshot[]> {
  const folder = path.join(dossier, 'recu', nom);
  const chemin = `${prive ? 'prive/' : ''}recu/${nom}`;
  const description = await describeLot(folder, chemin, journal);
  if (description === null) return [];
  const lot: LotId = { nom, chemin, prive, description };
  const names = new Set(description.fichiers.map((f) => f.nom));
  for (const other of (await readdir(folder)).sort())
    if (other !== 'source.yaml' && !other.startsWith('.') && !names.has(other))
      journal.add(undeclared(`${chemin}/${other}`));
  const read: FileSnapshot[] = [];
  for (const declared of description.fichiers) {
    const file = await snapshotReceived(fonds, folder, lot, declared, journal);
    if (file) read.push(file);
  }
  return read;
}

/** Names of the lots of one folder; a file among them belongs to none. */
async function listLots({ dossier, prive }: Place, journal: Journal): Promise<string[]> {
  const folder = path.join(dossier, 'recu');
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  for (const e of entries)
    if (!e.isDirectory() && !e.name.startsWith('.'))
      journal.add(undeclared(`${prive ? 'prive/' : ''}recu/${e.name}`));
  return entries
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort();
}

/** The demonstration, all fiction, keeps its private files with the others. */
export const privateOf = (fonds: Fonds, dossiers: Dossiers): string =>
  fonds.fictif ? path.join(dossiers.public, 'prive') : dossiers.prive;

async function snapshotLots(
  fonds: Fonds,
  dossiers: Dossiers,
  journal: Journal,
): Promise<FileSnapshot[]> {
  const places: Place[] = [
    { fonds, dossier: dossiers.public, prive: false },
    { fonds, dossier: privateOf(fonds, dossiers), prive: true },
  ];
  const fichiers: FileSnapshot[] = [];
  let lots = 0;
  for (const place of places)
    for (const nom of await listLots(place, journal)) {
      lots++;
      fichiers.push(...(await snapshotLot(place, nom, journal)));
    }
  if (lots === 0)
    journal.add({
      regle: 'fichier-absent',
      fichier: 'recu',
      message: 'ce dossier ne contient aucun lot : créez-y un lot reçu, avec son source.yaml',
    });
  return fichiers;
}

function checkPrivate(fonds: Fonds, dossiers: Dossiers, journal: Journal): void {
  if (fonds.fictif || !existsSync(path.join(dossiers.public, 'prive'))) return;
  journal.add({
    regle: 'lot-public',
    fichier: 'prive',
    message: `le dossier privé d’un fonds réel ne reste pas dans data/ : déplacez-le dans prive/${fonds.id}`,
  });
}

/** The fund's own lists, aliases and corrections. */
async function snapshotLists(
  dossier: string,
  received: readonly FileSnapshot[],
  journal: Journal,
): Promise<FileSnapshot[]> {
  const faits = received.some((f) => f.format === 'csv' && !f.kind.feuille);
  const own = (chemin: string, kind: SourceKind, role: FileSnapshot['role']) => {
    const facultatif = kind.facultatif === true || (kind.facultatif === 'sans-faits' && !faits);
    return snapshotOwn({ dossier, prive: false }, chemin, kind, role, facultatif, journal);
  };
  const fichiers: FileSnapshot[] = [];
  for (const [nom, kind] of Object.entries(referenceKinds))
    fichiers.push(...(await own(`reference/${nom}.csv`, kind, 'reference')));
  for (const notion of Object.keys(aliasKinds) as Notion[])
    fichiers.push(...(await own(`alias/${notion}.csv`, aliasKinds[notion], 'alias')));
  fichiers.push(...(await own('corrections/corrections.csv', correctionsKind, 'corrections')));
  return fichiers;
}

/** Takes every file of a fund's folders once, and checks received ones against their recorded hash. */
export async function snapshot(dossiers: Dossiers, journal: Journal): Promise<Snapshot> {
  const dossier = dossiers.public;
  const fonds = await readFonds(dossier);
  checkPrivate(fonds, dossiers, journal);
  const received = await snapshotLots(fonds, dossiers, journal);
  const lists = await snapshotLists(dossier, received, journal);
  const redditions = await snapshotRedditions(dossier, privateOf(fonds, dossiers), journal);
  return { fonds, fichiers: [...received, ...lists, ...redditions.suivi], redditions };
}
