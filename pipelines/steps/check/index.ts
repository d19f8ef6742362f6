import type { Catalogue } from '../../lib/catalogue';
import type { Constat, Journal } from '../../lib/constats';
import { dollars } from '../../lib/dollars';
import type { Fonds } from '../../lib/fonds';
import type { Harmonised } from '../harmonise';
import type { Linked } from '../link/index';
import type { Product, ProductRow } from '../link/rows';
import { checkControles } from './controles';
import { checkLignes } from './lignes';
import { checkListes } from './listes';
import { checkOrganismes } from './organismes';
import { checkSchema, placeOf } from './schema';
import { checkSoldes } from './soldes';

function checkEnveloppe(fonds: Fonds, linked: Linked, journal: Journal): void {
  const counted = new Set(fonds.bailleurs.filter((b) => b.compte).map((b) => b.id));
  const { enveloppes, octrois } = linked.product;
  const total = (rows: readonly ProductRow[], cycle: string, column: string) =>
    rows
      .filter((r) => r['cycle_id'] === cycle && counted.has(String(r['bailleur_id'])))
      .reduce((a, r) => a + (r[column] as bigint), 0n);
  for (const { id } of fonds.cycles) {
    const own = enveloppes.filter(
      (r) => r['cycle_id'] === id && counted.has(String(r['bailleur_id'])),
    );
    const [envelope, granted] = [
      total(enveloppes, id, 'montant_enveloppe'),
      total(octrois, id, 'montant_accorde'),
    ];
    const [first] = own;
    if (!first || granted <= envelope) continue;
    journal.add({
      gravite: own.some((r) => r['precision'] === 'minimum') ? 'avertissement' : 'bloquant',
      regle: 'enveloppe-depassee',
      ...placeOf(first),
      message: `cycle ${id} : ${dollars(granted)} accordés pour une enveloppe de ${dollars(envelope)} : vérifiez l'un et l'autre`,
    });
  }
}

/** A bucket of unknown place is needed: exactly one. */
function checkTerritoires(catalogue: Catalogue, journal: Journal): void {
  const count = catalogue.territoires.filter(
    (t) => t.cells['nature']?.valeur === 'non-ventile',
  ).length;
  if (count === 1) return;
  journal.add({
    gravite: 'bloquant',
    regle: 'territoire-non-ventile',
    fichier: 'reference/territoires.csv',
    message: `un territoire de nature « non-ventile », et un seul, est attendu : ${count} trouvés`,
  });
}

const constatRows = (constats: readonly Constat[]): ProductRow[] =>
  constats.map((c, index) => ({
    constat_id: `constat-${String(index + 1).padStart(4, '0')}`,
    gravite: c.gravite,
    regle: c.regle,
    fichier: c.fichier,
    feuille: c.feuille ?? null,
    cellule: c.cellule ?? null,
    valeur: c.valeur ?? null,
    message: c.message,
  }));

/** Holds the linked tables to every rule, and adds what was found to them as controles and constats. */
export function check(
  fonds: Fonds,
  catalogue: Catalogue,
  linked: Linked,
  rows: readonly Harmonised[],
  journal: Journal,
): Product {
  checkTerritoires(catalogue, journal);
  checkLignes(fonds, catalogue, rows, journal);
  checkOrganismes(rows, journal);
  checkListes(fonds, catalogue, journal);
  checkEnveloppe(fonds, linked, journal);
  const controles = checkControles(catalogue, linked, journal);
  checkSoldes(fonds, catalogue, linked, journal);
  const product = { ...linked.product, controles };
  checkSchema(product, catalogue, journal);
  return { ...product, constats: constatRows(journal.all) };
}
