import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { ColumnWritten, SheetWritten, TableWritten } from '../../src/lib/xlsx/workbook';
import { registre } from '../sources/registre';
import { unbroken } from '../lib/phrase';
import { buildGabarit, writeGabarit } from './gabarit';
import type { Listes } from './listes';

const listes: Listes = {
  fonds: { id: 'vallee', nom: 'Fonds de la Vallée', fictif: false },
  noms: {
    territoires: ['Amont', 'Aval', 'Régional'],
    priorites: ['Habitation', 'Sécurité alimentaire'],
    cycles: ['Cycle 2019-2024', 'Cycle 2024-2029'],
    bailleurs: ['Ministère'],
  },
  mrc: ['Amont', 'Aval'],
};

const feuilles = buildGabarit(listes);
const tables = (sheets: readonly SheetWritten[]): TableWritten[] =>
  sheets.filter((one) => one.type === 'table');
const pages = (sheets: readonly SheetWritten[]): string[] =>
  sheets.flatMap((one) => (one.type === 'texte' ? one.texte : []));
const sheet = (nom: string, among: readonly SheetWritten[] = feuilles) =>
  tables(among).find((f) => f.nom === nom)!;
const column = (nom: string, titre: string): ColumnWritten =>
  sheet(nom).colonnes.find((c) => c.titre === titre)!;

test('the instructions come first, then the eleven sheets in order, then the hidden lists', () => {
  const own = registre.map(({ feuille }) => feuille.noms[0]);
  expect(feuilles.map(({ nom }) => nom)).toEqual(['Mode d’emploi', ...own, 'Listes']);
  expect(feuilles.filter(({ masquee }) => masquee).map(({ nom }) => nom)).toEqual(['Listes']);
});

test('headings are on row 1, the first spelling of each field, as another reader finds them', async () => {
  const read = await readExcel(Buffer.from(writeGabarit(listes)));
  for (const { feuille, champs } of registre) {
    const found = read.find(({ sheet: nom }) => nom === feuille.noms[0]);
    expect(found?.data).toEqual([Object.values(champs).map(({ entetes }) => entetes[0])]);
  }
});

describe('a column', () => {
  test('offers the names of the fund, from the hidden sheet', () => {
    expect(column('Projets', 'Territoire').choix).toBe("'Listes'!$A$2:$A$4");
    expect(column('Projets-priorités', 'Priorité').choix).toBe("'Listes'!$B$2:$B$3");
    expect(column('Octrois', 'Bailleur').choix).toBe("'Listes'!$D$2:$D$2");
    const cells = sheet('Listes').lignes.map((cells) =>
      cells.map((c) => c?.type === 'texte' && c.texte),
    );
    expect(cells).toEqual([
      ['Amont', 'Habitation', 'Cycle 2019-2024', 'Ministère'],
      ['Aval', 'Sécurité alimentaire', 'Cycle 2024-2029', false],
      ['Régional', false, false, false],
    ]);
  });

  test('offers a closed list in words that people read', () => {
    expect(column('Octrois', 'Nature').choix).toEqual(['Initial', 'Amendement']);
  });

  test('offers the numbers of another sheet, and the names of organisations', () => {
    expect(column('Octrois', 'Projet').choix).toContain("COUNTA('Projets'!$A$2:$A$2000)");
    expect(column('Projets', 'Organisme').choix).toContain("'Organismes'!$B$2");
  });

  test('offers no list where several names go in one cell, and says them', () => {
    const { choix, aide } = column('Projets', 'MRC touchées');
    expect(choix).toBeUndefined();
    expect(aide).toContain('Au choix\u00a0: Amont\u00a0; Aval.');
  });

  test('says whether it must be filled', () => {
    expect(column('Octrois', 'Montant accordé').aide).toMatch(/^Obligatoire\. En dollars/);
    expect(column('Octrois', 'Annonce').aide).toMatch(/^Facultatif\. Annonce publique/);
  });

  test('has its format and room for its heading', () => {
    expect(column('Octrois', 'Montant accordé').format).toBe('montant');
    expect(column('Octrois', 'Date de décision').format).toBe('date');
    expect(column('Projets-priorités', 'Part').format).toBe('entier');
    for (const { colonnes } of tables(feuilles))
      for (const { titre, largeur } of colonnes) expect(largeur).toBeGreaterThan(titre.length + 2);
  });
});

test('help keeps to 255 characters when a fund has many territories', () => {
  const mrc = Array.from({ length: 40 }, (_, i) => `Territoire numéro ${i}`);
  const many = buildGabarit({ ...listes, mrc, noms: { ...listes.noms, territoires: mrc } });
  for (const { colonnes } of tables(many))
    for (const { aide = '' } of colonnes) expect(aide.length).toBeLessThanOrEqual(255);
  expect(() => writeGabarit({ ...listes, mrc })).not.toThrow();
});

test('a fund without one of the lists gets no drop-down for it', () => {
  const none = buildGabarit({ ...listes, noms: { ...listes.noms, priorites: [] } });
  const { colonnes } = sheet('Projets-priorités', none);
  expect(colonnes.find(({ titre }) => titre === 'Priorité')).not.toHaveProperty('choix');
});

test('the instructions describe every sheet, say where the file goes, and name a title', () => {
  const texte = pages(feuilles);
  expect(texte[0]).toBe('Registre\u00a0: Fonds de la Vallée');
  for (const { feuille } of registre)
    expect(texte.some((t) => t.startsWith(`${feuille.noms[0]}\u00a0: `))).toBe(true);
  expect(texte.join('\n')).toContain('prive/vallee/recu/registre/');
  const fictif = buildGabarit({ ...listes, fonds: { ...listes.fonds, fictif: true } });
  expect(pages(fictif).join('\n')).toContain('data/vallee/prive/recu/registre/');
  const core = unzipSync(writeGabarit(listes))['docProps/core.xml'];
  expect(strFromU8(core!)).toContain('<dc:title>Registre : Fonds de la Vallée</dc:title>');
});

test('rows go under the fields that they name, and a field that does not exist is a mistake', () => {
  const id = { type: 'texte', texte: 'P-001' } as const;
  const filled = buildGabarit(listes, { versements: [{ projet: id }] });
  const [row] = sheet('Versements', filled).lignes;
  expect(row).toEqual([null, id, null, null, null, null]);
  expect(() => buildGabarit(listes, { versements: [{ projets: id }] })).toThrow(/no field projets/);
});

test('spaces that may not break are kept from it', () => {
  expect(unbroken('Au choix : « a » ; non !')).toBe(
    'Au choix\u00a0: «\u00a0a\u00a0»\u00a0; non\u00a0!',
  );
});
