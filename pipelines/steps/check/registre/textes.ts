/** Personal information in words that people write freely. */
import { type Champ, FEUILLES, type FeuilleId } from '../../../sources/kind';
import { kindOf } from '../../../sources/registre';
import { personalIn, personalInOrganisme } from '../../../lib/personnel';
import { texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { type Found, found, type Verification } from './contexte';

const isWords = ({ type, alias, valeurs, vers }: Champ) =>
  type === 'texte' && !alias && !valeurs && !vers;

type Champs = readonly (readonly [nom: string, champ: Champ])[];

const MOTS = Object.fromEntries(
  FEUILLES.map((id): [FeuilleId, Champs] => [
    id,
    Object.entries(kindOf(id).champs).filter(([, champ]) => isWords(champ)),
  ]),
) as Readonly<Record<FeuilleId, Champs>>;

function inChamp(ligne: Ligne, nom: string, champ: Champ): Found | null {
  const isOrganisme = ligne.feuille === 'organismes' && nom === 'nom';
  const what = (isOrganisme ? personalInOrganisme : personalIn)(texte(ligne, nom) ?? '');
  if (what.length === 0) return null;
  const regle = champ.restreint ? 'renseignement-personnel-interne' : 'renseignement-personnel';
  const message = `ce texte semble contenir ${what.join(' et ')} : effacez ce renseignement`;
  return found(regle, ligne, nom, message);
}

const personal: Verification = ({ registre }) => {
  const all: Found[] = [];
  for (const ligne of registre.lignes())
    for (const [nom, champ] of MOTS[ligne.feuille]) {
      const one = inChamp(ligne, nom, champ);
      if (one) all.push(one);
    }
  return all;
};

export const textes: readonly Verification[] = [personal];
