/** Balances of projects in the edition of the board, recomputed from each report and each payment. */
import { expect, test } from 'vitest';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeEdition } from '../../src/lib/views/editions/edition';
import { clearEdition } from '../lib/editions';
import { openPublication } from '../pipeline/lib/sql';

const TABLES = ['projets', 'exercices', 'redditions', 'rapprochements', 'versements', 'fonds'];

/** Spent as the budgets tell it, and paid up to a day, of the projects whose reports all came. */
const RECOMPTE = `
  WITH rapports AS (
    SELECT projet_id, max(x.fin) AS fin, sum(montant_depense_budget) AS depense,
           count(montant_depense_budget) AS budgets, count(*) AS attendus
    FROM redditions JOIN exercices x USING (exercice_id) LEFT JOIN rapprochements USING (reddition_id)
    WHERE x.fin <= (SELECT date_donnees FROM fonds) GROUP BY projet_id
  )
  SELECT projet_id, depense, sum(montant_verse) AS verse, sum(montant_verse) - depense AS solde
  FROM rapports r JOIN projets p USING (projet_id) JOIN versements v USING (projet_id) CROSS JOIN fonds
  WHERE budgets = attendus
    AND date_versement <= CASE WHEN p.fin <= r.fin THEN date_donnees ELSE r.fin END
  GROUP BY projet_id, depense HAVING sum(montant_verse) <> depense ORDER BY solde`;

const amounts = (row: readonly (string | number | null | undefined)[]) =>
  row.map((value) => Number(value).toFixed(2));

test('a payment that follows the last exercice of a project counts in its balance', async () => {
  const folder = await clearEdition('conseil');
  const engine = await openNodeEngine(folder);
  const { sections } = await composeEdition(engine, 'conseil', SANS_CHOIX);
  await engine.close();
  const figure = sections.flatMap((s) => s.figures).find((f) => f.id === 'soldes')!;
  const { colonnes, lignes } = figure.table;
  const shown = lignes.map((cells) =>
    Object.fromEntries(cells.map(({ valeur }, i) => [colonnes[i]!.cle, valeur])),
  );
  const db = await openPublication(folder, TABLES);
  const known = await db.rows(RECOMPTE);
  db.close();
  expect(known.length).toBeGreaterThan(10);
  for (const row of known) {
    const own = shown.find((r) => r['projet'] === row['projet_id']);
    expect(amounts([own?.['depense'], own?.['verse'], own?.['solde']]), row['projet_id']!).toEqual(
      amounts([row['depense'], row['verse'], row['solde']]),
    );
  }
  const over = shown.filter((r) => Number(r['solde']) < 0);
  expect(over).toMatchObject([{ projet: 'P19-049', solde: -2124.85, date: '2026-10-31' }]);
  expect(figure.titre).toMatch(/^1\sprojet a dépensé plus que versé, /);
});
