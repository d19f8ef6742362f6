/** Free text that seems to tell of a person is in no edition, and the office has the list of what was held back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, emptyBuilt } from '../../../pipelines/build';
import { Journal } from '../../../pipelines/lib/constats';
import { SILENCE } from '../../../pipelines/lib/progress';
import { run } from '../../../pipelines/run';
import { suppress } from '../../../pipelines/steps/suppress';
import { type Edition, EDITIONS, EDITIONS_SCELLEES } from '../../../src/lib/domain/column';
import { BILAN, BUDGET, makeDepot } from '../lib/redditions';
import { readRows } from '../lib/csv';
import { tempFolder } from '../../lib/temp';

const TELEPHONE = 'Appelez au 450 555-0142.';
const COURRIEL = 'Écrivez à jeanne@organisme.example';
const NOM = 'Madame Roy m’a aidé.';

/** Every text of each edition. */
type Textes = Record<Edition, string>;

async function makeFund(champs: Record<string, string | boolean>, poste?: string) {
  const root = tempFolder();
  const dossiers = await makeDepot(root, {
    avant: (d) => {
      Object.assign(d.bilan.champs, champs);
      if (poste) Object.assign(d.budget.tableaux['depenses']![0]!, { description: poste });
    },
  });
  return { root, dossiers };
}

async function textesWith(
  champs: Record<string, string | boolean>,
  poste?: string,
): Promise<Textes> {
  const { dossiers } = await makeFund(champs, poste);
  const built = emptyBuilt();
  await build({ dossiers, au: null, journal: new Journal(), progress: SILENCE }, built);
  const say = (edition: Edition) =>
    JSON.stringify(suppress(built.product!, edition), (_, v: unknown) =>
      typeof v === 'bigint' ? String(v) : v,
    );
  return Object.fromEntries(EDITIONS.map((edition) => [edition, say(edition)])) as Textes;
}

describe('a text that holds how to reach a person', () => {
  let textes: Textes;
  beforeAll(async () => {
    textes = await textesWith({ ecarts: TELEPHONE, temoignage: COURRIEL }, TELEPHONE);
  });

  test.each(EDITIONS)('is not in the edition %s', (edition) => {
    for (const held of ['555-0142', 'jeanne@']) expect(textes[edition]).not.toContain(held);
  });

  test.each(EDITIONS_SCELLEES)('leaves words in its place in the edition %s', (edition) => {
    expect(textes[edition]).toContain('Texte retenu');
  });
});

test('a testimony without consent is in no edition', async () => {
  const textes = await textesWith({ consentement: false });
  for (const edition of EDITIONS) expect(textes[edition]).not.toContain('J’ai enfin un toit.');
});

test('a name, in a testimony or an answer, is in no edition', async () => {
  const textes = await textesWith({ temoignage: NOM, ecarts: 'M. J. Roy est au 12, rue du Lac.' });
  for (const edition of EDITIONS) expect(textes[edition]).not.toMatch(/Roy|rue du Lac/);
});

describe('the list of the office', () => {
  async function listOf(champs: Record<string, string>, poste?: string): Promise<string> {
    const { root } = await makeFund(champs, poste);
    const output = { write: () => undefined, isTTY: false };
    expect((await run({ racine: root, fonds: 'vallee', output })).ok).toBe(true);
    return readFileSync(path.join(root, 'sorties/vallee/textes-retenus.csv'), 'utf8');
  }

  test('says where and why, and never what', async () => {
    const csv = await listOf({ ecarts: TELEPHONE, temoignage: NOM }, COURRIEL);
    expect(csv).not.toMatch(/555-0142|Roy|jeanne@/);
    const rows = readRows(csv, ';');
    expect(rows.map((row) => Object.values(row))).toEqual([
      [
        `prive/redditions/2021-2022/${BILAN}`,
        ...['Écarts et suite', 'G1'],
        ...['semble contenir un numéro de téléphone', 'DONNÉES FICTIVES'],
      ],
      [
        `prive/redditions/2021-2022/${BILAN}`,
        ...['Témoignage', 'H1'],
        ...['semble contenir le nom d’une personne', 'DONNÉES FICTIVES'],
      ],
      [
        `prive/redditions/2021-2022/${BUDGET}`,
        ...['Dépenses', 'B8'],
        ...['semble contenir une adresse de courriel', 'DONNÉES FICTIVES'],
      ],
    ]);
  });

  test('is a heading alone when nothing is held back', async () => {
    expect((await listOf({})).trim().split('\r\n')).toHaveLength(1);
  });
});
