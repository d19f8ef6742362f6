/** The blank register, filled in by a program that no one here wrote, and the mistakes people make in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import { readSheet } from 'read-excel-file/node';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import { type AddedSheet, type Edit, editWorkbook, hasLibreOffice } from '../../lib/office';
import { PROPRE, RegistreFund } from '../lib/registre';
import { ENTETES, NOMS } from '../lib/registre-entetes';
import { tempFolder } from '../lib/temp';
import { batir, essentiel, type Tables, tablesOf } from '../proprietes/etapes';
import { fundOf, fundOfCsv, place, remplir, type Rempli } from './remplir';

/** What the day of reception of a lot is, beside its provenance. */
const product = (tables: Tables) => essentiel(tables);

describe.skipIf(!hasLibreOffice)('the blank register filled in LibreOffice', () => {
  let rempli: Rempli;
  let attendu: Record<string, string[]>;

  beforeAll(async () => {
    rempli = await remplir();
    attendu = product(tablesOf(await batir(new RegistreFund(tempFolder(), PROPRE))));
  });

  test('has the headings that the test fills, sheet by sheet', async () => {
    for (const id of FEUILLES) {
      const [headings] = await readSheet(readFileSync(rempli.gabarit), NOMS[id]);
      expect(headings, id).toEqual(ENTETES[id]);
    }
  });

  test('saved as .xlsx, gives the same product, and nothing is found', async () => {
    const built = await batir(fundOf(rempli.classeur));
    expect(built.constats).toEqual([]);
    expect(product(tablesOf(built))).toEqual(attendu);
  });

  test('exported as CSV in windows-1252 with semicolons, gives the same product', async () => {
    const built = await batir(await fundOfCsv(rempli));
    expect(built.constats).toEqual([]);
    expect(product(tablesOf(built))).toEqual(attendu);
  });

  const at = (feuille: FeuilleId, titre: string, index: number) => ({
    feuille: NOMS[feuille],
    cellule: place(feuille, titre, index),
  });

  interface Faute {
    readonly regle: RegleId;
    /** As `Octrois!G2`. */
    readonly ou: string | null;
    readonly changements: readonly (Edit | AddedSheet)[];
  }

  const cell = (feuille: FeuilleId, titre: string, index: number, edit: Partial<Edit>) => {
    const where = at(feuille, titre, index);
    return { ou: `${where.feuille}!${where.cellule}`, changements: [{ ...where, ...edit }] };
  };

  const FAUTES: Readonly<Record<string, Faute>> = {
    'an amount with words': {
      regle: 'montant-illisible',
      ...cell('octrois', 'Montant accordé', 0, { valeur: '80 mille' }),
    },
    'a percentage for an amount': {
      regle: 'format-inattendu',
      ...cell('octrois', 'Montant accordé', 0, { format: '0.00%', valeur: 0.8 }),
    },
    'a day that is not': {
      regle: 'date-impossible',
      ...cell('octrois', 'Date de décision', 1, { valeur: '31 février 2022' }),
    },
    'a day without its order': {
      regle: 'date-ambigue',
      ...cell('versements', 'Date du versement', 1, { valeur: '03/04/2022' }),
    },
    'a formula in error': {
      regle: 'cellule-en-erreur',
      ...cell('versements', 'Montant versé', 0, { formule: '=1/0' }),
    },
    'a misspelt territory': {
      regle: 'libelle-inconnu',
      ...cell('projets', 'Territoire', 0, { valeur: 'Val-Sendré' }),
    },
    'a misspelt project': {
      regle: 'reference-orpheline',
      ...cell('versements', 'Projet', 0, { valeur: 'P-11' }),
    },
    'an empty cell that must not be': {
      regle: 'valeur-absente',
      ...cell('octrois', 'Projet', 2, { valeur: '' }),
    },
    'an instalment over the grant': {
      regle: 'versements-superieurs',
      ...cell('versements', 'Montant versé', 3, { valeur: 75000.02 }),
    },
    'shares over a hundred': {
      regle: 'parts-priorites',
      ...cell('projets_priorites', 'Part', 2, { valeur: 76 }),
    },
    'a telephone in a description': {
      regle: 'renseignement-personnel',
      ...cell('projets', 'Description', 1, { valeur: 'Appelez le (450) 555-0142' }),
    },
    'a hidden row': {
      regle: 'lignes-masquees',
      ou: 'Octrois!A4',
      changements: [{ feuille: 'Octrois', masquerRangee: 4 }],
    },
    'a hidden sheet': {
      regle: 'feuille-masquee',
      ou: null,
      changements: [{ feuille: 'Versements', masquerFeuille: true }],
    },
    'a renamed sheet': {
      regle: 'feuille-absente',
      ou: null,
      changements: [{ feuille: 'Octrois', renommer: 'Octrois 2024' }],
    },
    'cells merged in the table': {
      regle: 'cellules-fusionnees',
      ou: 'Octrois!D3',
      changements: [{ feuille: 'Octrois', fusionner: 'D3:D4' }],
    },
    'a total that is wrong': {
      regle: 'total-de-feuille',
      ou: 'Versements!E7',
      changements: [
        { feuille: 'Versements', cellule: 'A7', valeur: 'Total' },
        { feuille: 'Versements', cellule: 'E7', valeur: 147500.01 },
      ],
    },
    'a note under the table': {
      regle: 'note-hors-tableau',
      ou: 'Versements!B9',
      changements: [
        { feuille: 'Versements', cellule: 'B9', valeur: 'À vérifier avec la comptabilité' },
      ],
    },
    'a row typed twice': {
      regle: 'versement-en-double',
      ou: 'Versements!A6',
      changements: [
        { feuille: 'Versements', cellule: 'A6', valeur: 'VER-5' },
        { feuille: 'Versements', cellule: 'B6', valeur: 'P-3' },
        { feuille: 'Versements', cellule: 'C6', valeur: 'Bureau des brumes' },
        { feuille: 'Versements', cellule: 'D6', saisie: '2022-06-30' },
        { feuille: 'Versements', cellule: 'E6', valeur: 37500 },
      ],
    },
  };

  test.each(Object.entries(FAUTES))('%s is found by its rule', async (nom, faute) => {
    const bad = path.join(rempli.dossier, `${nom.replaceAll(' ', '-')}.xlsx`);
    await editWorkbook(rempli.classeur, faute.changements, bad);
    const { constats } = await batir(fundOf(bad));
    const places = constats
      .filter((c) => c.regle === faute.regle)
      .map((c) => (c.cellule ? `${c.feuille}!${c.cellule}` : null));
    expect(
      places,
      constats.map((c) => `${c.regle} ${c.feuille}!${c.cellule}`).join('\n'),
    ).toContain(faute.ou);
  });
});
