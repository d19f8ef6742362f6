import { error } from '@sveltejs/kit';
import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfEditions, listEditions, originOf, publicPhrase } from '$lib/server/editions';
import { withProduct } from '$lib/server/product';
import { EDITIONS_TEXTE } from '$lib/texte/editions';
import { gatherFonds } from '$lib/views/gather';
import { composeOffre } from '$lib/views/offre';

export const entries = entriesOfEditions;

export async function load({ params: { fonds, edition } }) {
  const known = listEditions(fonds).find((one) => one === edition);
  if (known === undefined) error(404);
  return withProduct(fonds, async (engine) => {
    const fiche = await gatherFonds(engine, SANS_CHOIX);
    return {
      page: EDITIONS_TEXTE[known],
      origine: originOf(fonds, known),
      fiche,
      offre: await composeOffre(engine),
      phrase: publicPhrase(fonds, fiche.fictif, known),
    };
  });
}
