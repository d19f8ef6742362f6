/** The demonstration fund published four times: one report more, one answer corrected, one report taken away. */
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addPublication } from '../../pipelines/lib/historique';
import { attack } from '../../pipelines/attaque/index';
import { readPublie } from '../../pipelines/attaque/lecture';
import { AU_COMPLET } from '../lib/ampleur';
import { attaquer } from '../lib/modele/index';
import { removeTempFolders, tempFolder } from '../lib/temp';
import { publicFolder, runFund, sha256Of } from './lib/publication';
import { answerOf, patchPart } from './lib/redditions';

afterAll(removeTempFolders);

const EXERCICE = '2024-2025';
const BILAN = 'La Table perlee - reddition de comptes 2024-2025.docx';
const BUDGET = 'La Table perlee - depenses 2024-2025.xlsx';
/** Tables of what reports say. */
const REDDITIONS = [
  'comptes_personnes',
  'totaux_reponses',
  'totaux_depenses',
  'comptes_redditions',
];

test('one report, one answer more and one report less give nothing small', AU_COMPLET, async () => {
  const root = tempFolder();
  const dossierDuFonds = path.join(root, 'data/demo');
  cpSync('data/demo', dossierDuFonds, { recursive: true });
  const recus = path.join(dossierDuFonds, 'prive/redditions');
  const inRecus = (nom: string) => path.join(recus, EXERCICE, nom);
  const [bilan, budget] = [readFileSync(inRecus(BILAN)), readFileSync(inRecus(BUDGET))];
  const hashes: string[][] = [];
  const dossiers: string[] = [];

  const publish = async () => {
    const { ok, said } = await runFund(root, 'demo');
    expect(ok, said).toBe(true);
    const de = publicFolder(root, 'demo');
    hashes.push(REDDITIONS.map((table) => sha256Of(path.join(de, `${table}.parquet`))));
    const { numero } = await addPublication({ dossierDuFonds, fonds: 'demo', de, au: null });
    dossiers.push(path.join(dossierDuFonds, 'publications', String(numero)));
    return said;
  };

  const findsNothing = async () => {
    const sur = await attaquer(dossiers, { plancher: 0 });
    expect(sur.indecises).toEqual([]);
    expect([...sur.personnes, ...sur.demandes, ...sur.etats, ...sur.argent]).toEqual([]);
  };

  for (const nom of [BILAN, BUDGET]) rmSync(inRecus(nom));
  await publish();
  writeFileSync(inRecus(BILAN), bilan);
  writeFileSync(inRecus(BUDGET), budget);
  expect(await publish()).toMatch(/2 fichiers .* ne comptent pas encore dans les totaux publics/);
  const corrige = 'La Table perlee - reddition corrigee 2024-2025.docx';
  const answer = (file: Uint8Array, code: string, valeur: number) =>
    patchPart(file, 'word/document.xml', answerOf(code), `$1<w:r><w:t>${valeur}</w:t></w:r>$3`);
  // One child more, 3 -> 4, and one adult less: as many people.
  writeFileSync(inRecus(corrige), answer(answer(bilan, 'C4', 4), 'C6', 13));
  appendFileSync(path.join(recus, 'receptions.csv'), `${EXERCICE},${corrige},2026-10-20,\n`);
  await publish();
  for (const own of hashes) expect(own).toEqual(hashes[0]);
  await findsNothing();
  for (const nom of readdirSync(path.join(recus, EXERCICE)))
    if (nom.includes('P24-006')) rmSync(inRecus(nom));
  await publish();
  await findsNothing();
  const [before, after] = await Promise.all(dossiers.slice(-2).map((one) => readPublie(one)));
  const marked = new Set(
    after!.comptes_personnes.filter((r) => r['nombre'] === null).map((r) => r['compte_id']),
  );
  const told = before!.comptes_personnes.filter((r) => r['nombre'] !== null);
  // Which cells lose their number would tell whose report went.
  expect(told.filter((r) => marked.has(r['compte_id'] ?? null))).toEqual([]);
  const gate = await attack(dossiers.at(-1)!, dossiers.slice(0, -1));
  expect(gate.percees).toEqual([]);
});
