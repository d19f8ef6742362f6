/** Registers that cannot be read: what was published stays, and what to do is said. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { AU_COMPLET } from '../../lib/ampleur';
import { EXPANSION_MAX } from '../../../pipelines/lib/xlsx/read';
import { convert, editWorkbook, hasLibreOffice } from '../../lib/office';
import { contentBytes, publicFolder, runFund, sha256Of } from '../lib/publication';
import { csvOf, PROPRE, RegistreFund, workbookOf } from '../lib/registre';
import { tempFolder } from '../../lib/temp';
import { erreur, feuilles, formule, Livre } from '../regles/livre';
import { type Attendu, publishedFund, refuseByCommand, refuseRegistre } from './refus';

type Spoil = (fund: RegistreFund) => void;
type Case = readonly [what: string, spoil: Spoil, ...expected: Attendu[]];

const receive = (bytes: () => Uint8Array) => (fund: RegistreFund) => fund.receiveWorkbook(bytes());
const patch = (change: (livre: Livre) => Livre) => receive(() => change(new Livre()).bytes);

/** An entry of zeros that inflates to more than a workbook may hold. */
class Zeros extends ZipPassThrough {
  override compression = 8;

  protected override process(_: Uint8Array, final: boolean): void {
    this.ondata(null, deflateRawSync(new Uint8Array(EXPANSION_MAX), { level: 1 }), final);
  }
}

function bomb(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const add = (entry: ZipPassThrough | ZipDeflate, content: Uint8Array) => {
    zip.add(entry);
    entry.push(content, true);
  };
  for (const [nom, content] of Object.entries(unzipSync(workbookOf(PROPRE))))
    add(new ZipDeflate(nom), content);
  add(new Zeros('xl/media/image1.png'), new Uint8Array());
  zip.end();
  return Buffer.concat(pieces);
}

const WHOLE: readonly Case[] = [
  [
    'cut while it was sent',
    receive(() => workbookOf(PROPRE).subarray(0, 9000)),
    { regle: 'classeur-illisible', message: /coupé.*enregistrez-le de nouveau/ },
  ],
  [
    'a CSV named .xlsx',
    receive(() => Buffer.from(csvOf('octrois', PROPRE.octrois))),
    { regle: 'classeur-autre-format', message: /fichier texte.*changer l’extension ne suffit pas/ },
  ],
  [
    'small, and 256 Mio once inflated',
    receive(bomb),
    { regle: 'classeur-demesure', message: /256 Mo.*copiez les seules feuilles/ },
  ],
  [
    'with macros',
    patch((livre) =>
      livre
        .poser('xl/vbaProject.bin', 'Sub Auto_Open()')
        .remplacer(
          '[Content_Types].xml',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
          'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        ),
    ),
    { regle: 'classeur-macros', message: /jamais exécutées.*sans macros/ },
  ],
];

const PARTS: readonly Case[] = [
  [
    'cells that another workbook, nobody, or an error answers for',
    patch((livre) =>
      livre
        .cellule('octrois', 'G4', formule('[1]Budget!$B$3', '75000.01'))
        .cellule('versements', 'E3', formule('SUM(E2)'))
        .cellule('demandes', 'H5', erreur('#N/A')),
    ),
    {
      ...{ regle: 'lien-externe', feuille: 'Octrois', cellule: 'G4' },
      message: /autre classeur.*écrivez la valeur/,
    },
    {
      ...{ regle: 'formule-sans-valeur', feuille: 'Versements', cellule: 'E3' },
      message: /ouvrez le fichier dans Excel et enregistrez-le/,
    },
    {
      ...{ regle: 'cellule-en-erreur', feuille: 'Demandes', cellule: 'H5' },
      message: /corrigez sa formule/,
    },
  ],
  [
    'a sheet renamed',
    receive(() =>
      feuilles((sheet, id) => [id === 'octrois' ? { ...sheet, nom: 'Octrois 2023' } : sheet]),
    ),
    {
      ...{ regle: 'feuille-absente', feuille: 'Octrois' },
      message: /si c’est « Octrois 2023 », redonnez-lui ce nom/,
    },
  ],
];

/** A second lot, with one sheet as CSV. */
function receiveMore(fund: RegistreFund, id: 'versements', nom: string): void {
  fund.write(`prive/recu/suite/${nom}`, csvOf(id, PROPRE[id]));
  const sha256 = sha256Of(`${fund.folder}/prive/recu/suite/${nom}`);
  fund.write(
    'prive/recu/suite/source.yaml',
    `editeur: Conseil\ndate: 2023-07-01\nfichiers:\n  - { nom: ${nom}, source: registre-${id}, sha256: ${sha256}, encodage: utf-8, separateur: ';' }\n`,
  );
}

const TWICE: readonly Case[] = [
  [
    'a workbook, and one of its sheets as CSV',
    (fund) => receiveMore(fund, 'versements', 'paiements.csv'),
    {
      ...{ regle: 'table-en-double', fichier: 'prive/recu/suite/paiements.csv' },
      message: /vient déjà de prive\/recu\/registre\/registre\.xlsx : gardez un seul/,
    },
  ],
  [
    'two CSV of one sheet',
    (fund) => {
      rmSync(path.join(fund.folder, 'prive/recu/registre/registre.xlsx'));
      fund.receiveCsv(PROPRE);
      receiveMore(fund, 'versements', 'versements.csv');
    },
    {
      ...{ regle: 'table-en-double', fichier: 'prive/recu/suite/versements.csv' },
      message: /vient déjà de prive\/recu\/registre\/versements\.csv/,
    },
  ],
];

describe('a register is refused, and the publication stays', () => {
  const cases = [...WHOLE, ...PARTS, ...TWICE];
  test.concurrent.each(cases.map(([what, spoil, ...expected]) => [what, spoil, expected] as const))(
    '%s',
    (_, spoil, expected) => refuseRegistre(spoil, ...expected),
  );

  test('by the command line too', AU_COMPLET, () => {
    const [, spoil, ...expected] = WHOLE[0]!;
    return refuseByCommand(spoil, ...expected);
  });
});

describe.skipIf(!hasLibreOffice)('a register saved by LibreOffice', () => {
  const folder = hasLibreOffice ? tempFolder() : '';
  const clean = path.join(folder, 'registre.xlsx');

  beforeAll(() => writeFileSync(clean, workbookOf(PROPRE)));

  test.each(['xls', 'ods'] as const)('as .%s under the name of an .xlsx', async (format) => {
    const bytes = readFileSync(await convert(clean, format, folder));
    await refuseRegistre((fund) => fund.receiveWorkbook(bytes), {
      regle: 'classeur-autre-format',
      message: new RegExp(`\\.${format}.*enregistrez-le au format « Classeur Excel`),
    });
  });

  test('under a password', async () => {
    const secret = path.join(folder, 'secret.xlsx');
    await editWorkbook(clean, [], secret, { motDePasse: 'Lac-Noir' });
    await refuseRegistre((fund) => fund.receiveWorkbook(readFileSync(secret)), {
      regle: 'classeur-protege',
      message: /mot de passe.*retirez le mot de passe/,
    });
  });
});

/** A height given to a million rows below the table. */
function tall(): Uint8Array {
  const rows = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 7}" ht="15"/>`);
  return new Livre().feuille('octrois', '</sheetData>', `${rows.join('')}</sheetData>`).bytes;
}

test('a million empty rows change no byte of what is published but the hash of the file', async () => {
  const fund = await publishedFund();
  const before = contentBytes(publicFolder(fund.root, fund.id));
  fund.receiveWorkbook(tall());
  const { ok, constats, comptes } = await runFund(fund.root, fund.id);
  expect([ok, constats]).toEqual([true, []]);
  expect(comptes.find((c) => c.fichier.endsWith('!Octrois'))).toMatchObject({ lues: 5 });
  expect(contentBytes(publicFolder(fund.root, fund.id))).toEqual(before);
});
