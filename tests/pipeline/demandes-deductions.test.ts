/** What the rows of applications let anyone work out, by adding them and taking them off each other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../lib/ampleur';
import { isTellable } from '../../pipelines/lib/petits-nombres';
import type { ProductRow } from '../../pipelines/steps/link/rows';
import {
  APPELS,
  comptesOf,
  type Demande,
  DECISIONS,
  PRIORITES,
  TERRITOIRES,
} from '../lib/demandes';

const regionalT = (t: string) => t === 'regional';
const regionalP = (p: string) => p.startsWith('r');

const demande = fc.record<Demande>({
  appel: fc.constantFrom(...APPELS),
  territoire: fc.constantFrom('val', 'val', 'val', 'rive', 'hors', 'regional', 'regional'),
  priorite: fc.constantFrom('l1', 'l1', 'l1', 'l2', 'r1', 'r1', 'r2'),
  decision: fc.constantFrom('accordee', 'refusee', 'refusee', 'refusee', 'retiree', 'en-attente'),
});

const fitted = (d: Demande): Demande => {
  const priorite = regionalT(d.territoire) ? 'r' : 'l';
  const rang = d.priorite.slice(1);
  return { ...d, priorite: `${priorite}${rang}` as Demande['priorite'] };
};

/** As funds do it: reaches that agree; those that do not; priorities of one reach; calls all decided or all open. */
const registres = fc
  .record({
    demandes: fc.array(demande, { maxLength: 70, size: 'max' }),
    mode: fc.constantFrom('assorties', 'assorties', 'libres', 'locales'),
    ouvert: fc.boolean(),
    derniere: fc.boolean(),
  })
  .map(({ demandes, mode, ouvert, derniere }) =>
    demandes.map((d): Demande => {
      const placed =
        mode === 'assorties'
          ? fitted(d)
          : mode === 'locales'
            ? { ...d, priorite: regionalP(d.priorite) ? 'l2' : d.priorite }
            : d;
      if (derniere && d.appel === 'A2') return { ...placed, decision: 'en-attente' };
      return !ouvert && placed.decision === 'en-attente'
        ? { ...placed, decision: 'refusee' }
        : placed;
    }),
  );

/** What may be known of where applications are not. */
interface Cellule {
  readonly appel: string;
  readonly territoire: string;
  readonly priorite: string;
  readonly decision: string;
}

const celluleOf = ({ appel, territoire, priorite, decision }: Demande): Cellule => ({
  ...{ appel, territoire, priorite, decision },
});

const told = (compte: ProductRow, column: string) =>
  (compte[column] ?? null) === null ? null : String(compte[column]);

/** Whether a row counts a cell, by what the row itself says. */
function covers(compte: ProductRow, comptes: readonly ProductRow[], cellule: Cellule): boolean {
  const portee = String(compte['portee']);
  if (portee === 'cycle') return true;
  const own = cellule[portee as 'appel' | 'territoire' | 'priorite'];
  const alone = told(compte, `${portee}_id`);
  return alone === null
    ? (told(compte, 'mis_ensemble') ?? '').split('+').includes(own)
    : alone === own && comptes.includes(compte);
}

type Query = (cellule: Cellule) => boolean;

/** Every set of cells that adding and taking off rows gives exactly. */
function derivable(queries: readonly Query[], cells: readonly Cellule[]): Cellule[][] {
  const touched = queries.map((q) => cells.map((c) => (q(c) ? 1 : 0)));
  const lastOf = cells.map((_, i) => touched.reduce((last, t, n) => (t[i] ? n : last), -1));
  const found: Cellule[][] = [];
  const go = (n: number, vector: readonly number[]): void => {
    if (n === queries.length) {
      found.push(cells.filter((_, i) => vector[i] === 1));
      return;
    }
    for (const factor of [0, 1, -1]) {
      const next = vector.map((v, i) => v + factor * (touched[n]?.[i] ?? 0));
      const fair = next.every((v, i) => lastOf[i] !== n || v === 0 || v === 1);
      if (fair) go(n + 1, next);
    }
  };
  go(
    0,
    cells.map(() => 0),
  );
  return found;
}

const cells = (decisions: readonly string[]): Cellule[] =>
  APPELS.flatMap((appel) =>
    Object.keys(TERRITOIRES).flatMap((territoire) =>
      Object.keys(PRIORITES).flatMap((priorite) =>
        decisions.map((decision) => ({ appel, territoire, priorite, decision })),
      ),
    ),
  );

/** Cells that may hold an application, to who knows the reaches, and what the rows say of those that wait. */
function possible(
  demandes: readonly Demande[],
  comptes: readonly ProductRow[],
  decisions: readonly string[],
): Cellule[] {
  const reach = (c: Cellule | Demande) => `${regionalT(c.territoire)} ${regionalP(c.priorite)}`;
  const reaches = new Set(demandes.map(reach));
  const decided = comptes.filter((r) => told(r, 'nombre_en_attente') === '0');
  const waiting = comptes.filter(
    (r) => told(r, 'nombre_en_attente') === String(r['nombre_non_accordees']),
  );
  return cells(decisions).filter(
    (c) =>
      reaches.has(reach(c)) &&
      !(c.decision === 'en-attente' && decided.some((r) => covers(r, comptes, c))) &&
      !(['refusee', 'retiree'].includes(c.decision) && waiting.some((r) => covers(r, comptes, c))),
  );
}

const count = (demandes: readonly Demande[], own: readonly Cellule[]) => {
  const keys = new Set(own.map((c) => JSON.stringify(c)));
  return demandes.filter((d) => keys.has(JSON.stringify(celluleOf(d)))).length;
};

const queriesOf = (comptes: readonly ProductRow[]): Query[] =>
  comptes.filter((r) => r['portee'] !== 'cycle').length === 0
    ? comptes.map(() => () => true)
    : comptes
        .filter((r) => r['portee'] !== 'cycle')
        .map((r) => (c: Cellule) => covers(r, comptes, c));

const DITS = [
  ['nombre_refusees', 'refusee'],
  ['nombre_retirees', 'retiree'],
  ['nombre_en_attente', 'en-attente'],
] as const;

/** A count of none, or of all, tells where cells are empty, and no number of its own. */
const isOwn = (compte: ProductRow, column: string): boolean =>
  ![null, '0', told(compte, 'nombre_non_accordees')].includes(told(compte, column));

const byDecision = (comptes: readonly ProductRow[]): Query[] =>
  comptes.flatMap((r) =>
    DITS.filter(([column]) => isOwn(r, column)).map(
      ([, decision]) =>
        (c: Cellule) =>
          c.decision === decision && covers(r, comptes, c),
    ),
  );

describe('applications counted', () => {
  test('no count of 1 to 4 of those not granted is told, nor is the difference of others', () => {
    fc.assert(
      fc.property(registres, (demandes) => {
        const comptes = comptesOf(demandes);
        const setAside = possible(demandes, comptes, DECISIONS);
        const queries = [...byDecision(comptes), ...queriesOf(comptes)];
        for (const own of derivable(queries, setAside))
          expect(isTellable(count(demandes, own)), JSON.stringify(own)).toBe(true);
      }),
      runs(15, 150),
    );
  });

  test('nor is the sum that fewer than five asked for', () => {
    fc.assert(
      fc.property(registres, (demandes) => {
        const comptes = comptesOf(demandes);
        const asked = possible(demandes, comptes, ['accordee', ...DECISIONS]).filter(
          (c) => c.decision !== 'accordee' || count(demandes, [c]) > 0,
        );
        for (const own of derivable(queriesOf(comptes), asked))
          expect(isTellable(count(demandes, own)), JSON.stringify(own)).toBe(true);
      }),
      runs(15, 150),
    );
  });

  test('each row counts and sums what it says, and the rows of a kind are all the applications', () => {
    fc.assert(
      fc.property(registres, (demandes) => {
        const comptes = comptesOf(demandes);
        for (const compte of comptes) {
          const own = demandes.filter((d) => covers(compte, comptes, celluleOf(d)));
          const granted = own.filter((d) => d.decision === 'accordee').length;
          expect(compte).toMatchObject({
            nombre_demandes: own.length,
            nombre_accordees: granted,
            nombre_non_accordees: own.length - granted,
            montant_demande: BigInt(own.length) * 20_000n,
            montant_accorde: BigInt(granted) * 10_000n,
          });
        }
        for (const portee of ['appel', 'territoire', 'priorite']) {
          const own = comptes.filter((r) => r['portee'] === portee);
          const total = own.reduce((a, r) => a + Number(r['nombre_demandes']), 0);
          if (own.length > 0) expect(total, portee).toBe(demandes.length);
        }
      }),
    );
  });

  test('the order of the sheet says nothing', () => {
    const set = fc.tuple(registres, fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(set, ([demandes, stream]) => {
        const shuffled = demandes
          .map((d) => [stream.next().value, d] as const)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([, d]) => d);
        const byId = (rows: readonly ProductRow[]) =>
          [...rows].sort((a, b) => (String(a['compte_id']) < String(b['compte_id']) ? -1 : 1));
        expect(byId(comptesOf(shuffled))).toEqual(byId(comptesOf(demandes)));
      }),
    );
  });
});
