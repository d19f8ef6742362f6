import type { Precision } from '../../../src/lib/domain/precision';
import { type Catalogue, ENSEMBLE, jourOfEvent, textOf } from '../../lib/catalogue';
import type { Fonds } from '../../lib/fonds';
import type { Harmonised } from '../harmonise/index';
import { datePrecisionIn, type TypedRow } from '../normalise';
import { provenanceIn } from '../read/table';
import { type Fait, type Faits, tolerance } from './faits';

export interface Octroi {
  readonly id: string;
  readonly annonce: TypedRow;
  readonly annonceId: string;
  readonly cycleId: string;
  readonly bailleurId: string;
  readonly grain: 'projet' | 'territoire' | 'fonds';
  readonly nature: 'projet' | 'reste' | 'derive' | 'arrondi';
  readonly projetId: string | null;
  readonly territoireId: string;
  readonly dateAnnonce: string;
  readonly datePrecision: 'jour' | 'mois' | null;
  /** Day from which all that the amount is made of is known. */
  readonly jour: string | null;
  readonly cents: bigint;
  readonly precision: Precision;
  /** Rounding step of the source, in cents. */
  readonly pas: bigint;
  readonly methode: string;
  readonly sourceId: string;
  readonly provenance: string;
}

/** What the octrois of one announcement are built from. */
interface Scene {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly annonce: TypedRow;
  readonly annonceId: string;
  readonly faits: Faits;
  readonly published: readonly Fait[];
  readonly nonVentile: string;
  readonly buckets: readonly string[];
}

const sum = (list: readonly { readonly cents: bigint }[]) => list.reduce((a, b) => a + b.cents, 0n);
const halves = (list: readonly { readonly pas: bigint }[]) => tolerance(...list.map((o) => o.pas));
const near = (gap: bigint, limit: bigint) => gap <= limit && gap >= -limit;

type Part = Pick<
  Octroi,
  | 'grain'
  | 'nature'
  | 'territoireId'
  | 'cents'
  | 'precision'
  | 'pas'
  | 'methode'
  | 'sourceId'
  | 'provenance'
>;

function place(scene: Scene, part: Part, bailleurId: string): Octroi {
  const { annonce, annonceId } = scene;
  return {
    ...part,
    id: `${annonceId}-${part.nature}-${part.territoireId}`,
    annonce,
    annonceId,
    cycleId: textOf(annonce, 'cycle_id') ?? '',
    bailleurId,
    projetId: null,
    dateAnnonce: textOf(annonce, 'date_annonce') ?? '',
    datePrecision: datePrecisionIn(annonce, 'date_annonce'),
    jour: jourOfEvent(annonce),
  };
}

function projectOctroi(scene: Scene, row: Harmonised, cents: bigint): Octroi {
  const part: Part = {
    grain: 'projet',
    nature: 'projet',
    territoireId: row.territoires[0] ?? scene.nonVentile,
    cents,
    precision: row.precision,
    pas: row.pas,
    methode: 'Montant imprimé par la source pour ce projet.',
    sourceId: row.sourceId,
    provenance: provenanceIn(row.row, 'montant'),
  };
  const base = place(scene, part, row.bailleurs[0] ?? '');
  return { ...base, id: `octroi-${row.id}`, projetId: row.id };
}

const told = (fait: Fait) => ({ sourceId: fait.sourceId, provenance: fait.provenance });

/** What a bucket's published total leaves once its published projects are taken off. */
function bucketRest(scene: Scene, fait: Fait, projets: readonly Octroi[]): Octroi[] {
  const [territoireId = scene.nonVentile] = fait.territoires;
  const here = projets.filter((o) => o.territoireId === territoireId);
  const cents = fait.cents - sum(here);
  const complete = (textOf(scene.annonce, 'listes_completes') ?? '')
    .split(';')
    .includes(territoireId);
  const rounding = near(cents, tolerance(fait.pas) + halves(here));
  if (cents === 0n || (here.length > 0 && complete && !rounding)) return [];
  const common = { territoireId, cents, pas: fait.pas, ...told(fait) };
  if (here.length > 0 && rounding)
    return [
      place(
        scene,
        {
          ...common,
          grain: 'territoire',
          nature: 'arrondi',
          precision: 'arrondi',
          methode: "Écart d'arrondi entre le total publié et ses projets.",
        },
        fait.bailleurs[0] ?? '',
      ),
    ];
  const methode =
    here.length > 0
      ? 'Total publié pour ce territoire, moins ses projets publiés.'
      : 'Total publié pour ce territoire, dont les projets ne sont pas publics.';
  return [
    place(
      scene,
      { ...common, grain: 'territoire', nature: 'reste', precision: fait.precision, methode },
      fait.bailleurs[0] ?? '',
    ),
  ];
}

/** The one bucket named without its sum: the total less the other lines of the same source. */
function missingBucket(scene: Scene, total: Fait | undefined): Octroi[] {
  const muets = scene.faits.muets.filter(
    (m) => m.nature === 'accorde' && m.evenement === scene.annonceId,
  );
  const [muet] = muets;
  if (!total || !muet || muets.length > 1) return [];
  const sameSource = [...scene.published, ...scene.faits.attestations.map((a) => a.autre)].filter(
    (f) =>
      f.nature === 'accorde' &&
      f.evenement === scene.annonceId &&
      f.sourceId === total.sourceId &&
      f.territoires[0] !== ENSEMBLE,
  );
  const part: Part = {
    grain: 'territoire',
    nature: 'derive',
    territoireId: muet.territoire,
    cents: total.cents - sum(sameSource),
    precision: 'derive',
    pas: 0n,
    methode: `Total publié moins les ${sameSource.length} lignes de la même source ; cette ligne-ci n'a pas été lue.`,
    sourceId: total.sourceId,
    provenance: provenanceIn(muet.row.row, 'montant'),
  };
  return [place(scene, part, total.bailleurs[0] ?? '')];
}

const latest = (jours: readonly (string | null)[]): string | null =>
  jours
    .filter((jour) => jour !== null)
    .toSorted()
    .at(-1) ?? null;

/** Buckets without a published sum: what a call had available less what the next one had left. */
function fromBalances(scene: Scene, known: ReadonlySet<string>): Octroi[] {
  const rule = scene.fonds.derivations.find((d) => d.annonce === scene.annonceId);
  if (!rule) return [];
  const balance = (nature: string, appel: string, territoire: string) =>
    scene.faits.faits.find(
      (f) =>
        f.nature === nature &&
        f.evenement === appel &&
        f.territoires.length === 1 &&
        f.territoires[0] === territoire,
    );
  const jours = scene.catalogue.appels
    .filter((row) => [rule.disponible, rule.restant].includes(textOf(row, 'appel_id') ?? ''))
    .map(jourOfEvent);
  return scene.buckets.flatMap((territoireId) => {
    const before = balance('disponible', rule.disponible, territoireId);
    const after = balance('restant', rule.restant, territoireId);
    const spent = rule.sans_reste.includes(territoireId);
    if (known.has(territoireId) || !before || (!after && !spent)) return [];
    const part: Part = {
      grain: 'territoire',
      nature: 'derive',
      territoireId,
      cents: before.cents - (after?.cents ?? 0n),
      precision: 'derive',
      pas: 0n,
      methode:
        spent && !after
          ? rule.motif
          : 'Somme disponible à cet appel, moins la somme restante au suivant.',
      ...told(before),
      provenance: [before, after].flatMap((f) => f?.provenance ?? []).join(' ; '),
    };
    const derived = place(scene, part, before.bailleurs[0] ?? '');
    return [{ ...derived, jour: latest([derived.jour, ...jours]) }];
  });
}

/** What the whole total leaves once every bucket is placed: unknown buckets, or a gap of rounding. */
function wholeRest(scene: Scene, total: Fait | undefined, placed: readonly Octroi[]): Octroi[] {
  if (!total) return [];
  const cents = total.cents - sum(placed);
  const rounding = near(cents, tolerance(total.pas) + halves(placed));
  const all = scene.buckets.every((b) => placed.some((o) => o.territoireId === b));
  if (cents === 0n || (total.precision === 'minimum' && cents < 0n)) return [];
  if (!rounding && (all || cents < 0n)) return [];
  const isRounding = rounding && placed.length > 0;
  const part: Part = {
    grain: 'fonds',
    nature: isRounding ? 'arrondi' : 'reste',
    territoireId: scene.nonVentile,
    cents,
    precision: isRounding ? 'arrondi' : total.precision,
    pas: total.pas,
    methode: isRounding
      ? "Écart d'arrondi entre le total publié et ses parties."
      : 'Total publié, dont la répartition par territoire et par projet n’est pas publique.',
    ...told(total),
  };
  return [place(scene, part, total.bailleurs[0] ?? '')];
}

function octroisOf(scene: Scene, projets: readonly Harmonised[]): Octroi[] {
  const named = projets.flatMap((row) => {
    const { montant, evenement } = row.valeurs;
    const mine = evenement === scene.annonceId && typeof montant === 'bigint';
    return mine ? [projectOctroi(scene, row, montant)] : [];
  });
  const mine = scene.published.filter(
    (f) => f.evenement === scene.annonceId && f.nature === 'accorde',
  );
  const total = mine.find((f) => f.territoires[0] === ENSEMBLE);
  const rests = mine.filter((f) => f !== total).flatMap((f) => bucketRest(scene, f, named));
  const missing = missingBucket(scene, total);
  const direct = [...named, ...rests, ...missing];
  const known = new Set([
    ...direct.map((o) => o.territoireId),
    ...mine.flatMap((f) => f.territoires),
  ]);
  const placed = [...direct, ...fromBalances(scene, known)];
  return [...placed, ...wholeRest(scene, total, placed)];
}

/** Every grant that the sources let us place: named projects, then what is left by bucket and fund. */
export function buildOctrois(
  fonds: Fonds,
  catalogue: Catalogue,
  faits: Faits,
  projets: readonly Harmonised[],
): Octroi[] {
  const nature = (row: TypedRow) => textOf(row, 'nature');
  const idOf = (row: TypedRow) => textOf(row, 'territoire_id') ?? '';
  const nonVentile = catalogue.territoires.find((t) => nature(t) === 'non-ventile');
  const buckets = catalogue.territoires
    .filter((t) => nature(t) === 'mrc' || nature(t) === 'regional')
    .map(idOf);
  return catalogue.annonces.flatMap((annonce) => {
    const scene: Scene = {
      fonds,
      catalogue,
      annonce,
      annonceId: textOf(annonce, 'annonce_id') ?? '',
      faits,
      published: faits.faits,
      nonVentile: nonVentile ? idOf(nonVentile) : '',
      buckets,
    };
    return octroisOf(scene, projets);
  });
}
