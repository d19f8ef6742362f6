/** Forms filled and saved in LibreOffice Writer: what it shows is what is read. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bloc, Cellule, Tableau } from '../../../pipelines/lib/docx/document';
import { readDocument } from '../../../pipelines/lib/docx/read';
import { documentOf, makeDocument, p, run, table } from '../../lib/document';
import { hasLibreOffice } from '../../lib/office';
import { convertDocument, editDocument, inspectDocument, type WriterEdit } from '../../lib/writer';
import { tempFolder } from '../../lib/temp';

const control = (properties: string, shown: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(shown)}</w:sdtContent></w:sdt>`;
const box = control(
  '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612"/><w14:uncheckedState w14:val="2610"/></w14:checkbox>',
  '☐',
);
const list = control(
  '<w:dropDownList><w:listItem w:displayText="Atteint" w:value="1"/><w:listItem w:displayText="Non atteint" w:value="2"/></w:dropDownList>',
  'Atteint',
);
const date = control(
  '<w:date w:fullDate="2026-01-01T00:00:00Z"><w:dateFormat w:val="yyyy-MM-dd"/></w:date>',
  '2026-01-01',
);
const field = (kind: string, data = '') =>
  `<w:r><w:fldChar w:fldCharType="${kind}">${data}</w:fldChar></w:r>`;
const oldBox = `${field('begin', '<w:ffData><w:name w:val="C"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData>')}<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>${field('separate')}${field('end')}`;
const wingdings = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>';
const marked = (name: string, content: string, id: number) =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;

const FORM = [
  p(marked('titre', run('Reddition de comptes'), 1)),
  table(
    [p('Organisme [A1]'), p(marked('champ_A1', '', 2))],
    [p('Terminé ? [B1]'), p(box, ' Oui ', box, ' Non')],
    [p('Ancienne case [B2]'), p(oldBox, ' Oui')],
    [p('Caractère [B3]'), p('☐ Oui ☐ Non')],
    [p('Symbole [B4]'), p(wingdings, ' Oui')],
    [p('Cible [C1]'), p(marked('champ_C1', list, 3))],
    [p('Fin [D1]'), p(date)],
    [p('Résumé [E1]'), p(control('<w:showingPlcHdr/>', 'Cliquez ici'))],
    [p('Suite [E2]'), p(control('<w:showingPlcHdr/>', 'Cliquez là'))],
    [p('Photo [F1]'), p()],
    [p('À retirer [G1]'), p('retirée')],
    [p('Dernier [H1]'), p('fin')],
  ),
  p('Merci'),
].join('');

const EDITS: readonly WriterEdit[] = [
  { champ: 'A1', texte: 'Maison «\u00a0Lac-Noir\u00a0» & <fils>\ndeuxième\tligne\n\n' },
  { champ: 'A1', colonne: 0, ajouter: ' : voir au dos' },
  { champ: 'B1', cocher: 'Oui' },
  { champ: 'B2', cocher: 'Oui' },
  { champ: 'B3', cocher: 'Non' },
  { champ: 'B4', cocher: 'Oui' },
  { champ: 'C1', choisir: 'Non atteint' },
  { champ: 'D1', date: '2026-03-31' },
  { champ: 'E1', texte: 'Tapé par-dessus' },
  { champ: 'F1', ajouter: 'voici' },
  { champ: 'H1', ajouterRangee: ['Ajouté [I1]', 'une\ndeux'] },
  { champ: 'H1', deplacerRangee: -2 },
  { champ: 'G1', supprimerRangee: true },
  { champ: 'H1', apresTableau: 'Sous le tableau' },
];

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const isTable = (bloc: Bloc): bloc is Tableau => bloc.type === 'tableau';
const read = (file: string) => documentOf(readFileSync(file));
const rowsOf = (file: string) => read(file).corps.find(isTable)!.rangees;

/** Cell on the right of a label. */
function answer(file: string, code: string): Cellule {
  const row = rowsOf(file).find(({ cellules }) => cellules[0]!.texte.includes(`[${code}]`));
  if (!row) throw new Error(`pas de [${code}]`);
  return row.cellules[1]!;
}

describe.skipIf(!hasLibreOffice)('LibreOffice Writer', () => {
  const folder = hasLibreOffice ? tempFolder() : '';
  const at = (name: string) => path.join(folder, name);
  const saved = at('rempli.docx');

  beforeAll(async () => {
    writeFileSync(at('vierge.docx'), makeDocument({ corps: FORM }));
    writeFileSync(at('photo.png'), PNG);
    const photo = { champ: 'F1', image: at('photo.png') };
    await editDocument(at('vierge.docx'), [...EDITS, photo], saved);
  });

  test('what a person puts in a form', () => {
    const rows = rowsOf(saved).map(({ cellules }) => cellules.map(({ texte }) => texte));
    expect(rows).toEqual([
      ['Organisme [A1] : voir au dos', 'Maison «\u00a0Lac-Noir\u00a0» & <fils>\ndeuxième\tligne'],
      ['Terminé ? [B1]', '☒ Oui ☐ Non'],
      ['Ancienne case [B2]', '☒ Oui'],
      ['Caractère [B3]', '☐ Oui ☒ Non'],
      ['Symbole [B4]', '☒ Oui'],
      ['Cible [C1]', 'Non atteint'],
      ['Fin [D1]', '2026-03-31'],
      ['Résumé [E1]', ''],
      ['Suite [E2]', ''],
      ['Dernier [H1]', 'fin'],
      ['Photo [F1]', 'voici'],
      ['Ajouté [I1]', 'une\ndeux'],
    ]);
    expect(read(saved).corps.flatMap((b) => (isTable(b) ? [] : [b.texte]))).toEqual([
      ...['Reddition de comptes', 'Sous le tableau', 'Merci'],
    ]);
  });

  test('what was typed over a placeholder is told from what was not, by its words alone', () => {
    expect(answer(saved, 'E1')).toMatchObject({ texte: '', invite: 'Tapé par-dessus' });
    expect(answer(saved, 'E2')).toMatchObject({ texte: '', invite: 'Cliquez là' });
  });

  test('bookmarks, images, and the instant of the last save', () => {
    expect(answer(saved, 'A1').signets).toEqual(['champ_A1']);
    expect(answer(saved, 'C1').signets).toEqual(['champ_C1']);
    expect(read(saved).corps[0]).toMatchObject({ signets: ['titre'] });
    expect(answer(saved, 'F1').images).toBe(1);
    const { modifie, liensExternes } = read(saved);
    expect(Math.abs(Date.parse(modifie!) - Date.now())).toBeLessThan(10 * 60 * 1000);
    expect(liensExternes).toBe(false);
  });

  test('every cell that LibreOffice shows is read, and no other', async () => {
    const shown = await inspectDocument(saved);
    const cells = rowsOf(saved).flatMap(({ cellules }) => cellules);
    expect(shown).toHaveLength(cells.length);
    const plain = (text: string) => text.replace(/[☐☒\uf0fe]/gu, '').trimEnd();
    expect(cells.map(({ texte, invite }) => plain(invite || texte))).toEqual(
      shown.map(({ texte }) => plain(texte)),
    );
  });

  test('tracked changes', async () => {
    const tracked = at('suivi.docx');
    const edits: readonly WriterEdit[] = [
      { suivi: true },
      { champ: 'A1', ajouter: ' ajouté' },
      { champ: 'B3', texte: 'Non' },
      { champ: 'H1', supprimerRangee: true },
    ];
    await editDocument(saved, edits, tracked);
    expect(answer(tracked, 'A1')).toMatchObject({ suivi: true, supprime: '' });
    expect(answer(tracked, 'A1').texte).toMatch(/ligne\n\n ajouté$/);
    expect(answer(tracked, 'B3')).toMatchObject({ texte: 'Non', supprime: '☐ Oui ☒ Non' });
    expect(answer(tracked, 'B4')).toMatchObject({ suivi: false });
    const deleted = rowsOf(tracked).filter(({ supprimee }) => supprimee);
    expect(deleted.map(({ cellules }) => cellules.map((c) => [c.texte, c.supprime]))).toEqual([
      [
        ['', 'Dernier [H1]'],
        ['', 'fin'],
      ],
    ]);
  });

  test.each([
    ['odt', 'un document .odt.'],
    ['doc', 'un ancien document Word .doc.'],
    ['pdf', 'un document PDF.'],
  ] as const)('an .%s, even renamed .docx, is refused', async (format, named) => {
    const found = readDocument(readFileSync(await convertDocument(saved, format, folder)));
    expect(found).toMatchObject({ ok: false, refus: 'autre-format' });
    expect(found).toHaveProperty('message', expect.stringContaining(`c’est ${named}`));
  });

  test('a document under a password is refused', async () => {
    await editDocument(saved, [], at('secret.docx'), { motDePasse: 'Lac-Noir' });
    const found = readDocument(readFileSync(at('secret.docx')));
    expect(found).toMatchObject({ ok: false, refus: 'protege' });
  });
});
