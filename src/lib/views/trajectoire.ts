import { isPrecision, type Precision } from '../domain/precision';
import { formatDate, formatMois, formatMontant, formatPart, withPrecision } from '../format';
import { TERMES, TITRES } from '../texte/figures';
import { type CycleLigne, elapsedOf, isPartielle, sayShare, shareCell, shareOf } from './cycles';
import { accordeOf, applicableEnveloppe } from './enveloppe';
import type { Cell, Figure, Trajectoire } from './figure';
import { shareElapsed } from '../domain/exercice';
import {
  couvertureOmissions,
  type DateLigne,
  definitionOf,
  inconnueOmissions,
  isWhole,
  type Scene,
  sourcesOf,
} from './scene';
import { saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';

interface Step {
  readonly row: DateLigne;
  readonly x: number;
  readonly cumul: Somme;
}

const sayDate = (row: DateLigne) =>
  row.date_precision === 'mois' ? formatMois(row.date_octroi) : formatDate(row.date_octroi);

/** A published total keeps its own precision when the parts make it up; a published minimum bounds them. */
function announcedPrecision(row: DateLigne, somme: Somme): Precision | null {
  if (!isPrecision(row.publie_precision)) return somme.precision;
  const same = row.montant_publie === somme.dollars;
  return same || row.publie_precision === 'minimum' ? row.publie_precision : somme.precision;
}

function sayAnnounced(scene: Scene, row: DateLigne): string {
  const somme = sommeOf([row]);
  if (somme === null) return saySomme(null);
  const precision = isWhole(scene) ? announcedPrecision(row, somme) : somme.precision;
  return withPrecision(formatMontant(somme.dollars), precision);
}

function stepsOf(scene: Scene, cycle: CycleLigne): Step[] {
  const rows = scene.dates.filter((r) => r.cycle_id === cycle.cycle_id && r.portee === 'connue');
  return rows.flatMap((row, index) => {
    const cumul = sommeOf(rows.slice(0, index + 1), isPartielle(cycle));
    const x = shareElapsed(cycle.debut, cycle.fin, row.date_octroi);
    return cumul === null ? [] : [{ row, x, cumul }];
  });
}

function sayElapsed(cycle: CycleLigne, dateDonnees: string): string {
  const ecoule = elapsedOf(cycle, dateDonnees);
  return ecoule === 1
    ? `cycle terminé le ${formatDate(cycle.fin)}`
    : `${formatPart(ecoule, { decimales: 0 })} du cycle au ${formatDate(dateDonnees)}`;
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
  };
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
  ];
}

/** Last line of a cycle in the table: its envelope, which the chart draws too. */
function targetLine(scene: Scene, cycle: CycleLigne): Cell[][] {
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
    ],
  ];
}

function titreOf(scene: Scene): string {
  const [cycle] = scene.cycles.filter((c) => stepsOf(scene, c).length > 0);
  if (!cycle) return TITRES.rienDePublie('cette trajectoire');
  const accorde = accordeOf(scene, cycle);
  const ecoule = elapsedOf(cycle, scene.fonds.date_donnees);
  const part = sayShare(shareOf(accorde, applicableEnveloppe(scene, cycle)));
  const said = formatPart(ecoule, { decimales: 0 });
  if (part === null)
    return TITRES.trajectoireMontant(ecoule === 1 ? null : said, cycle.cycle_id, saySomme(accorde));
  return ecoule === 1
    ? TITRES.trajectoireFinie(cycle.cycle_id, part)
    : TITRES.trajectoire(said, cycle.cycle_id, part);
}

/** Cumulated grants against the share of the cycle elapsed, one panel a cycle. */
export function trajectoireFigure(scene: Scene): Figure {
  const titre = titreOf(scene);
  const panneaux = scene.cycles.map((cycle) => panneauOf(scene, cycle));
  const said = panneaux.map(
    (p) =>
      `${p.titre}, ${p.ecouleTexte} : ${p.paliers.map((s) => s.texte).join(' ; ') || TERMES.sansOctroi}`,
  );
  return {
    id: 'trajectoire',
    titre,
    sousTitre: 'En dollars accordés cumulés, selon la part du cycle écoulée',
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
      ],
      lignes: scene.cycles.flatMap((cycle) => [
        ...stepsOf(scene, cycle).map((step) => lineOf(scene, cycle, step)),
        ...targetLine(scene, cycle),
      ]),
      total: null,
    },
    questions: ['octrois-by-date'],
    lignes: true,
    omissions: [...inconnueOmissions(scene, scene.dates), ...couvertureOmissions(scene)],
    definition: definitionOf('accorde', 'ecoule'),
    sources: sourcesOf(scene, 'octrois', 'enveloppes'),
  };
}
