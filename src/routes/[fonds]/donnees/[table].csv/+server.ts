import { error } from '@sveltejs/kit';
import { TABLES_PUBLIQUES } from '$lib/domain/tables';
import { listFonds, withProduct } from '$lib/server/product';
import { tableToCsv } from '$lib/views/csv';
import { composeTable } from '$lib/views/pages/table';

export const prerender = true;

export const entries = () =>
  listFonds().flatMap((fonds) => TABLES_PUBLIQUES.map((table) => ({ fonds, table })));

export async function GET({ params }) {
  const table = TABLES_PUBLIQUES.find((nom) => nom === params.table);
  if (table === undefined || !listFonds().includes(params.fonds)) error(404);
  const content = await withProduct(params.fonds, (engine) => composeTable(engine, table));
  return new Response(tableToCsv(content), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
}
