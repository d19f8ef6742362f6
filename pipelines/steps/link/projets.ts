import { splitMontant } from '../../../src/lib/domain/montant';
import { type Catalogue, jourOfFait, precisionOf } from '../../lib/catalogue';
import { foldLabel } from '../../lib/fold';
import type { Harmonised } from '../harmonise/index';
import { brutIn, provenanceIn } from '../read/table';
import type { Octroi } from './octrois';
import type { ProductRow } from './rows';

/** Id of the row that stands for projects whose priority no source gives. */
export const NON_PUBLIEE = 'non-publiee';

/** An id from a name: letters and digits in ASCII, joined by hyphens. */
export function slug(name: string): string {
  return name
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const text = (row: Harmonised, champ: string): string | null => {
  const valeur = row.valeurs[champ] ?? null;
  return valeur === null ? null : String(valeur);
};

export function organismeRows(projets: readonly Harmonised[]): ProductRow[] {
  const names = projets.flatMap((p) => text(p, 'organisme') ?? []);
  const byId = new Map(names.map((nom) => [slug(nom), nom]));
  return [...byId].map(([organisme_id, nom]) => ({ organisme_id, nom }));
}

export function projetRows(
  catalogue: Catalogue,
  projets: readonly Harmonised[],
  nonVentile: string,
): ProductRow[] {
  return projets.map((p) => {
    const organisme = text(p, 'organisme');
    return {
      projet_id: p.id,
      cycle_id: text(p, 'cycle'),
      titre: text(p, 'titre'),
      organisme_id: organisme === null ? null : slug(organisme),
      territoire_id: p.territoires[0] ?? nonVentile,
      annonce_id: p.objet === 'annonce' ? text(p, 'evenement') : null,
      date_effet: jourOfFait(catalogue, p.valeurs),
      priorite_declaree: brutIn(p.row, 'priorite').trim() || null,
      source_id: p.sourceId,
      provenance: provenanceIn(p.row, 'titre'),
    };
  });
}

interface Share {
  readonly projetId: string;
  readonly prioriteId: string;
  readonly percent: number;
  readonly precision: string;
}

/** Shares of a project among its priorities: whole percents that add up to 100. */
function sharesOf(catalogue: Catalogue, projet: Harmonised): Share[] {
  const label = brutIn(projet.row, 'priorite');
  const alias = catalogue.alias.priorites.get(foldLabel(label));
  const ids = (text(projet, 'priorite') ?? '').split(';').filter(Boolean);
  if (ids.length === 0)
    return [{ projetId: projet.id, prioriteId: NON_PUBLIEE, percent: 100, precision: 'exact' }];
  const even = Math.floor(100 / ids.length);
  return ids.map((prioriteId, i) => ({
    projetId: projet.id,
    prioriteId,
    percent: i === 0 ? 100 - even * (ids.length - 1) : even,
    precision: alias ? precisionOf(alias, 'precision') : 'derive',
  }));
}

/** Links of projects to priorities, and every grant split among them to the cent. */
export function prioriteRows(
  catalogue: Catalogue,
  projets: readonly Harmonised[],
  octrois: readonly Octroi[],
): { links: ProductRow[]; ventilations: ProductRow[] } {
  const shares = new Map(projets.map((p) => [p.id, sharesOf(catalogue, p)]));
  const links = [...shares.values()].flat().map((s) => ({
    projet_id: s.projetId,
    priorite_id: s.prioriteId,
    part_pour_cent: s.percent,
    precision: s.precision,
  }));
  const ventilations = octrois.flatMap((o) => {
    const own = (o.projetId !== null && shares.get(o.projetId)) || null;
    if (!own) return [{ octroi_id: o.id, priorite_id: NON_PUBLIEE, montant_accorde: o.cents }];
    const parts = splitMontant(
      o.cents,
      own.map((s) => s.percent),
    );
    return own.map((s, i) => ({
      octroi_id: o.id,
      priorite_id: s.prioriteId,
      montant_accorde: parts[i] ?? 0n,
    }));
  });
  return { links, ventilations };
}
