import type { SourceCitee } from './figure';
import { sayCells } from './scene';

/** Where a row was read, as questions give it beside its values. */
export interface Lue {
  readonly source_id: string;
  readonly editeur: string;
  readonly source: string;
  readonly url: string | null;
  readonly date_source: string | null;
  readonly provenance?: string;
}

const cellsOf = (rows: readonly Lue[]): string[] => [
  ...new Set(
    rows.flatMap(({ provenance }) => (provenance === undefined ? [] : sayCells(provenance))),
  ),
];

/** Sources of rows, each once with its cells. */
export function sourcesOfRows(rows: readonly Lue[]): SourceCitee[] {
  const ids = [...new Set(rows.map((row) => row.source_id))];
  return ids.map((id) => {
    const own = rows.filter((row) => row.source_id === id);
    const [{ source, editeur, url, date_source }] = own as [Lue];
    return { titre: source, editeur, url, date: date_source, cellules: cellsOf(own) };
  });
}
