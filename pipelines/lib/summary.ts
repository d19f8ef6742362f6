import { comptedIn } from '../steps/redditions/arretes';
import { ETATS } from '../../src/lib/domain/reddition';
import { etatDe, type Redditions } from '../steps/redditions/reddition';
import { type TableName, TABLES_PUBLIQUES, TABLES_RESTREINTES } from '../../src/lib/domain/tables';
import type { Product, ProductRow } from '../steps/link/rows';
import type { FileCount } from '../steps/harmonise/index';
import { describeConstat, type Journal } from './constats';
import { dollars } from './dollars';
import type { Fonds } from './fonds';
import { groupBy } from './group';
import type { Progress } from './progress';

const pad = (text: string, width: number) => text.padEnd(width);

function printCounts(progress: Progress, comptes: readonly FileCount[]): void {
  if (comptes.length === 0) return;
  progress.line('\nLignes reçues');
  for (const { fichier, lues, retenues, ecartees, refusees } of comptes)
    progress.line(
      `  ${pad(fichier, 44)} lues ${lues} = retenues ${retenues} + écartées ${ecartees} + refusées ${refusees}`,
    );
}

function sumBy(
  rows: readonly ProductRow[],
  column: string,
  keep: (row: ProductRow) => boolean,
): bigint {
  return rows.filter(keep).reduce((a, row) => a + (row[column] as bigint), 0n);
}

function printTotals(progress: Progress, fonds: Fonds, product: Product): void {
  const counted = new Set(fonds.bailleurs.filter((b) => b.compte).map((b) => b.id));
  for (const { id, nom } of fonds.cycles) {
    const envelope = sumBy(
      product.enveloppes,
      'montant_enveloppe',
      (r) => r['cycle_id'] === id && counted.has(String(r['bailleur_id'])),
    );
    const granted = sumBy(product.octrois, 'montant_accorde', (r) => r['cycle_id'] === id);
    progress.line(`\n${nom} : enveloppe ${dollars(envelope)}, accordé ${dollars(granted)}`);
    const own = product.octrois.filter((r) => r['cycle_id'] === id);
    const byTerritoire = groupBy(own, (r) => String(r['territoire_id']));
    for (const t of product.territoires) {
      const here = byTerritoire.get(String(t['territoire_id'])) ?? [];
      if (here.length > 0)
        progress.line(
          `  ${pad(String(t['nom']), 24)} ${dollars(sumBy(here, 'montant_accorde', () => true)).padStart(18)}  (${here.length} octrois)`,
        );
    }
  }
}

function printFindings(progress: Progress, journal: Journal): void {
  progress.line('\nConstats par règle');
  for (const [regle, count] of journal.countByRule()) progress.line(`  ${pad(regle, 28)} ${count}`);
  if (journal.all.length === 0) progress.line('  aucun');
}

/** Closing summary of a run that published: rows in and out, totals by bucket and cycle, findings. */
export function printSummary(
  progress: Progress,
  fonds: Fonds,
  product: Product,
  comptes: readonly FileCount[],
  journal: Journal,
): void {
  printCounts(progress, comptes);
  const count = (noms: readonly TableName[]) =>
    noms.map((nom) => `${nom} ${product[nom].length}`).join(', ');
  progress.line(`\nLignes publiées : ${count(TABLES_PUBLIQUES)}`);
  progress.line(`Lignes réservées, non publiées : ${count(TABLES_RESTREINTES)}`);
  printTotals(progress, fonds, product);
  printFindings(progress, journal);
}

/** What a run that stopped early has not looked at. */
export const RESTE =
  'Les règles qui comparent les lignes entre elles ne sont pas encore vérifiées : corrigez ces constats, puis relancez.';

/** Closing summary of a run that stopped: what was read, and each finding that blocks. */
export function printBlocking(
  progress: Progress,
  journal: Journal,
  comptes: readonly FileCount[],
  partiel: boolean,
): void {
  printCounts(progress, comptes);
  progress.line(
    `\n${journal.blocking.length} constat(s) bloquant(s) : rien n'est publié, la publication précédente reste en place.`,
  );
  for (const constat of journal.blocking) progress.line(`  ${describeConstat(constat)}`);
  if (partiel) progress.line(`\n${RESTE}`);
  printFindings(progress, journal);
}

/**
 * Reports: each file that came counted once, then reports by state, and how much of it the public does not count yet.
 * @param comptees what the public tables count, as `comptedIn` says it
 */
export function printRedditions(
  progress: Progress,
  all: Redditions,
  comptees: readonly string[],
): void {
  const { recus, retenus, remplaces, nonPlaces } = all.comptes;
  progress.line(
    `\nRedditions : fichiers reçus ${recus} = retenus ${retenus} + remplacés ${remplaces} + sans place ${nonPlaces}`,
  );
  const states = all.liste.map((r) => etatDe(r, all.au).etat);
  const counts = ETATS.map((e) => `${e} ${states.filter((s) => s === e).length}`);
  progress.line(`  au ${all.au}, ${all.liste.length} redditions : ${counts.join(', ')}`);
  const counted = new Set(comptees);
  const waiting = comptedIn(all).filter((cle) => !counted.has(cle)).length;
  if (waiting > 0)
    progress.line(
      `  ${waiting} fichiers ou acceptations ne comptent pas encore dans les totaux publics : moins de cinq redditions ont changé depuis la publication précédente`,
    );
}
