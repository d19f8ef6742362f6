import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { placeOf, refuse } from '../lib/refusal';

const LOT = 'recu/lot-1/source.yaml';

test.each(['fonds.yaml', LOT])('%s that is not YAML is refused at its line', async (file) => {
  const outcome = await refuse((fund) => fund.write(file, `${fund.text(file)}a: [1,\nb: c: d\n`));
  expect(placeOf(outcome, 'yaml-invalide')).toMatchObject({
    fichier: file,
    cellule: expect.stringMatching(/^A\d+$/),
    message: expect.stringMatching(/ligne \d+.*corrigez/),
  });
});

test.each(['!!js/function 1', '&ancre: 1'])('« %s » is refused, and not guessed', async (text) => {
  const outcome = await refuse((fund) =>
    fund.write('fonds.yaml', fund.text('fonds.yaml').replace('ordre: 1', `ordre: ${text}`)),
  );
  expect(placeOf(outcome, 'yaml-invalide').fichier).toBe('fonds.yaml');
});

test.each([
  ['fonds.yaml', 'ordre: 1', 'rang: 1', 'rang'],
  ['fonds.yaml', 'date_donnees: 2022', 'date_donnees: vers 2022', 'date_donnees'],
  ['fonds.yaml', 'compte: true', 'compte: oui', 'bailleurs.0.compte'],
  ['fonds.yaml', 'debut: 2021-04-01', 'debut: 2027-04-01', 'cycles'],
  [LOT, 'encodage: utf-8', 'encodage: latin-9', 'fichiers.0.encodage'],
  [LOT, 'sha256: "', 'sha256: "zz', 'fichiers.0.sha256'],
  [LOT, 'editeur:', 'redacteur:', 'redacteur'],
])(
  '%s: « %s » turned into « %s » is refused, and the key is named',
  async (file, old, text, key) => {
    const outcome = await refuse((fund) => fund.write(file, fund.text(file).replace(old, text)));
    const place = placeOf(outcome, 'description-invalide');
    expect(place.fichier).toBe(file);
    expect(place.message).toContain(key);
  },
);

test('an unknown kind of source is refused, and the known ones are listed', async () => {
  const outcome = await refuse((fund) => fund.declare('projets.csv', { source: 'projets' }));
  expect(placeOf(outcome, 'source-inconnue')).toMatchObject({
    fichier: 'recu/lot-1/projets.csv',
    valeur: 'projets',
    message: expect.stringContaining('projets-publics'),
  });
});

test.each(['fonds.yaml', LOT])('%s that is absent is refused', async (file) => {
  const outcome = await refuse((fund) => fund.remove(file));
  expect(placeOf(outcome, 'fichier-absent')).toMatchObject({ fichier: file });
});

test('a fund without any received lot is refused', async () => {
  const outcome = await refuse((fund) =>
    rmSync(path.join(fund.folder, 'recu'), { recursive: true }),
  );
  expect(placeOf(outcome, 'fichier-absent')).toMatchObject({
    fichier: 'recu',
    message: expect.stringMatching(/créez-y un lot reçu/),
  });
});
