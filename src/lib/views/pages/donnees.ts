/** The page of data: files, dictionary, sources, what was found and corrected. */
import type { Engine } from '../../data/engine';
import { SANS_CHOIX } from '../../domain/choix';
import { TABLES, TABLES_PUBLIQUES, type TableName } from '../../domain/tables';
import { formatNombre, formatPoids } from '../../format';
import { DONNEES } from '../../texte/donnees';
import { NAVIGATION } from '../../texte/navigation';
import { constatsFigure } from '../constats';
import { correctionsFigure } from '../corrections';
import { markFigures } from '../fictif';
import type { Figure } from '../figure';
import { composeOffre } from '../offre';
import type { Page } from '../page';
import { type ColonneDecrite, describeColumns } from '../schema';
import { gather, gatherFonds } from '../gather';

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

export interface FichierDecrit {
  readonly nom: TableName;
  readonly titre: string;
  readonly lignes: string;
  readonly poids: string;
  readonly empreinte: string;
  readonly colonnes: readonly ColonneDecrite[];
}

export interface PageDonnees extends Page {
  readonly version: string;
  readonly tables: readonly FichierDecrit[];
  readonly sources: Paquet['sources'];
  /** Pages of the fund that can be kept together, after its address. */
  readonly principales: readonly string[];
}

function describe(resource: Paquet['resources'][number]): FichierDecrit[] {
  const { name, bytes, rowCount, hash } = resource;
  const table = TABLES_PUBLIQUES.find((t) => t === name);
  if (table === undefined) return [];
  return [
    {
      nom: table,
      titre: TABLES[table].titre,
      lignes: formatNombre(rowCount),
      poids: formatPoids(bytes),
      empreinte: hash,
      colonnes: describeColumns(table),
    },
  ];
}

/** What was found in the data, and what was corrected by hand. */
export async function composeConstats(engine: Engine): Promise<readonly Figure[]> {
  const scene = await gather(engine, SANS_CHOIX);
  return markFigures(scene.fonds, [constatsFigure(scene), correctionsFigure(scene)]);
}

async function listPrincipales(engine: Engine): Promise<string[]> {
  const { options } = await composeOffre(engine);
  const of = (pages: string, dimension: 'territoire' | 'priorite') =>
    options[dimension].map(({ id }) => `/${pages}/${encodeURIComponent(id)}`);
  return [
    ...NAVIGATION.pages.map(({ suite }) => suite).filter((suite) => suite !== ''),
    ...of('territoires', 'territoire'),
    ...of('priorites', 'priorite'),
  ];
}

/** Asks the product for what was found and corrected, and describes the files that the package lists. */
export async function composeDonnees(engine: Engine, paquet: Paquet): Promise<PageDonnees> {
  return {
    choix: SANS_CHOIX,
    fonds: await gatherFonds(engine, SANS_CHOIX),
    titre: DONNEES.titre,
    phrases: [DONNEES.phrase],
    chiffres: [],
    figures: await composeConstats(engine),
    resultat: '',
    version: paquet.version,
    tables: TABLES_PUBLIQUES.flatMap((nom) =>
      paquet.resources.filter((r) => r.name === nom),
    ).flatMap(describe),
    sources: paquet.sources,
    principales: await listPrincipales(engine),
  };
}
