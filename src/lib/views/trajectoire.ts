import { formatDate, formatMois, formatMontant, formatPart, minuscule } from '../format';
import { TERMES, TITRES } from '../texte/figures';
import { DEFINITIONS_LIGNES, LIGNES, NOTES, SUITES } from '../texte/trajectoire';
import { type CycleLigne, elapsedOf, sayShare, shareOf } from './cycles';
import { accordeOf, applicableEnveloppe } from './enveloppe';
import type { Figure, Trajectoire } from './figure';
import { sourceRedditions } from './page';
import { type Projection, projectionOf } from './projection';
import {
  couvertureOmissions,
  definitionOf,
  inconnueOmissions,
  type Scene,
  sourcesOf,
} from './scene';
import { saySomme } from './somme';
import { arretsOf, isDepenseShown, lignesOf } from './trajectoire-lignes';
import { sayDate, stepsOf } from './trajectoire-paliers';
import {
  besideColonnes,
  projectedPart,
  projectionLine,
  sayProjection,
  targetLine,
  timeLines,
} from './trajectoire-table';
import { hasVerse, verseOmissions } from './verse';

function sayElapsed(cycle: CycleLigne, dateDonnees: string): string {
  const ecoule = elapsedOf(cycle, dateDonnees);
  return ecoule === 1
    ? `cycle terminé le ${formatDate(cycle.fin)}`
    : `${formatPart(ecoule, { decimales: 0 })} du cycle au ${formatDate(dateDonnees)}`;
}

/** What is drawn beside the stairs. */
function besideOf(scene: Scene, cycle: CycleLigne): Pick<Trajectoire, 'lignes' | 'projection'> {
  const lignes = lignesOf(arretsOf(scene, cycle));
  const projection = projectionOf(scene, cycle);
  const said = (p: Projection) =>
    LIGNES.au(LIGNES.projection, formatDate(p.date), sayProjection(p));
  return {
    ...(lignes.length === 0 ? {} : { lignes }),
    ...(projection === null
      ? {}
      : { projection: { x: projection.x, y: projection.dollars, texte: said(projection) } }),
  };
}

function panneauOf(scene: Scene, cycle: CycleLigne): Trajectoire & { titre: string } {
  const enveloppe = applicableEnveloppe(scene, cycle);
  return {
    titre: cycle.nom,
    paliers: stepsOf(scene, cycle).map(({ row, x, cumul }) => ({
      x,
      y: cumul.dollars,
      texte: `${sayDate(row)} : ${saySomme(cumul)}`,
    })),
    cible: enveloppe?.dollars ?? null,
    cibleTexte: enveloppe === null ? '' : `Enveloppe : ${saySomme(enveloppe)}`,
    ecoule: elapsedOf(cycle, scene.fonds.date_donnees),
    ecouleTexte: sayElapsed(cycle, scene.fonds.date_donnees),
    ...besideOf(scene, cycle),
  };
}

/** End of the title: where the present rhythm leads. */
function suiteOf(scene: Scene, cycle: CycleLigne): string {
  const projection = projectionOf(scene, cycle);
  if (projection === null) return '';
  const { annee, date, enveloppeAtteinte } = projection;
  if (enveloppeAtteinte) return SUITES.atteinte(annee, formatMois(date));
  const part = projectedPart(scene, cycle, projection);
  return part === null
    ? SUITES.montant(annee, sayProjection(projection))
    : SUITES.part(annee, LIGNES.environ(formatPart(part, { decimales: 0 })));
}

function omissionsOf(scene: Scene): string[] {
  const projections = scene.cycles.flatMap((cycle) => projectionOf(scene, cycle) ?? []);
  const depense = isDepenseShown(scene) ? [] : [NOTES.depenseDuFonds];
  return [
    ...projections.map((p) => NOTES.projection(p.annee, formatMontant(p.recent))),
    ...verseOmissions(scene, depense),
  ];
}

function definitionsOf(scene: Scene): string {
  return [
    definitionOf('accorde', 'ecoule'),
    ...(hasVerse(scene) ? [DEFINITIONS_LIGNES.verse] : []),
    ...(isDepenseShown(scene) ? [DEFINITIONS_LIGNES.depense] : []),
    ...(scene.cycles.some((c) => projectionOf(scene, c)) ? [DEFINITIONS_LIGNES.projection] : []),
  ].join(' ');
}

function sousTitreOf(panneaux: readonly Trajectoire[]): string {
  const beside = new Set(panneaux.flatMap(({ lignes = [] }) => lignes.map(({ nom }) => nom)));
  return beside.size === 0
    ? 'En dollars accordés cumulés, selon la part du cycle écoulée'
    : LIGNES.sousTitre([LIGNES.accorde, ...beside].map(minuscule));
}

function titreOf(scene: Scene): string {
  const [cycle] = scene.cycles.filter((c) => stepsOf(scene, c).length > 0);
  if (!cycle) return TITRES.rienDePublie('cette trajectoire');
  const accorde = accordeOf(scene, cycle);
  const ecoule = elapsedOf(cycle, scene.fonds.date_donnees);
  const part = sayShare(shareOf(accorde, applicableEnveloppe(scene, cycle)));
  const said = formatPart(ecoule, { decimales: 0 });
  if (part === null)
    return TITRES.trajectoireMontant(
      ecoule === 1 ? null : said,
      cycle.cycle_id,
      saySomme(accorde),
      suiteOf(scene, cycle),
    );
  return ecoule === 1
    ? TITRES.trajectoireFinie(cycle.cycle_id, part)
    : TITRES.trajectoire(said, cycle.cycle_id, part, suiteOf(scene, cycle));
}

/** Cumulated grants against the share of the cycle elapsed, one panel a cycle. */
export function trajectoireFigure(scene: Scene): Figure {
  const titre = titreOf(scene);
  const panneaux = scene.cycles.map((cycle) => panneauOf(scene, cycle));
  const said = panneaux.map((p) =>
    [
      `${p.titre}, ${p.ecouleTexte} : ${p.paliers.map((s) => s.texte).join(' ; ') || TERMES.sansOctroi}`,
      ...(p.lignes ?? []).map(({ points }) => points.at(-1)!.texte),
      ...(p.projection ? [p.projection.texte] : []),
    ].join('. '),
  );
  return {
    id: 'trajectoire',
    titre,
    sousTitre: sousTitreOf(panneaux),
    alt: `${titre} ${said.join('. ')}.`,
    chart: { type: 'trajectoires', panneaux },
    table: {
      legende: 'Accordé cumulé par annonce',
      colonnes: [
        { cle: 'cycle', titre: TERMES.cycle, nature: 'texte' },
        { cle: 'date', titre: TERMES.date, nature: 'date' },
        { cle: 'annonce', titre: TERMES.annonce, nature: 'texte' },
        { cle: 'part_ecoulee', titre: TERMES.ecoule, nature: 'part' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
        { cle: 'montant_cumule', titre: TERMES.cumul, nature: 'montant' },
        { cle: 'part_enveloppe', titre: TERMES.part, nature: 'part' },
        ...besideColonnes(scene),
      ],
      lignes: scene.cycles.flatMap((cycle) => [
        ...timeLines(scene, cycle),
        ...projectionLine(scene, cycle),
        ...targetLine(scene, cycle),
      ]),
      total: null,
    },
    questions: ['octrois-by-date'],
    lignes: true,
    omissions: [
      ...inconnueOmissions(scene, scene.dates),
      ...omissionsOf(scene),
      ...couvertureOmissions(scene),
    ],
    definition: definitionsOf(scene),
    sources: [
      ...sourcesOf(scene, 'octrois', 'enveloppes', 'versements'),
      ...(isDepenseShown(scene) ? [sourceRedditions(scene.fonds)] : []),
    ],
  };
}
