import { expect, test } from 'vitest';
import { encode, type Fund } from '../lib/fund';
import { petitPlan } from '../lib/plan';
import { publicFolder } from '../lib/publication';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';
import { openPublication } from '../lib/sql';

const PROJETS = 'recu/lot-1/projets.csv';

const recode = (encodage: string) => (fund: Fund) =>
  fund.receive('projets.csv', encode(fund.text(PROJETS), encodage));

async function organismes(fund: Fund): Promise<(string | null | undefined)[]> {
  const db = await openPublication(publicFolder(fund.root, fund.plan.id), ['organismes']);
  const rows = await db.rows('SELECT nom FROM organismes ORDER BY nom');
  db.close();
  return rows.map((r) => r['nom']);
}

const NOMS = ['Atelier de Rive-aux-Hérons', 'Atelier de Val-Cendré'];

test.each(['windows-1252', 'utf-16le'] as const)(
  '%s, declared, keeps its accents',
  async (encodage) => {
    const { fund } = await accept(() => undefined, { ...petitPlan, encodage });
    expect(await organismes(fund)).toEqual(NOMS);
  },
);

test('a curly apostrophe and an œ of windows-1252 are read as such', async () => {
  const plan = { ...petitPlan, encodage: 'windows-1252' as const };
  const projets = plan.projets.map((p) => ({ ...p, organisme: 'L’Œuvre à 5 €' }));
  const { fund } = await accept(() => undefined, { ...plan, projets });
  expect(await organismes(fund)).toEqual(['L’Œuvre à 5 €']);
});

test('windows-1252, undeclared, is refused at its first foreign byte', async () => {
  const outcome = await refuse(recode('windows-1252'));
  expect(placeOf(outcome, 'encodage')).toMatchObject({
    fichier: PROJETS,
    cellule: 'A1',
    message: expect.stringMatching(/pas en UTF-8.*déclarez « encodage: windows-1252 »/),
  });
  expect(outcome.blocking).toHaveLength(1);
});

test('UTF-8 declared as windows-1252 is refused: accents would be spoilt', async () => {
  const outcome = await refuse((fund) => fund.declare('projets.csv', { encodage: 'windows-1252' }));
  expect(placeOf(outcome, 'encodage')).toMatchObject({
    fichier: PROJETS,
    message: expect.stringMatching(/semble être en UTF-8 : déclarez « encodage: utf-8 »/),
  });
});

test('UTF-16, undeclared, is refused by name', async () => {
  const outcome = await refuse(recode('utf-16le'));
  expect(placeOf(outcome, 'encodage')).toMatchObject({
    fichier: PROJETS,
    message: expect.stringMatching(/UTF-16 : déclarez « encodage: utf-16le » dans source\.yaml/),
  });
});

test('big-endian UTF-16 is refused whatever is declared, and the message says what to export', async () => {
  const bigEndian = (fund: Fund) => {
    const body = Buffer.from(fund.text(PROJETS), 'utf16le').swap16();
    fund.receive('projets.csv', Buffer.concat([Buffer.from([0xfe, 0xff]), body]));
  };
  for (const encodage of ['utf-8', 'utf-16le']) {
    const outcome = await refuse((fund) => {
      bigEndian(fund);
      fund.declare('projets.csv', { encodage });
    });
    expect(placeOf(outcome, 'encodage').message).toMatch(/gros-boutiste.*exportez/);
  }
});

test('UTF-8 declared as UTF-16 is refused', async () => {
  const outcome = await refuse((fund) => fund.declare('projets.csv', { encodage: 'utf-16le' }));
  expect(placeOf(outcome, 'encodage')).toMatchObject({ fichier: PROJETS });
});

test('a byte order mark of UTF-8 is taken off', async () => {
  const outcome = await accept((fund) => {
    fund.receive('projets.csv', `\ufeff${fund.text(PROJETS)}`);
    for (const own of ['reference/territoires.csv', 'alias/notes.csv'])
      fund.write(own, `\ufeff${fund.text(own)}`);
  });
  expect(compteOf(outcome, 'projets.csv')).toMatchObject({ lues: 3, retenues: 3 });
});

test('lines ended as Windows or as old Macs do are read alike', async () => {
  for (const end of ['\r\n', '\r']) {
    const outcome = await accept((fund) =>
      fund.receive('projets.csv', fund.text(PROJETS).replaceAll('\n', end)),
    );
    expect(compteOf(outcome, 'projets.csv')).toMatchObject({ lues: 3, retenues: 3 });
  }
});
