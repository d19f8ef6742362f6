import type { accordeByPrioriteTerritoire } from '../data/queries/accorde-by-priorite-territoire';
import type { Ligne } from '../data/question';
import { PRECISIONS, type Precision } from '../domain/precision';
import { compareNoms, formatNombre, formatPart } from '../format';
import { TERMES, TITRES } from '../texte/figures';
import { MATRICE } from '../texte/matrice';
import { absentCell, pageCell } from './cellules';
import { isPartielle } from './cycles';
import type { CaseMatrice, Cell, Figure } from './figure';
import {
  couvertureOmissions,
  definitionOf,
  finChoices,
  inconnueOmissions,
  isStrayRounding,
  type Scene,
  sourcesOf,
} from './scene';
import { saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';

export type MatriceLigne = Ligne<typeof accordeByPrioriteTerritoire>;

interface Nomme {
  readonly id: string;
  readonly nom: string;
}

/** Rows and columns of the matrix, and what may be read at their crossing. */
interface Grille {
  readonly priorites: readonly Nomme[];
  readonly territoires: readonly Nomme[];
  readonly rows: readonly MatriceLigne[];
  readonly partielle: boolean;
}

const unique = (list: readonly Nomme[]): Nomme[] => [
  ...new Map(list.map((one) => [one.id, one])).values(),
];

const sumOf = (rows: readonly MatriceLigne[]) => sommeOf(rows)?.dollars ?? 0;

/** Priorities from the largest; what no source ties to a priority comes last. */
function prioritesOf(rows: readonly MatriceLigne[]): Nomme[] {
  const total = ({ id }: Nomme) => sumOf(rows.filter((r) => r.priorite_id === id));
  const hidden = ({ id }: Nomme) =>
    rows.some((r) => r.priorite_id === id && r.portee_priorite === 'non-publiee') ? 1 : 0;
  return unique(rows.map((r) => ({ id: r.priorite_id, nom: r.priorite }))).sort(
    (a, b) => hidden(a) - hidden(b) || total(b) - total(a) || compareNoms(a.nom, b.nom),
  );
}

function grilleOf(scene: Scene, all: readonly MatriceLigne[]): Grille {
  const rows = all.filter((r) => !isStrayRounding(r));
  const byOrdre = [...rows].sort((a, b) => a.ordre - b.ordre);
  return {
    priorites: prioritesOf(rows),
    territoires: unique(byOrdre.map((r) => ({ id: r.territoire_id, nom: r.territoire }))),
    rows,
    partielle: scene.cycles.some(isPartielle),
  };
}

type Lieu = Partial<Pick<MatriceLigne, 'priorite_id' | 'territoire_id' | 'portee'>>;

const at = ({ rows }: Grille, lieu: Lieu) =>
  rows.filter((r) => Object.entries(lieu).every(([key, id]) => r[key as keyof Lieu] === id));

/** What is known there; a cycle known in part makes it a minimum. */
const connueAt = (grille: Grille, lieu: Lieu): Somme | null =>
  sommeOf(at(grille, { ...lieu, portee: 'connue' }), grille.partielle);

function cellAt(grille: Grille, lieu: Lieu): Cell {
  const known = connueAt(grille, lieu);
  if (known !== null) return sommeCell(known);
  const coarse = sommeOf(at(grille, { ...lieu, portee: 'inconnue' }));
  return coarse === null
    ? absentCell(MATRICE.vide)
    : absentCell(`${TERMES.inconnue}, dans ${saySomme(coarse)}`);
}

/** Whole thousands, with a sign for how well they are known. */
function sayShort({ dollars, precision }: Somme): string {
  const thousands = Math.round(dollars / 1000);
  const said =
    thousands === 0 && dollars > 0
      ? MATRICE.moinsDeMille
      : formatNombre(thousands, { decimales: 0 });
  const signe = MATRICE.signes[precision ?? 'exact'];
  return precision === 'derive' ? `${said}${signe}` : `${signe}${said}`;
}

function caseOf(grille: Grille, priorite: Nomme, territoire: Nomme): CaseMatrice | null {
  const lieu = { priorite_id: priorite.id, territoire_id: territoire.id };
  const known = connueAt(grille, lieu);
  const somme = known ?? sommeOf(at(grille, { ...lieu, portee: 'inconnue' }));
  const drawn = at(grille, lieu).some((r) => r.arrondi_seul !== true);
  if (somme === null || !drawn) return null;
  return {
    valeur: somme.dollars,
    texte: saySomme(somme),
    court: sayShort(somme),
    etiquette: MATRICE.case(priorite.nom, territoire.nom, saySomme(somme)),
    inconnue: known === null,
    selection: {
      ...{ dimension: 'territoire', id: territoire.id },
      et: { dimension: 'priorite', id: priorite.id },
    },
  };
}

function titreOf(scene: Scene, grille: Grille): string {
  const known = grille.rows.filter((r) => r.portee === 'connue');
  const total = sumOf(known);
  if (total <= 0) return TITRES.rienDePublie(finChoices(scene).join(', ') || 'ces choix');
  const told = known.filter((r) => r.portee_priorite !== 'non-publiee');
  const hidden = total - sumOf(told);
  const [top] = [...told].sort((a, b) => (b.montant ?? 0) - (a.montant ?? 0));
  if (!top || hidden * 2 >= total)
    return TITRES.prioriteNonPubliee(top ? formatPart(hidden / total) : null);
  const { priorite_id, territoire_id } = top;
  const somme = connueAt(grille, { priorite_id, territoire_id });
  return MATRICE.titre(top.priorite, top.territoire, saySomme(somme));
}

/** Meaning of the signs that the image uses. */
function signesOmissions(cases: readonly (CaseMatrice | null)[]): string[] {
  const used = PRECISIONS.filter((p: Precision) => {
    const signe = MATRICE.signes[p];
    return signe !== '' && cases.some((c) => c?.court.includes(signe));
  });
  return used.length === 0
    ? []
    : [MATRICE.signesDansImage(used.map((p) => MATRICE.sensDesSignes[p]))];
}

/** Grants at the crossing of priorities and territories. */
export function matriceFigure(scene: Scene, all: readonly MatriceLigne[]): Figure {
  const grille = grilleOf(scene, all);
  const { priorites, territoires } = grille;
  const titre = titreOf(scene, grille);
  const lignes = priorites.map((p) => ({
    nom: p.nom,
    selection: { dimension: 'priorite' as const, id: p.id },
    cases: territoires.map((t) => caseOf(grille, p, t)),
  }));
  const cases = lignes.flatMap((l) => l.cases);
  const said = cases.flatMap((c) => (c === null ? [] : [c.etiquette]));
  return {
    id: 'matrice',
    titre,
    sousTitre: MATRICE.sousTitre,
    alt: `${titre} ${said.join(' ; ')}.`,
    chart: {
      type: 'matrice',
      unite: 'montant',
      colonnes: territoires.map(({ id, nom }) => ({
        nom,
        selection: { dimension: 'territoire', id },
      })),
      lignes,
    },
    table: {
      legende: MATRICE.legende,
      colonnes: [
        { cle: 'priorite', titre: TERMES.priorite, nature: 'texte' },
        ...territoires.map(({ id, nom }) => ({
          cle: `accorde_${id}`,
          titre: nom,
          nature: 'montant' as const,
        })),
        { cle: 'accorde_total', titre: TERMES.total, nature: 'montant' },
      ],
      lignes: priorites.map((p) => [
        pageCell(p.nom, 'priorites', p.id),
        ...territoires.map((t) => cellAt(grille, { priorite_id: p.id, territoire_id: t.id })),
        cellAt(grille, { priorite_id: p.id }),
      ]),
      total: [
        texteCell(TERMES.total),
        ...territoires.map((t) => cellAt(grille, { territoire_id: t.id })),
        cellAt(grille, {}),
      ],
    },
    omissions: [
      ...signesOmissions(cases),
      ...inconnueOmissions(scene, all),
      ...couvertureOmissions(scene),
    ],
    definition: definitionOf('accorde', 'priorite', 'territoire'),
    sources: sourcesOf(scene, 'octrois', 'projets'),
  };
}
