import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Constat } from '../lib/constats';
import { constatsToCsv } from './constats-csv';

const constat = (rest: Partial<Constat>): Constat => ({
  ...{ gravite: 'bloquant', regle: 'valeur-absente' },
  ...{ fichier: 'recu/lot/a.csv', message: 'remplissez la cellule' },
  ...rest,
});

const read = (constats: readonly Constat[]) =>
  Papa.parse<Record<string, string>>(constatsToCsv(constats, false).replace(/^\ufeff/, ''), {
    ...{ delimiter: ';', header: true, skipEmptyLines: true },
  });

test('a spreadsheet in French opens it as it is: mark of UTF-8, semicolons, lines of Windows', () => {
  const text = constatsToCsv([constat({ message: 'été ; « œuf »' })], false);
  expect(
    text.startsWith('\ufeffGravité;Règle;Code;Fichier;Feuille;Cellule;Valeur lue;Constat\r\n'),
  ).toBe(true);
  expect(text.endsWith('"été ; « œuf »"\r\n')).toBe(true);
});

test('a heading alone when nothing was found', () => {
  expect(constatsToCsv([], false)).toBe(
    '\ufeffGravité;Règle;Code;Fichier;Feuille;Cellule;Valeur lue;Constat\r\n',
  );
});

test('each finding is one row, whatever its texts hold', () => {
  const own = [
    constat({ feuille: 'Octrois', cellule: 'D4', valeur: 'a;"b"\r\nc' }),
    constat({ gravite: 'avertissement', regle: 'cible-nulle', valeur: null }),
  ];
  const { data, errors } = read(own);
  expect(errors).toEqual([]);
  expect(data).toEqual([
    {
      ...{ Gravité: 'bloquant', Règle: 'Les cellules obligatoires sont remplies' },
      ...{ Code: 'valeur-absente', Fichier: 'recu/lot/a.csv', Feuille: 'Octrois', Cellule: 'D4' },
      ...{ 'Valeur lue': 'a;"b"\r\nc', Constat: 'remplissez la cellule' },
    },
    expect.objectContaining({
      Gravité: 'avertissement',
      Feuille: '',
      Cellule: '',
      'Valeur lue': '',
    }),
  ]);
});

const RUN = ['=1+1', '+1', '-2', '@SUM(A1)', ' =1', '\t=1', '\ttab', '\rcr', '\nlf', '＝1', '－1'];

test.each(RUN)('%j is kept as text by a quote before it, in any column', (text) => {
  const own = constat({ fichier: text, feuille: text, valeur: text, message: text });
  const [row] = read([own]).data;
  for (const column of ['Fichier', 'Feuille', 'Valeur lue', 'Constat'])
    expect(row?.[column], column).toBe(`'${text}`);
});

test.each(['1-2', 'a=b', '(2)', "l'an", ''])('%j needs no quote', (text) => {
  expect(read([constat({ valeur: text })]).data[0]?.['Valeur lue']).toBe(text);
});

test('the findings of a fictional fund say so on every row', () => {
  const [heading = '', ...rows] = constatsToCsv([constat({}), constat({})], true)
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(2);
  for (const line of [heading, ...rows]) expect(line).toMatch(/;DONNÉES FICTIVES$/);
});
