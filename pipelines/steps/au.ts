/** The fund as it was decided on a day: what came later is left out, as if it had not been written yet. */
import { type Catalogue, jourOfEvent, jourOfFait, textOf } from '../lib/catalogue';
import type { Fonds } from '../lib/fonds';
import { type Feuilles, mapFeuilles, Registre, texte } from '../lib/registre';
import { kindOf } from '../sources/registre';
import type { Corrected } from './correct';
import { type Ligne, withValeurs } from './harmonise/registre';
import type { TypedRow } from './normalise';

export interface State {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly corrected: Corrected;
}

/** An absent date leaves a row in: nothing says that it came later. */
const isBefore = (jour: unknown, au: string) => typeof jour !== 'string' || jour <= au;

/** Whether what a row names comes later; a name that no row ever had is left for the checks to find. */
type Later = (ligne: Ligne, champ: 'projet' | 'appel' | 'annonce') => boolean;

function laterThan(whole: Registre, now: Registre): Later {
  const projets = new Set(now.projetsAccordes.map((p) => p.id));
  return (ligne, champ) => {
    const name = texte(ligne, champ);
    const found = whole.find(`${champ}s`, name);
    if (!found) return false;
    return champ === 'projet' ? !projets.has(found.id) : !now.find(`${champ}s`, name);
  };
}

/** Rows without a day of their own come in with the project or the call that they are about. */
function isKept(ligne: Ligne, isLater: Later, now: Registre): boolean {
  if (ligne.feuille === 'projets') return now.octroisOf(ligne).length > 0;
  if (ligne.feuille === 'demandes') return !isLater(ligne, 'appel');
  const own = ligne.feuille === 'projets_priorites' || ligne.feuille === 'indicateurs';
  return !own || !isLater(ligne, 'projet');
}

/** What a row says of later rows is taken off; an application decided later was still waiting. */
function asOf(ligne: Ligne, isLater: Later, au: string): Ligne {
  const say = (valeurs: Ligne['valeurs']) => withValeurs(ligne, valeurs);
  const { feuille } = ligne;
  if (feuille === 'octrois' && isLater(ligne, 'annonce')) return say({ annonce: null });
  if (feuille === 'annonces' && isLater(ligne, 'appel')) return say({ appel: null });
  const decided = isBefore(ligne.valeurs['date_decision'], au) && !isLater(ligne, 'projet');
  return feuille === 'demandes' && !decided
    ? say({ decision: 'en-attente', date_decision: null, projet: null })
    : ligne;
}

function cutRegistre(feuilles: Feuilles, au: string): Feuilles {
  const isDated = (l: Ligne) => isBefore(l.valeurs[kindOf(l.feuille).feuille.date ?? ''], au);
  const dated = mapFeuilles(feuilles, (lignes) => lignes.filter(isDated));
  const now = new Registre(dated);
  const isLater = laterThan(new Registre(feuilles), now);
  return mapFeuilles(dated, (lignes) =>
    lignes.filter((l) => isKept(l, isLater, now)).map((l) => asOf(l, isLater, au)),
  );
}

function cutCatalogue(catalogue: Catalogue, au: string): Catalogue {
  const keep = (rows: readonly TypedRow[]) => rows.filter((r) => isBefore(jourOfEvent(r), au));
  return { ...catalogue, annonces: keep(catalogue.annonces), appels: keep(catalogue.appels) };
}

/** Leaves out what was decided, paid, received or announced after a day; `au` becomes the date of the data. */
export function cutAt(state: State, au: string): State {
  const { fonds, corrected } = state;
  const catalogue = cutCatalogue(state.catalogue, au);
  const known = new Set<string | null>([
    ...catalogue.annonces.map((r) => textOf(r, 'annonce_id')),
    ...catalogue.appels.map((r) => textOf(r, 'appel_id')),
  ]);
  const rows = corrected.rows.filter((r) => isBefore(jourOfFait(state.catalogue, r.valeurs), au));
  const registre = cutRegistre(corrected.registre, au);
  const kept = new Set(
    [...rows, ...Object.values(registre).flat()].map((r) => `${r.kind} ${r.id}`),
  );
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
      corrections: corrected.corrections.filter((c) => kept.has(`${c.kind} ${c.id}`)),
      rows,
      registre,
    },
  };
}
