/** Rules that the fund's own lists and description must keep. */
import { type Catalogue, idsIn, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Fonds } from '../../lib/fonds';
import type { Typed, TypedRow } from '../normalise';
import { placeIn, type RawRow } from '../read/table';

/** Holds a day to the cycle that it is said to be in; an absent one says nothing. */
export function checkJour(
  fonds: Fonds,
  cycleId: string,
  jour: Typed | undefined,
  row: RawRow,
  champ: string,
  journal: Journal,
): void {
  const cycle = fonds.cycles.find((c) => c.id === cycleId);
  if (!cycle || typeof jour !== 'string' || (jour >= cycle.debut && jour <= cycle.fin)) return;
  journal.add({
    regle: 'date-hors-entente',
    ...placeIn(row, champ),
    message: `cette date est hors du cycle ${cycleId} (du ${cycle.debut} au ${cycle.fin}) : corrigez la date ou le cycle`,
  });
}

/** A territory misspelt there would turn a gap between a total and its projects into a remainder. */
function checkCompletes(catalogue: Catalogue, row: TypedRow, journal: Journal): void {
  const champ = 'listes_completes';
  for (const id of idsIn(row, champ))
    if (!catalogue.ids.territoires.has(id))
      journal.add({
        regle: 'reference-orpheline',
        ...placeIn(row, champ),
        valeur: id,
        message:
          "ce territoire n'existe pas : corrigez-le, ou ajoutez-le à reference/territoires.csv",
      });
}

function checkDerivations(fonds: Fonds, { ids }: Catalogue, journal: Journal): void {
  for (const { annonce, disponible, restant, sans_reste } of fonds.derivations) {
    const appels = [disponible, restant].filter((id) => !ids.appels.has(id));
    const territoires = sans_reste.filter((id) => !ids.territoires.has(id));
    for (const id of [...(ids.annonces.has(annonce) ? [] : [annonce]), ...appels, ...territoires])
      journal.add({
        regle: 'reference-orpheline',
        fichier: 'fonds.yaml',
        valeur: id,
        message:
          "derivations : cet identifiant n'existe pas dans les listes du fonds : corrigez-le",
      });
  }
}

export function checkListes(fonds: Fonds, catalogue: Catalogue, journal: Journal): void {
  for (const row of catalogue.annonces) {
    const champ = 'date_annonce';
    const cycle = textOf(row, 'cycle_id') ?? '';
    checkJour(fonds, cycle, row.valeurs[champ], row, champ, journal);
    checkCompletes(catalogue, row, journal);
  }
  checkDerivations(fonds, catalogue, journal);
}
