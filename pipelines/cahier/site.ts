import { isProductFresh, makeProduct } from '../site/product.mjs';
import { BUILD, buildSite, isSiteFresh } from '../site/site.mjs';

/** The folder of the site that papers are printed from: what is not up to date is made first. */
export async function prepareSite(say: (line: string) => void): Promise<string> {
  if (!(await isProductFresh())) await makeProduct(say);
  if (!(await isSiteFresh())) await buildSite(say);
  return BUILD;
}
