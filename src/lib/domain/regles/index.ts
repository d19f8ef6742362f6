/** Every rule, by its id, grouped as the public page shows them. */
import { CLASSEURS, DOCUMENTS, FICHIERS } from './fichiers';
import type { Regle } from './regle';
import { DATES, DOUBLONS, LIENS, MONTANTS, TERRITOIRES, TEXTES } from './registre';
import { FAITS, TOTAUX, VALEURS } from './valeurs';

export { type Gravite, GRAVITES, type Regle } from './regle';

const ALL = {
  ...FICHIERS,
  ...CLASSEURS,
  ...DOCUMENTS,
  ...VALEURS,
  ...DATES,
  ...MONTANTS,
  ...LIENS,
  ...DOUBLONS,
  ...TERRITOIRES,
  ...TEXTES,
  ...TOTAUX,
  ...FAITS,
};

export type RegleId = keyof typeof ALL;
export const REGLES: Readonly<Record<RegleId, Regle>> = ALL;

const ids = (family: object) => Object.keys(family) as RegleId[];

export const FAMILLES: readonly { readonly titre: string; readonly regles: readonly RegleId[] }[] =
  [
    { titre: 'Fichiers et en-têtes', regles: ids(FICHIERS) },
    { titre: 'Classeurs Excel', regles: ids(CLASSEURS) },
    { titre: 'Documents Word', regles: ids(DOCUMENTS) },
    { titre: 'Valeurs et libellés', regles: ids(VALEURS) },
    { titre: 'Dates', regles: ids(DATES) },
    { titre: 'Montants', regles: ids(MONTANTS) },
    { titre: 'Liens entre les feuilles', regles: ids(LIENS) },
    { titre: 'Doublons', regles: ids(DOUBLONS) },
    { titre: 'Territoires et priorités', regles: ids(TERRITOIRES) },
    { titre: 'Renseignements personnels', regles: ids(TEXTES) },
    { titre: 'Totaux publiés et enveloppes', regles: ids(TOTAUX) },
    { titre: 'Faits publics', regles: ids(FAITS) },
  ];
