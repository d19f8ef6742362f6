/** Organisations are known by their names alone: says which spellings were taken for one. */
import type { Journal } from '../../lib/constats';
import type { Harmonised } from '../harmonise/index';
import { slug } from '../link/projets';
import { placeIn } from '../read/table';

const place = ({ row }: Harmonised) => placeIn(row, 'organisme');

export function checkOrganismes(lignes: readonly Harmonised[], journal: Journal): void {
  const first = new Map<string, string>();
  for (const ligne of lignes) {
    const nom = ligne.valeurs['organisme'];
    if (typeof nom !== 'string') continue;
    const id = slug(nom);
    const known = first.get(id) ?? nom;
    first.set(id, known);
    if (id === '')
      journal.add({
        regle: 'organisme-sans-identifiant',
        ...place(ligne),
        message:
          'ce nom ne contient ni lettre latine ni chiffre, et ne donne pas d’identifiant : écrivez-le aussi en lettres latines',
      });
    else if (known !== nom)
      journal.add({
        regle: 'organismes-rapproches',
        ...place(ligne),
        message: `cet organisme est compté avec « ${known} », au nom presque pareil : si c’est le même, corrigez l’un des deux ; sinon, distinguez leurs noms`,
      });
  }
}
