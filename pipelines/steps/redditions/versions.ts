/** Of several versions of one part of a report, the latest counts. */
import { PARTIES } from '../../../src/lib/domain/reddition';
import type { Journal } from '../../lib/constats';
import type { Recu } from './placement';

/** Later first: by the day it came, else by the instant its program saved it. */
function compare(a: Recu, b: Recu): number {
  const keys = (r: Recu) => [r.jour, r.lu?.modifie ?? null] as const;
  const [x, y] = [keys(a), keys(b)];
  for (const i of [0, 1] as const) {
    const [left, right] = [x[i], y[i]];
    if (left !== null && right !== null && left !== right) return left < right ? 1 : -1;
  }
  return 0;
}

function sayReplaced(kept: Recu, other: Recu, journal: Journal): void {
  const same = kept.fichier.sha256 === other.fichier.sha256;
  const unsure = !same && compare(kept, other) === 0;
  journal.add({
    regle: unsure ? 'reddition-versions' : 'reddition-remplacee',
    fichier: other.fichier.chemin,
    message: unsure
      ? `rien ne dit lequel de ce fichier et de ${kept.fichier.nom} est le dernier : ${kept.fichier.nom} est lu ; inscrivez leurs dates dans receptions.csv, ou retirez l’autre`
      : `${kept.fichier.nom} est ${same ? 'le même fichier' : 'plus récent'} et compte à sa place`,
  });
}

/** The version that counts of each part, every other one told; files that cannot be read are all kept. */
export function keepLatest(recus: readonly Recu[], journal: Journal): Recu[] {
  const unread = recus.filter((r) => r.partie === null);
  const kept = PARTIES.flatMap((partie) => {
    const [latest, ...others] = recus.filter((r) => r.partie === partie).toSorted(compare);
    if (!latest) return [];
    for (const other of others) sayReplaced(latest, other, journal);
    return [latest];
  });
  return [...kept, ...unread];
}
