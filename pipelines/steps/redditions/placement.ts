/** Which report each form belongs to, from what it says of itself. */
import type { Partie, Reference } from '../../../src/lib/domain/reddition';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { Attendue, Scene } from '../../forms/dossiers';
import type { FormulaireLu } from '../../forms/reponses';
import type { Journal } from '../../lib/constats';
import { sayNearest } from '../../lib/proches';
import { type FormulaireRecu, projetIn } from './lecture';
import type { FormSnapshot } from './snapshot';

/** A file in its place; without a part when nobody can read it. */
export interface Recu {
  readonly fichier: FormSnapshot;
  readonly lu: FormulaireLu | null;
  readonly partie: Partie | null;
  /** Day it came, null when nobody wrote it down. */
  readonly jour: string | null;
  readonly version: string | null;
}

/** What the fund wrote down when a file came. */
export interface Reception {
  readonly jour: string;
  readonly projet: string | null;
}

export interface ToPlace {
  readonly scene: Scene;
  readonly attendues: ReadonlyMap<string, Attendue>;
  /** By exercice and name of the file. */
  readonly receptions: ReadonlyMap<string, Reception>;
}

export const receptionKey = (exercice: string, nom: string): string => `${exercice}/${nom}`;

type Refus = readonly [regle: RegleId, message: string];
type Place = { readonly projet: string; readonly version: string | null } | Refus;

const isRefus = (found: Place | Attendue): found is Refus => Array.isArray(found);

function fromReference({ scene }: ToPlace, exercice: string, reference: Reference): Place {
  if (reference.fonds !== scene.fonds.id)
    return [
      'reddition-autre-fonds',
      `ce formulaire est du fonds « ${reference.fonds} » : déposez-le dans les redditions de ce fonds`,
    ];
  if (reference.exercice !== exercice)
    return [
      'reddition-autre-exercice',
      `ce formulaire est de l’exercice ${reference.exercice}, et son dossier de ${exercice} : déplacez-le, ou demandez celui de ${exercice}`,
    ];
  return { projet: reference.projet, version: reference.version };
}

function fromContent(
  toPlace: ToPlace,
  { fichier, lu }: FormulaireRecu,
  declared: string | null,
): Place {
  const [first, second] = lu?.references ?? [];
  if (first && second)
    return [
      'reddition-deux-references',
      `ce fichier porte plusieurs références (${lu?.references.map((r) => `${r.projet}, ${r.exercice}`).join(' ; ') ?? ''}) : gardez celle du projet dont parlent les réponses`,
    ];
  if (first) return fromReference(toPlace, fichier.exercice, first);
  const named = lu === null ? declared : (projetIn(toPlace.scene.definition, lu) ?? declared);
  if (named !== null) return { projet: named, version: null };
  return lu === null
    ? ['reddition-sans-reference', SANS_LECTURE]
    : ['reddition-sans-reference', SANS_REFERENCE];
}

const SANS_LECTURE =
  'ce fichier ne se lit pas, et rien ne dit de quel projet il est : inscrivez son projet dans receptions.csv, puis demandez une copie Word ou Excel';
const SANS_REFERENCE =
  'ce fichier ne dit pas de quel projet il est : inscrivez son projet dans receptions.csv, ou remettez la référence du formulaire';

/** The report of a project and an exercice, or why there is none. */
function awaited(
  { scene, attendues }: ToPlace,
  projet: string,
  exercice: string,
): Attendue | Refus {
  const found = scene.registre.find('projets', projet);
  if (!found) {
    const near = sayNearest(
      projet,
      scene.registre.projetsAccordes.map((p) => p.id),
    );
    return [
      'reddition-projet-inconnu',
      `le projet « ${projet} » n’est pas au registre${near} : corrigez son numéro, ou inscrivez le projet`,
    ];
  }
  const attendue = attendues.get(`${found.id}/${exercice}`);
  if (attendue) return attendue;
  return [
    'reddition-non-attendue',
    `le projet ${found.id} n’est pas actif en ${exercice} selon le registre : vérifiez ses dates, ou l’exercice du formulaire`,
  ];
}

function warnVersion(
  { scene }: ToPlace,
  { fichier }: FormulaireRecu,
  version: string,
  journal: Journal,
) {
  const current = scene.definition.version;
  if (version === current) return;
  journal.add({
    regle: 'formulaire-autre-version',
    fichier: fichier.chemin,
    valeur: version,
    message: `ce formulaire est de la version ${version}, et celle du fonds est ${current} : les questions qui existent encore sont lues`,
  });
}

/** A file, and the report that it belongs to. */
export interface Placed {
  readonly attendue: Attendue;
  readonly recu: Recu;
}

/** Places a form, or says why it has no place; a file without a place is kept aside, never lost. */
export function placeFormulaire(
  toPlace: ToPlace,
  recu: FormulaireRecu,
  journal: Journal,
): Placed | null {
  const { fichier, lu } = recu;
  const reception = toPlace.receptions.get(receptionKey(fichier.exercice, fichier.nom));
  const refuse = ([regle, message]: Refus) => {
    journal.add({ regle, fichier: fichier.chemin, message });
    return null;
  };
  const place = fromContent(toPlace, recu, reception?.projet ?? null);
  if (isRefus(place)) return refuse(place);
  const attendue = awaited(toPlace, place.projet, fichier.exercice);
  if (isRefus(attendue)) return refuse(attendue);
  const { version } = place;
  if (version !== null) warnVersion(toPlace, recu, version, journal);
  const jour = reception?.jour ?? null;
  return { attendue, recu: { fichier, lu, partie: lu?.partie ?? null, jour, version } };
}
