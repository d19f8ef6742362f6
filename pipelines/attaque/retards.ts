/** Reports past their date that cannot have been received, whatever the numbers that are not told. */
import { groupBy } from '../lib/group';
import { listComptees } from './comptees';
import { type Attendue, listAttendues, type Publie, rangsOf, type Row } from './lecture';
import { type Ligne, search } from './solveur';

const NON_RECUES = ['en-retard', 'attendue'];

const idOf = (row: Row, cle: string) => row[`${cle}_id`] ?? null;

/** Missing reports that the counts by state tell, one sum a place. */
function placesOf(publie: Publie, all: readonly Attendue[], due: readonly boolean[]): Ligne[] {
  const alone = new Set(
    publie.comptes_redditions
      .filter((r) => r['portee'] === 'territoire')
      .map((r) => idOf(r, 'territoire')),
  );
  const places = groupBy(publie.comptes_redditions, (r) =>
    [r['portee'], idOf(r, 'exercice'), idOf(r, 'territoire')].join('\t'),
  );
  return [...places.values()].flatMap((rows) => {
    const etats = rows.map((r) => (r['etat'] ?? '').split('+'));
    const missing = etats.map((own) => own.filter((e) => NON_RECUES.includes(e)).length);
    if (missing.some((n, i) => n > 0 && n < (etats[i]?.length ?? 0))) return [];
    const nombre = rows.reduce((a, r, i) => a + (missing[i] ? Number(r['nombre']) : 0), 0);
    const [place = {}] = rows;
    const territoire = idOf(place, 'territoire');
    const inconnues = all.flatMap(({ projet, exercice }, i) => {
      if (place['portee'] === 'exercice')
        return idOf(exercice, 'exercice') === idOf(place, 'exercice') ? [i] : [];
      const own = idOf(projet, 'territoire');
      const here = territoire === null ? !alone.has(own) : own === territoire;
      return here && due[i] ? [i] : [];
    });
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
  const jour = publie.fonds[0]?.['date_donnees'] ?? '';
  const dates = new Map(
    publie.comptes_redditions.map((r) => [idOf(r, 'exercice'), r['date_echeance'] ?? '9999']),
  );
  const due = all.map(({ exercice }) => (dates.get(idOf(exercice, 'exercice')) ?? '9999') <= jour);
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
      if (!due[i] || received.has(i)) return [];
      const found = seek([i], 'min') ?? [];
      for (const [other, late] of found.entries()) if (late === 0) received.add(other);
      const nom = `${idOf(projet, 'projet') ?? ''}/${idOf(exercice, 'exercice') ?? ''}`;
      return received.has(i) ? [] : [nom];
    });
  });
}
