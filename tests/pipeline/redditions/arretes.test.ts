/** Public totals count reports five at a time, up to a day of each exercice, whatever is added, changed or taken away. */
import { beforeAll, expect, test } from 'vitest';
import { readRedditions } from '../../../pipelines/lib/redditions';
import { SILENCE } from '../../../pipelines/lib/progress';
import type { TypedRow, TypedTable } from '../../../pipelines/steps/normalise';
import type { Publie } from '../../../pipelines/steps/publies';
import { closeRedditions, comptedIn } from '../../../pipelines/steps/redditions/arretes';
import { followRedditions, type ToFollow } from '../../../pipelines/steps/redditions/index';
import { Journal } from '../../../pipelines/lib/constats';
import type { Reddition } from '../../../pipelines/steps/redditions/reddition';

const EXERCICE = '2024-2025';
const day = (n: number) => `2025-05-${String(n).padStart(2, '0')}`;

let base: ToFollow;
/** Reports with both parts, in an order. */
let own: readonly Reddition[];

beforeAll(async () => {
  const { redditions, built } = await readRedditions('.', 'demo', null, SILENCE);
  const formulaires = built.formulaires.filter((f) => f.exercice === EXERCICE);
  base = { scene: redditions.scene, formulaires, suivi: [], au: day(31) };
  own = redditions.liste.filter((r) => r.exercice.id === EXERCICE && r.recus.length === 2);
  expect(own.length).toBeGreaterThanOrEqual(10);
});

const LIEU = { fichier: 'suivi.csv', feuille: null, colonnes: new Map() };
const table = (id: string, rows: readonly Record<string, string>[]): TypedTable => {
  const typed = rows.map((valeurs) => ({ valeurs, lieu: LIEU, ligne: 2, textes: [] }));
  return { kind: { id }, rows: typed as unknown as TypedRow[] } as unknown as TypedTable;
};

/** What there is on a day: each report comes on the day of its rank, or the one given; some are accepted. */
interface Cas {
  readonly au: string;
  readonly reports?: number;
  readonly days?: Readonly<Record<number, string>>;
  readonly accepted?: Readonly<Record<number, string>>;
  readonly without?: readonly number[];
}

function follow({ au, reports = 10, days = {}, accepted = {}, without = [] }: Cas): ToFollow {
  const here = own.slice(0, reports).map((r, i) => [r, i + 1] as const);
  const kept = here.filter(([, rank]) => !without.includes(rank));
  const names = new Map(
    kept.flatMap(([r, rank]) =>
      r.recus.map(({ fichier }) => [fichier.nom, days[rank] ?? day(rank)]),
    ),
  );
  return {
    ...base,
    au,
    formulaires: base.formulaires.filter((f) => names.has(f.nom)),
    suivi: [
      table(
        'receptions',
        [...names].map(([fichier, recu_le]) => ({ exercice: EXERCICE, fichier, recu_le })),
      ),
      table(
        'acceptations',
        Object.entries(accepted).map(([rank, accepte_le]) => ({
          ...{ exercice: EXERCICE, accepte_le },
          projet: own[Number(rank) - 1]?.projet.id ?? '',
        })),
      ),
    ],
  };
}

const connuesOf = (toFollow: ToFollow) => followRedditions(toFollow, new Journal());

/** A publication that counted what there was on a day, and whether this machine still knows what that was. */
function publie(cas: Cas, knows = true): Publie {
  return {
    exercices: [{ exercice_id: EXERCICE, arrete_le: cas.au }],
    comptees: knows ? new Set(comptedIn(connuesOf(follow(cas)))) : null,
  } as unknown as Publie;
}

function close(cas: Cas, publies: readonly Publie[], extrait = false) {
  const toFollow = follow(cas);
  const { liste, anterieures } = closeRedditions(toFollow, connuesOf(toFollow), publies, {
    extrait,
  });
  const mine = (some: readonly Reddition[]) => some.filter((r) => r.exercice.id === EXERCICE);
  const count = (some: readonly Reddition[]) => mine(some).filter((r) => r.recus.length > 0).length;
  return {
    jour: mine(liste)[0]?.au,
    comptees: count(liste),
    avant: anterieures.map((a) => count(a.liste)),
    acceptees: mine(liste).filter((r) => r.acceptation !== null).length,
  };
}

const TROIS = { au: day(3), reports: 3 };

test('a first publication counts all that is there', () => {
  expect(close({ au: day(31) }, [])).toMatchObject({ jour: day(31), comptees: 10 });
});

test('one to four more wait, and the totals are true up to the day before the first of them', () => {
  for (const n of [4, 5, 6, 7])
    expect(close({ au: day(n), reports: n }, [publie(TROIS)]), String(n)).toMatchObject({
      ...{ jour: day(3), comptees: 3, avant: [3] },
    });
});

test('five more move, all together; none more moves the day alone', () => {
  expect(close({ au: day(8), reports: 8 }, [publie(TROIS)])).toMatchObject({
    jour: day(8),
    comptees: 8,
  });
  expect(close({ au: day(20), reports: 3 }, [publie(TROIS)])).toMatchObject({
    jour: day(20),
    comptees: 3,
  });
});

test('after five, the sixth to the ninth wait again: a day in between is closed on', () => {
  const publies = [publie(TROIS), publie({ au: day(8), reports: 8 })];
  expect(close({ au: day(31) }, publies)).toMatchObject({
    jour: day(8),
    comptees: 8,
    avant: [3, 8],
  });
});

test('a file whose day is written down late counts from the publication that did not have it', () => {
  const late = { au: day(9), reports: 4, days: { 4: day(2) } };
  expect(close(late, [publie(TROIS)])).toMatchObject({ jour: day(3), comptees: 3, avant: [3] });
  const five = {
    au: day(9),
    reports: 8,
    days: { 4: day(2), 5: day(2), 6: day(2), 7: day(2), 8: day(2) },
  };
  expect(close(five, [publie(TROIS)])).toMatchObject({ jour: day(9), comptees: 8, avant: [3] });
  const again = [publie(TROIS), publie(five)];
  expect(close({ ...five, au: day(20) }, again)).toMatchObject({ jour: day(20), avant: [3, 8] });
});

test('where the office lost what was counted, days that are written down are all there is', () => {
  const late = { au: day(9), reports: 4, days: { 4: day(2) } };
  expect(close(late, [publie(TROIS, false)])).toMatchObject({ comptees: 4, avant: [4] });
});

test('a file that was counted stays so, whatever the day written down since', () => {
  const moved = { au: day(9), reports: 3, days: { 1: day(9) } };
  expect(close(moved, [publie(TROIS)])).toMatchObject({ comptees: 3, avant: [3] });
});

test('acceptances move by five too, with those that are dated before', () => {
  const accepted = { 1: day(3), 2: day(5) };
  expect(close({ au: day(9), reports: 3, accepted }, [publie(TROIS)])).toMatchObject({
    ...{ jour: day(3), acceptees: 0 },
  });
  const five = { 1: day(9), 2: day(9), 3: day(9), 4: day(9), 5: day(9) };
  const six = { au: day(8), reports: 6 };
  expect(close({ au: day(9), reports: 6, accepted: five }, [publie(six)])).toMatchObject({
    ...{ jour: day(9), acceptees: 5 },
  });
});

test('an extract counts as one of the publications did, or nothing', () => {
  const publies = [publie(TROIS), publie({ au: day(8), reports: 8 })];
  expect(close({ au: day(9) }, publies, true)).toMatchObject({ jour: day(8), comptees: 8 });
  expect(close({ au: day(7) }, publies, true)).toMatchObject({ jour: day(3), comptees: 3 });
  expect(close({ au: day(2) }, publies, true)).toMatchObject({ comptees: 0 });
});

test('data older than what was published are refused', () => {
  expect(() => close({ au: day(2) }, [publie(TROIS)])).toThrow(
    'les redditions de 2024-2025 sont publiées au 2025-05-03, et la date des données est le 2025-05-02 : avancez date_donnees dans fonds.yaml',
  );
});
