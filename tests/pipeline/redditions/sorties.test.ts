/** What staff get from the reports: the list of reminders, the files to send back, money side by side. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AU_COMPLET } from '../../lib/ampleur';
import { commandeOf } from '../../lib/commande';
import { readDocument } from '../../../pipelines/lib/docx/read';
import { textOf } from '../../../pipelines/lib/docx/document';
import { SILENCE } from '../../../pipelines/lib/progress';
import { readRedditions } from '../../../pipelines/lib/redditions';
import { readWorkbook } from '../../../pipelines/lib/xlsx/read';
import { describeRappel, listRappels, rappelsToCsv } from '../../../pipelines/rappels/rappels';
import { writeRapprochement } from '../../../pipelines/rapprochement/rapprochement';
import { listRetours, sayToOrganisme } from '../../../pipelines/retours/retours';
import { etatDe } from '../../../pipelines/steps/redditions/reddition';
import { openParts, textOf as textOfPart } from '../../lib/annotations';
import { runProgram } from '../lib/publication';
import { type Changes, EXERCICE, makeDepot } from '../lib/redditions';
import { tempFolder } from '../../lib/temp';

async function known(changes: Changes = {}) {
  const root = tempFolder();
  await makeDepot(root, changes);
  return { root, ...(await readRedditions(root, 'vallee', null, SILENCE)) };
}

const champs = (values: Record<string, string | number | bigint | boolean>): Changes => ({
  avant: (d) => Object.assign(d.bilan.champs, values),
});

test('the fund as of a day has not received what came later', async () => {
  const root = tempFolder();
  await makeDepot(root);
  const on = async (au: string) => {
    const { redditions } = await readRedditions(root, 'vallee', au, SILENCE);
    const [first] = redditions.liste;
    return [first && etatDe(first, redditions.au).etat, redditions.comptes.recus];
  };
  expect(await on('2022-05-19')).toEqual(['attendue', 0]);
  expect(await on('2022-05-20')).toEqual(['complete', 2]);
});

describe('reminders', () => {
  test('are of reports of past exercices that are not whole, with their days', async () => {
    const { redditions } = await known();
    const at = (au: string) => listRappels({ ...redditions, au }).map(describeRappel);
    expect(at('2022-05-22')).toEqual([
      'P-2, 2021-2022 : non reçue, 10 jours restants. Atelier des Roseaux. Manque : Le bilan Word et le budget Excel',
    ]);
    expect(at('2022-06-02')[0]).toContain('en retard de 1 jour.');
    expect(at('2022-05-19')).toHaveLength(2);
    expect([at('2022-03-31'), at('2022-04-01')].map((l) => l.length)).toEqual([0, 2]);
    expect(at('2023-05-31').map((l) => l.slice(0, 14))).toEqual([
      'P-2, 2021-2022',
      'P-2, 2022-2023',
      'P-3, 2022-2023',
      'P-1, 2022-2023',
    ]);
  });

  test('as a table to merge, each row says what is missing and of which fund', async () => {
    const { redditions } = await known({
      avant: (d) => delete d.bilan.champs['personnes'],
    });
    const seen = { ...redditions, au: '2022-05-22' };
    const lines = rappelsToCsv(seen, listRappels(seen)).replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe(
      'organisme;projet;titre;exercice;echeance;etat;jours_restants;jours_retard;manque;fonds;au',
    );
    expect(lines[2]).toBe(
      'Maison du Héron;P-1;Un toit au Val;2021-2022;1er juin 2022;incomplète;;;C2 Personnes différentes;Fonds de la Vallée-aux-Brumes, DONNÉES FICTIVES;22 mai 2022',
    );
  });
});

describe('what goes back to an organisation', () => {
  const retours = async (changes: Changes) => {
    const { redditions, journal } = await known(changes);
    return listRetours(redditions, EXERCICE, journal.all);
  };

  test('nothing, when nothing is wrong', async () => {
    expect(await retours({})).toEqual([]);
  });

  test('its Word form with a page in front, question by question, and the rest as it was', async () => {
    const { redditions, journal } = await known(champs({ personnes_pauvrete: 99, depense: 1n }));
    const [word] = listRetours(redditions, EXERCICE, journal.all);
    expect(word).toMatchObject({ organisme: 'Maison du Héron', nom: 'P-1-bilan-a-completer.docx' });
    const read = (bytes: Uint8Array) => {
      const found = readDocument(bytes);
      if (!found.ok) throw new Error(found.message);
      return textOf(found.document.corps);
    };
    const text = read(word?.contenu as Uint8Array);
    const sent = redditions.liste[0]?.recus[0]?.fichier.bytes ?? new Uint8Array();
    expect(text.endsWith(read(sent))).toBe(true);
    const page = text.slice(0, text.length - read(sent).length);
    expect(page).toMatch(/^À compléter\n/);
    expect(page).toContain('DONNÉES FICTIVES');
    expect(page).toContain('C3 Dont personnes en situation de pauvreté');
    expect(page).toMatch(/• 99 dépasse les personnes différentes \(60\)/);
    expect(page).toContain('G6 Somme du fonds dépensée pendant l’exercice');
    expect(page).not.toMatch(/demandez|l’organisme/);
  });

  test('its workbook with a note on each cell', async () => {
    const files = await retours({
      avant: (d) => (d.budget.champs['solde_debut'] = 5n),
    });
    const budget = files.find((f) => f.nom === 'P-1-budget-a-completer.xlsx');
    const parts = openParts(budget?.contenu as Uint8Array);
    expect(textOfPart(parts, 'xl/comments1.xml')).toMatch(/ref="B8".*solde du début/is);
  });

  test('a message that names what did not come', async () => {
    const files = await retours({ apres: (d) => d.fichiers.delete(`${EXERCICE}/budget.xlsx`) });
    expect(files.map((f) => f.nom)).toEqual(['message.txt']);
    expect(files[0]?.contenu).toMatch(/Le budget Excel n’est pas arrivé/);
  });

  test('what the fund would do is not asked of the organisation', () => {
    const say = (message: string) => sayToOrganisme({ regle: 'reponse-requise-absente', message });
    expect(say('C2 : cette réponse est obligatoire et manque ; demandez-la')).toBe(
      'C2 : cette réponse est obligatoire et manque. Écrivez la réponse dans sa case.',
    );
    expect(say('ce montant est ambigu : écrivez 1 234,00')).toBe(
      'Ce montant est ambigu : écrivez 1 234,00.',
    );
  });
});

test('money side by side: granted, paid, spent twice, and a fund that adds up to the cent', async () => {
  const { built, journal } = await known(champs({ depense: 3_000_100n }));
  const bytes = writeRapprochement({
    nom: 'Fonds',
    fictif: true,
    product: built.product!,
    constats: journal.all,
  });
  const found = readWorkbook(bytes);
  if (!found.ok) throw new Error(found.message);
  const rows = (nom: string) =>
    found.classeur.feuilles
      .find((f) => f.nom === nom)!
      .rangees.map((r) => r.cellules.map((c) => c.texte));
  expect(rows('Projets')[1]).toEqual([
    ...['P-1', 'Un toit au Val', EXERCICE, '80000.25', '40000', '40000', '30000', '30001', '1'],
    '10000',
    expect.stringContaining('1,00\u00a0$ d’écart'),
    expect.stringMatching(/bilan\.docx!Écarts et suite!G6 ; .*budget\.xlsx!Dépenses!E8/),
  ]);
  const fonds = new Map(rows('Fonds').map(([titre, valeur]) => [titre, valeur]));
  expect(fonds.get('Reçu des bailleurs')).toBe('400000');
  expect(fonds.get('Versé aux organismes')).toBe('147500');
  expect(fonds.get('En caisse : reçu moins versé, frais et retourné')).toBe('238999.25');
  expect(fonds.get('Vérification : reçu moins versé, frais, retourné et en caisse')).toBe('0');
  expect(rows('Écarts').some((r) => r[3]?.includes('1,00\u00a0$ d’écart'))).toBe(true);
});

describe('the commands', () => {
  const run = async (root: string, script: string, ...args: string[]) => {
    const { code, said } = await runProgram(
      process.execPath,
      [await commandeOf(script), ...args],
      root,
    );
    return code === 0 ? said : Promise.reject(new Error(said));
  };

  test('write the forms of an exercice, named after their project, ready to fill in', async () => {
    const { root } = await known();
    const said = await run(
      root,
      'pipelines/forms/cli.ts',
      '--fonds',
      'vallee',
      '--exercice',
      '2022-2023',
    );
    expect(said).toMatch(/3 projets/);
    const folder = path.join(root, 'sorties/vallee/formulaires/2022-2023');
    expect(readdirSync(folder).sort()).toEqual(
      ['P-1', 'P-2', 'P-3'].flatMap((p) => [
        `${p}-bilan-2022-2023.docx`,
        `${p}-budget-2022-2023.xlsx`,
      ]),
    );
    const budget = readWorkbook(readFileSync(path.join(folder, 'P-1-budget-2022-2023.xlsx')));
    if (!budget.ok) throw new Error(budget.message);
    const sommaire = budget.classeur.feuilles.find((f) => f.nom === 'Sommaire');
    const debut = sommaire?.rangees.find((r) => r.ligne === 8)?.cellules;
    expect(debut?.map((c) => c.texte)).toEqual([
      'Somme du fonds non dépensée au début de l’exercice',
      '10000',
      '[M3]',
    ]);
  });

  test('write what goes back, one folder an organisation', async () => {
    const { root } = await known(champs({ personnes_pauvrete: 99 }));
    mkdirSync(path.join(root, `sorties/vallee/retours/${EXERCICE}/Ancien`), { recursive: true });
    await run(root, 'pipelines/retours/cli.ts', '--fonds', 'vallee', '--exercice', EXERCICE);
    const folder = path.join(root, 'sorties/vallee/retours', EXERCICE);
    expect(readdirSync(folder)).toEqual(['Maison-du-Heron']);
    expect(readdirSync(path.join(folder, 'Maison-du-Heron')).sort()).toEqual([
      'P-1-bilan-a-completer.docx',
      'message.txt',
    ]);
    await run(root, 'pipelines/rappels/cli.ts', '--fonds', 'vallee', '--au', '2022-05-22');
    expect(existsSync(path.join(root, 'sorties/vallee/rappels.csv'))).toBe(true);
  });

  test('say in French what lacks', AU_COMPLET, async () => {
    const { root } = await known();
    await expect(run(root, 'pipelines/forms/cli.ts', '--fonds', 'vallee')).rejects.toThrow(
      /aucun exercice donné/,
    );
    await expect(
      run(root, 'pipelines/forms/cli.ts', '--fonds', 'vallee', '--exercice', '2010-2011'),
    ).rejects.toThrow(/aucun projet actif en 2010-2011. Exercices avec des projets : 2021-2022/);
    await expect(
      run(root, 'pipelines/rappels/cli.ts', '--fonds', 'vallee', '--au', 'demain'),
    ).rejects.toThrow(/n'est pas un jour/);
  });
});
