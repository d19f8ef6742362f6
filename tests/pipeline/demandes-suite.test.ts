/** What counts of applications let anyone work out from one publication to another, by adding and taking off rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../lib/ampleur';
import { isTellable } from '../../pipelines/lib/petits-nombres';
import type { ProductRow } from '../../pipelines/steps/link/rows';
import { comptesOf, type Demande } from '../lib/demandes';

const PORTEES = ['cycle', 'appel', 'territoire', 'priorite'] as const;
type Portee = (typeof PORTEES)[number];

/** A publication, and the applications that its rows count: those of an earlier one where they did not move. */
interface Publication {
  readonly comptes: readonly ProductRow[];
  readonly demandes: readonly Demande[];
}

/** Publications of a register, one after the other. */
function publishAll(states: readonly (readonly Demande[])[]): Publication[] {
  const done: Publication[] = [];
  for (const demandes of states) {
    const comptes = comptesOf(
      demandes,
      done.map((p) => p.comptes),
    );
    const same = done.findLast(
      (p) => JSON.stringify(seen(p.comptes)) === JSON.stringify(seen(comptes)),
    );
    done.push({ comptes, demandes: same?.demandes ?? demandes });
  }
  return done;
}

const seen = (comptes: readonly ProductRow[]) =>
  comptes.map((r) => Object.entries(r).map(([k, v]) => `${k} ${String(v)}`));

const placeOf = (d: Demande, portee: Portee) => (portee === 'cycle' ? 'tout' : d[portee]);

/** Rows of a kind put together, as the places that they are about among those that ever had an application. */
interface Union {
  readonly lieux: readonly string[];
  readonly nombre: number;
  readonly montant: bigint;
}

function unionsOf(comptes: readonly ProductRow[], portee: Portee, all: readonly string[]): Union[] {
  const rows = comptes.filter((r) => r['portee'] === portee);
  const placesOf = (r: ProductRow) =>
    portee === 'cycle' ? ['tout'] : String(r['mis_ensemble'] ?? r[`${portee}_id`]).split('+');
  return rows.reduce<Union[]>(
    (unions, r) => [
      ...unions,
      ...unions.map((u) => ({
        lieux: [...u.lieux, ...placesOf(r).filter((l) => all.includes(l))],
        nombre: u.nombre + Number(r['nombre_non_accordees']),
        montant: u.montant + BigInt(r['montant_demande'] ?? 0),
      })),
    ],
    [{ lieux: [], nombre: 0, montant: 0n }],
  );
}

const within = (a: readonly string[], b: readonly string[]) => a.every((l) => b.includes(l));
const without = (a: readonly string[], b: readonly string[]) => a.filter((l) => !b.includes(l));
const isSame = (a: readonly string[], b: readonly string[]) => within(a, b) && within(b, a);

const isNotGranted = (d: Demande) => d.decision !== 'accordee';
const countIn = (own: readonly Demande[], portee: Portee, lieux: readonly string[]) => {
  const some = own.filter((d) => lieux.includes(placeOf(d, portee)));
  return { all: some.length, refused: some.filter(isNotGranted).length };
};

/** A publication and one before it, of which someone kept the rows. */
interface Paire {
  readonly portee: Portee;
  readonly before: Publication;
  readonly after: Publication;
  readonly olds: readonly Union[];
  readonly news: readonly Union[];
}

function paireOf(before: Publication, after: Publication, portee: Portee): Paire {
  const all = [...new Set([...before.demandes, ...after.demandes].map((d) => placeOf(d, portee)))];
  const of = ({ comptes }: Publication) =>
    unionsOf(comptes, portee, all).filter((u) => u.lieux.length > 0);
  return { portee, before, after, olds: of(before), news: of(after) };
}

/** As many applied, or were not granted, at both: who has a count has it still, as granted projects are public. */
function isStill({ before, after, portee }: Paire, lieux: readonly string[]): boolean {
  const [then, now] = [before, after].map((p) => countIn(p.demandes, portee, lieux));
  return then!.all === now!.all || then!.refused === now!.refused;
}

const say = (what: string, old: Union, now: Union) =>
  `${what} : ${old.lieux.join('+')} ${old.nombre}, ${now.lieux.join('+')} ${now.nombre}`;

/** What the same places move by, unless it is what smaller ones move by. */
function movesOf({ olds, news }: Paire): string[] {
  const same = olds.flatMap((old) =>
    news.filter((now) => isSame(old.lieux, now.lieux)).map((now) => ({ old, now })),
  );
  return same
    .filter(
      ({ now }) =>
        !same.some((p) => p.now.lieux.length < now.lieux.length && within(p.now.lieux, now.lieux)),
    )
    .filter(({ old, now }) => {
      const moved = Math.abs(now.nombre - old.nombre);
      return moved === 0 ? now.montant !== old.montant : !isTellable(moved);
    })
    .map(({ old, now }) => say('moved', old, now));
}

/** What is left of rows without rows that someone kept, which did not move: what was added to them since, or was with them. */
function leftOf(paire: Paire, kept: readonly Paire[]): string[] {
  const { olds, news, before, after, portee } = paire;
  const isKnown = (lieux: readonly string[]) =>
    kept.some((p) => p.olds.some((o) => within(o.lieux, lieux) && isStill(p, o.lieux)));
  const isSmall = (p: Publication, lieux: readonly string[]) =>
    !isTellable(countIn(p.demandes, portee, lieux).refused);
  const found: string[] = [];
  for (const old of olds)
    for (const now of news) {
      const [added, gone] = [without(now.lieux, old.lieux), without(old.lieux, now.lieux)];
      if (
        gone.length === 0 &&
        isStill(paire, old.lieux) &&
        isSmall(after, added) &&
        !isKnown(added)
      )
        found.push(say('joined', old, now));
      if (added.length === 0 && isStill(paire, now.lieux) && isSmall(before, gone))
        found.push(say('parted', old, now));
    }
  return found;
}

/** What a publication gives, laid beside those before it, that none may, in words; the rows of one of these give nothing. */
const leaksOf = (before: readonly Publication[], after: Publication): string[] =>
  PORTEES.flatMap((portee) => {
    if (before.some((one) => one.demandes === after.demandes)) return [];
    const kept = before.map((one) => paireOf(one, after, portee));
    return kept.flatMap((paire) => [...movesOf(paire), ...leftOf(paire, kept)]);
  });

const demande = fc
  .record({
    appel: fc.constantFrom('A1' as const, 'A1' as const, 'A2' as const, 'A3' as const),
    territoire: fc.constantFrom('val', 'val', 'rive', 'hors', 'regional'),
    rang: fc.constantFrom(1, 1, 2),
    decision: fc.constantFrom('accordee', 'refusee', 'refusee', 'retiree', 'en-attente'),
    montant: fc.bigInt({ min: 1n, max: 1_000_000n }),
  })
  .map(({ rang, ...d }) => ({
    ...d,
    priorite: `${d.territoire === 'regional' ? 'r' : 'l'}${rang}`,
  })) as fc.Arbitrary<Demande>;

type Change = (demandes: readonly Demande[]) => readonly Demande[];

const others = (own: readonly Demande[], n: number) => own.filter((_, i) => i !== n % own.length);
const changeOne = (own: readonly Demande[], n: number, cells: Partial<Demande>) =>
  own.map((d, i) => (i === n % own.length ? { ...d, ...cells } : d));

/** As funds do between two publications; a place is drawn once, as those who apply together are of one place. */
const change: fc.Arbitrary<Change> = fc
  .record({
    nom: fc.constantFrom('more', 'gone', 'withdrawn', 'granted', 'asked', 'ten', 'call', 'decided'),
    some: fc.array(demande, { minLength: 10, maxLength: 10 }),
    place: fc.boolean(),
    n: fc.nat(),
  })
  .map(({ nom, some, place, n }): Change => (own) => {
    const [one = some[0]!] = some;
    const { territoire, priorite } = one;
    const ten = place ? some.map((d) => ({ ...d, territoire, priorite })) : some;
    if (nom === 'more') return [...own, one];
    if (nom === 'ten') return [...own, ...ten.slice(n % 5)];
    if (nom === 'call')
      return [...own, ...ten.slice(n % 8).map((d) => ({ ...d, appel: 'A4' as const }))];
    if (nom === 'gone') return others(own, n);
    if (nom === 'withdrawn') return changeOne(own, n, { decision: 'retiree' });
    if (nom === 'granted') return changeOne(own, n, { decision: 'accordee' });
    if (nom === 'asked') return changeOne(own, n, { montant: one.montant! });
    return own.map((d) => (d.decision === 'en-attente' ? { ...d, decision: one.decision } : d));
  });

/** A register at the time of three publications. */
const histories = fc
  .record({
    first: fc.array(demande, { minLength: 5, maxLength: 60, size: 'max' }),
    then: fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 2,
    }),
  })
  .map(({ first, then }) => {
    const states: (readonly Demande[])[] = [first];
    for (const changes of then) states.push(changes.reduce((own, one) => one(own), states.at(-1)!));
    return states;
  });

describe('applications counted from one publication to another', () => {
  test('nothing from 1 to 4 is told, nor what so few ask, by any two publications', () => {
    const met = { moved: 0, held: 0, parts: 0 };
    fc.assert(
      fc.property(histories, (states) => {
        const publications = publishAll(states);
        for (const [j, after] of publications.entries()) {
          const earlier = publications.slice(0, j);
          expect(leaksOf(earlier, after)).toEqual([]);
          for (const before of earlier) {
            const moved = before.demandes !== after.demandes;
            met[moved ? 'moved' : 'held'] += 1;
            if (moved && before.comptes.length > 1 && after.comptes.length > 1) met.parts += 1;
          }
        }
      }),
      runs(300, 5000),
    );
    expect(Math.min(...Object.values(met)), JSON.stringify(met)).toBeGreaterThan(50);
  });
});

const refused: Demande = { appel: 'A1', territoire: 'val', priorite: 'l1', decision: 'refusee' };
const times = (n: number, cells: Partial<Demande> = {}) =>
  Array.from({ length: n }, (): Demande => ({ ...refused, ...cells }));

/** Calls or territories of each row, with those not granted, of the last of these publications. */
const lastOf = (portee: Portee, ...states: (readonly Demande[])[]) =>
  publishAll(states)
    .at(-1)!
    .comptes.filter((r) => r['portee'] === portee)
    .map(
      (r) =>
        `${String(r['mis_ensemble'] ?? r[`${portee}_id`])} ${String(r['nombre_non_accordees'])}`,
    )
    .sort();

describe('the rows of a cycle', () => {
  test('stay as they were, with their day, until five move', () => {
    const [first, one, six] = [times(30), times(31, { appel: 'A2' }), times(36, { appel: 'A2' })];
    const [before, held, moved] = publishAll([
      first,
      [...first, one[0]!],
      [...first, ...six.slice(30)],
    ]);
    expect(before!.comptes.length).toBeGreaterThan(2);
    expect(held!.comptes).toEqual(before!.comptes);
    expect(moved!.comptes[0]).toMatchObject({ nombre_demandes: 36, date_effet: '2025-02-15' });
    expect(before!.comptes[0]).toMatchObject({ nombre_demandes: 30, date_effet: '2025-01-15' });
  });

  test('stay where only what one asked moves, or one is granted, and move when the last ones are decided', () => {
    const first = [...times(20), ...times(5, { decision: 'en-attente' })];
    const [before, ...others] = [
      [...first.slice(1), { ...refused, montant: 1n }],
      [...first.slice(1), { ...refused, decision: 'accordee' as const }],
    ].map((state) => publishAll([first, state]));
    for (const [old, now] of [before!, ...others]) expect(now!.comptes).toEqual(old!.comptes);
    const decided = publishAll([first, [...times(20), ...times(5, { decision: 'retiree' })]]);
    expect(decided[1]!.comptes[0]).toMatchObject({ nombre_refusees: 20, nombre_retirees: 5 });
  });

  test('do not move back to within one of an earlier publication', () => {
    const [, , third] = publishAll([times(30), times(36), times(31)]);
    expect(third!.comptes[0]).toMatchObject({ nombre_demandes: 36 });
  });

  test('do not move back to within one of a cycle that was published without its parts', () => {
    const of = (n: number, m: number) => [
      ...times(n),
      ...times(m, { appel: 'A2', territoire: 'rive', priorite: 'l2' }),
    ];
    const [first, second, third] = publishAll([of(3, 3), of(6, 6), of(4, 3)]);
    expect(first!.comptes).toHaveLength(1);
    expect(third!.comptes).toEqual(second!.comptes);
  });

  test('stay where what did not move would give how few are left elsewhere', () => {
    const of = (n: number) => [...times(10), ...times(n, { appel: 'A2' })];
    const [first, second] = publishAll([of(9), of(3)]);
    expect(second!.comptes).toEqual(first!.comptes);
  });

  test('are the latest ones, whenever a past day was published, and none of a day that is still to come', () => {
    const all = (n: number) => [...times(20), ...times(n, { appel: 'A2' })];
    const [latest, past] = [comptesOf(all(16)), comptesOf(times(20))];
    expect(comptesOf(all(17), [latest, past])).toEqual(latest);
    const later = latest.map((r) => ({ ...r, date_effet: '2026-01-15' }));
    expect(comptesOf(all(17), [past, later])).toEqual(past);
    expect(comptesOf(all(17), [later])).toEqual([]);
  });
});

describe('rows by call, in a cycle that moves', () => {
  const [a, b] = [times(10), times(9, { appel: 'A2' })];
  const c = (n: number) => times(n, { appel: 'A3' });

  test('are put together where one moves by one to four', () => {
    const first = [...a, ...b, ...c(8)];
    expect(lastOf('appel', first)).toEqual(['A1 10', 'A2 9', 'A3 8']);
    const then = [...a, ...times(11, { appel: 'A2' }), ...c(14)];
    expect(lastOf('appel', first, then)).toEqual(['A1 10', 'A2+A3+A4 25']);
  });

  test('are not put with a small one alone, which would be had from what did not move', () => {
    const first = [...a, ...b];
    const then = [...first, ...c(2), ...times(6, { appel: 'A4' })];
    expect(lastOf('appel', first, then)).toEqual(['A1 10', 'A2 9', 'A3+A4 8']);
  });

  const of = (n: number, m: number, granted = 0) => [
    ...a,
    ...times(n, { appel: 'A2' }),
    ...times(granted, { appel: 'A2', decision: 'accordee' }),
    ...c(m),
  ];
  test.each([
    ['one alone is what it was', of(8, 12), 20],
    ['one alone is what it was, but for granted ones', of(8, 12, 3), 20],
    ['nobody applied at one, of which some were granted since', of(5, 10, 3), 15],
  ])('stay together where %s, which would give how few the other had', (_, then, nombre) => {
    expect(lastOf('appel', of(8, 2))).toEqual(['A1 10', 'A2+A3+A4 10']);
    expect(lastOf('appel', of(8, 2), then)).toEqual(['A1 10', `A2+A3 ${nombre}`]);
  });

  test('part once both are more than they were together', () => {
    expect(lastOf('appel', of(8, 2), of(16, 12))).toEqual(['A1 10', 'A2 16', 'A3 12']);
  });
});

test('refused and withdrawn are told again only once each moved by five or more', () => {
  const state = (r: number, w: number) => [...times(r), ...times(w, { decision: 'retiree' })];
  const tellOf = (...states: Demande[][]) => publishAll(states).at(-1)!.comptes[0];
  expect(tellOf(state(10, 5), state(15, 7))).not.toHaveProperty('nombre_retirees');
  expect(tellOf(state(10, 5), state(15, 7), state(16, 12))).toMatchObject({ nombre_retirees: 12 });
});

test('rows that name what is no more are left out, and the cycle with them', () => {
  const [first] = publishAll([times(30)]);
  const renamed = first!.comptes.map((r) => (r['appel_id'] ? { ...r, appel_id: 'A9' } : r));
  expect(comptesOf(times(31), [renamed])).toEqual([]);
});
