import { exerciceOf } from '../../../src/lib/domain/exercice';
import { type Catalogue, ENSEMBLE, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Fonds } from '../../lib/fonds';
import { type TableName, TABLES } from '../../../src/lib/domain/tables';
import { receivedKinds } from '../../sources/index';
import { isSheet, titreOf } from '../../sources/kind';
import type { Corrected, Correction } from '../correct';
import type { Harmony } from '../harmonise/index';
import type { Publie } from '../publies';
import { type Fait, type Faits, gatherFaits } from './faits';
import { Registre } from '../../lib/registre';
import * as lists from './lists';
import { linkRegistre, registreDates } from './registre';
import { buildOctrois, type Octroi } from './octrois';
import { organismeRows, prioriteRows, projetRows } from './projets';
import { fillTables, type Product, type ProductRow } from './rows';
import { type Controle, soldeRows, splitSoldes } from './soldes';

/** What a fund's rows are linked from. */
export interface ToLink {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly harmony: Harmony;
  readonly corrected: Corrected;
  /** What each publication before this one has, the first first. */
  readonly publies: readonly Publie[];
}

/** The tables, and what the checks need beside them. */
export interface Linked {
  readonly product: Product;
  readonly faits: Faits;
  readonly registre: Registre;
  readonly octrois: readonly Octroi[];
  readonly controles: readonly Controle[];
  readonly soldes: readonly Fait[];
}

function enveloppeRows(faits: readonly Fait[], nonVentile: string): ProductRow[] {
  return faits.map((f) => ({
    enveloppe_id: f.id,
    cycle_id: f.cycleId,
    bailleur_id: f.bailleurs[0] ?? null,
    territoire_id: f.territoires[0] === ENSEMBLE ? nonVentile : (f.territoires[0] ?? nonVentile),
    mouvement: 'initiale',
    date_effet: f.jour,
    montant_enveloppe: f.cents,
    precision: f.precision,
    source_id: f.sourceId,
    provenance: f.provenance,
  }));
}

function demandeRows(
  catalogue: Catalogue,
  faits: readonly Fait[],
  nonVentile: string,
): ProductRow[] {
  return faits.map((f) => {
    const annonce = catalogue.annonces.find((a) => textOf(a, 'annonce_id') === f.evenement);
    const whole = f.territoires[0] === ENSEMBLE;
    return {
      demande_id: f.id,
      annonce_id: f.evenement,
      territoire_id: whole ? nonVentile : (f.territoires[0] ?? nonVentile),
      nombre_demandes: whole
        ? ((annonce?.valeurs['nombre_demandes'] as number | null) ?? null)
        : null,
      nombre_precision: whole && annonce ? textOf(annonce, 'nombre_demandes_precision') : null,
      montant_demande: f.cents,
      precision: f.precision,
      date_effet: f.jour,
      source_id: f.sourceId,
      provenance: f.provenance,
    };
  });
}

function octroiRows(fonds: Fonds, octrois: readonly Octroi[]): ProductRow[] {
  return octrois.map((o) => ({
    octroi_id: o.id,
    cycle_id: o.cycleId,
    bailleur_id: o.bailleurId,
    annonce_id: o.annonceId,
    grain: o.grain,
    nature: o.nature,
    projet_id: o.projetId,
    territoire_id: o.territoireId,
    exercice_id: exerciceOf(o.dateAnnonce, fonds.exercice.premier_mois).id,
    date_annonce: o.dateAnnonce,
    date_decision: null,
    date_precision: o.datePrecision,
    date_effet: o.jour,
    montant_accorde: o.cents,
    precision: o.precision,
    resolution: null,
    methode: o.methode,
    source_id: o.sourceId,
    provenance: o.provenance,
  }));
}

const attestationRows = ({ attestations }: Faits): ProductRow[] =>
  attestations.map(({ fait, autre }) => ({
    attestation_id: `attestation-${autre.id}`,
    table_visee: fait.nature === 'enveloppe' ? 'enveloppes' : 'controles',
    ligne_visee: fait.id,
    montant_atteste: autre.cents,
    precision: autre.precision,
    ecart: autre.cents - fait.cents,
    source_id: autre.sourceId,
    provenance: autre.provenance,
  }));

/** As `Versements, Date du versement`. */
function nameField({ kind, colonne }: Correction): string {
  const source = receivedKinds.get(kind);
  const [titre = colonne] = source?.champs[colonne]?.entetes ?? [];
  return source && isSheet(source) ? `${titreOf(source)}, ${titre}` : titre;
}

/** Sheets whose rows are published one by one, with the table that a row, or what it hangs on, is in. */
const PUBLIQUES: Readonly<Record<string, TableName>> = {
  'registre-enveloppes': 'enveloppes',
  'registre-apports': 'apports',
  'registre-appels': 'appels',
  'registre-organismes': 'organismes',
  'registre-projets': 'projets',
  'registre-octrois': 'octrois',
  'registre-versements': 'versements',
  'registre-annonces': 'annonces',
  'registre-projets-priorites': 'projets',
};

/** A correction of what is not public, or of a row that is not published, stays private. */
function isPublic({ kind, id, colonne }: Correction, product: Partial<Product>): boolean {
  const source = receivedKinds.get(kind);
  if (!source?.feuille) return true;
  const [first] = source.cle.length > 1 ? id.split('/') : [id];
  const table = PUBLIQUES[kind];
  const [cle = ''] = table === undefined ? [] : TABLES[table].cle;
  const rows = table === undefined ? [] : (product[table] ?? []);
  return !source.champs[colonne]?.restreint && rows.some((row) => row[cle] === first);
}

const correctionRows = (
  corrections: readonly Correction[],
  product: Partial<Product>,
): ProductRow[] =>
  corrections
    .filter((c) => isPublic(c, product))
    .map((c, index) => ({
      correction_id: `correction-${index + 1}`,
      table_visee: c.kind,
      ligne_visee: c.id,
      colonne: c.colonne,
      donnee: nameField(c),
      valeur_recue: c.recue,
      valeur_corrigee: c.corrigee,
      auteur: c.auteur,
      date_correction: c.date,
      motif: c.motif,
    }));

/** Envelopes of several funders together are a total to check, not an envelope of their own. */
function splitEnveloppes(faits: readonly Fait[]): { enveloppes: Fait[]; controles: Controle[] } {
  const all = faits.filter((f) => f.nature === 'enveloppe');
  const enveloppes = all.filter((f) => f.bailleurs.length === 1);
  const controles = all
    .filter((f) => f.bailleurs.length > 1)
    .map((fait): Controle => {
      const membres = enveloppes.filter(
        (e) => e.cycleId === fait.cycleId && fait.bailleurs.includes(e.bailleurs[0] ?? ''),
      );
      return { objet: 'enveloppes', fait, membres, manquants: [] };
    });
  return { enveloppes, controles };
}

/** Tables that public facts give, before those of the register join them. */
function linkFaits({ fonds, catalogue, harmony, corrected }: ToLink, journal: Journal) {
  const faits = gatherFaits(catalogue, corrected.rows, journal);
  const projets = corrected.rows.filter((r) => r.kind === 'projets-publics');
  const bucket = catalogue.territoires.find((t) => textOf(t, 'nature') === 'non-ventile');
  const nonVentile = bucket ? (textOf(bucket, 'territoire_id') ?? '') : '';
  const octrois = buildOctrois(fonds, catalogue, faits, projets);
  const soldes = splitSoldes(catalogue, faits);
  const { enveloppes, controles } = splitEnveloppes(faits.faits);
  const priorites = prioriteRows(catalogue, projets, octrois);
  const balances = soldeRows(catalogue, soldes.soldes);
  const accordes = faits.faits
    .filter((f) => f.nature === 'accorde')
    .map((fait): Controle => ({ objet: 'octrois', fait, membres: [], manquants: [] }));
  const demandes = faits.faits.filter((f) => f.nature === 'demande');
  const tables = {
    sources: lists.sourceRows(catalogue, harmony.sources),
    enveloppes: enveloppeRows(enveloppes, nonVentile),
    appels: lists.appelRows(catalogue),
    annonces: lists.annonceRows(catalogue),
    demandes: demandeRows(catalogue, demandes, nonVentile),
    organismes: organismeRows(projets),
    projets: projetRows(catalogue, projets, nonVentile),
    projets_priorites: priorites.links,
    octrois: octroiRows(fonds, octrois),
    ventilations: priorites.ventilations,
    attestations: attestationRows(faits),
    soldes_constates: balances.soldes,
    soldes_territoires: balances.territoires,
  };
  const all = [...accordes, ...soldes.controles, ...controles];
  return { tables, faits, octrois, controles: all, soldes: soldes.soldes };
}

/** Builds the product's tables: one fact once, every known part in its place. */
export function link(toLink: ToLink, journal: Journal): Linked {
  const { fonds, catalogue, harmony, corrected, publies } = toLink;
  const { tables, ...rest } = linkFaits(toLink, journal);
  const registre = new Registre(corrected.registre);
  const own = linkRegistre(fonds, catalogue, registre, harmony.lots, publies);
  const jours = [...rest.octrois.map((o) => o.dateAnnonce), ...registreDates(registre)];
  const product = fillTables({
    fonds: lists.fondsRows(fonds),
    cycles: lists.cycleRows(fonds),
    exercices: lists.exerciceRows(fonds, jours),
    territoires: lists.territoireRows(catalogue),
    priorites: lists.prioriteListRows(catalogue),
    bailleurs: lists.bailleurRows(fonds),
    sources: [...tables.sources, ...own.sources],
    fichiers_recus: lists.fichierRows(harmony.fichiers),
    enveloppes: [...tables.enveloppes, ...own.enveloppes],
    apports: own.apports,
    appels: [...tables.appels, ...own.appels],
    annonces: [...tables.annonces, ...own.annonces],
    demandes: [...tables.demandes, ...own.demandes],
    comptes_demandes: own.comptes_demandes,
    demandes_recues: own.demandes_recues,
    organismes: [...tables.organismes, ...own.organismes],
    projets: [...tables.projets, ...own.projets],
    projets_priorites: [...tables.projets_priorites, ...own.projets_priorites],
    octrois: [...tables.octrois, ...own.octrois],
    ventilations: [...tables.ventilations, ...own.ventilations],
    versements: own.versements,
    attestations: tables.attestations,
    soldes_constates: tables.soldes_constates,
    soldes_territoires: tables.soldes_territoires,
    corrections: correctionRows(corrected.corrections, own),
  });
  return { product, registre, ...rest };
}
