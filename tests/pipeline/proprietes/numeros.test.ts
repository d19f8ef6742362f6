/** A number names one row, whatever its case and wherever the register is kept. */
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { add, change, PROPRE, type Registre, RegistreFund } from '../lib/registre';
import { tempFolder } from '../../lib/temp';
import { batir } from './etapes';

/** Findings about a register kept with the private files, or, as that of an invented fund may be, with the others. */
async function examine(registre: Registre, kept: 'apart' | 'with others') {
  const fund = new RegistreFund(tempFolder(), registre);
  if (kept === 'with others') {
    renameSync(path.join(fund.folder, 'prive', 'recu'), path.join(fund.folder, 'recu'));
    rmSync(path.join(fund.folder, 'prive'), { recursive: true });
  }
  return (await batir(fund)).constats;
}

const placeOf = (c: { regle: string; feuille?: string | null; cellule?: string | null }) =>
  `${c.regle} ${c.feuille}!${c.cellule}`;

describe.each(['apart', 'with others'] as const)('a register kept %s', (kept) => {
  test('is clean', async () => {
    expect(await examine(PROPRE, kept)).toEqual([]);
  });

  test('two numbers that only their case tells apart are refused', async () => {
    const twice = change(PROPRE, 'projets', 2, { Numéro: 'p-1' });
    expect((await examine(twice, kept)).map(placeOf)).toContain('doublon Projets!A4');
  });

  test('so are two rows of one project and priority', async () => {
    const row = { Projet: 'p-1', Priorité: 'logement', Part: 100 };
    const twice = add(PROPRE, 'projets_priorites', row);
    expect((await examine(twice, kept)).map(placeOf)).toContain('doublon Projets-priorités!B6');
  });
});
