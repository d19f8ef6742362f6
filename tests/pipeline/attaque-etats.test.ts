/** Whoever has only what is published cannot work out a count of 1 to 4 reports in a state. */
import { expect, test } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import type { Product, ProductRow } from '../../pipelines/steps/link/rows';
import type { Redditions } from '../../pipelines/steps/redditions/reddition';
import { createTirage } from '../lib/hasard-personnes';
import { drawRedditions, productOf } from '../lib/hasard-redditions';
import { attackProduct } from './lib/attaque';

test.each(
  sampleOf(
    [
      [2, 25, 6],
      [1, 6, 6],
      [3, 70, 6],
      [4, 200, 6],
      [5, 60, 40],
      [6, 200, 80],
    ] as const,
    1,
  ),
)(
  'no state of few reports is had from fund %i of %i projects, one report in %i being late',
  async (graine, nombre, parmi) => {
    const product = productOf(drawRedditions(createTirage(graine), nombre, parmi));
    const { percees, retards, contredites } = await attackProduct(product);
    expect({ percees, retards, contredites }).toEqual({
      ...{ percees: [], retards: [], contredites: [] },
    });
  },
);

const LATE = 'en-retard+attendue';
const CAME = 'recue+incomplete+complete+acceptee';

/** Reports that came or not, by exercice and by territory, each told as it is. */
function openComptes({ liste }: Redditions): ProductRow[] {
  const places = ['exercice', 'territoire'] as const;
  return places.flatMap((portee) => {
    const idOf = (r: (typeof liste)[number]) =>
      portee === 'exercice' ? r.exercice.id : String(r.projet.valeurs['territoire']);
    return [...new Set(liste.map(idOf))].flatMap((id) =>
      [LATE, CAME].map((etat) => ({
        ...{ compte_id: `${portee}/${id}/${etat}`, portee, [`${portee}_id`]: id, etat },
        ...(portee === 'exercice' ? { date_echeance: `${id.slice(5)}-06-01` } : {}),
        nombre: liste.filter((r) => idOf(r) === id && (r.premieres.size === 0) === (etat === LATE))
          .length,
      })),
    );
  });
}

const opened = (): { product: Product; comptes: ProductRow[] } => {
  const all = drawRedditions(createTirage(2), 25);
  return { product: productOf(all), comptes: openComptes(all) };
};

test('told as they are, small counts are found', async () => {
  const { product, comptes } = opened();
  const small = comptes.filter((r) => [1, 2, 3, 4].includes(Number(r['nombre'])));
  const { percees } = await attackProduct({ ...product, comptes_redditions: comptes });
  const noms = small.map((r) => `redditions/${String(r['compte_id'])}`);
  expect(noms.length).toBeGreaterThan(3);
  expect(percees.map((p) => p.nom)).toEqual(expect.arrayContaining(noms));
});

test('left out alone, the late reports of an exercice are found by difference', async () => {
  const { product, comptes } = opened();
  const rows = comptes.filter((r) => r['portee'] === 'territoire' || r['etat'] === LATE);
  const [hidden] = rows.filter(
    (r) => r['portee'] === 'exercice' && [1, 2, 3, 4].includes(Number(r['nombre'])),
  );
  const whole: ProductRow = {
    ...{
      ...hidden,
      etat: `${LATE}+${CAME}`,
      compte_id: `exercice/${String(hidden?.['exercice_id'])}/tout`,
    },
    nombre: product.projets.filter((p) => {
      const [debut, fin] = String(hidden?.['exercice_id']).split('-');
      return String(p['debut']) < `${fin}-03-31` && String(p['fin']) > `${debut}-04-01`;
    }).length,
  };
  const { percees } = await attackProduct({
    ...product,
    comptes_redditions: comptes.flatMap((r) =>
      r['exercice_id'] !== hidden?.['exercice_id'] ? [r] : r === hidden ? [whole] : [],
    ),
  });
  const nombre = Number(hidden?.['nombre']);
  expect(percees).toContainEqual({
    nom: `redditions/exercice/${String(hidden?.['exercice_id'])}/${LATE}`,
    ...{ min: nombre, max: nombre },
  });
});

/** Reports of an exercice that were read, counted from what was drawn. */
const readIn = ({ liste }: Redditions, exercice: string) =>
  liste.filter((r) => r.exercice.id === exercice && r.recus.length > 0).length;

const fewLate = () => {
  const all = drawRedditions(createTirage(6), 200, 80);
  return { all, product: productOf(all) };
};

test('where few reports are late, totals do not tell how many they come from', () => {
  const { all, product } = fewLate();
  const rows = product.totaux_reponses.filter((r) => r['question_id'] === 'partenaires');
  for (const row of rows) expect(row['total_nombre'], String(row['total_id'])).toBeGreaterThan(0);
  expect(rows.map((r) => r['nombre_redditions'])).toContain(null);
  expect(product.totaux_reponses.filter((r) => r['question_id'] === 'poursuite')).toEqual([]);
  expect(readIn(all, '2023-2024')).toBeGreaterThan(50);
});

test('told as it is, the number of reports that answer says that few are late', async () => {
  const { all, product } = fewLate();
  const told = product.totaux_reponses.map((row) =>
    row['question_id'] === 'partenaires'
      ? { ...row, nombre_redditions: readIn(all, String(row['exercice_id'])) }
      : row,
  );
  const { percees } = await attackProduct({ ...product, totaux_reponses: told });
  expect(percees.map((p) => p.nom)).toContain(`redditions/exercice/2023-2024/${LATE}`);
});

test('told as they are, the answers to a choice say that few are late', AU_COMPLET, async () => {
  const { all, product } = fewLate();
  const read = readIn(all, '2023-2024');
  const choix = ['oui', 'non'].map((choix_id, i) => ({
    ...{ total_id: `poursuite/2023-2024/${choix_id}`, question_id: 'poursuite', choix_id },
    ...{ exercice_id: '2023-2024', nombre_redditions: i === 0 ? 20 : read - 20 },
  }));
  const totaux_reponses = [...product.totaux_reponses, ...choix];
  const { percees } = await attackProduct({ ...product, totaux_reponses });
  expect(percees.map((p) => p.nom)).toContain(`redditions/exercice/2023-2024/${LATE}`);
});

test(
  'told as it is, the number of reports behind a balance says that few are late',
  AU_COMPLET,
  async () => {
    const { all, product } = fewLate();
    const bilans_cycles = product.bilans_cycles.map((row) => ({
      ...row,
      redditions_comptees: all.liste.filter(
        (r) => r.projet.valeurs['cycle'] === row['cycle_id'] && r.premieres.size > 0,
      ).length,
    }));
    const { percees } = await attackProduct({ ...product, bilans_cycles });
    expect(percees.length).toBeGreaterThan(0);
  },
);

const allLate = () => {
  const all = drawRedditions(createTirage(3), 70);
  const liste = all.liste.map((r) =>
    r.exercice.id === '2022-2023' ? { ...r, premieres: new Map(), recus: [] } : r,
  );
  return { ...all, liste };
};

test('an exercice of which every report is late does not say so, as that would name them all', async () => {
  const all = allLate();
  const product = productOf(all);
  const own = product.comptes_redditions.filter((r) => r['exercice_id'] === '2022-2023');
  expect(own.map((r) => r['etat'])).toEqual([`${LATE}+${CAME}`]);
  expect((await attackProduct(product)).retards).toEqual([]);
  const comptes_redditions = product.comptes_redditions.map((r) =>
    own.includes(r) ? { ...r, etat: 'en-retard', compte_id: 'exercice/2022-2023/en-retard' } : r,
  );
  const { retards } = await attackProduct({ ...product, comptes_redditions });
  expect(retards).toEqual(all.liste.filter((r) => r.exercice.id === '2022-2023').map((r) => r.id));
});
