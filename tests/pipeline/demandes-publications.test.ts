/** Applications of a fund published again and again, through the whole pipeline. */
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FeuilleId } from '../../pipelines/sources/kind';
import { addPublication } from '../../pipelines/lib/historique';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { demandesComptees } from '../../src/lib/data/queries/demandes-comptees';
import { ask } from '../../src/lib/data/question';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { tempFolder } from '../lib/temp';
import { publicFolder, publishedBytes, runFund } from './lib/publication';
import {
  add,
  change,
  PROPRE,
  type Rangee,
  type Registre,
  RegistreFund,
  workbookOf,
} from './lib/registre';

const DEMANDE = PROPRE.demandes[3]!;
const demandes = (from: number, n: number, cells: Rangee = {}): Rangee[] =>
  Array.from({ length: n }, (_, i) => ({ ...DEMANDE, ...cells, Numéro: `DEM-${from + i}` }));
const FIRST = add(PROPRE, 'demandes', ...demandes(6, 12), ...demandes(18, 8, { Appel: 'APP-2' }));

/** A fund whose register is published, then kept in its history. */
class Suite {
  readonly fund = new RegistreFund(tempFolder(), null);
  readonly folder = publicFolder(this.fund.root, this.fund.id);

  /** Bytes of each table that a register gives. */
  async run(registre: Registre): Promise<Record<string, string>> {
    this.fund.receiveWorkbook(workbookOf(registre));
    const { ok, said } = await runFund(this.fund.root, this.fund.id);
    expect(ok, said).toBe(true);
    return publishedBytes(this.folder);
  }

  async publish(registre: Registre): Promise<Record<string, string>> {
    const bytes = await this.run(registre);
    const dossierDuFonds = path.join(this.fund.root, 'data', this.fund.id);
    await addPublication({ dossierDuFonds, fonds: this.fund.id, de: this.folder, au: null });
    return bytes;
  }

  async counts(au: string | null) {
    const engine = await openNodeEngine(this.folder);
    const rows = await ask(engine, demandesComptees, { ...SANS_CHOIX, au });
    await engine.close();
    return rows.map((r) => [r.compte_id, r.nombre_demandes, r.montant_demande, r.montant_accorde]);
  }
}

const TABLES = ['comptes_demandes.parquet', 'demandes.parquet'];

test('one application more changes no byte of their counts, and five more do', async () => {
  const suite = new Suite();
  const before = await suite.publish(FIRST);
  const one = await suite.run(add(FIRST, 'demandes', ...demandes(26, 1)));
  const five = await suite.run(add(FIRST, 'demandes', ...demandes(26, 5)));
  for (const table of TABLES) {
    expect([table, one[table]]).toEqual([table, before[table]]);
    expect([table, five[table]]).not.toEqual([table, before[table]]);
  }
});

test('a fund that changed nothing publishes the same bytes, history or not', async () => {
  const suite = new Suite();
  const before = await suite.publish(FIRST);
  expect(await suite.run(FIRST)).toEqual(before);
});

test('what is granted after the counts is in none of them, at any day', async () => {
  const suite = new Suite();
  const bytes = await suite.publish(FIRST);
  const [before, then] = [await suite.counts(null), await suite.counts('2023-06-30')];
  expect(before.length).toBeGreaterThan(2);
  const [projet, octroi, annonce] = [PROPRE.projets[0], PROPRE.octrois[0], PROPRE.annonces[0]];
  const added: readonly [FeuilleId, Rangee][] = [
    ['projets', { ...projet, Numéro: 'P-4', Titre: 'Jardin ouvert' }],
    ['projets_priorites', { Projet: 'P-4', Priorité: 'Se loger', Part: 100 }],
    [
      'octrois',
      {
        ...octroi,
        ...{ Numéro: 'OCT-6', Projet: 'P-4', Annonce: 'ANN-3' },
        'Date de décision': { jour: '2023-05-10' },
      },
    ],
    [
      'annonces',
      {
        ...annonce,
        ...{ Numéro: 'ANN-3', 'Date d’annonce': { jour: '2023-05-20' } },
        'Montant annoncé': octroi!['Montant accordé']!,
      },
    ],
  ];
  const granted = change(FIRST, 'demandes', 5, { Décision: 'Accordée', Projet: 'P-4' });
  const after = await suite.run(
    added.reduce((registre, [feuille, row]) => add(registre, feuille, row), granted),
  );
  expect(after['octrois.parquet']).not.toBe(bytes['octrois.parquet']);
  expect(await suite.counts(null)).toEqual(before);
  expect(await suite.counts('2023-06-30')).toEqual(then);
});
