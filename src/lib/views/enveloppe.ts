import { differencePrecision } from '../domain/precision';
import { minuscule } from '../format';
import { TERMES, TITRES, OMISSIONS, type PartDeCycle } from '../texte/figures';
import { type CycleLigne, enveloppeOf, isPartielle, sayShare, shareCell, shareOf } from './cycles';
import type { Cell, Figure, LegendePuces, Panneau, Puce } from './figure';
import {
  couvertureOmissions,
  definitionOf,
  inconnueOmissions,
  isStrayRounding,
  isWhole,
  nomOf,
  type Scene,
  sourcesOf,
  type TerritoireLigne,
} from './scene';
import { addDollars, saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';
import { pageCell } from './cellules';
import {
  hasVerse,
  isVersePart,
  VERSE_COLONNES,
  verseCells,
  verseOf,
  verseOmissions,
} from './verse';

const connues = (rows: readonly TerritoireLigne[]) => rows.filter((r) => r.portee === 'connue');

function bucketEnveloppe(rows: readonly TerritoireLigne[]): Somme | null {
  const [first] = rows.filter((r) => r.enveloppe !== null);
  return sommeOf([
    { montant: first?.enveloppe ?? null, precisions: first?.enveloppe_precisions ?? null },
  ]);
}

/** What is left of an envelope, null when one side is unknown. */
export function resteOf(enveloppe: Somme | null, accorde: Somme | null): Somme | null {
  if (enveloppe === null || accorde === null) return null;
  return {
    dollars: addDollars([enveloppe.dollars, -accorde.dollars]),
    precision: differencePrecision(enveloppe.precision, accorde.precision),
  };
}

/** Rows of one cycle, bucket by bucket, in the order of the buckets. */
function bucketsOf(scene: Scene, cycle: CycleLigne): TerritoireLigne[][] {
  const rows = scene.territoires.filter((r) => r.cycle_id === cycle.cycle_id);
  return [...new Set(rows.map((r) => r.territoire_id))].map((id) =>
    rows.filter((r) => r.territoire_id === id),
  );
}

export const accordeOf = (scene: Scene, cycle: CycleLigne): Somme | null =>
  sommeOf(
    connues(scene.territoires.filter((r) => r.cycle_id === cycle.cycle_id)),
    isPartielle(cycle),
  );

/** Envelope that the choices can be held against: the cycle's own, or the bucket's when it is public. */
export function applicableEnveloppe(scene: Scene, cycle: CycleLigne): Somme | null {
  if (isWhole(scene)) return enveloppeOf(cycle);
  const { territoire, priorite, exercice, organisme } = scene.choix;
  if (territoire === null || [priorite, exercice, organisme].some((c) => c !== null)) return null;
  return bucketEnveloppe(
    scene.territoires.filter(
      (r) => r.cycle_id === cycle.cycle_id && r.territoire_id === territoire,
    ),
  );
}

function bucketName(scene: Scene, rows: readonly TerritoireLigne[]): string {
  const [first] = rows;
  const own = rows.filter((r) => r.montant !== null);
  const coarse = own.length > 0 && own.every((r) => r.portee === 'inconnue');
  if (first?.nature === 'non-ventile' && own.length > 0 && own.every((r) => r.arrondi_seul))
    return `${first.nom} (${TERMES.arrondi.toLowerCase()})`;
  const chosen = first?.territoire_id === scene.choix.territoire;
  return coarse && !chosen ? `${first?.nom ?? ''} (${TERMES.inconnue})` : (first?.nom ?? '');
}

/** What is granted and not yet paid; null where the one is not part of the other. */
const resteAVerserOf = (scene: Scene, accorde: Somme | null, verse: Somme | null): Somme | null =>
  isVersePart(scene) ? resteOf(accorde, verse) : null;

type Cible = Pick<Puce, 'cible' | 'cibleTexte' | 'dont'>;

/** What a bar is held against, and what lies within it; each amount stays with its words. */
function cibleOf(scene: Scene, enveloppe: Somme | null, verse: Somme | null): Cible {
  const paid = isVersePart(scene) ? verse : null;
  const said = [
    ...(paid === null ? [] : [`${TERMES.verse} : ${saySomme(paid)}`]),
    ...(enveloppe === null ? [] : [`${TERMES.enveloppe} : ${saySomme(enveloppe)}`]),
  ].map((words, i) => (i === 0 ? words : minuscule(words)).replaceAll(' ', '\u00a0'));
  return {
    cible: enveloppe?.dollars ?? null,
    cibleTexte: said.join('\u00a0; '),
    ...(paid === null ? {} : { dont: paid.dollars }),
  };
}

function puceOf(scene: Scene, cycle: CycleLigne, rows: readonly TerritoireLigne[]): Puce[] {
  const enveloppe = rows[0]?.nature === 'non-ventile' ? null : bucketEnveloppe(rows);
  const verse = verseOf(scene, cycle, rows[0]?.territoire_id);
  return ['connue', 'inconnue'].flatMap((portee) => {
    const somme = sommeOf(
      rows.filter((r) => r.portee === portee && !isStrayRounding(r)),
      isPartielle(cycle) && portee === 'connue' && rows[0]?.nature !== 'non-ventile',
    );
    if (somme === null) return [];
    const suffix = portee === 'inconnue' && rows.some((r) => r.portee === 'connue');
    return [
      {
        etiquette: `${bucketName(scene, rows)}${suffix ? ` (${TERMES.inconnue})` : ''}`,
        valeur: somme.dollars,
        texte: saySomme(somme),
        inconnue: portee === 'inconnue',
        selection: { dimension: 'territoire', id: rows[0]!.territoire_id },
        ...cibleOf(scene, enveloppe, portee === 'connue' ? verse : null),
      },
    ];
  });
}

function panneauOf(scene: Scene, cycle: CycleLigne): Panneau<Puce> {
  const enveloppe = applicableEnveloppe(scene, cycle);
  const accorde = accordeOf(scene, cycle);
  const ensemble: Puce = {
    etiquette: TERMES.ensemble,
    valeur: accorde?.dollars ?? null,
    texte: saySomme(accorde),
    inconnue: false,
    ...cibleOf(scene, enveloppe, verseOf(scene, cycle)),
  };
  const buckets = bucketsOf(scene, cycle).flatMap((rows) => puceOf(scene, cycle, rows));
  return { titre: cycle.nom, elements: isWhole(scene) ? [ensemble, ...buckets] : buckets };
}

/** Money of a bucket that the choices cannot place: a line of its own, never added to the known one. */
function coarseLine(scene: Scene, cycle: CycleLigne, rows: readonly TerritoireLigne[]): Cell[][] {
  const coarse = sommeOf(rows.filter((r) => r.portee === 'inconnue'));
  if (coarse === null) return [];
  const name = rows.some((r) => r.portee === 'connue')
    ? `${bucketName(scene, rows)} (${TERMES.inconnue})`
    : bucketName(scene, rows);
  const said = { valeur: null, texte: `${TERMES.inconnue}, dans ${saySomme(coarse)}` };
  const empty = texteCell('');
  const last = hasVerse(scene) ? [empty, empty] : [];
  return [[texteCell(cycle.cycle_id), texteCell(name), empty, said, empty, empty, ...last]];
}

function paidCells(scene: Scene, cycle: CycleLigne, accorde: Somme | null, territoire?: string) {
  if (!hasVerse(scene)) return [];
  const verse = verseOf(scene, cycle, territoire);
  if (accorde === null && !verse?.dollars) return [texteCell(''), texteCell('')];
  return verseCells(verse, resteAVerserOf(scene, accorde, verse));
}

function linesOf(scene: Scene, cycle: CycleLigne, rows: readonly TerritoireLigne[]): Cell[][] {
  const bucket = rows[0]?.nature === 'non-ventile';
  const accorde = sommeOf(connues(rows), isPartielle(cycle) && !bucket);
  const enveloppe = bucketEnveloppe(rows);
  const known = bucket ? null : enveloppe;
  const coarse = coarseLine(scene, cycle, rows);
  if (bucket && accorde === null && coarse.length > 0 && enveloppe === null) return coarse;
  const line = [
    texteCell(cycle.cycle_id),
    pageCell(
      coarse.length > 0 && accorde === null ? (rows[0]?.nom ?? '') : bucketName(scene, rows),
      'territoires',
      rows[0]?.territoire_id ?? null,
    ),
    enveloppe === null ? { valeur: null, texte: TERMES.sansEnveloppe } : sommeCell(enveloppe),
    accorde === null && coarse.length > 0 ? texteCell('') : sommeCell(accorde),
    known === null ? texteCell('') : shareCell(shareOf(accorde, known)),
    known === null ? texteCell('') : sommeCell(resteOf(known, accorde)),
    ...paidCells(scene, cycle, accorde, rows[0]?.territoire_id),
  ];
  return [line, ...coarse];
}

function totalLine(scene: Scene, cycle: CycleLigne): Cell[] {
  const [enveloppe, accorde] = [applicableEnveloppe(scene, cycle), accordeOf(scene, cycle)];
  return [
    texteCell(cycle.cycle_id),
    texteCell(TERMES.ensemble),
    enveloppe === null ? { valeur: null, texte: TERMES.sansEnveloppe } : sommeCell(enveloppe),
    sommeCell(accorde),
    shareCell(shareOf(accorde, enveloppe)),
    sommeCell(resteOf(enveloppe, accorde)),
    ...paidCells(scene, cycle, accorde),
  ];
}

function partsOf(scene: Scene): PartDeCycle[] {
  return scene.cycles.flatMap((cycle) => {
    const accorde = accordeOf(scene, cycle);
    if (accorde === null) return [];
    const part = sayShare(shareOf(accorde, applicableEnveloppe(scene, cycle)));
    return [{ cycle: cycle.cycle_id, accorde: saySomme(accorde), part }];
  });
}

function titreOf(scene: Scene): string {
  const parts = partsOf(scene);
  const lieu = ['territoire', 'priorite', 'exercice', 'organisme'] as const;
  const noms = lieu.map((d) => nomOf(scene, d)).filter((nom) => nom !== null);
  const said = noms.join(', ') || scene.cycles.map((c) => c.cycle_id).join(', ');
  if (parts.length === 0) return TITRES.rienDePublie(said);
  return noms.length === 0 ? TITRES.enveloppe(parts) : TITRES.enveloppeDe(said, parts);
}

function missingEnveloppes(scene: Scene): string[] {
  const without = scene.cycles.filter((cycle) =>
    bucketsOf(scene, cycle).every(
      (rows) => rows[0]?.nature === 'non-ventile' || !bucketEnveloppe(rows),
    ),
  );
  return without.length === 0
    ? []
    : [OMISSIONS.enveloppeParTerritoire(without.map((c) => c.cycle_id))];
}

const LEGENDE: LegendePuces = {
  valeur: TERMES.accorde,
  dont: TERMES.dontVerse,
  cible: TERMES.enveloppe,
};

/** The envelope board: what is granted against what is set aside, cycle by cycle and bucket by bucket. */
export function enveloppeFigure(scene: Scene): Figure {
  const titre = titreOf(scene);
  const lignes = scene.cycles.flatMap((cycle) => [
    ...bucketsOf(scene, cycle).flatMap((rows) => linesOf(scene, cycle, rows)),
    ...(isWhole(scene) ? [totalLine(scene, cycle)] : []),
  ]);
  const panneaux = scene.cycles.map((cycle) => panneauOf(scene, cycle));
  const paid = panneaux.some((p) => p.elements.some((e) => e.dont !== undefined));
  const held = panneaux.some((p) => p.elements.some((e) => e.cible !== null));
  return {
    id: 'enveloppe',
    titre,
    sousTitre: held ? `${TERMES.enDollars}, contre l’enveloppe du cycle` : TERMES.enDollars,
    alt: `${titre} ${panneaux.map((p) => `${p.titre} : ${p.elements.map((e) => `${[e.etiquette, e.texte, e.dont === undefined ? '' : e.cibleTexte].filter(Boolean).join(', ')}`).join(' ; ')}`).join('. ')}.`,
    chart: {
      ...{ type: 'puces', unite: 'montant', panneaux },
      ...(paid ? { legende: LEGENDE } : {}),
    },
    table: {
      legende: hasVerse(scene)
        ? 'Enveloppe, accordé, versé et restes par cycle et territoire'
        : 'Enveloppe, accordé et reste par cycle et territoire',
      colonnes: [
        { cle: 'cycle', titre: TERMES.cycle, nature: 'texte' },
        { cle: 'territoire', titre: TERMES.territoire, nature: 'texte' },
        { cle: 'montant_enveloppe', titre: TERMES.enveloppe, nature: 'montant' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
        { cle: 'part', titre: TERMES.part, nature: 'part' },
        { cle: 'reste', titre: TERMES.reste, nature: 'montant' },
        ...(hasVerse(scene) ? VERSE_COLONNES : []),
      ],
      lignes,
      total: null,
    },
    questions: ['enveloppe-by-territoire'],
    lignes: true,
    omissions: [
      ...inconnueOmissions(scene, scene.territoires),
      ...missingEnveloppes(scene),
      ...verseOmissions(scene, [OMISSIONS.depenseDuFonds]),
      ...couvertureOmissions(scene),
    ],
    definition: definitionOf(
      'accorde',
      'enveloppe',
      ...(hasVerse(scene) ? ['verse' as const] : []),
    ),
    sources: sourcesOf(scene, 'octrois', 'enveloppes', 'versements'),
  };
}
