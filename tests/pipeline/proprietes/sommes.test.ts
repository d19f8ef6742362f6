/** Random registers: what goes in comes out, to the cent, by bucket, cycle and exercice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicFolder, runFund } from '../lib/publication';
import { type Registre, workbookOf } from '../lib/registre';
import { tempFolder } from '../../lib/temp';
import { batir, lire, tablesOf, type Tables } from './etapes';
import { Monde } from './monde';
import { essais, registreOf, registres } from './registres';
import type { Plan, ProjetPlan } from './plans';
import { fautesDesVentilations, sommesDuProduit, sommesDuRegistre } from './sommes';

const RELUES = [
  ...['enveloppes', 'apports', 'octrois', 'ventilations', 'versements', 'controles'],
  ...[
    'comptes_demandes',
    'projets',
    'organismes',
    'projets_priorites',
    'annonces',
    'appels',
    'exercices',
  ],
];

const JUMEAU: ProjetPlan = {
  ...{ cycle: 1, territoire: 0, organisme: 0, parNom: false, titre: 'Un toit', touchees: true },
  ...{ description: '', coupes: [], priorite: 0, indicateurs: 1, demande: null },
  decisions: [{ bailleur: 0, cents: 100, jour: 0, annonce: 0, amendements: [], versements: [] }],
};

/** Two projects of one organisation and cycle, of one title but for « (P-1) » and « (P-2) ». */
const JUMEAUX: Plan = {
  projets: [JUMEAU, JUMEAU],
  ...{ virements: [], mouvements: [], refus: [], annonces: [], frais: [], marge: 0 },
};

function hold(registre: Registre, tables: Tables): void {
  expect(sommesDuProduit(tables)).toEqual(sommesDuRegistre(registre));
  expect(fautesDesVentilations(registre, tables)).toEqual([]);
  expect(tables['octrois']).toHaveLength(registre.octrois.length);
  expect(tables['versements']).toHaveLength(registre.versements.length);
  expect(tables['projets']).toHaveLength(registre.projets.length);
  const exercices = new Set(tables['exercices']?.map((e) => e['exercice_id']));
  for (const { exercice_id: id } of [...tables['octrois']!, ...tables['versements']!])
    expect(exercices).toContain(id);
}

test('random registers have what makes sums hard', () => {
  const some = fc.sample(registres, 100);
  const count = (has: (registre: Registre) => boolean) => some.filter(has).length;
  const held = {
    cycles: count((r) => new Set(r.projets.map((p) => p['Cycle'])).size > 1),
    amendements: count((r) => r.octrois.some((o) => o['Nature'] === 'Amendement')),
    virements: count((r) => r.enveloppes.some((e) => e['Mouvement'] === 'Virement')),
    parts: count((r) => r.projets_priorites.length > r.projets.length),
    bailleurs: count((r) => new Set(r.octrois.map((o) => o['Bailleur'])).size > 1),
    annonces: count((r) => r.annonces.some((a) => a['Territoire'])),
    versements: count((r) => r.versements.length > 1),
    demandes: count((r) => Object.keys(sommesDuRegistre(r)['demandes'] ?? {}).length > 0),
  };
  for (const [what, n] of Object.entries(held)) expect(n, what).toBeGreaterThan(10);
});

describe('random registers', () => {
  const fund = new Monde(tempFolder());

  test('nothing is found in them, and sums in are sums out', async () => {
    await fc.assert(
      fc.asyncProperty(registres, fc.boolean(), async (registre, csv) => {
        if (csv) fund.receiveCsv(registre);
        else fund.receiveWorkbook(workbookOf(registre));
        const bati = await batir(fund);
        expect(bati.constats).toEqual([]);
        hold(registre, tablesOf(bati));
      }),
      essais(6, 60),
    );
  });

  test('projects told apart by what is in parentheses are two projects', async () => {
    const registre = registreOf(JUMEAUX);
    fund.receiveCsv(registre);
    expect((await batir(fund)).constats).toEqual([]);
  });

  test('through Parquet, as another reader finds it', async () => {
    await fc.assert(
      fc.asyncProperty(registres, async (registre) => {
        fund.receiveWorkbook(workbookOf(registre));
        const { ok, said } = await runFund(fund.root, fund.id);
        expect(ok, said).toBe(true);
        hold(registre, await lire(publicFolder(fund.root, fund.id), RELUES));
      }),
      essais(1, 8),
    );
  });
});
