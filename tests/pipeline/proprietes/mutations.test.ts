/** One cell spoilt: the product tells it where it must, or a finding names it; nothing is lost in silence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constat } from '../../../pipelines/lib/constats';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { Registre } from '../lib/registre';
import { NOMS } from '../lib/registre-entetes';
import { tempFolder } from '../../lib/temp';
import { ecrireClasseur } from './classeur';
import { type Bati, batir, type Tables, tablesOf } from './etapes';
import { texteCsv } from './formes';
import { Monde } from './monde';
import { feuillesOf, graines, type Mutation, muter, muterEntete, registreMute } from './mutations';
import { differences, inexpliquees } from './portee';
import { essais, registres } from './registres';
import { sommesDuProduit, sommesDuRegistre } from './sommes';

/** Rules that stop the run at another cell than the one that was spoilt, and why they cannot do otherwise. */
const AILLEURS: Readonly<Partial<Record<RegleId, string>>> = {
  'reference-orpheline': 'a number that changed is missed where it is named',
  'virement-desequilibre': 'the moves of one day are told at the first',
  'parts-priorites': 'the shares of a project are told at the last',
  'versements-superieurs': 'a lower grant is seen at the payment that goes beyond',
  'versement-avant-decision': 'a later decision is seen at the payment that comes before',
  'octroi-total-negatif': 'a lower grant is seen at the amendment that takes more',
  'amendement-avant-initial': 'a later decision is seen at the amendment that comes before',
  'octroi-initial-absent': 'a decision that goes away is missed by its amendment',
  'octroi-initial-double': 'the second of two decisions is told, at its nature',
  'enveloppe-negative': 'a lower envelope is seen at the move that takes more',
  'enveloppe-depassee': 'the envelope of a cycle is told at its first move',
  'controle-ecart': 'a total is told at the announcement',
  'annonce-incoherente': 'the first row of an announcement is what the others are held to',
  'annonce-sans-total': 'an announcement is told at its first row',
  'demande-sans-projet': 'told at the project that is not there',
  'demande-avec-projet': 'told at the project that should not be there',
  'demande-autre-organisme': 'told at the application, when its project changes',
  'decision-avant-depot': 'told at the decision, when the day of filing changes',
  'dates-inversees': 'told at the end, when the start changes',
  'date-hors-entente': 'told at what hangs on a project, when its cycle changes',
  'cycle-incoherent': 'told at what names the row, when its cycle changes',
  'bailleur-incoherent': 'told at the payment, when the grant changes',
  doublon: 'the second of two rows is told',
  'organisme-en-double': 'the second of two rows is told',
  'projet-en-double': 'the second of two rows is told',
  'octroi-en-double': 'the second of two rows is told, at its number',
  'versement-en-double': 'the second of two rows is told, at its number',
  'demande-en-double': 'the second of two rows is told, at its number',
};

/** Columns that the product shows, whatever the row. */
const MONTREES: Readonly<Partial<Record<FeuilleId, readonly string[]>>> = {
  enveloppes: [
    ...['Numéro', 'Cycle', 'Bailleur', 'Territoire', 'Mouvement', 'Date d’effet', 'Montant'],
  ],
  apports: ['Numéro', 'Cycle', 'Bailleur', 'Nature', 'Date', 'Montant'],
  appels: ['Numéro', 'Cycle', 'Titre', 'Ouverture', 'Date limite'],
  projets: ['Numéro', 'Cycle', 'Titre', 'Territoire', 'Début', 'Fin', 'Description'],
  projets_priorites: ['Projet', 'Priorité', 'Part'],
  octrois: [
    ...['Numéro', 'Projet', 'Nature', 'Bailleur', 'Date de décision', 'Résolution'],
    ...['Montant accordé', 'Annonce'],
  ],
  versements: ['Montant versé'],
  annonces: ['Numéro', 'Montant annoncé', 'Précision', 'Territoire'],
};

const isNamed = ({ feuille, cellule }: Mutation, csv: boolean) =>
  csv
    ? (c: Constat) => c.fichier.endsWith(`/${feuille}.csv`) && c.cellule === cellule
    : (c: Constat) => c.feuille === NOMS[feuille] && c.cellule === cellule;

/** Rows read are rows kept, set aside or refused, and none of the sheet is missing. */
function holdCounts(registre: Registre, { comptes }: Bati, csv: boolean): void {
  for (const id of FEUILLES) {
    const own = comptes.find((c) => c.fichier.endsWith(csv ? `/${id}.csv` : `!${NOMS[id]}`));
    expect(own, id).toMatchObject({ lues: registre[id].length });
    expect(own!.retenues + own!.ecartees + own!.refusees, id).toBe(own!.lues);
  }
}

/** What happened to a mutation; `perdue` and what follows are what must never happen. */
function judge(
  registre: Registre,
  before: Tables,
  mutation: Mutation,
  after: Bati,
  csv: boolean,
): string {
  const named = after.constats.some(isNamed(mutation, csv));
  const told = mutation.illisible && !(csv && mutation.sorte === 'lien externe');
  if (told && !named) return 'illisible, et pas nommée';
  if (after.tables === null) {
    const elsewhere = after.constats.some((c) => c.gravite === 'bloquant' && AILLEURS[c.regle]);
    return named ? 'nommée' : elsewhere ? 'nommée ailleurs' : 'refusée sans la nommer';
  }
  const changed = differences(before, after.tables).length > 0;
  if (mutation.pareille) return changed || named ? 'pareille, et pourtant changée' : 'pareille';
  if (inexpliquees(mutation, registre, [before, after.tables]).length > 0) return 'déborde';
  if (changed) return 'montrée';
  if (named) return 'nommée';
  return MONTREES[mutation.feuille]?.includes(mutation.entete) ? 'perdue' : 'sans effet';
}

const BONNES = ['nommée', 'nommée ailleurs', 'pareille', 'montrée', 'sans effet'];

/**
 * What happened to a heading: a column that is not read is told, unless it holds nothing. A heading
 * that is no more is told without a cell, and the second of two at its own.
 */
function judgeHeading(registre: Registre, before: Tables, mutation: Mutation, after: Bati): string {
  const { feuille, entete } = mutation;
  const elsewhere = after.constats.some(
    (c) =>
      c.feuille === NOMS[feuille] &&
      (c.regle === 'entete-double' ||
        (c.regle === 'entete-absent' && c.message.includes(`« ${entete} »`))),
  );
  const named = elsewhere || after.constats.some(isNamed(mutation, false));
  const holds = registre[feuille].some((row) => (row[entete] ?? '') !== '');
  const same = after.tables !== null && differences(before, after.tables).length === 0;
  if (mutation.pareille) return same && !named ? 'pareille' : 'pareille, et pourtant changée';
  if (named) return 'nommée';
  return same && !holds ? 'sans effet' : 'perdue';
}

describe('a random cell of a random register', () => {
  const fund = new Monde(tempFolder());
  const receive = (registre: Registre, mutation: Mutation | null, csv: boolean) => {
    const feuilles = feuillesOf(registre, mutation);
    if (!csv) return fund.receiveWorkbook(ecrireClasseur(feuilles));
    fund.receiveTexts(
      Object.fromEntries(FEUILLES.map((id, i) => [id, texteCsv(feuilles[i]!.grille)])),
    );
  };

  test.each([
    ['of a workbook', false, 4, 24],
    ['of CSV files', true, 6, 16],
  ])('%s', async (_, csv, few, many) => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(registres, graines, async (registre, seeds) => {
        receive(registre, null, csv);
        const before = tablesOf(await batir(fund));
        for (const seed of seeds) {
          const mutation = muter(registre, seed);
          receive(registre, mutation, csv);
          const after = await batir(fund);
          const outcome = judge(registre, before, mutation, after, csv);
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
          const said = after.constats.map((c) => `${c.regle} ${c.cellule}`).join(', ');
          expect(BONNES, `${outcome}: ${JSON.stringify(mutation)}: ${said}`).toContain(outcome);
          holdCounts(registre, after, csv);
          const changed = registreMute(registre, mutation);
          if (after.tables !== null && changed !== null)
            expect(sommesDuProduit(after.tables), JSON.stringify(mutation)).toEqual(
              sommesDuRegistre(changed),
            );
        }
      }),
      essais(few, many),
    );
    for (const outcome of BONNES) expect(seen.get(outcome), outcome).toBeGreaterThan(0);
  });
});

test('a random heading of a random register', async () => {
  const fund = new Monde(tempFolder());
  const receive = (registre: Registre, mutation: Mutation | null) =>
    fund.receiveWorkbook(ecrireClasseur(feuillesOf(registre, mutation)));
  await fc.assert(
    fc.asyncProperty(registres, graines, async (registre, seeds) => {
      receive(registre, null);
      const before = tablesOf(await batir(fund));
      for (const seed of seeds) {
        const mutation = muterEntete(registre, seed);
        receive(registre, mutation);
        const after = await batir(fund);
        const outcome = judgeHeading(registre, before, mutation, after);
        expect(BONNES, `${outcome}: ${JSON.stringify(mutation)}`).toContain(outcome);
      }
    }),
    essais(2, 12),
  );
});
