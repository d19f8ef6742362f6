/** What is published about reports by state, as sums of unknown whole numbers. */
import type { Enigme, Somme } from './contraintes';
import type { Publie, Row } from './lecture';

const NON_RECUES = ['en-retard', 'attendue'];
const RECUES = ['recue', 'incomplete', 'complete', 'acceptee'];
const ETATS = [...NON_RECUES, ...RECUES];

/** Reports of one exercice, of one territory, in one state. */
interface Inconnue {
  readonly exercice: string;
  readonly territoire: string;
  readonly etat: string;
}

/** Reports that the public list of projects lets anyone expect, one a project and exercice. */
function listAttendues({ fonds, exercices, projets }: Publie) {
  const jour = fonds[0]?.['date_donnees'] ?? '';
  return projets.flatMap((p) =>
    exercices
      .filter((e) => (e['debut'] ?? '') <= jour)
      .filter((e) => (e['debut'] ?? '') <= (p['fin'] ?? '9999'))
      .filter((e) => (e['fin'] ?? '') >= (p['debut'] ?? '0000'))
      .map((e) => ({ exercice: e['exercice_id'] ?? '', territoire: p['territoire_id'] ?? '' })),
  );
}

/** Whether a row counts an unknown; `alone` are the territories told by themselves, `due` the exercices past their date. */
const counts =
  (alone: ReadonlySet<string | null>, due: ReadonlySet<string | null>) =>
  (row: Row, { exercice, territoire, etat }: Inconnue): boolean => {
    if (!(row['etat'] ?? '').split('+').includes(etat)) return false;
    if (row['portee'] === 'exercice') return row['exercice_id'] === exercice;
    if (!due.has(exercice)) return false;
    const own = row['territoire_id'] ?? null;
    return own === null ? !alone.has(territoire) : own === territoire;
  };

/** States that no row of an exercice or a territory counts have no report there. */
function zeros(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const place = [row['portee'], row['exercice_id'], row['territoire_id']].join('/');
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  return [...groups].flatMap(([place, own]) => {
    const said = own.flatMap((r) => (r['etat'] ?? '').split('+'));
    const etat = ETATS.filter((e) => !said.includes(e)).join('+');
    return etat === '' ? [] : [{ ...own[0], compte_id: `${place}/${etat}`, etat, nombre: '0' }];
  });
}

/** Sums of reports by state that are told, and those that came or not, which nobody may have when small. */
export function etatsEnigme(publie: Publie): Enigme {
  const { comptes_redditions: rows, fonds } = publie;
  const jour = fonds[0]?.['date_donnees'] ?? '';
  const of = (portee: string) => rows.filter((r) => r['portee'] === portee);
  const due = new Set(
    of('exercice')
      .filter((r) => (r['date_echeance'] ?? '9999') <= jour)
      .map((r) => r['exercice_id'] ?? null),
  );
  const alone = new Set(of('territoire').flatMap((r) => r['territoire_id'] ?? []));
  const covers = counts(alone, due);
  const attendues = listAttendues(publie);
  const pairs = [...new Set(attendues.map((a) => `${a.exercice}\t${a.territoire}`))];
  const inconnues = pairs.flatMap((pair) => {
    const [exercice = '', territoire = ''] = pair.split('\t');
    return ETATS.map((etat): Inconnue => ({ exercice, territoire, etat }));
  });
  const somme = (nom: string, valeur: number | null, holds: (i: Inconnue) => boolean): Somme => ({
    ...{ nom: `redditions/${nom}`, valeur, marquee: false, possibles: Infinity },
    inconnues: inconnues.flatMap((one, i) => (holds(one) ? [i] : [])),
  });
  const told = [...rows, ...zeros(rows)].map((r) =>
    somme(`${r['compte_id']}`, Number(r['nombre']), (one) => covers(r, one)),
  );
  const sought = (['exercice', 'territoire'] as const).flatMap((portee) => {
    const own = attendues.filter((a) => due.has(a.exercice));
    return [...new Set(own.map((a) => a[portee]))].flatMap((id) =>
      [NON_RECUES, RECUES].map((etats) => ({
        ...somme(
          `${portee}/${id}/${etats.join('+')}`,
          null,
          (one) => due.has(one.exercice) && one[portee] === id && etats.includes(one.etat),
        ),
        possibles: own.filter((a) => a[portee] === id).length + 1,
      })),
    );
  });
  return {
    ...{ question: 'redditions', role: null, plancher: 0, inconnues: inconnues.length },
    sommes: [...told, ...sought],
  };
}
