import { formatPart } from '../format';
import { OMISSIONS, TERMES, TITRES } from '../texte/figures';
import { isPartielle } from './cycles';
import { pageCell } from './cellules';
import type { Barre, Figure } from './figure';
import {
  couvertureOmissions,
  definitionOf,
  finChoices,
  inconnueOmissions,
  type PrioriteLigne,
  type Scene,
  isStrayRounding,
  sourcesOf,
} from './scene';
import { saySomme, sommeCell, sommeOf, texteCell } from './somme';

const nameOf = (row: PrioriteLigne) => `${row.nom}${row.rapproche ? ' (rapprochée)' : ''}`;

/** A sum of a cycle known in part is a minimum, whatever the priority. */
const sommeOfRow = (scene: Scene, row: PrioriteLigne) =>
  sommeOf([row], row.portee === 'connue' && scene.cycles.some(isPartielle));

function barreOf(scene: Scene, row: PrioriteLigne): Barre {
  const inconnue = row.portee === 'inconnue';
  return {
    etiquette: inconnue ? `${nameOf(row)} (${TERMES.inconnue})` : nameOf(row),
    valeur: row.montant,
    texte: saySomme(sommeOfRow(scene, row)),
    inconnue,
    selection: { dimension: 'priorite', id: row.priorite_id },
  };
}

function titreOf(scene: Scene, known: readonly PrioriteLigne[]): string {
  const total = sommeOf(known)?.dollars ?? 0;
  if (total <= 0) return TITRES.rienDePublie(finChoices(scene).join(', ') || 'ces choix');
  const hidden = sommeOf(known.filter((r) => r.portee_priorite === 'non-publiee'))?.dollars ?? 0;
  if (hidden * 2 >= total)
    return TITRES.prioriteNonPubliee(hidden === total ? null : formatPart(hidden / total));
  const [first] = known.filter((r) => r.portee_priorite !== 'non-publiee');
  return first
    ? TITRES.priorite(first.nom, saySomme(sommeOfRow(scene, first)))
    : TITRES.rienDePublie('ces choix');
}

/** Grants by priority, sorted; what no source ties to a priority has its own bar. */
export function prioriteFigure(scene: Scene): Figure {
  const known = scene.priorites.filter((r) => r.portee === 'connue');
  const elements = scene.priorites
    .filter((r) => !isStrayRounding(r))
    .map((row) => barreOf(scene, row));
  const titre = titreOf(scene, known);
  const total = sommeOf(known, scene.cycles.some(isPartielle));
  return {
    id: 'priorite',
    titre,
    sousTitre: TERMES.enDollars,
    alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
    chart: { type: 'barres', unite: 'montant', elements },
    table: {
      legende: 'Accordé par priorité',
      colonnes: [
        { cle: 'priorite', titre: TERMES.priorite, nature: 'texte' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
      ],
      lignes: scene.priorites.map((row) => [
        pageCell(barreOf(scene, row).etiquette, 'priorites', row.priorite_id),
        sommeCell(sommeOfRow(scene, row)),
      ]),
      total: [texteCell(TERMES.total), sommeCell(total)],
    },
    questions: ['accorde-by-priorite'],
    lignes: true,
    omissions: [
      ...inconnueOmissions(scene, scene.priorites),
      ...(scene.priorites.some((r) => r.rapproche) ? [OMISSIONS.rapprochee] : []),
      ...couvertureOmissions(scene),
    ],
    definition: definitionOf('accorde', 'priorite'),
    sources: sourcesOf(scene, 'octrois', 'projets'),
  };
}
