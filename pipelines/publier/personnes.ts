/** No text of the public tables seems to hold how to reach a person, or a name. */
import path from 'node:path';
import { readRows } from '../lib/parquet';
import { personalIn, personalInOrganisme } from '../lib/personnel';
import type { Controle } from './publiable';

/** What a text seems to hold; an address of the web has digits of its own. */
function personalAt(table: string, colonne: string, texte: unknown): string[] {
  if (typeof texte !== 'string' || colonne.endsWith('url')) return [];
  return (table === 'organismes' && colonne === 'nom' ? personalInOrganisme : personalIn)(texte);
}

export const personnes: Controle = {
  nom: 'aucun renseignement personnel dans les tables',
  async check({ dossier, fichiers }) {
    const found = new Set<string>();
    for (const fichier of fichiers.filter((one) => one.endsWith('.parquet'))) {
      const table = path.basename(fichier, '.parquet');
      for (const row of await readRows(path.join(dossier, fichier)))
        for (const [colonne, texte] of Object.entries(row))
          for (const what of personalAt(table, colonne, texte))
            found.add(
              `${fichier}, ${colonne} : semble contenir ${what} ; corrigez le fichier reçu.`,
            );
    }
    return [...found];
  },
};
