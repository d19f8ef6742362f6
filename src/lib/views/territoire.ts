import { formatPart } from '../format';
import { TERMES, TITRES } from '../texte/figures';
import { isPartielle } from './cycles';
import { pageCell } from './cellules';
import type { Barre, Figure } from './figure';
import {
  couvertureOmissions,
  definitionOf,
  finChoices,
  inconnueOmissions,
  isStrayRounding,
  type Scene,
  sourcesOf,
  type TerritoireLigne,
} from './scene';
import { saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';

interface Rang {
  readonly premiere: TerritoireLigne;
  readonly portee: string;
  readonly somme: Somme;
}

/** Grants of each bucket, all cycles shown added up, the largest first; what is coarser has its own row. */
function rangsOf(scene: Scene): Rang[] {
  const partielle = scene.cycles.some(isPartielle);
  const ids = [...new Set(scene.territoires.map((r) => r.territoire_id))];
  return ids
    .flatMap((id) =>
      ['connue', 'inconnue'].flatMap((portee): Rang[] => {
        const rows = scene.territoires.filter(
          (r) => r.territoire_id === id && r.portee === portee && !isStrayRounding(r),
        );
        const somme = sommeOf(rows, partielle && portee === 'connue');
        return somme === null ? [] : [{ premiere: rows[0]!, portee, somme }];
      }),
    )
    .sort(
      (a, b) =>
        (a.portee < b.portee ? -1 : a.portee > b.portee ? 1 : 0) ||
        b.somme.dollars - a.somme.dollars,
    );
}

const nameOf = ({ premiere, portee }: Rang) =>
  portee === 'inconnue' ? `${premiere.nom} (${TERMES.inconnue})` : premiere.nom;

const barreOf = (rang: Rang): Barre => ({
  etiquette: nameOf(rang),
  valeur: rang.somme.dollars,
  texte: saySomme(rang.somme),
  inconnue: rang.portee === 'inconnue',
  selection: { dimension: 'territoire', id: rang.premiere.territoire_id },
});

/** What no source splits is not a place that receives. */
function titreOf(scene: Scene, rangs: readonly Rang[]): string {
  const connus = rangs.filter((r) => r.portee === 'connue');
  if (connus.length === 0) return TITRES.rienDePublie(finChoices(scene).join(', ') || 'ces choix');
  const [first] = connus.filter((r) => r.premiere.nature !== 'non-ventile');
  if (!first) return TITRES.territoireNonVentile;
  const montant = saySomme(first.somme);
  const dollars = (all: readonly Rang[]) => all.reduce((sum, r) => sum + r.somme.dollars, 0);
  const autres = dollars(connus.filter((r) => r.premiere.nature === 'non-ventile'));
  return autres === 0
    ? TITRES.territoire(first.premiere.nom, montant)
    : TITRES.territoireEnPartie(first.premiere.nom, montant, formatPart(autres / dollars(connus)));
}

/** Grants by bucket, sorted. */
export function territoireFigure(scene: Scene): Figure {
  const rangs = rangsOf(scene);
  const titre = titreOf(scene, rangs);
  const elements = rangs.map(barreOf);
  const known = scene.territoires.filter((r) => r.portee === 'connue');
  return {
    id: 'territoire',
    titre,
    sousTitre: TERMES.enDollars,
    alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
    chart: { type: 'barres', unite: 'montant', elements },
    table: {
      legende: 'Accordé par territoire',
      colonnes: [
        { cle: 'territoire', titre: TERMES.territoire, nature: 'texte' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
      ],
      lignes: rangs.map((rang) => [
        pageCell(nameOf(rang), 'territoires', rang.premiere.territoire_id),
        sommeCell(rang.somme),
      ]),
      total: [texteCell(TERMES.total), sommeCell(sommeOf(known, scene.cycles.some(isPartielle)))],
    },
    questions: ['enveloppe-by-territoire'],
    lignes: true,
    omissions: [...inconnueOmissions(scene, scene.territoires), ...couvertureOmissions(scene)],
    definition: definitionOf('accorde', 'territoire'),
    sources: sourcesOf(scene, 'octrois'),
  };
}
