import { entriesOfFonds } from '$lib/server/page';
import { listPages } from '$lib/server/sitemap';

export const prerender = true;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Every page of every fund, at the address that the site is built for. */
export async function GET({ url }) {
  const pages = await Promise.all(entriesOfFonds().map(({ fonds }) => listPages(fonds)));
  const rows = [{ chemin: '/', date: null }, ...pages.flat()].map(({ chemin, date }) => {
    const day = date === null ? '' : `<lastmod>${date}</lastmod>`;
    return `<url><loc>${escape(new URL(chemin, url.origin).href)}</loc>${day}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
}
