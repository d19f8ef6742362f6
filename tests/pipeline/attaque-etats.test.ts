/** Whoever has only what is published cannot work out a count of 1 to 4 reports in a state. */
import { expect, test } from 'vitest';
import type { Product, ProductRow } from '../../pipelines/steps/link/rows';
import type { Redditions } from '../../pipelines/steps/redditions/reddition';
import { createTirage } from '../lib/hasard-personnes';
import { drawRedditions, productOf } from '../lib/hasard-redditions';
import { attackProduct } from './lib/attaque';

test.each([
  [1, 6],
  [2, 25],
  [3, 70],
  [4, 200],
])('no state of few reports is had from fund %i of %i projects', async (graine, nombre) => {
  const product = productOf(drawRedditions(createTirage(graine), nombre));
  const { percees, contredites } = await attackProduct(product);
  expect({ percees, contredites }).toEqual({ percees: [], contredites: [] });
});

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
