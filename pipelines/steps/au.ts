/** The fund as it was decided on a day: what came later is left out, as if it had not been written yet. */
import { type Catalogue, textOf } from '../lib/catalogue';
import type { Fonds } from '../lib/fonds';
import { Registre, texte } from '../lib/registre';
import { registre as kinds } from '../sources/registre';
import type { Corrected } from './correct';
import type { Harmonised } from './harmonise/faits';
import type { Ligne } from './harmonise/registre';
import type { TypedRow } from './normalise';

export interface State {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly corrected: Corrected;
}

const DATES = new Map(kinds.flatMap((k) => (k.feuille ? [[k.feuille.id, k.feuille.date]] : [])));

/** An absent date leaves a row in: nothing says that it came later. */
const isBefore = (jour: unknown, au: string) => typeof jour !== 'string' || jour <= au;

/** An application decided later was still waiting. */
function reopen(ligne: Ligne, au: string): Ligne {
  if (ligne.feuille !== 'demandes' || isBefore(ligne.valeurs['date_decision'], au)) return ligne;
  const later = { decision: 'en-attente', date_decision: null, projet: null };
  return { ...ligne, valeurs: { ...ligne.valeurs, ...later } };
}

function cutRegistre(lignes: readonly Ligne[], au: string): Ligne[] {
  const dated = lignes
    .filter((l) => isBefore(l.valeurs[DATES.get(l.feuille) ?? ''], au))
    .map((l) => reopen(l, au));
  const registre = new Registre(dated);
  const projets = new Set(registre.projetsAccordes.map((p) => p.id));
  const kept = (l: Ligne) => {
    if (l.feuille === 'projets') return projets.has(l.id);
    if (l.feuille !== 'projets_priorites' && l.feuille !== 'indicateurs') return true;
    return projets.has(registre.projetOf(l)?.id ?? '');
  };
  return dated.filter(kept).map((l) => {
    const unannounced = l.feuille === 'octrois' && !registre.find('annonces', texte(l, 'annonce'));
    return unannounced ? { ...l, valeurs: { ...l.valeurs, annonce: null } } : l;
  });
}

const eventDate = (row: TypedRow) =>
  textOf(row, 'date_annonce') ?? textOf(row, 'date_ouverture') ?? textOf(row, 'date_limite');

function cutCatalogue(catalogue: Catalogue, au: string): Catalogue {
  const keep = (rows: readonly TypedRow[]) => rows.filter((r) => isBefore(eventDate(r), au));
  return { ...catalogue, annonces: keep(catalogue.annonces), appels: keep(catalogue.appels) };
}

/** Public facts are of their call's or announcement's day, else of their own. */
function cutFaits(catalogue: Catalogue, rows: readonly Harmonised[], au: string): Harmonised[] {
  const dates = new Map<unknown, string | null>([
    ...catalogue.annonces.map((r) => [textOf(r, 'annonce_id'), eventDate(r)] as const),
    ...catalogue.appels.map((r) => [textOf(r, 'appel_id'), eventDate(r)] as const),
  ]);
  return rows.filter(
    ({ valeurs }) => isBefore(dates.get(valeurs['evenement']), au) && isBefore(valeurs['date'], au),
  );
}

/** Leaves out what was decided, paid, received or announced after a day; `au` becomes the date of the data. */
export function cutAt(state: State, au: string): State {
  const { fonds, corrected } = state;
  const catalogue = cutCatalogue(state.catalogue, au);
  const known = new Set<string | null>([
    ...catalogue.annonces.map((r) => textOf(r, 'annonce_id')),
    ...catalogue.appels.map((r) => textOf(r, 'appel_id')),
  ]);
  return {
    catalogue,
    fonds: {
      ...fonds,
      date_donnees: au,
      derivations: fonds.derivations.filter((d) =>
        [d.annonce, d.disponible, d.restant].every((id) => known.has(id)),
      ),
    },
    corrected: {
      ...corrected,
      rows: cutFaits(state.catalogue, corrected.rows, au),
      registre: cutRegistre(corrected.registre, au),
    },
  };
}
