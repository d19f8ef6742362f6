import type { Journal } from '../../../lib/constats';
import { placeIn } from '../../read/table';
import type { Contexte, Verification } from './contexte';
import { dates } from './dates';
import { doublons } from './doublons';
import { enveloppes } from './enveloppes';
import { liens } from './liens';
import { montants } from './montants';
import { territoires } from './territoires';
import { textes } from './textes';
import { totaux } from './totaux';

export { controleRows } from './totaux';

const VERIFICATIONS: readonly Verification[] = [
  ...liens,
  ...dates,
  ...montants,
  ...enveloppes,
  ...doublons,
  ...territoires,
  ...textes,
  ...totaux,
];

/** Rules whose value must not be written again anywhere. */
const TUES = ['renseignement-personnel', 'renseignement-personnel-interne'];

/** Holds the register to its rules, each finding at its cell. */
export function checkRegistre(contexte: Contexte, journal: Journal): void {
  for (const verify of VERIFICATIONS)
    for (const { regle, ligne, champ, message } of verify(contexte)) {
      const place = placeIn(ligne.row, champ);
      const valeur = TUES.includes(regle) ? null : place.valeur;
      journal.add({ regle, ...place, valeur: valeur ?? null, message });
    }
}
