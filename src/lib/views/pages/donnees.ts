/** The page of data: files, dictionary, sources, what was found and corrected. */
import type { Engine } from '../../data/engine';
import { type Choix, SANS_CHOIX } from '../../domain/choix';
import { defineColumn } from '../../domain/glossary';
import { type Column, TABLES, TABLES_PUBLIQUES, type TableName } from '../../domain/tables';
import { formatNombre, formatOctets } from '../../format';
import { DONNEES } from '../../texte/donnees';
import { constatsFigure } from '../constats';
import { correctionsFigure } from '../corrections';
import { markFigures } from '../fictif';
import type { Page } from '../page';
import { gather } from '../gather';
import { publicColumns } from '../../data/queries/table-entiere';

/** What `datapackage.json` says, as far as the page uses it. */
export interface Paquet {
  readonly version: string;
  readonly created: string;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly resources: readonly {
    readonly name: string;
    readonly title: string;
    readonly bytes: number;
    readonly rowCount: number;
    readonly hash: string;
  }[];
}

export interface ColonneDecrite {
  readonly nom: string;
  readonly titre: string;
  readonly type: string;
  readonly definition: string;
}

export interface TableDecrite {
  readonly nom: TableName;
  readonly titre: string;
  readonly lignes: string;
  readonly poids: string;
  readonly empreinte: string;
  readonly colonnes: readonly ColonneDecrite[];
}

export interface PageDonnees extends Page {
  readonly version: string;
  readonly tables: readonly TableDecrite[];
  readonly sources: Paquet['sources'];
}

function sayType({ type, valeurs, requis }: Column): string {
  const words = valeurs ? DONNEES.liste(valeurs) : DONNEES.types[type];
  return requis ? words : DONNEES.facultatif(words);
}

function describe(resource: Paquet['resources'][number]): TableDecrite[] {
  const { name, bytes, rowCount, hash } = resource;
  const table = TABLES_PUBLIQUES.find((t) => t === name);
  if (table === undefined) return [];
  return [
    {
      nom: table,
      titre: TABLES[table].titre,
      lignes: formatNombre(rowCount),
      poids: formatOctets(bytes),
      empreinte: hash,
      colonnes: publicColumns(table).map(([nom, column]) => ({
        nom,
        ...defineColumn(table, nom),
        type: sayType(column),
      })),
    },
  ];
}

/** Asks the product for what was found and corrected, and describes the files that the package lists. */
export async function composeDonnees(
  engine: Engine,
  paquet: Paquet,
  choix: Choix = SANS_CHOIX,
): Promise<PageDonnees> {
  const scene = await gather(engine, choix);
  return {
    choix,
    fonds: scene.fonds,
    titre: DONNEES.titre,
    phrases: [DONNEES.phrase],
    chiffres: [],
    figures: markFigures(scene.fonds, [constatsFigure(scene), correctionsFigure(scene)]),
    resultat: '',
    version: paquet.version,
    tables: TABLES_PUBLIQUES.flatMap((nom) =>
      paquet.resources.filter((r) => r.name === nom),
    ).flatMap(describe),
    sources: paquet.sources,
  };
}
