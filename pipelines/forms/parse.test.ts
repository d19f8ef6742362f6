import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attendu, parseReponse } from './parse';

const CHOIX = [
  { id: 'aines', nom: 'Personnes aînées' },
  { id: 'ete', nom: 'Été (au parc)' },
  { id: 'autre', nom: 'Autre' },
];

/** The value, or the rule that refuses the text. */
function read(type: Attendu['type'], text: string) {
  const lue = parseReponse({ type, choix: CHOIX }, text);
  return lue.ok ? lue.valeur : lue.regle;
}
const messageOf = (type: Attendu['type'], text: string) => {
  const lue = parseReponse({ type, choix: CHOIX }, text);
  return lue.ok ? null : lue.message;
};

const ILLISIBLE = 'reponse-illisible';
const EN_LETTRES = 'reponse-en-lettres';

test.each(['nombre', 'compte', 'montant', 'date', 'oui-non', 'choix', 'cases', 'texte'] as const)(
  'nothing but blanks is no answer to a %s',
  (type) => {
    for (const text of ['', '  ', '\u200b', ' \u00a0\n\u200b\t'])
      expect(read(type, text)).toBeNull();
  },
);

describe('a number', () => {
  test('is read however its thousands are set apart', () => {
    const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009');
    fc.assert(
      fc.property(fc.nat(999_999_999), space, (n, gap) => {
        const text = String(n).replace(/\B(?=(\d{3})+$)/g, gap);
        expect(read('nombre', ` ${text}\n`)).toBe(n);
      }),
    );
  });
  test.each(['12 34', '1 2345', '1  234', '1234567890', '12,5', '-3', '12 personnes', '120 ?'])(
    '« %s » is not one',
    (text) => expect(read('nombre', text)).toBe(ILLISIBLE),
  );
  test('in letters is told as such', () => {
    expect(read('nombre', 'cent vingt')).toBe(EN_LETTRES);
    expect(read('nombre', '—')).toBe(ILLISIBLE);
  });
});

describe('a montant', () => {
  test.each([
    ['1 234,50', 123_450n],
    ['1234.5 $', 123_450n],
    ['(12,00 $)', -1_200n],
  ])('« %s » is read to the cent', (text, cents) => expect(read('montant', text)).toBe(cents));
  test('in letters is told as such, its currency not being a word', () => {
    expect(read('montant', 'cent dollars')).toBe(EN_LETTRES);
    expect(read('montant', 'cent $ cad')).toBe(EN_LETTRES);
    expect(read('montant', '$ CAD')).toBe(ILLISIBLE);
  });
  test('is refused with what is wrong in it', () => {
    expect(messageOf('montant', '1,234')).toMatch(/ambigu/);
    expect(messageOf('montant', '1,2345')).toMatch(/décimales/);
    expect(messageOf('montant', '12 x')).toMatch(/pas un montant/);
    expect(messageOf('montant', '1000000000000')).toMatch(/douze chiffres/);
  });
});

describe('a date', () => {
  test('is a day', () => {
    expect(read('date', '31 mai 2026')).toBe('2026-05-31');
    expect(read('date', 'mai 2026')).toBe(ILLISIBLE);
  });
  test('is refused with what is wrong in it', () => {
    expect(messageOf('date', '03/04/2026')).toMatch(/de deux façons/);
    expect(messageOf('date', 'mai 2026')).toMatch(/pas lisible/);
    expect(messageOf('date', '31 février 2026')).toMatch(/pas lisible/);
  });
});

describe('a choice', () => {
  test.each([
    ['Personnes aînées', 'aines'],
    ['personnes AINEES', 'aines'],
    ['ete', 'ete'],
  ])('« %s » is read', (text, id) => expect(read('choix', text)).toBe(id));
  test('that is not offered is refused with those that are', () => {
    expect(read('choix', 'Personnes')).toBe(ILLISIBLE);
    expect(messageOf('choix', 'x')).toMatch(/: Personnes aînées, Été \(au parc\), Autre$/);
    expect(parseReponse({ type: 'choix' }, 'x').ok).toBe(false);
  });
});

describe('yes or no', () => {
  test.each([
    ['☒ Oui ☐ Non', true],
    ['☐ Oui   ☒ Non', false],
    ['☑Oui □ Non', true],
    ['☐ oui ✓ non', false],
    ['✗ Oui', true],
    ['☐ Oui ☐ Non', null],
    ['☐ Oui ☐ Non Oui', true],
    ['non', false],
    ['Oui', true],
  ])('« %s » is %s', (text, valeur) => expect(read('oui-non', text)).toBe(valeur));
  test('is refused where both are ticked, or more is written', () => {
    expect(messageOf('oui-non', '☒ Oui ☒ Non')).toMatch(/une seule case/);
    expect(messageOf('oui-non', '☒ Oui ☒ Non peut-être')).toMatch(/une seule case/);
    for (const text of ['☒ Oui ☐ Non Oui', '☒ Oui ☐ Non en partie', 'peut-être', '☐ Ouistiti'])
      expect(messageOf('oui-non', text), text).toMatch(/à côté des cases/);
  });
});

describe('boxes', () => {
  test('give what is ticked, in the order of the form', () => {
    expect(read('cases', '☒ Autre ☐ Été (au parc) ☒ Personnes\n aînées')).toEqual([
      ...['aines', 'autre'],
    ]);
    expect(read('cases', '☐ Personnes aînées ☒ Été (au parc) ☐ Autre')).toEqual(['ete']);
  });
  test('of which none is ticked are no answer', () => {
    expect(read('cases', '☐ Personnes aînées ☐ Été (au parc) ☐ Autre')).toBeNull();
  });
  test('are found whatever the blanks of their label', () => {
    const attendu = { type: 'cases', choix: [{ id: 'parc', nom: 'Au  parc' }] } as const;
    for (const text of ['☒ Au parc', '☒Au\u00a0\nparc', '☒   Au  parc'])
      expect(parseReponse(attendu, text)).toEqual({ ok: true, valeur: ['parc'] });
  });
  test('are refused with words beside them', () => {
    for (const text of ['☒ Autre : le sport', '☒ Autrement', 'Autre'])
      expect(messageOf('cases', text), text).toMatch(/à côté des cases/);
  });
});

describe('a count', () => {
  test.each([
    ['12', 12],
    ['1 200 ☐ Non compté', 1200],
    ['☒ Non compté', 'non-compte'],
    ['non compte', 'non-compte'],
    ['☐ Non compté', null],
  ])('« %s » is %s', (text, valeur) => expect(read('compte', text)).toBe(valeur));
  test('that is there and said not to be is refused', () => {
    expect(messageOf('compte', '12 ☒ Non compté')).toMatch(/gardez l’un des deux/);
    expect(read('compte', 'douze ☐ Non compté')).toBe(EN_LETTRES);
  });
});

test('a text is kept as it is, blanks around it apart', () => {
  expect(read('paragraphe', '\u200b Deux  lignes,\n\n☒ et une case. \u200b\n')).toBe(
    'Deux  lignes,\n\n☒ et une case.',
  );
});
