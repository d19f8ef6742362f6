/** What a workbook says of itself: its names, and when it was last saved. */
import { describe, expect, test } from 'vitest';
import { type Parts, partsOf, readOrFail, zipParts } from '../../../tests/lib/classeur';

const blank = (): Parts => partsOf({ feuilles: [{ nom: 'Dépenses' }] });

function named(names: string) {
  const parts = blank();
  parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
    '</workbook>',
    `<definedNames>${names}</definedNames><calcPr/></workbook>`,
  );
  return readOrFail(zipParts(parts)).noms;
}

describe('names', () => {
  test('of the whole workbook are read as they are stored, in their order', () => {
    const noms = named(
      "<definedName name=\"total_prevu\">'L''an 1 &amp; 2'!$C$<![CDATA[14]]></definedName>" +
        '\n<definedName name="taux" hidden="1" comment="x">0.15</definedName>' +
        '<definedName name="perdu">#REF!</definedName>' +
        '<definedName name="suivi_xl.total">1</definedName>',
    );
    expect(noms).toEqual([
      { nom: 'total_prevu', reference: "'L''an 1 & 2'!$C$14" },
      { nom: 'taux', reference: '0.15' },
      { nom: 'perdu', reference: '#REF!' },
      { nom: 'suivi_xl.total', reference: '1' },
    ]);
  });

  test('of one sheet, and those that spreadsheets keep for themselves, are left out', () => {
    const noms = named(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">Dépenses!$1:$4</definedName>' +
        '<definedName name="_xlnm.Database">Dépenses!$A$1</definedName>' +
        '<definedName name="_xlfn.IFERROR" hidden="1">#NAME?</definedName>' +
        '<definedName name="total" localSheetId="0">Dépenses!$A$9</definedName>' +
        '<definedName name="total">Dépenses!$A$8</definedName>',
    );
    expect(noms).toEqual([{ nom: 'total', reference: 'Dépenses!$A$8' }]);
  });

  test('are none when a workbook gives none', () => {
    expect(readOrFail(zipParts(blank())).noms).toEqual([]);
  });
});

test('sheets and the first day stand in their own places', () => {
  const parts = partsOf({
    feuilles: [{ nom: 'F', rangees: '<row><c s="1"><v>61</v></c></row>' }],
    integres: [14],
  });
  const elsewhere = '<x><workbookPr date1904="1"/><sheet name="G" r:id="rId1"/></x>';
  parts['xl/workbook.xml'] = String(parts['xl/workbook.xml'])
    .replace('<workbookPr/>', '')
    .replace('</sheets>', '<x name="H" r:id="rId1"/></sheets>')
    .replace('</workbook>', `${elsewhere}</workbook>`);
  expect(readOrFail(zipParts(parts)).feuilles).toMatchObject([
    { nom: 'F', rangees: [{ cellules: [{ jour: '1900-03-01' }] }] },
  ]);
});

const CORE = 'docProps/core.xml';

function saved(core: string | null): string | null {
  const parts = blank();
  parts['_rels/.rels'] = String(parts['_rels/.rels']).replace(
    '</Relationships>',
    `<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${CORE}"/></Relationships>`,
  );
  if (core !== null)
    parts[CORE] = `<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d">${core}</cp:coreProperties>`;
  return readOrFail(zipParts(parts)).modifie;
}

const modified = (text: string) =>
  `<dcterms:created>2001-01-01T00:00:00Z</dcterms:created><dcterms:modified>${text}</dcterms:modified><cp:revision>3</cp:revision>`;

describe('when it was last saved', () => {
  test.each([
    ['2026-04-30T13:05:09Z', '2026-04-30T13:05:09.000Z'],
    ['\n2026-04-30T09:05:09.250-04:00 ', '2026-04-30T13:05:09.250Z'],
    ['2026-04-30T13:05Z', '2026-04-30T13:05:00.000Z'],
  ])('%j', (text, instant) => {
    expect(saved(modified(text))).toBe(instant);
  });

  test.each([
    '2026-04-30',
    '2026',
    '2026-04-30T25:00:00Z',
    '2026-04-31T13:05:09Z',
    '2026-04-30T13:05:09',
    'hier',
    '',
  ])('%j is no instant', (text) => {
    expect(saved(modified(text))).toBeNull();
  });

  test('is not known when the file does not say', () => {
    expect(saved('')).toBeNull();
    expect(saved(null)).toBeNull();
    expect(readOrFail(zipParts(blank())).modifie).toBeNull();
  });
});
