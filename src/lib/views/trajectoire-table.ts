/** Rows of the trajectory: decisions and ends of exercices in time, then the projection and the envelope. */
import { formatDate, formatMontant, formatPart } from '../format';
import { TERMES } from '../texte/figures';
import { LIGNES } from '../texte/trajectoire';
import { montantCell } from './cellules';
import { type CycleLigne, shareCell, shareOf } from './cycles';
import { applicableEnveloppe } from './enveloppe';
import type { Cell, Colonne } from './figure';
import { type Projection, projectionOf } from './projection';
import type { Scene } from './scene';
import { sommeCell, texteCell } from './somme';
import { type Arret, arretsOf, isDepenseShown } from './trajectoire-lignes';
import { sayAnnounced, sayDate, type Step, stepsOf } from './trajectoire-paliers';
import { hasVerse } from './verse';

export const sayProjection = ({ dollars, enveloppeAtteinte }: Projection): string =>
  enveloppeAtteinte ? formatMontant(dollars) : LIGNES.environ(formatMontant(dollars));

/** Share of the envelope that the projection makes, null without an envelope. */
export function projectedPart(
  scene: Scene,
  cycle: CycleLigne,
  { dollars }: Projection,
): number | null {
  const enveloppe = applicableEnveloppe(scene, cycle);
  return enveloppe === null ? null : dollars / enveloppe.dollars;
}

/** Columns of what is paid and spent, where some cycle tells it. */
export const besideColonnes = (scene: Scene): Colonne[] => [
  ...(hasVerse(scene)
    ? [{ cle: 'montant_verse_cumule', titre: LIGNES.verseCumule, nature: 'montant' as const }]
    : []),
  ...(isDepenseShown(scene)
    ? [{ cle: 'montant_depense_cumule', titre: LIGNES.depenseCumule, nature: 'montant' as const }]
    : []),
];

function besideCells(scene: Scene, arret: Arret | null): Cell[] {
  const cell = (dollars: number | null | undefined) =>
    dollars === null || dollars === undefined ? texteCell('') : montantCell(dollars);
  return besideColonnes(scene).map(({ cle }) =>
    cell(cle === 'montant_verse_cumule' ? arret?.verse : arret?.depense),
  );
}

/** A day at which what is paid is told, beside what is granted up to it. */
function arretLine(scene: Scene, cycle: CycleLigne, arret: Arret): Cell[] {
  const cumul = stepsOf(scene, cycle).findLast((s) => s.row.date_octroi <= arret.date)?.cumul;
  return [
    texteCell(cycle.cycle_id),
    { valeur: arret.date, texte: formatDate(arret.date) },
    texteCell(arret.nom),
    { valeur: arret.x, texte: formatPart(arret.x) },
    texteCell(''),
    cumul ? sommeCell(cumul) : texteCell(''),
    cumul ? shareCell(shareOf(cumul, applicableEnveloppe(scene, cycle))) : texteCell(''),
    ...besideCells(scene, arret),
  ];
}

export function projectionLine(scene: Scene, cycle: CycleLigne): Cell[][] {
  const projection = projectionOf(scene, cycle);
  if (projection === null) return [];
  const { date, x, dollars, enveloppeAtteinte } = projection;
  const part = projectedPart(scene, cycle, projection);
  return [
    [
      texteCell(cycle.cycle_id),
      { valeur: date, texte: formatDate(date) },
      texteCell(enveloppeAtteinte ? LIGNES.projectionEnveloppe : LIGNES.projectionFin),
      { valeur: x, texte: formatPart(x) },
      texteCell(''),
      { valeur: dollars, texte: sayProjection(projection) },
      part === null ? texteCell('') : { valeur: part, texte: LIGNES.environ(formatPart(part)) },
      ...besideCells(scene, null),
    ],
  ];
}

/** Steps and stops of a cycle in time; a stop comes after the decisions of its day. */
export function timeLines(scene: Scene, cycle: CycleLigne): Cell[][] {
  const steps = stepsOf(scene, cycle).map((step) => ({
    date: step.row.date_octroi,
    line: lineOf(scene, cycle, step),
  }));
  const stops = arretsOf(scene, cycle).map((arret) => ({
    date: arret.date,
    line: arretLine(scene, cycle, arret),
  }));
  return [...steps, ...stops]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ line }) => line);
}

function lineOf(scene: Scene, cycle: CycleLigne, step: Step): Cell[] {
  const enveloppe = applicableEnveloppe(scene, cycle);
  return [
    texteCell(cycle.cycle_id),
    { valeur: step.row.date_octroi, texte: sayDate(step.row) },
    texteCell(step.row.titre ?? TERMES.decision),
    { valeur: step.x, texte: formatPart(step.x) },
    { valeur: step.row.montant, texte: sayAnnounced(scene, step.row) },
    sommeCell(step.cumul),
    shareCell(shareOf(step.cumul, enveloppe)),
    ...besideCells(scene, null),
  ];
}

/** Last line of a cycle in the table: its envelope, which the chart draws too. */
export function targetLine(scene: Scene, cycle: CycleLigne): Cell[][] {
  const enveloppe = applicableEnveloppe(scene, cycle);
  if (enveloppe === null) return [];
  const empty = texteCell('');
  return [
    [
      texteCell(cycle.cycle_id),
      empty,
      texteCell(TERMES.enveloppe),
      empty,
      empty,
      sommeCell(enveloppe),
      empty,
      ...besideCells(scene, null),
    ],
  ];
}
