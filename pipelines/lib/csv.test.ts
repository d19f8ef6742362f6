import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvField, likelySeparateur, readCsv, SEPARATEURS, type Separateur, toCsv } from './csv';

const fields = (text: string, separateur: Separateur = ',') =>
  readCsv(text, separateur).lignes.map((l) => l.champs);

describe('records', () => {
  test('keep every field as text, and nothing is typed', () => {
    expect(fields('h1,h2,h3\n0105,1e3,true\n')).toEqual([['0105', '1e3', 'true']]);
  });

  test('keep marks, quotes and line ends inside quotes', () => {
    expect(fields('a,b\n"x,""y""","l1\nl2"\n')).toEqual([['x,"y"', 'l1\nl2']]);
  });

  test('are split by the declared mark alone', () => {
    expect(fields('a;b\n1,5;2\n', ';')).toEqual([['1,5', '2']]);
    expect(fields('a;b\n1,5;2\n', ',')).toEqual([['1', '5;2']]);
  });

  test('have the row number that a spreadsheet shows, blank rows and long cells included', () => {
    const { entete, lignes, vides } = readCsv('\na,b\n"x\ny",1\n\n,\nz,2\n', ',');
    expect(entete?.ligne).toBe(2);
    expect(lignes.map((l) => [l.ligne, l.champs[1]])).toEqual([
      [3, '1'],
      [6, '2'],
    ]);
    expect(vides).toBe(3);
  });

  test('do not depend on a last line end', () => {
    expect(readCsv('a\n1', ',')).toEqual(readCsv('a\n1\n', ','));
  });

  test('are kept when too short or too long: the caller says so', () => {
    expect(fields('a,b\n1\n1,2,3\n')).toEqual([['1'], ['1', '2', '3']]);
  });
});

describe('quotes', () => {
  test.each([
    ['never closed', 'a,b\n1,2\n"x,3\n4,5\n', [3]],
    ['not doubled', 'a,b\n"x"y,2\n', [2]],
  ])('%s: the row that opens them is named', (_, text, lignes) => {
    const { erreurs } = readCsv(text, ',');
    expect([...new Set(erreurs.map((e) => e.ligne))]).toEqual(lignes);
    expect(erreurs[0]?.message).toMatch(/guillemets/);
  });

  test('never closed make no row blank, though the text ends its line', () => {
    expect(readCsv('a,b\n1,"2\n', ',').vides).toBe(0);
  });
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', ' ', '1'),
  maxLength: 6,
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('whatever is written with quotes is read back', () => {
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(...SEPARATEURS),
      fc.constantFrom('\n', '\r\n'),
      (r, s, end) => {
        const text = r.map((row) => row.map(quoted).join(s) + end).join('');
        const { entete, lignes, vides, erreurs } = readCsv(text, s);
        const filled = r.filter((row) => row.some((c) => c.trim() !== ''));
        expect(erreurs).toEqual([]);
        expect([entete, ...lignes].flatMap((l) => (l ? [l.champs] : []))).toEqual(filled);
        expect(vides).toBe(r.length - filled.length);
      },
    ),
  );
});

test('any text is split without an exception, and no record is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 40 }),
      (t) => {
        const { entete, lignes, erreurs } = readCsv(t, ',');
        const letters =
          [entete, ...lignes]
            .flatMap((l) => l?.champs ?? [])
            .join('')
            .match(/a/g) ?? [];
        if (erreurs.length === 0) expect(letters.length).toBe((t.match(/a/g) ?? []).length);
      },
    ),
  );
});

test.each([
  ['a;b;c', ';'],
  ['a\tb', '\t'],
  ['a|b|c,d', '|'],
  ['a', ','],
  ['a,b;c,d', ','],
  ['a,b;c', ','],
])('the likely mark of « %s »', (line, mark) => {
  expect(likelySeparateur(line)).toBe(mark);
});

test('a field of a list is read back, in quotes only where it must be', () => {
  expect(['a b', 'é;'].map(csvField)).toEqual(['a b', 'é;']);
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2 }), (row) => {
      expect(fields(`h\nx${row.map((c) => `,${csvField(c)}`).join('')}\n`)).toEqual([
        ['x', ...row],
      ]);
    }),
  );
});

describe('records for a spreadsheet in French', () => {
  test('are marked UTF-8, split by semicolons, each on a line that ends', () => {
    const text = toCsv([
      ['Titre', 'Note'],
      ['Été; parc', 'dit « "oui" »'],
    ]);
    expect(text).toBe('\ufeffTitre;Note\r\n"Été; parc";"dit « ""oui"" »"\r\n');
    expect(toCsv([['a'], ['']])).toBe('\ufeffa\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@A1', '  =1', '＝1', '＋1', '－1', '＠A1', '\t1', '\r1', '\n1'])(
    '%j is not run as a formula',
    (text) => expect(readCsv(toCsv([['h'], [text]]), ';').lignes[0]?.champs).toEqual([`'${text}`]),
  );

  test.each(['1-1', 'a=b', 'x @ y', ' texte', '2 + 2'])('%j is left as it is', (text) => {
    expect(readCsv(toCsv([['h'], [text]]), ';').lignes[0]?.champs).toEqual([text]);
  });
});
