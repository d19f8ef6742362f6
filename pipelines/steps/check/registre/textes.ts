/** Personal information in words that people write freely. */
import type { Champ } from '../../../sources/kind';
import { kindOf } from '../../../sources/registre';
import { personalIn } from '../../../lib/personnel';
import { texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { type Found, found, type Verification } from './contexte';

const isWords = ({ type, alias, valeurs, vers }: Champ) =>
  type === 'texte' && !alias && !valeurs && !vers;

function inLigne(ligne: Ligne): Found[] {
  const champs = Object.entries(kindOf(ligne.feuille).champs);
  return champs.flatMap(([name, champ]) => {
    const text = texte(ligne, name);
    if (text === null || !isWords(champ)) return [];
    const what = personalIn(text);
    if (what.length === 0) return [];
    const regle = champ.restreint ? 'renseignement-personnel-interne' : 'renseignement-personnel';
    const message = `ce texte semble contenir ${what.join(' et ')} : effacez ce renseignement`;
    return [found(regle, ligne, name, message)];
  });
}

export const textes: readonly Verification[] = [({ registre }) => registre.lignes.flatMap(inLigne)];
