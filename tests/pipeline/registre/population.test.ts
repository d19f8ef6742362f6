/** Populations of a fund's own list, with the source that only this list cites. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { publicFolder, runFund } from '../lib/publication';
import { RegistreFund } from '../lib/registre';
import { openPublication } from '../lib/sql';
import { tempFolder } from '../../lib/temp';

const TERRITOIRES = `territoire_id,nom,nature,population,population_annee,population_source_id
val,Val-Cendré,mrc,9000,2021,denombrement
rive,Rive-aux-Hérons,mrc,12000,2021,denombrement
pointe,Pointe-d'Étain,mrc,11000,2021,denombrement
lande,Lande-Grise,mrc,10000,2021,denombrement
crete,Crête-au-Vent,mrc,,,
regional,Régional,regional,,,
non-ventile,Non ventilé,non-ventile,,,
`;
const SOURCES = `source_id,titre,editeur,url,date
denombrement,Habitants des vallées,Bureau des brumes,https://exemple.org/habitants,2021-03
`;

test('are published with their year and their source, which the package cites', async () => {
  const fund = new RegistreFund(tempFolder());
  fund.write('reference/territoires.csv', TERRITOIRES);
  fund.write('reference/sources.csv', SOURCES);
  const { ok, said } = await runFund(fund.root, fund.id);
  expect(ok, said).toBe(true);
  const folder = publicFolder(fund.root, fund.id);
  const db = await openPublication(folder, ['territoires', 'sources']);
  const rows = await db.rows(
    `SELECT territoire_id, population, population_annee, population_faible_revenu, editeur, date_source, provenance
     FROM territoires t LEFT JOIN sources s ON s.source_id = t.population_source_id
     WHERE territoire_id IN ('val', 'crete') ORDER BY territoire_id`,
  );
  db.close();
  const unknown = { population: null, population_annee: null, population_faible_revenu: null };
  expect(rows).toEqual([
    { territoire_id: 'crete', ...unknown, editeur: null, date_source: null, provenance: null },
    {
      ...{ territoire_id: 'val', population: '9000', population_annee: '2021' },
      ...{ population_faible_revenu: null, editeur: 'Bureau des brumes', date_source: '2021-03' },
      provenance: 'reference/sources.csv!A2',
    },
  ]);
  const { sources } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'));
  expect(sources).toContainEqual({
    title: 'Bureau des brumes : Habitants des vallées',
    path: 'https://exemple.org/habitants',
  });
});

test('a source that no list has is refused at its cell', async () => {
  const fund = new RegistreFund(tempFolder());
  fund.write('reference/territoires.csv', TERRITOIRES);
  const { blocking } = await runFund(fund.root, fund.id);
  expect(blocking).toHaveLength(4);
  expect(blocking[0]).toMatchObject({
    ...{ regle: 'reference-orpheline', fichier: 'reference/territoires.csv', cellule: 'F2' },
    valeur: 'denombrement',
  });
});
