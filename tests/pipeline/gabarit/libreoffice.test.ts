/** The blank register, filled in by a program that no one here wrote, and the mistakes people make in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Constat } from '../../../pipelines/lib/constats';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import { readSheet } from 'read-excel-file/node';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import { type Edit, editWorkbook, hasLibreOffice } from '../../lib/office';
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
    /** As `Octrois!G2`; null for a whole sheet. */
    readonly ou: string | null;
    readonly changements: readonly Edit[];
  }

  const cell = (
    regle: RegleId,
    feuille: FeuilleId,
    titre: string,
    index: number,
    edit: Partial<Edit>,
  ): Faute => {
    const where = at(feuille, titre, index);
    return {
      regle,
      ou: `${where.feuille}!${where.cellule}`,
      changements: [{ ...where, ...edit }],
    };
  };

  /** Mistakes that are made in one workbook, those of a workbook being apart from each other. */
  const CLASSEURS: Readonly<Record<string, Readonly<Record<string, Faute>>>> = {
    'what is typed': {
      'an amount with words': cell('montant-illisible', 'octrois', 'Montant accordé', 0, {
        valeur: '80 mille',
      }),
      'a percentage for an amount': cell('format-inattendu', 'octrois', 'Montant accordé', 1, {
        format: '0.00%',
        valeur: 0.8,
      }),
      'a day that is not': cell('date-impossible', 'octrois', 'Date de décision', 2, {
        valeur: '31 février 2022',
      }),
      'an empty cell that must not be': cell('valeur-absente', 'octrois', 'Projet', 3, {
        valeur: '',
      }),
      'a day without its order': cell('date-ambigue', 'versements', 'Date du versement', 1, {
        valeur: '03/04/2022',
      }),
      'a formula in error': cell('cellule-en-erreur', 'versements', 'Montant versé', 0, {
        formule: '=1/0',
      }),
      'a misspelt territory': cell('libelle-inconnu', 'projets', 'Territoire', 0, {
        valeur: 'Val-Sendré',
      }),
      'cells merged in the table': {
        regle: 'cellules-fusionnees',
        ou: 'Enveloppes!D3',
        changements: [{ feuille: 'Enveloppes', fusionner: 'D3:D4' }],
      },
      'a hidden row': {
        regle: 'lignes-masquees',
        ou: 'Demandes!A4',
        changements: [{ feuille: 'Demandes', masquerRangee: 4 }],
      },
      'a hidden sheet': {
        regle: 'feuille-masquee',
        ou: null,
        changements: [{ feuille: 'Indicateurs', masquerFeuille: true }],
      },
      'a note under the table': {
        regle: 'note-hors-tableau',
        ou: 'Appels!C9',
        changements: [{ feuille: 'Appels', cellule: 'C9', valeur: 'À vérifier au conseil' }],
      },
    },
    'what rows say of each other': {
      'a misspelt project': cell('reference-orpheline', 'versements', 'Projet', 0, {
        valeur: 'P-11',
      }),
      'an instalment over the grant': cell(
        'versements-superieurs',
        'versements',
        'Montant versé',
        2,
        {
          valeur: 60000.01,
        },
      ),
      'shares over a hundred': cell('parts-priorites', 'projets_priorites', 'Part', 2, {
        valeur: 76,
      }),
      'a telephone in a description': cell('renseignement-personnel', 'projets', 'Description', 1, {
        valeur: 'Appelez le (450) 555-0142',
      }),
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
      'a total that is wrong': {
        regle: 'total-de-feuille',
        ou: 'Apports!F6',
        changements: [
          { feuille: 'Apports', cellule: 'A6', valeur: 'Total' },
          { feuille: 'Apports', cellule: 'F6', valeur: 413500.76 },
        ],
      },
    },
    'what the sheets are called': {
      'a renamed sheet': {
        regle: 'feuille-absente',
        ou: null,
        changements: [{ feuille: 'Octrois', renommer: 'Octrois 2024' }],
      },
    },
  };

  describe.each(Object.entries(CLASSEURS))('mistakes in %s', (nom, fautes) => {
    let constats: readonly Constat[];

    beforeAll(async () => {
      const bad = path.join(rempli.dossier, `${nom.replaceAll(' ', '-')}.xlsx`);
      const edits = Object.values(fautes).flatMap((f) => f.changements);
      await editWorkbook(rempli.classeur, edits, bad);
      ({ constats } = await batir(fundOf(bad)));
    });

    test.each(Object.entries(fautes))('%s is found by its rule', (_, { regle, ou }) => {
      const places = constats
        .filter((c) => c.regle === regle)
        .map((c) => (c.cellule ? `${c.feuille}!${c.cellule}` : null));
      expect(places).toEqual([ou]);
    });
  });
});
