import type { Catalogue } from '../../lib/catalogue';
import { REGLES } from '../../../src/lib/domain/regles/index';
import type { Constat, Journal } from '../../lib/constats';
import { dollars } from '../../lib/dollars';
import type { Fonds } from '../../lib/fonds';
import type { Harmonised } from '../harmonise/index';
import type { Linked } from '../link/index';
import type { Product, ProductRow } from '../link/rows';
import { checkControles } from './controles';
import { checkLignes } from './lignes';
import { checkListes } from './listes';
import { checkOrganismes } from './organismes';
import type { Publie } from '../publies';
import { bilanRows, bilansOf } from '../redditions/bilan-fonds';
import { withRedditions } from '../redditions/produit';
import type { Redditions } from '../redditions/reddition';
import { isAboutRedditions } from '../redditions/tables';
import { checkRedditions } from './redditions/index';
import { checkRegistre, controleRows } from './registre/index';
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
      regle: own.some((r) => r['precision'] === 'minimum')
        ? 'enveloppe-minimum-depassee'
        : 'enveloppe-depassee',
      ...placeOf(first),
      message: `cycle ${id} : ${dollars(granted)} accordés pour une enveloppe de ${dollars(envelope)} : vérifiez l'un et l'autre`,
    });
  }
}

/** A bucket of unknown place is needed: exactly one. */
function checkTerritoires(catalogue: Catalogue, journal: Journal): void {
  const count = catalogue.territoires.filter((t) => t.valeurs['nature'] === 'non-ventile').length;
  if (count === 1) return;
  journal.add({
    regle: 'territoire-non-ventile',
    fichier: 'reference/territoires.csv',
    message: `un territoire de nature « non-ventile », et un seul, est attendu : ${count} trouvés`,
  });
}

/** What the public edition says of a finding in a private file: the rule, never the value. */
function publicly(constat: Constat): Pick<Constat, 'valeur' | 'message'> {
  if (!constat.fichier.startsWith('prive/')) return constat;
  const { titre, aFaire } = REGLES[constat.regle];
  return { valeur: null, message: `${titre}. ${aFaire}` };
}

const constatRows = (constats: readonly Constat[]): ProductRow[] =>
  constats.map((c, index) => {
    const { valeur, message } = publicly(c);
    return {
      constat_id: `constat-${String(index + 1).padStart(4, '0')}`,
      gravite: c.gravite,
      regle: c.regle,
      fichier: c.fichier,
      feuille: c.feuille ?? null,
      cellule: c.cellule ?? null,
      valeur: valeur ?? null,
      message,
    };
  });

/** Money of a cycle and a funder comes from the register or from public facts: of both, it would count twice. */
function checkOrigins({ product, registre }: Linked, journal: Journal): void {
  const kinds = new Set<string>();
  for (const { sourceId } of registre.lignes()) kinds.add(sourceId);
  const own = new Set<string>();
  const facts = new Map<string, ProductRow>();
  for (const rows of [product.enveloppes, product.octrois])
    for (const r of rows) {
      const key = `${String(r['cycle_id'])}, ${String(r['bailleur_id'])}`;
      if (kinds.has(String(r['source_id']))) own.add(key);
      else if (!facts.has(key)) facts.set(key, r);
    }
  for (const key of own) {
    const fact = facts.get(key);
    if (!fact) continue;
    journal.add({
      regle: 'cycle-deux-origines',
      ...placeOf(fact),
      valeur: key,
      message: `le registre donne aussi l’argent de ce cycle et de ce bailleur (${key}) : retirez l’une des deux origines`,
    });
  }
}

export interface ToCheck {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly rows: readonly Harmonised[];
  readonly linked: Linked;
  /** What is known of the reports, and what the public counts of them; null for a fund without a form. */
  readonly redditions: { readonly connues: Redditions; readonly publiques: Redditions } | null;
  /** Publications before this one. */
  readonly publies: readonly Publie[];
}

/** Holds the linked tables to every rule, and adds what was found to them as controles and constats. */
export function check(toCheck: ToCheck, journal: Journal): Product {
  const { fonds, catalogue, rows, linked, redditions, publies } = toCheck;
  const { registre } = linked;
  checkTerritoires(catalogue, journal);
  checkLignes(fonds, catalogue, rows, journal);
  checkOrganismes(rows, journal);
  checkListes(fonds, catalogue, journal);
  checkRegistre({ fonds, catalogue, registre }, journal);
  checkOrigins(linked, journal);
  checkEnveloppe(fonds, linked, journal);
  const faits = checkControles(catalogue, linked, journal);
  checkSoldes(fonds, catalogue, linked, journal);
  const bilans = bilansOf(fonds, registre, redditions?.publiques ?? null);
  if (redditions) checkRedditions(redditions.connues, journal);
  const controles = [...faits, ...controleRows(registre)];
  const whole = { ...linked.product, controles };
  const product = redditions
    ? withRedditions(whole, { ...redditions, publies, bilans, constats: journal.all })
    : { ...whole, bilans_cycles: bilanRows(bilans, null) };
  const held = Object.values(registre.feuilles).some((lignes) => lignes.length > 0);
  const lost = held && journal.blocking.length > 0;
  if (!lost) checkSchema(product, catalogue, journal);
  const published = journal.all.filter((c) => !isAboutRedditions(c));
  return { ...product, constats: constatRows(published) };
}
