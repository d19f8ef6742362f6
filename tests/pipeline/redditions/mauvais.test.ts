/** What people send by mistake, or worse: each is told at its file and its question, and the rest is read. */
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, emptyBuilt } from '../../../pipelines/build';
import { Journal } from '../../../pipelines/lib/constats';
import { makeEntry, writeZip } from '../../../pipelines/lib/ooxml/archive';
import { readZip, type ZipEntry } from '../../../pipelines/lib/ooxml/zip';
import { SILENCE } from '../../../pipelines/lib/progress';
import { reponseA } from '../../../pipelines/steps/redditions/reddition';
import { REGLES } from '../../../src/lib/domain/regles/index';
import {
  answerOf,
  BILAN,
  BUDGET,
  type Changes,
  EXERCICE,
  inExcel,
  inWord,
  makeDepot,
  patchPart,
} from '../lib/redditions';
import { tempFolder } from '../../lib/temp';

async function read(changes: Changes) {
  const journal = new Journal();
  const built = emptyBuilt();
  const dossiers = await makeDepot(tempFolder(), changes);
  await build({ dossiers, au: null, journal, progress: SILENCE }, built);
  const [reddition] = built.redditions?.liste.filter((r) => r.id === `P-1/${EXERCICE}`) ?? [];
  if (!reddition) throw new Error('no report');
  return { told: journal.all, reddition, comptes: built.redditions!.comptes, built };
}

const word = (part: string, from: string | RegExp, to: string): Changes => ({
  apres: ({ fichiers }) => {
    const nom = `${EXERCICE}/${BILAN}`;
    fichiers.set(nom, patchPart(fichiers.get(nom)!, part, from, to));
  },
});

describe('a Word form that would reach out, or blow up', () => {
  let server: Server;
  let hits = 0;
  let url = '';
  beforeAll(async () => {
    server = createServer((_, response) => {
      hits++;
      response.end('secret');
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  });
  afterAll(() => void server.close());

  test('what it links to is told, and never fetched', async () => {
    const link = `<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${url}" TargetMode="External"/></Relationships>`;
    const { told, reddition } = await read(
      word('word/_rels/document.xml.rels', '</Relationships>', link),
    );
    expect(told.map((c) => c.regle)).toEqual(['reddition-lien-externe']);
    expect(told[0]?.fichier).toBe(`prive/redditions/${EXERCICE}/${BILAN}`);
    expect(reponseA(reddition, 'personnes')?.valeur).toBe(60);
    expect(hits).toBe(0);
  });

  test('an entity is refused before it is expanded', async () => {
    const dtd = `<!DOCTYPE d [<!ENTITY a SYSTEM "${url}"><!ENTITY b "&a;&a;">]><w:document`;
    const { told, reddition, comptes } = await read(word('word/document.xml', '<w:document', dtd));
    const about = told.filter((c) => c.fichier.endsWith(BILAN)).map((c) => c.regle);
    expect(about).toEqual(['reddition-illisible', 'reddition-sans-reference']);
    expect(told.find((c) => c.regle === 'reddition-illisible')?.message).toMatch(/DTD/);
    expect(hits).toBe(0);
    expect(comptes).toEqual({ recus: 2, retenus: 1, remplaces: 0, nonPlaces: 1 });
    expect(reponseA(reddition, 'depenses.paye')?.valeur).toBe(2_700_000n);
  });

  test('a bomb is refused while it opens', async () => {
    const { told } = await read({
      apres: ({ fichiers }) => {
        const nom = `${EXERCICE}/${BILAN}`;
        const zeros = Buffer.alloc(280 * 1024 * 1024);
        const bomb: ZipEntry = {
          ...makeEntry('word/media/image1.png', new Uint8Array()),
          crc: crc32(zeros),
          taille: zeros.length,
          compresse: deflateRawSync(zeros, { level: 1 }),
        };
        fichiers.set(nom, writeZip([...readZip(fichiers.get(nom)!), bomb]));
      },
    });
    expect(told.find((c) => c.regle === 'reddition-illisible')?.message).toMatch(/démesuré/);
  });
});

describe('answers that are not where or what they should be', () => {
  const cases: [string, Changes, string, string][] = [
    [
      'in letters',
      { apres: inWord(answerOf('C2'), '$1<w:r><w:t>soixante</w:t></w:r>$3') },
      'reponse-en-lettres',
      'C2',
    ],
    [
      'a date that reads two ways',
      {
        apres: inWord(
          /(\[I3\].*?<w:sdtContent>).*?(<\/w:sdtContent>)/s,
          '$1<w:r><w:t>03/04/2022</w:t></w:r>$2',
        ),
      },
      'reponse-illisible',
      'I3',
    ],
    [
      'yes and no',
      { apres: inWord(/(\[G5\].*?w14:val=")0(".*?☐)(.*?w14:val=")0(")/s, '$11$2$31$4') },
      'reponse-illisible',
      'G5',
    ],
    [
      'an amount in words in the budget',
      {
        apres: inExcel(
          'xl/worksheets/sheet1.xml',
          /<c r="E8"([^>]*)><v>27000\.00<\/v><\/c>/,
          '<c r="E8"$1 t="inlineStr"><is><t>vingt-sept mille</t></is></c>',
        ),
      },
      'reponse-en-lettres',
      'E8',
    ],
    [
      'an ambiguous amount',
      {
        apres: inExcel(
          'xl/worksheets/sheet1.xml',
          /<c r="E8"([^>]*)><v>27000\.00<\/v><\/c>/,
          '<c r="E8"$1 t="inlineStr"><is><t>27,000</t></is></c>',
        ),
      },
      'reponse-illisible',
      'E8',
    ],
    [
      'a cell in error',
      {
        apres: inExcel(
          'xl/worksheets/sheet1.xml',
          /<c r="E8"([^>]*)><v>27000\.00<\/v><\/c>/,
          '<c r="E8"$1 t="e"><v>#REF!</v></c>',
        ),
      },
      'reponse-illisible',
      'E8',
    ],
  ];
  test.each(cases)('%s', async (_, changes, regle, cellule) => {
    const { told } = await read(changes);
    const found = told.find((c) => c.regle === regle);
    expect(found).toMatchObject({ cellule, gravite: 'avertissement' });
    expect(found?.fichier).toMatch(/^prive\/redditions\/2021-2022\/(bilan\.docx|budget\.xlsx)$/);
    expect(found?.feuille).toMatch(/\p{L}{3}/u);
  });

  test('an amount typed as text in French is an amount', async () => {
    const { told, reddition } = await read({
      apres: inExcel(
        'xl/worksheets/sheet1.xml',
        /<c r="E8"([^>]*)><v>27000\.00<\/v><\/c>/,
        '<c r="E8"$1 t="inlineStr"><is><t>27 000,00 $</t></is></c>',
      ),
    });
    expect(told).toEqual([]);
    expect(reponseA(reddition, 'depenses.paye')?.valeur).toBe(2_700_000n);
  });
});

test('a damaged budget is said to be one for Excel', async () => {
  const { told } = await read({
    apres: ({ fichiers }) => {
      const nom = `${EXERCICE}/${BUDGET}`;
      fichiers.set(nom, fichiers.get(nom)!.slice(0, 6000));
    },
  });
  const found = told.find((c) => c.regle === 'reddition-illisible');
  expect(found?.message).toMatch(/Excel/);
  expect(found?.message).not.toMatch(/Word/);
});

test('an answer that cannot be read is told once, and not as missing', async () => {
  const { told } = await read({
    apres: inWord(answerOf('C2'), '$1<w:r><w:t>environ 60</w:t></w:r>$3'),
  });
  expect(told.map((c) => [c.regle, c.cellule, c.valeur])).toEqual([
    ['reponse-illisible', 'C2', 'environ 60'],
  ]);
});

test('whatever is wrong with a report, the fund is published', () => {
  const about = Object.entries(REGLES).filter(([id]) =>
    /^(reddition|reponse|question|formulaire-autre|bilan-budget|budget|depense|paye|solde-(non|debut)|declaration|temoignage)/.test(
      id,
    ),
  );
  expect(about.length).toBeGreaterThan(30);
  for (const [id, { gravite }] of about) expect(gravite, id).not.toBe('bloquant');
});

test('a form kept with a fund that describes none stops it, and says what to add', async () => {
  const journal = new Journal();
  const dossiers = await makeDepot(tempFolder());
  rmSync(`${dossiers.public}/formulaires`, { recursive: true });
  await build({ dossiers, au: null, journal, progress: SILENCE }, emptyBuilt());
  expect(journal.blocking.map((c) => c.fichier)).toEqual(['formulaires/reddition.yaml']);
});

test.each([
  ['parties: [enfants', 'parties: [enfants, enfants', '« partition » nomme deux fois enfants'],
  ['parties: [enfants', 'parties: [personnes', '« partition » nomme deux fois personnes'],
  ['dont: [immigrantes', 'dont: [partenaires', '« partition » nomme partenaires, qui'],
])('a partition with « %s » turned into « %s » is refused', async (old, text, message) => {
  const depot = makeDepot(tempFolder(), {
    avant: (d) =>
      (d.formulaire = d.formulaire.replace('personnes_pauvrete, ', '').replace(old, text)),
  });
  await expect(depot).rejects.toThrow(message);
});

test('parts that add up to more than the whole are told once, at the whole', async () => {
  const { told } = await read({
    avant: (d) => Object.assign(d.bilan.champs, { enfants: 20, jeunes: 20, adultes: 21 }),
  });
  expect(told.map((c) => [c.regle, c.cellule, c.message.split(' :')[0]])).toEqual([
    [
      'pauvrete-depasse-personnes',
      'C2',
      'les parties font 61 en tout (20 + 20 + 21), plus que les personnes différentes (60)',
    ],
  ]);
});
