/** The data that are published are those that the schema opens to the public, and sealed editions. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { TABLES, type TableName } from '../../src/lib/domain/tables';
import { inspectParquet } from '../lib/parquet';
import type { Controle, Publiable } from './publiable';

const SCELLE = 'age-encryption.org/v1\n';

const publicColumns = (nom: string): Set<string> | null =>
  Object.hasOwn(TABLES, nom)
    ? new Set(
        Object.entries(TABLES[nom as TableName].colonnes)
          .filter(([, column]) => column.editions.includes('public'))
          .map(([name]) => name),
      )
    : null;

async function tableDefaut(site: Publiable, fichier: string): Promise<string | null> {
  const nom = path.basename(fichier, '.parquet');
  const allowed = publicColumns(nom);
  if (allowed === null || allowed.size === 0) return `« ${nom} » n’est pas une table publique`;
  const facts = await inspectParquet(path.join(site.dossier, fichier)).catch(() => null);
  if (facts === null) return 'n’est pas un fichier Parquet lisible';
  const extra = facts.columns.filter((column) => !allowed.has(column));
  return extra.length === 0 ? null : `colonnes non publiques : ${extra.join(', ')}`;
}

async function sealDefaut(site: Publiable, fichier: string): Promise<string | null> {
  const file = await open(path.join(site.dossier, fichier));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SCELLE.length), 0, SCELLE.length, 0);
    const begins = buffer.subarray(0, bytesRead).toString('latin1') === SCELLE;
    return begins ? null : 'n’est pas chiffré : une édition scellée commence par l’en-tête de age';
  } finally {
    await file.close();
  }
}

function defautOf(site: Publiable, fichier: string): Promise<string | null> {
  if (/^donnees\/[^/]+\/public\/[^/]+\.parquet$/.test(fichier)) return tableDefaut(site, fichier);
  if (/^donnees\/[^/]+\/public\/scelle\/[^/]+\.age$/.test(fichier))
    return sealDefaut(site, fichier);
  const known = /^donnees\/[^/]+\/public\/datapackage\.json(\.br)?$/.test(fichier);
  return Promise.resolve(known ? null : 'n’est pas un fichier attendu parmi les données');
}

export const editions: Controle = {
  nom: 'tables et colonnes ouvertes au public',
  async check(site) {
    const data = site.fichiers.filter(
      (f) => f.startsWith('donnees/') || /\.(parquet|age)$/.test(f),
    );
    const defauts = await Promise.all(
      data.map(async (fichier) => [fichier, await defautOf(site, fichier)] as const),
    );
    return defauts.flatMap(([fichier, defaut]) =>
      defaut === null ? [] : [`${fichier} : ${defaut}.`],
    );
  },
};
