/** Whoever has only what is published cannot work out a count of 1 to 4 applications that were not granted. */
import { expect, test } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import type { ProductRow } from '../../pipelines/steps/link/rows';
import { comptesOf, type Demande, drawDemandes, listesDemandes } from '../lib/demandes';
import { createTirage, drawFonds } from '../lib/hasard-personnes';
import { attackProduct } from './lib/attaque';

const assail = (comptes_demandes: readonly ProductRow[]) =>
  attackProduct({ ...drawFonds(1, 0), ...listesDemandes, comptes_demandes });

const PORTEES = ['appel', 'territoire', 'priorite'] as const;
const CYCLE = '2024-2029';

/** Every count told as it is. */
function openComptes(demandes: readonly Demande[]): ProductRow[] {
  const row = (portee: string, id: string, own: readonly Demande[]): ProductRow => ({
    ...{ compte_id: `${CYCLE}/${portee}${id && `/${id}`}`, cycle_id: CYCLE, portee },
    ...(id ? { [`${portee}_id`]: id } : {}),
    nombre_demandes: own.length,
    nombre_non_accordees: own.filter((d) => d.decision !== 'accordee').length,
  });
  const ids = (portee: (typeof PORTEES)[number]) => [...new Set(demandes.map((d) => d[portee]))];
  return [
    row('cycle', '', demandes),
    ...PORTEES.flatMap((portee) =>
      ids(portee).map((id) =>
        row(
          portee,
          id,
          demandes.filter((d) => d[portee] === id),
        ),
      ),
    ),
  ];
}

const smallIn = (comptes: readonly ProductRow[]) =>
  comptes.filter((r) => [1, 2, 3, 4].includes(Number(r['nombre_non_accordees'])));

/** Rows and applications that are told by call, territory and priority, and where a kind with a small row is not told at all. */
function measure(demandes: readonly Demande[]): string {
  const [own, open] = [comptesOf(demandes), openComptes(demandes)];
  const alone = PORTEES.flatMap((portee) => own.filter((r) => r[`${portee}_id`] !== undefined));
  const small = new Set(smallIn(open).map((r) => r['portee']));
  const whole = open.filter((r) => r['portee'] !== 'cycle' && !small.has(r['portee']));
  const all = open.filter((r) => r['portee'] !== 'cycle');
  const count = (rows: readonly ProductRow[]) =>
    rows.reduce((a, r) => a + Number(r['nombre_demandes']), 0);
  return (
    `${alone.length} rangées dites seules sur ${all.length}, ${count(alone)} demandes sur ${count(all)} ` +
    `(rangées entières : ${whole.length} rangées, ${count(whole)} demandes)`
  );
}

test.each(
  sampleOf(
    [
      [2, 25],
      [1, 12],
      [3, 70],
      [4, 200],
    ] as const,
    1,
  ),
)('nothing small is had from fund %i of %i applications', async (graine, nombre) => {
  const demandes = drawDemandes(createTirage(graine), nombre);
  const { cachees, percees, contredites } = await assail(comptesOf(demandes));
  expect({ percees, contredites }).toEqual({ percees: [], contredites: [] });
  expect(cachees).toBeGreaterThan(50);
  process.stdout.write(`${nombre} demandes : ${measure(demandes)}\n`);
});

test('told as they are, small counts are found', async () => {
  const comptes = openComptes(drawDemandes(createTirage(2), 25));
  const small = smallIn(comptes).map((r) => `demandes/${String(r['compte_id'])}`);
  const { percees } = await assail(comptes);
  expect(small.length).toBeGreaterThan(1);
  expect(percees.map((p) => p.nom)).toEqual(expect.arrayContaining(small));
});

test('left out alone, a small count is found by difference, at its true value', async () => {
  const comptes = openComptes(drawDemandes(createTirage(2), 25));
  const [hidden] = smallIn(comptes);
  const { percees } = await assail(comptes.filter((r) => r !== hidden));
  const nombre = Number(hidden?.['nombre_non_accordees']);
  expect(percees).toContainEqual({
    nom: `demandes/${String(hidden?.['compte_id'])}/refusee+retiree+en-attente`,
    ...{ min: nombre, max: nombre },
  });
});

test('a call of one refusal, whose applications are told elsewhere, is found', async () => {
  const demandes = drawDemandes(createTirage(3), 70);
  const comptes = comptesOf(demandes);
  const [whole] = comptes;
  const others = comptes.filter((r) => r['portee'] !== 'appel');
  const told = (appel_id: string, nombre: number) => ({
    ...{ ...whole, compte_id: `${CYCLE}/appel/${appel_id}`, portee: 'appel', appel_id },
    ...{ nombre_non_accordees: nombre, nombre_en_attente: null },
  });
  const all = Number(whole?.['nombre_non_accordees']);
  const calls = [told('A1', all - 11), told('A3', 5), told('A4', 5)];
  const { percees } = await assail([...others, ...calls]);
  expect(percees).toContainEqual({
    nom: `demandes/${CYCLE}/appel/A2/refusee+retiree+en-attente`,
    ...{ min: 1, max: 1 },
  });
});
