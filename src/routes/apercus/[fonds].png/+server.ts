import { error } from '@sveltejs/kit';
import { SANS_CHOIX } from '$lib/domain/choix';
import { drawApercu } from '$lib/server/apercu-image';
import { entriesOfFonds } from '$lib/server/page';
import { listFonds, withProduct } from '$lib/server/product';
import { TEXTES } from '$lib/texte/interface';
import { composeApercu, partAccordee } from '$lib/views/pages/apercu';

export const prerender = true;
export const entries = entriesOfFonds;

export async function GET({ params }) {
  if (!listFonds().includes(params.fonds)) error(404);
  const picture = await withProduct(params.fonds, async (engine) => {
    const { fonds, phrases } = await composeApercu(engine, SANS_CHOIX);
    return drawApercu({
      site: TEXTES.site.nom,
      nom: fonds.nom,
      phrase: phrases[0] ?? '',
      part: await partAccordee(engine),
      mention: fonds.fictif ? TEXTES.site.fictif : null,
    });
  });
  return new Response(picture as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': 'image/png' },
  });
}
