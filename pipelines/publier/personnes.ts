/** No text of the public tables seems to hold how to reach a person, or a name. */
import path from 'node:path';
import { readRows } from '../lib/parquet';
import { NOM_DE_PERSONNE, personalIn } from '../lib/personnel';
import type { Controle } from './publiable';

/** An organisation may bear the name of a person; an address of the web has digits of its own. */
const isMeant = (table: string, colonne: string, what: string) =>
  colonne.endsWith('url') ||
  (what === NOM_DE_PERSONNE && table === 'organismes' && colonne === 'nom');

export const personnes: Controle = {
  nom: 'aucun renseignement personnel dans les tables',
  async check({ dossier, fichiers }) {
    const found = new Set<string>();
    for (const fichier of fichiers.filter((one) => one.endsWith('.parquet')))
      for (const row of await readRows(path.join(dossier, fichier)))
        for (const [colonne, texte] of Object.entries(row))
          for (const what of typeof texte === 'string' ? personalIn(texte) : [])
            if (!isMeant(path.basename(fichier, '.parquet'), colonne, what))
              found.add(
                `${fichier}, ${colonne} : semble contenir ${what} ; corrigez le fichier reçu.`,
              );
    return [...found];
  },
};
