/** The register's rows as rows of the product. */
import { exerciceOf } from '../../../src/lib/domain/exercice';
import { splitMontant } from '../../../src/lib/domain/montant';
import type { Catalogue } from '../../lib/catalogue';
import type { Fonds } from '../../lib/fonds';
import { remember } from '../../lib/remember';
import { vuesOf } from '../../lib/vues';
import { byDate, cents, entier, type Registre, texte } from '../../lib/registre';
import { type Ligne, lotSource } from '../harmonise/registre';
import { datePrecisionIn } from '../normalise';
import type { Publie } from '../publies';
import { provenanceIn } from '../read/table';
import type { LotId } from '../snapshot';
import { compteRows, demandeRecueRows, demandeRows } from './demandes';
import { NON_PUBLIEE } from './projets';
import type { Product, ProductRow, ProductValue } from './rows';

type Tables = Pick<
  Product,
  | 'sources'
  | 'enveloppes'
  | 'apports'
  | 'appels'
  | 'annonces'
  | 'comptes_demandes'
  | 'demandes_recues'
  | 'demandes'
  | 'organismes'
  | 'projets'
  | 'projets_priorites'
  | 'octrois'
  | 'ventilations'
  | 'versements'
>;

/** Where a row comes from: the cell of one of its fields. */
const tracedBy = (champ: string) => ({
  source_id: (l: Ligne) => l.sourceId,
  provenance: (l: Ligne) => provenanceIn(l.row, champ),
});

const textIn = (ligne: Ligne | undefined, champ: string) => (ligne ? texte(ligne, champ) : null);

const sourceRows = (lots: readonly LotId[]): ProductRow[] =>
  lots.map(({ nom, chemin, description }) => ({
    source_id: lotSource(nom),
    editeur: description.editeur,
    titre: description.titre ?? 'Registre du fonds',
    url: description.url ?? null,
    date_source: description.date,
    lecture: null,
    provenance: `${chemin}/source.yaml`,
  }));

const enveloppeRows = ({ feuilles }: Registre): ProductRow[] =>
  feuilles.enveloppes.map(
    vuesOf<Ligne, ProductValue>({
      enveloppe_id: (l) => l.id,
      cycle_id: (l) => texte(l, 'cycle'),
      bailleur_id: (l) => texte(l, 'bailleur'),
      territoire_id: (l) => texte(l, 'territoire'),
      mouvement: (l) => texte(l, 'mouvement'),
      date_effet: (l) => texte(l, 'date_effet'),
      montant_enveloppe: (l) => cents(l, 'montant'),
      precision: () => 'exact',
      ...tracedBy('montant'),
    }),
  );

const apportRows = ({ feuilles }: Registre): ProductRow[] =>
  feuilles.apports.map(
    vuesOf<Ligne, ProductValue>({
      apport_id: (l) => l.id,
      cycle_id: (l) => texte(l, 'cycle'),
      bailleur_id: (l) => texte(l, 'bailleur'),
      nature: (l) => texte(l, 'nature'),
      date_apport: (l) => texte(l, 'date'),
      montant_apport: (l) => cents(l, 'montant'),
      ...tracedBy('montant'),
    }),
  );

const appelRows = ({ feuilles }: Registre): ProductRow[] =>
  feuilles.appels.map((l) => ({
    appel_id: l.id,
    cycle_id: texte(l, 'cycle'),
    titre: texte(l, 'titre'),
    date_ouverture: texte(l, 'date_ouverture'),
    date_limite: texte(l, 'date_limite'),
    source_id: l.sourceId,
  }));

/** One row an announcement: that of its whole total, whose absence a rule reports. */
const annonceRows = (registre: Registre): ProductRow[] =>
  registre.feuilles.annonces
    .filter((l) => texte(l, 'territoire') === null)
    .map((l) => ({
      annonce_id: texte(l, 'annonce_id'),
      cycle_id: texte(l, 'cycle'),
      titre: texte(l, 'titre'),
      date_annonce: texte(l, 'date_annonce'),
      date_precision: datePrecisionIn(l, 'date_annonce'),
      nombre_projets: entier(l, 'nombre_projets'),
      nombre_organismes: entier(l, 'nombre_organismes'),
      appel_id: registre.find('appels', texte(l, 'appel'))?.id ?? null,
      source_id: l.sourceId,
    }));

/** The first announcement in time, then by number: the order of the sheet says nothing. */
function earliest(annonces: readonly Ligne[]): string | null {
  const dated = annonces.map((a) => [texte(a, 'date_annonce'), texte(a, 'annonce_id')] as const);
  const [first] = dated.sort(([a, x], [b, y]) => (`${a} ${x}` < `${b} ${y}` ? -1 : 1));
  return first?.[1] ?? null;
}

/** Organisations with a project: those that were refused are never named. */
function organismeRows(registre: Registre): ProductRow[] {
  const named = new Set(
    registre.projetsAccordes.map((p) => registre.find('organismes', texte(p, 'organisme'))?.id),
  );
  return registre.feuilles.organismes
    .filter((l) => named.has(l.id))
    .map((l) => ({
      organisme_id: l.id,
      nom: texte(l, 'nom'),
      municipalite: texte(l, 'municipalite'),
      siege_territoire_id: texte(l, 'territoire'),
    }));
}

const firstDecision = (registre: Registre, projet: Ligne): string | null => {
  const [first] = byDate(registre.octroisOf(projet), 'date_decision');
  return first ? texte(first, 'date_decision') : null;
};

function projetRows(registre: Registre): ProductRow[] {
  const annoncesOf = (p: Ligne) =>
    registre.octroisOf(p).flatMap((o) => registre.find('annonces', texte(o, 'annonce')) ?? []);
  const vue = vuesOf<Ligne, ProductValue>({
    projet_id: (p) => p.id,
    cycle_id: (p) => texte(p, 'cycle'),
    titre: (p) => texte(p, 'titre'),
    organisme_id: (p) => registre.find('organismes', texte(p, 'organisme'))?.id ?? null,
    territoire_id: (p) => texte(p, 'territoire'),
    annonce_id: (p) => earliest(annoncesOf(p)),
    debut: (p) => texte(p, 'debut'),
    fin: (p) => texte(p, 'fin'),
    description: (p) => texte(p, 'description'),
    date_effet: (p) => firstDecision(registre, p),
    priorite_declaree: () => null,
    ...tracedBy('titre'),
  });
  return registre.projetsAccordes.map(vue);
}

const NATURES: Readonly<Record<string, string>> = { initial: 'projet', amendement: 'amendement' };

/** Id of the exercice that a day is in. */
type ExerciceDe = (jour: string) => string;

/** Rows of a sheet whose project is known. */
const ofProjects = (registre: Registre, lignes: readonly Ligne[]) =>
  lignes.filter((l) => registre.projetOf(l) !== undefined);

function octroiRows(exercice: ExerciceDe, registre: Registre): ProductRow[] {
  const annonceOf = (o: Ligne) => registre.find('annonces', texte(o, 'annonce'));
  const decided = (o: Ligne) => texte(o, 'date_decision') ?? '';
  const vue = vuesOf<Ligne, ProductValue>({
    octroi_id: (o) => o.id,
    cycle_id: (o) => textIn(registre.projetOf(o), 'cycle'),
    bailleur_id: (o) => texte(o, 'bailleur'),
    annonce_id: (o) => textIn(annonceOf(o), 'annonce_id'),
    grain: () => 'projet',
    nature: (o) => NATURES[texte(o, 'nature') ?? ''] ?? null,
    projet_id: (o) => registre.projetOf(o)?.id ?? null,
    territoire_id: (o) => textIn(registre.projetOf(o), 'territoire'),
    exercice_id: (o) => exercice(decided(o)),
    date_annonce: (o) => textIn(annonceOf(o), 'date_annonce'),
    date_decision: decided,
    date_precision: (o) => datePrecisionIn(o, 'date_decision'),
    date_effet: decided,
    montant_accorde: (o) => cents(o, 'montant_accorde'),
    precision: () => 'exact',
    resolution: (o) => texte(o, 'resolution'),
    methode: () => 'Décision inscrite au registre du fonds.',
    ...tracedBy('montant_accorde'),
  });
  return ofProjects(registre, registre.feuilles.octrois).map(vue);
}

interface Share {
  readonly prioriteId: string;
  readonly percent: number;
}

/** Shares of a project, by priority: the cent that is left must not hang on the order of the sheet. */
function sharesOf(registre: Registre, projet: Ligne): Share[] {
  const own = registre
    .ofProjet('projets_priorites', projet)
    .map((l) => ({
      prioriteId: texte(l, 'priorite') ?? NON_PUBLIEE,
      percent: entier(l, 'part') ?? 0,
    }))
    .sort((a, b) => (a.prioriteId < b.prioriteId ? -1 : 1));
  return own.length > 0 ? own : [{ prioriteId: NON_PUBLIEE, percent: 100 }];
}

const prioriteRows = (registre: Registre): ProductRow[] =>
  registre.projetsAccordes.flatMap((projet) =>
    sharesOf(registre, projet).map(({ prioriteId, percent }) => ({
      projet_id: projet.id,
      priorite_id: prioriteId,
      part_pour_cent: percent,
      precision: 'exact',
    })),
  );

function ventilationRows(registre: Registre): ProductRow[] {
  return registre.feuilles.octrois.flatMap((octroi) => {
    const projet = registre.projetOf(octroi);
    const own = projet ? sharesOf(registre, projet) : [];
    const percents = own.map((s) => s.percent);
    if (percents.reduce((a, b) => a + b, 0) !== 100) return [];
    const parts = splitMontant(cents(octroi, 'montant_accorde'), percents);
    return own.map((s, i) => ({
      octroi_id: octroi.id,
      priorite_id: s.prioriteId,
      montant_accorde: parts[i] ?? 0n,
    }));
  });
}

function versementRows(exercice: ExerciceDe, registre: Registre): ProductRow[] {
  const paid = (v: Ligne) => texte(v, 'date_versement') ?? '';
  const vue = vuesOf<Ligne, ProductValue>({
    versement_id: (v) => v.id,
    projet_id: (v) => registre.projetOf(v)?.id ?? null,
    cycle_id: (v) => textIn(registre.projetOf(v), 'cycle'),
    bailleur_id: (v) => texte(v, 'bailleur'),
    territoire_id: (v) => textIn(registre.projetOf(v), 'territoire'),
    exercice_id: (v) => exercice(paid(v)),
    date_versement: paid,
    date_precision: (v) => datePrecisionIn(v, 'date_versement'),
    montant_verse: (v) => cents(v, 'montant_verse'),
    ...tracedBy('montant_verse'),
  });
  return ofProjects(registre, registre.feuilles.versements).map(vue);
}

/** Days that an exercice must be there for, beside those of the cycles. */
export function registreDates({ feuilles }: Registre): Set<string> {
  const jours = new Set<string | null>();
  for (const l of feuilles.octrois) jours.add(texte(l, 'date_decision'));
  for (const l of feuilles.versements) jours.add(texte(l, 'date_versement'));
  jours.delete(null);
  return jours as Set<string>;
}

/** Tables of the product that the register gives. */
export function linkRegistre(
  fonds: Fonds,
  catalogue: Catalogue,
  registre: Registre,
  lots: readonly LotId[],
  publies: readonly Publie[],
): Tables {
  const nonVentile = catalogue.territoires.find((t) => t.valeurs['nature'] === 'non-ventile')
    ?.valeurs['territoire_id'];
  const exercice = remember((jour) => exerciceOf(jour, fonds.exercice.premier_mois).id);
  const comptes = compteRows({ fonds, catalogue, registre, publies });
  const appelOf = (l: Ligne) => registre.find('appels', texte(l, 'appel'))?.id;
  const annonceOf = (appel: string) =>
    earliest(registre.feuilles.annonces.filter((a) => appelOf(a) === appel));
  return {
    sources: sourceRows(lots),
    enveloppes: enveloppeRows(registre),
    apports: apportRows(registre),
    appels: appelRows(registre),
    annonces: annonceRows(registre),
    comptes_demandes: comptes,
    demandes_recues: demandeRecueRows(registre),
    demandes: demandeRows(comptes, String(nonVentile ?? ''), annonceOf),
    organismes: organismeRows(registre),
    projets: projetRows(registre),
    projets_priorites: prioriteRows(registre),
    octrois: octroiRows(exercice, registre),
    ventilations: ventilationRows(registre),
    versements: versementRows(exercice, registre),
  };
}
