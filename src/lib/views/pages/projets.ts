/** The list of projects: searched, sorted, filtered, added up, one page at a time. */
import type { Engine } from '../../data/engine';
import {
  projetsListe,
  projetsTotal,
  TRIS_PROJETS,
  type TriProjets,
} from '../../data/queries/projets-liste';
import { ask, type Ligne } from '../../data/question';
import type { Choix } from '../../domain/choix';
import { OMISSIONS, TERMES } from '../../texte/figures';
import { LISTE, PAGES } from '../../texte/pages';
import { markFigures } from '../fictif';
import type { Cell, Colonne, Figure } from '../figure';
import { gatherListe, type SceneListe } from '../gather';
import type { Page } from '../page';
import { lineOf } from '../projets';
import { couvertureOmissions, definitionOf, sourcesOf } from '../scene';
import { saySomme, sommeCell, sommeOf, texteCell } from '../somme';

/** Rows shown at once. */
export const PAR_PAGE = 200;

export const ETATS_PROJET = ['a-venir', 'en-cours', 'termine', 'inconnu'] as const;

/** What a reader asks of the list, beside the filters of the page. */
export interface DemandeListe {
  readonly recherche: string;
  readonly etat: string | null;
  readonly tri: TriProjets;
  readonly sens: 'ASC' | 'DESC';
  readonly page: number;
}

export const PREMIERE_DEMANDE: DemandeListe = {
  recherche: '',
  etat: null,
  tri: 'montant',
  sens: 'DESC',
  page: 1,
};

const isTri = (tri: string | null): tri is TriProjets =>
  tri !== null && Object.hasOwn(TRIS_PROJETS, tri);

/** Reads the parameters of an address; what is not offered is left out rather than guessed. */
export function readDemandeListe(params: URLSearchParams): DemandeListe {
  const [etat, tri, page] = [params.get('etat'), params.get('tri'), Number(params.get('page'))];
  const known = isTri(tri) ? tri : PREMIERE_DEMANDE.tri;
  const sens = params.get('sens');
  const usual = known === 'montant' ? 'DESC' : 'ASC';
  return {
    recherche: (params.get('recherche') ?? '').slice(0, 200),
    etat: ETATS_PROJET.find((e) => e === etat) ?? null,
    tri: known,
    sens: sens === 'asc' ? 'ASC' : sens === 'desc' ? 'DESC' : usual,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Query string of a demand: what differs from the first view, and nothing else. */
export function writeDemandeListe({ recherche, etat, tri, sens, page }: DemandeListe): string {
  const params = new URLSearchParams();
  if (recherche.trim() !== '') params.set('recherche', recherche.trim());
  if (etat !== null) params.set('etat', etat);
  if (tri !== 'montant') params.set('tri', tri);
  if (sens !== (tri === 'montant' ? 'DESC' : 'ASC')) params.set('sens', sens.toLowerCase());
  if (page > 1) params.set('page', String(page));
  return params.toString();
}

/** Words as the list compares them: no accent, no case, one apostrophe. */
export const foldMots = (texte: string): string | null => {
  const mots = texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .trim()
    .replace(/\s+/g, ' ');
  return mots === '' ? null : mots;
};

export interface ListeProjets {
  readonly demande: DemandeListe;
  readonly nombre: number;
  readonly debut: number;
  readonly fin: number;
  readonly pages: number;
  /** Columns that sort, by the name of their column. */
  readonly tris: Readonly<Record<string, TriProjets>>;
  readonly figure: Figure;
}

export interface PageProjets extends Page {
  readonly liste: ListeProjets;
}

type ProjetListe = Ligne<ReturnType<typeof projetsListe>>;

const TRIS: Readonly<Record<string, TriProjets>> = {
  projet: 'titre',
  organisme: 'organisme',
  territoire: 'territoire',
  exercice: 'exercice',
  montant_accorde: 'montant',
};

/** The amount comes second: a phone shows two columns. */
const COLONNES: readonly Colonne[] = [
  { cle: 'projet', titre: TERMES.projet, nature: 'texte' },
  { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
  { cle: 'organisme', titre: TERMES.organisme, nature: 'texte' },
  { cle: 'territoire', titre: TERMES.territoire, nature: 'texte' },
  { cle: 'priorite', titre: TERMES.priorite, nature: 'texte' },
  { cle: 'exercice', titre: TERMES.exercice, nature: 'texte' },
  { cle: 'etat', titre: LISTE.etat, nature: 'texte' },
];

const sayEtat = (etat: string) => LISTE.etats[etat as keyof typeof LISTE.etats] ?? etat;

function rowOf(projet: ProjetListe): Cell[] {
  const cells = lineOf(projet);
  const [nom, montant] = [cells[0]!, cells[cells.length - 1]!];
  return [nom, montant, ...cells.slice(1, -1), texteCell(sayEtat(projet.etat))];
}

type Total = Ligne<typeof projetsTotal>;

const totalOf = ({ montant, precisions }: Total) => sommeOf([{ montant, precisions }]);

function figureOf(scene: SceneListe, rows: readonly ProjetListe[], total: Total): Figure {
  return {
    id: 'projets',
    titre: LISTE.titre(total.nombre),
    seule: false,
    sousTitre: TERMES.enDollars,
    alt: LISTE.titre(total.nombre),
    chart: null,
    table: {
      legende: LISTE.legende,
      colonnes: COLONNES,
      lignes: rows.map(rowOf),
      total: [
        ...[texteCell(TERMES.total), sommeCell(totalOf(total))],
        ...['', '', '', '', ''].map(texteCell),
      ],
    },
    omissions: [
      ...(total.sans_place > 0 ? [OMISSIONS.projetsSansPlace(total.sans_place)] : []),
      ...couvertureOmissions(scene),
    ],
    definition: `${definitionOf('accorde', 'projets')} ${LISTE.definition}`,
    sources: sourcesOf(scene, 'projets'),
  };
}

/** Every row of the list, without paging, as for a file. */
export async function composeListeEntiere(
  engine: Engine,
  choix: Choix,
  autres: string,
): Promise<Figure> {
  const page = await composeList(engine, choix, readDemandeListe(new URLSearchParams(autres)), 1e9);
  return page.liste.figure;
}

async function composeList(
  engine: Engine,
  choix: Choix,
  asked: DemandeListe,
  parPage: number,
): Promise<PageProjets> {
  const filtres = [foldMots(asked.recherche), asked.etat];
  const [scene, [total]] = await Promise.all([
    gatherListe(engine, choix),
    ask(engine, projetsTotal, choix, filtres),
  ]);
  const { nombre } = total!;
  const pages = Math.max(1, Math.ceil(nombre / parPage));
  const demande = { ...asked, page: Math.min(asked.page, pages) };
  const debut = (demande.page - 1) * parPage;
  const question = projetsListe(demande.tri, demande.sens);
  const rows = await ask(engine, question, choix, [...filtres, parPage, debut]);
  const [figure] = markFigures(scene.fonds, [figureOf(scene, rows, total!)]);
  return {
    choix,
    fonds: scene.fonds,
    titre: PAGES.projets.titre,
    phrases: [PAGES.projets.phrase],
    chiffres: [],
    figures: [],
    resultat: LISTE.annonce(nombre, saySomme(totalOf(total!))),
    liste: {
      demande,
      nombre,
      debut: debut + 1,
      fin: debut + rows.length,
      pages,
      tris: TRIS,
      figure: figure!,
    },
  };
}

/** Asks the product for one page of the list; `autres` is what `writeDemandeListe` wrote. */
export const composeProjets = (
  engine: Engine,
  choix: Choix,
  autres: string,
): Promise<PageProjets> =>
  composeList(engine, choix, readDemandeListe(new URLSearchParams(autres)), PAR_PAGE);
