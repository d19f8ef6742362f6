/** Puts together what was awaited and what came: every report of the fund. */
import type { Partie } from '../../../src/lib/domain/reddition';
import { type Attendue, listAttendues, type Scene } from '../../forms/dossiers';
import { rowsOf, textOf } from '../../lib/catalogue';
import { csvField } from '../../lib/csv';
import { groupBy } from '../../lib/group';
import type { Journal } from '../../lib/constats';
import type { TypedRow, TypedTable } from '../normalise';
import { placeIn } from '../read/table';
import { readFormulaires } from './lecture';
import { manquesOf } from './manques';
import { type Placed, placeFormulaire, receptionKey, type Reception, type Recu } from './placement';
import type { Reddition, Redditions } from './reddition';
import type { FormSnapshot } from './snapshot';
import { keepLatest } from './versions';

export interface ToFollow {
  readonly scene: Scene;
  readonly formulaires: readonly FormSnapshot[];
  /** Tables of what the fund wrote down: receptions and acceptations. */
  readonly suivi: readonly TypedTable[];
  /** ISO day of the data. */
  readonly au: string;
  /** ISO day up to which the files of an exercice count, and that its states are told for; that of the data without it. */
  readonly jourOf?: (exercice: string) => string;
  /** ISO day from which a file or an acceptance counts, by its key, where it is not the one written down. */
  readonly venues?: ReadonlyMap<string, string>;
}

/** Key of a file that came, and of an acceptance. */
export const fileKey = ({ exercice, sha256 }: FormSnapshot) => `${exercice}/${sha256}`;
export const acceptanceKey = (reddition: string) => `acceptation ${reddition}`;

export function receptionsOf(
  { suivi, formulaires }: ToFollow,
  journal: Journal,
): Map<string, Reception> {
  const names = new Set(formulaires.map((f) => receptionKey(f.exercice, f.nom)));
  const found = new Map<string, Reception>();
  for (const row of rowsOf(suivi, 'receptions')) {
    const key = receptionKey(textOf(row, 'exercice') ?? '', textOf(row, 'fichier') ?? '');
    found.set(key, { jour: textOf(row, 'recu_le') ?? '', projet: textOf(row, 'projet') });
    if (!names.has(key))
      journal.add({
        regle: 'reception-sans-fichier',
        ...placeIn(row, 'fichier'),
        message:
          'aucun fichier de ce nom dans le dossier de cet exercice : remettez-le, ou corrigez cette ligne',
      });
  }
  return found;
}

/** Day of the first version of each part; a version without a day leaves the part without one. */
function firstDays(recus: readonly Recu[]): Map<Partie | null, string | null> {
  const days = new Map<Partie | null, string | null>();
  for (const { partie, jour } of recus) {
    const known = days.get(partie);
    if (known === undefined) days.set(partie, jour);
    else if (jour === null || known === null) days.set(partie, known ?? jour);
    else if (jour < known) days.set(partie, jour);
  }
  return days;
}

function sayUndated(recus: readonly Recu[], journal: Journal): void {
  for (const { fichier, jour } of recus)
    if (jour === null)
      journal.add({
        regle: 'reception-absente',
        fichier: fichier.chemin,
        message: `ajoutez à redditions/receptions.csv la ligne « ${fichier.exercice},${csvField(fichier.nom)},AAAA-MM-JJ, » avec le jour où ce fichier est arrivé`,
      });
}

export function acceptationsOf({ suivi, scene }: ToFollow): Map<string, TypedRow> {
  return new Map(
    rowsOf(suivi, 'acceptations').map((row) => {
      const projet = scene.registre.find('projets', textOf(row, 'projet'))?.id;
      return [`${projet ?? ''}/${textOf(row, 'exercice') ?? ''}`, row];
    }),
  );
}

function checkAcceptations(
  rows: ReadonlyMap<string, TypedRow>,
  liste: readonly Reddition[],
  journal: Journal,
): void {
  const came = new Set(liste.filter((r) => r.recus.length > 0).map((r) => r.id));
  for (const [id, row] of rows)
    if (!came.has(id))
      journal.add({
        regle: 'acceptation-sans-reddition',
        ...placeIn(row, 'projet'),
        message:
          'aucune reddition reçue pour ce projet et cet exercice : corrigez cette ligne, ou déposez les fichiers',
      });
}

const tellRemarks = ({ fichier, lu }: Pick<Recu, 'fichier' | 'lu'>, journal: Journal): void => {
  for (const remarque of lu?.remarques ?? []) journal.add({ ...remarque, fichier: fichier.chemin });
};

/** Files by report; those without a place are told, and counted. */
function placeAll(toFollow: ToFollow, attendues: readonly Attendue[], journal: Journal) {
  const { scene, au, jourOf = () => au, venues } = toFollow;
  const receptions = receptionsOf(toFollow, journal);
  const came = toFollow.formulaires.filter((f) => {
    const jour = receptions.get(receptionKey(f.exercice, f.nom))?.jour ?? au;
    return (venues?.get(fileKey(f)) ?? jour) <= jourOf(f.exercice);
  });
  const toPlace = { scene, attendues: new Map(attendues.map((a) => [a.id, a])), receptions };
  const all: Placed[] = [];
  for (const formulaire of readFormulaires(scene, came, journal)) {
    const placed = placeFormulaire(toPlace, formulaire, journal);
    if (placed) all.push(placed);
    else tellRemarks(formulaire, journal);
  }
  return { byReport: groupBy(all, ({ attendue }) => attendue.id), all, recus: came.length };
}

function followOne(scene: Scene, attendue: Attendue, all: readonly Recu[], journal: Journal) {
  sayUndated(all, journal);
  const recus = keepLatest(all, journal);
  for (const recu of recus) tellRemarks(recu, journal);
  const premieres = firstDays(all);
  return { ...attendue, recus, premieres, manques: manquesOf(scene.definition, { recus }) };
}

/** Every report awaited of the fund's projects, with what came for each up to that day. */
export function followRedditions(toFollow: ToFollow, journal: Journal): Redditions {
  const { scene, au, jourOf = () => au } = toFollow;
  const attendues = listAttendues(scene, au);
  const { byReport, all, recus } = placeAll(toFollow, attendues, journal);
  const acceptations = acceptationsOf(toFollow);
  const liste = attendues.map((attendue): Reddition => {
    const accepted = acceptations.get(attendue.id);
    const jour = jourOf(attendue.exercice.id);
    const late = (toFollow.venues?.get(acceptanceKey(attendue.id)) ?? jour) > jour;
    return {
      ...followOne(
        scene,
        attendue,
        (byReport.get(attendue.id) ?? []).map((p) => p.recu),
        journal,
      ),
      acceptation: accepted && !late ? textOf(accepted, 'accepte_le') : null,
      au: jour,
    };
  });
  checkAcceptations(acceptations, liste, journal);
  const places = all.length;
  const retenus = liste.reduce((a, r) => a + r.recus.length, 0);
  const comptes = { recus, retenus, remplaces: places - retenus, nonPlaces: recus - places };
  return { scene, liste, au, comptes, anterieures: [] };
}
