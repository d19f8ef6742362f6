/** Reports past their date that cannot have been received, whatever the numbers that are not told. */
import { listComptees } from './comptees';
import { byPlace, etatsIn, NON_RECUES, placer } from './etats';
import {
  type Attendue,
  exercicesEchus,
  listAttendues,
  type Publie,
  rangsOf,
  type Row,
} from './lecture';
import { type Ligne, search } from './solveur';

const idOf = (row: Row, cle: string) => row[`${cle}_id`] ?? null;

/** Missing reports that the counts by state tell, one sum a place. */
function placesOf(
  { comptes_redditions }: Publie,
  all: readonly Attendue[],
  due: ReadonlySet<string | null>,
): Ligne[] {
  const isAt = placer(comptes_redditions, due);
  return [...byPlace(comptes_redditions).values()].flatMap((rows) => {
    const missing = rows.filter((r) => etatsIn(r).some((e) => NON_RECUES.includes(e)));
    if (!missing.every((r) => etatsIn(r).every((e) => NON_RECUES.includes(e)))) return [];
    const nombre = missing.reduce((a, r) => a + Number(r['nombre']), 0);
    const [place = {}] = rows;
    const inconnues = rangsOf(all, ({ projet, exercice }) =>
      isAt(place, {
        exercice: idOf(exercice, 'exercice') ?? '',
        territoire: idOf(projet, 'territoire') ?? '',
      }),
    );
    return [{ inconnues, min: nombre, max: nombre }];
  });
}

/** At most so many are missing where so many of them are counted. */
const leftOf = (inconnues: readonly number[], nombre: number): Ligne => ({
  ...{ inconnues, min: 0, max: inconnues.length - nombre },
});

/** Who is told to have counted people, or to have a result, sent one report at least. */
function sentOf(publie: Publie, all: readonly Attendue[]): Ligne[] {
  const people = publie.comptes_personnes
    .filter((r) => r['portee'] === 'organisme' && (r['nombre'] ?? null) !== null)
    .map((r) =>
      rangsOf(all, ({ projet }) =>
        ['cycle', 'organisme'].every((cle) => idOf(projet, cle) === idOf(r, cle)),
      ),
    );
  const results = publie.totaux_resultats.map((r) => {
    const own = publie.projets.filter((p) => p['cycle_id'] === r['cycle_id']);
    const rangs = own.map((p) => rangsOf(all, ({ projet }) => projet === p));
    return { rangs, left: own.length - Number(r['nombre_projets']) };
  });
  return [
    ...people.map((rangs) => leftOf(rangs, 1)),
    ...results.map(({ rangs, left }) => ({
      ...{ inconnues: rangs.filter((r) => r.length === 1).flat(), min: 0, max: left },
    })),
    ...results
      .filter(({ left }) => left === 0)
      .flatMap(({ rangs }) => rangs.map((own) => leftOf(own, 1))),
  ];
}

/** Reports that are late for sure, as `P-001/2023-2024`; null where what is told contradicts itself. */
export function retardsNommes(publie: Publie): string[] | null {
  const all = listAttendues(publie);
  const due = exercicesEchus(publie);
  const lignes: Ligne[] = [
    ...all.map((_, i) => ({ inconnues: [i], min: 0, max: 1 })),
    ...placesOf(publie, all, due),
    ...listComptees(publie).map(({ cle, id, nombre }) =>
      leftOf(
        rangsOf(all, (a) => idOf(cle === 'cycle' ? a.projet : a.exercice, cle) === id),
        nombre,
      ),
    ),
    ...sentOf(publie, all),
  ].filter((l) => l.inconnues.length > 0);
  return search(all.length, lignes, (seek) => {
    const received = new Set<number>();
    return all.flatMap(({ projet, exercice }, i) => {
      if (!due.has(idOf(exercice, 'exercice')) || received.has(i)) return [];
      const found = seek([i], 'min') ?? [];
      for (const [other, late] of found.entries()) if (late === 0) received.add(other);
      const nom = `${idOf(projet, 'projet') ?? ''}/${idOf(exercice, 'exercice') ?? ''}`;
      return received.has(i) ? [] : [nom];
    });
  });
}
