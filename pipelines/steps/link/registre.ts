/** The register's rows as rows of the product. */
import { exerciceOf } from '../../../src/lib/domain/exercice';
import { splitMontant } from '../../../src/lib/domain/montant';
import type { Catalogue } from '../../lib/catalogue';
import type { Fonds } from '../../lib/fonds';
import { groupBy } from '../../lib/group';
import { byDate, cents, entier, type Registre, texte } from '../../lib/registre';
import { type Ligne, lotSource } from '../harmonise/registre';
import { provenanceIn } from '../normalise';
import type { LotId } from '../snapshot';
import { compteRows, demandeRecueRows, demandeRows } from './demandes';
import { NON_PUBLIEE } from './projets';
import type { Product, ProductRow } from './rows';

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

const traced = (ligne: Ligne, champ: string): ProductRow => ({
  source_id: ligne.sourceId,
  provenance: provenanceIn(ligne.row, champ),
});

const precisionOf = (ligne: Ligne, champ: string) => ligne.row.cells[champ]?.datePrecision ?? null;

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
  feuilles.enveloppes.map((l) => ({
    enveloppe_id: l.id,
    cycle_id: texte(l, 'cycle'),
    bailleur_id: texte(l, 'bailleur'),
    territoire_id: texte(l, 'territoire'),
    mouvement: texte(l, 'mouvement'),
    date_effet: texte(l, 'date_effet'),
    montant_enveloppe: cents(l, 'montant'),
    precision: 'exact',
    ...traced(l, 'montant'),
  }));

const apportRows = ({ feuilles }: Registre): ProductRow[] =>
  feuilles.apports.map((l) => ({
    apport_id: l.id,
    cycle_id: texte(l, 'cycle'),
    bailleur_id: texte(l, 'bailleur'),
    nature: texte(l, 'nature'),
    date_apport: texte(l, 'date'),
    montant_apport: cents(l, 'montant'),
    ...traced(l, 'montant'),
  }));

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
      date_precision: precisionOf(l, 'date_annonce'),
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

const projetRows = (registre: Registre): ProductRow[] =>
  registre.projetsAccordes.map((p) => {
    const annonces = registre
      .octroisOf(p)
      .flatMap((o) => registre.find('annonces', texte(o, 'annonce')) ?? []);
    return {
      projet_id: p.id,
      cycle_id: texte(p, 'cycle'),
      titre: texte(p, 'titre'),
      organisme_id: registre.find('organismes', texte(p, 'organisme'))?.id ?? null,
      territoire_id: texte(p, 'territoire'),
      annonce_id: earliest(annonces),
      debut: texte(p, 'debut'),
      fin: texte(p, 'fin'),
      description: texte(p, 'description'),
      date_effet: firstDecision(registre, p),
      priorite_declaree: null,
      ...traced(p, 'titre'),
    };
  });

const NATURES: Readonly<Record<string, string>> = { initial: 'projet', amendement: 'amendement' };

function octroiRow(fonds: Fonds, registre: Registre, projet: Ligne, octroi: Ligne): ProductRow {
  const date = texte(octroi, 'date_decision') ?? '';
  const annonce = registre.find('annonces', texte(octroi, 'annonce'));
  return {
    octroi_id: octroi.id,
    cycle_id: texte(projet, 'cycle'),
    bailleur_id: texte(octroi, 'bailleur'),
    annonce_id: annonce ? texte(annonce, 'annonce_id') : null,
    grain: 'projet',
    nature: NATURES[texte(octroi, 'nature') ?? ''] ?? null,
    projet_id: projet.id,
    territoire_id: texte(projet, 'territoire'),
    exercice_id: exerciceOf(date, fonds.exercice.premier_mois).id,
    date_annonce: annonce ? texte(annonce, 'date_annonce') : null,
    date_decision: date,
    date_precision: precisionOf(octroi, 'date_decision'),
    date_effet: date,
    montant_accorde: cents(octroi, 'montant_accorde'),
    precision: 'exact',
    resolution: texte(octroi, 'resolution'),
    methode: 'Décision inscrite au registre du fonds.',
    ...traced(octroi, 'montant_accorde'),
  };
}

const octroiRows = (fonds: Fonds, registre: Registre): ProductRow[] =>
  registre.feuilles.octrois.flatMap((octroi) => {
    const projet = registre.projetOf(octroi);
    return projet ? [octroiRow(fonds, registre, projet, octroi)] : [];
  });

interface Share {
  readonly prioriteId: string;
  readonly percent: number;
}

/** Shares of each project, by priority: the cent that is left must not hang on the order of the sheet. */
function sharesOf(registre: Registre): Map<string, Share[]> {
  const groups = groupBy(
    registre.feuilles.projets_priorites,
    (l) => registre.projetOf(l)?.id ?? null,
  );
  return new Map(
    registre.projetsAccordes.map((p) => {
      const own = (groups.get(p.id) ?? [])
        .map((l) => ({
          prioriteId: texte(l, 'priorite') ?? NON_PUBLIEE,
          percent: entier(l, 'part') ?? 0,
        }))
        .sort((a, b) => (a.prioriteId < b.prioriteId ? -1 : 1));
      return [p.id, own.length > 0 ? own : [{ prioriteId: NON_PUBLIEE, percent: 100 }]];
    }),
  );
}

function ventilationRows(registre: Registre, shares: ReadonlyMap<string, Share[]>): ProductRow[] {
  return registre.feuilles.octrois.flatMap((octroi) => {
    const own = shares.get(registre.projetOf(octroi)?.id ?? '') ?? [];
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

function versementRow(fonds: Fonds, projet: Ligne, versement: Ligne): ProductRow {
  const date = texte(versement, 'date_versement') ?? '';
  return {
    versement_id: versement.id,
    projet_id: projet.id,
    cycle_id: texte(projet, 'cycle'),
    bailleur_id: texte(versement, 'bailleur'),
    territoire_id: texte(projet, 'territoire'),
    exercice_id: exerciceOf(date, fonds.exercice.premier_mois).id,
    date_versement: date,
    date_precision: precisionOf(versement, 'date_versement'),
    montant_verse: cents(versement, 'montant_verse'),
    ...traced(versement, 'montant_verse'),
  };
}

const versementRows = (fonds: Fonds, registre: Registre): ProductRow[] =>
  registre.feuilles.versements.flatMap((versement) => {
    const projet = registre.projetOf(versement);
    return projet ? [versementRow(fonds, projet, versement)] : [];
  });

/** Days that an exercice must be there for, beside those of the cycles. */
export const registreDates = ({ feuilles }: Registre): string[] => [
  ...feuilles.octrois.flatMap((l) => texte(l, 'date_decision') ?? []),
  ...feuilles.versements.flatMap((l) => texte(l, 'date_versement') ?? []),
];

/** Tables of the product that the register gives. */
export function linkRegistre(
  fonds: Fonds,
  catalogue: Catalogue,
  registre: Registre,
  lots: readonly LotId[],
): Tables {
  const nonVentile = catalogue.territoires.find((t) => t.cells['nature']?.valeur === 'non-ventile')
    ?.cells['territoire_id']?.valeur;
  const shares = sharesOf(registre);
  const comptes = compteRows({ fonds, catalogue, registre });
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
    projets_priorites: [...shares].flatMap(([projet_id, own]) =>
      own.map(({ prioriteId, percent }) => ({
        projet_id,
        priorite_id: prioriteId,
        part_pour_cent: percent,
        precision: 'exact',
      })),
    ),
    octrois: octroiRows(fonds, registre),
    ventilations: ventilationRows(registre, shares),
    versements: versementRows(fonds, registre),
  };
}
