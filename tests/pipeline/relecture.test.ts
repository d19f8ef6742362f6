/** What is written is read again by another reader before it is published: a file that says something else is seen. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeParquet } from '../../pipelines/lib/parquet';
import { verify } from '../../pipelines/steps/publish';
import type { EditionTable } from '../../pipelines/steps/suppress';
import { TABLES } from '../../src/lib/domain/tables';
import { tempFolder } from '../lib/temp';

const { octroi_id, priorite_id, montant_accorde } = TABLES.ventilations.colonnes;
const COLONNES = { octroi_id, priorite_id, montant_accorde };

const tableOf = (montants: readonly bigint[], colonnes: object = COLONNES): EditionTable => ({
  nom: 'ventilations',
  colonnes: Object.entries(colonnes) as EditionTable['colonnes'],
  rows: montants.map((cents, i) => ({
    ...{ octroi_id: `O-${i}`, priorite_id: 'faim', montant_accorde: cents },
  })),
});

test.each<[string, EditionTable, RegExp | null]>([
  ['the same', tableOf([1010n, 2020n]), null],
  ['a cent more', tableOf([1010n, 2021n]), /ne rend pas ce qui a été écrit \(somme de montant/],
  ['a row less', tableOf([3030n]), /la relecture de ventilations\.parquet ne rend pas/],
  ['a column less', tableOf([1010n, 2020n], { octroi_id, montant_accorde }), /ne rend pas/],
])('%s', async (_, written, refusal) => {
  const file = path.join(tempFolder(), 'ventilations.parquet');
  await writeParquet([{ table: written, file }]);
  const reading = verify(tableOf([1010n, 2020n]), file);
  if (refusal === null) await reading;
  else await expect(reading).rejects.toThrow(refusal);
});
