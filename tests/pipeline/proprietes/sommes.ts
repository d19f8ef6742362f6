/** Sums of a register's plain rows and of the product's tables, each by its own way, under the same keys. */
import type { Cellule, Rangee, Registre } from '../lib/registre';
import type { Cells } from '../lib/sql';
import type { Tables } from './etapes';
import { centsDe, decimalDe, exerciceDe } from './jours';
import { BAILLEURS, CYCLES, PRIORITES, TERRITOIRES } from './monde';

const idOf = (list: readonly { readonly id: string; readonly nom: string }[]) => {
  const ids = new Map(list.map(({ id, nom }) => [nom, id]));
  return (cell: Cellule | undefined): string => {
    const id = ids.get(String(cell));
    if (id === undefined) throw new Error(`no such name: ${String(cell)}`);
    return id;
  };
};

export const cycleId = idOf(CYCLES);
export const bailleurId = idOf(BAILLEURS);
export const territoireId = idOf(TERRITOIRES);
export const prioriteId = idOf([...PRIORITES.locale, ...PRIORITES.regionale]);

export function montantDe(cell: Cellule | undefined): bigint {
  if (typeof cell === 'object' && 'montant' in cell) return centsDe(cell.montant);
  throw new Error(`no amount: ${JSON.stringify(cell)}`);
}

export function jourDe(cell: Cellule | undefined): string {
  if (typeof cell === 'object' && 'jour' in cell) return cell.jour;
  throw new Error(`no day: ${JSON.stringify(cell)}`);
}

/** Decimal sum of each key. */
export type Sommes = Record<string, string>;

export function sommer<T>(
  rows: readonly T[],
  keyOf: (row: T) => readonly unknown[],
  centsOf: (row: T) => bigint,
): Sommes {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const key = keyOf(row).join(' | ');
    sums.set(key, (sums.get(key) ?? 0n) + centsOf(row));
  }
  return Object.fromEntries([...sums].sort().map(([key, cents]) => [key, decimalDe(cents)]));
}

export function projetDe(registre: Registre, row: Rangee): Rangee {
  const found = registre.projets.find((p) => p['Numéro'] === row['Projet']);
  if (!found) throw new Error(`no project ${String(row['Projet'])}`);
  return found;
}

/** What each table must add up to, from the plain rows. */
export function sommesDuRegistre(registre: Registre): Record<string, Sommes> {
  const place = (row: Rangee) => [cycleId(row['Cycle']), territoireId(row['Territoire'])];
  const ofProject = (row: Rangee) => place(projetDe(registre, row));
  const at = (row: Rangee, heading: string) => exerciceDe(jourDe(row[heading]));
  const money = (heading: string) => (row: Rangee) => montantDe(row[heading]);
  return {
    enveloppes: sommer(
      registre.enveloppes,
      (r) => [...place(r), bailleurId(r['Bailleur']), at(r, 'Date d’effet'), r['Mouvement']],
      money('Montant'),
    ),
    apports: sommer(
      registre.apports,
      (r) => [cycleId(r['Cycle']), bailleurId(r['Bailleur']), at(r, 'Date'), r['Nature']],
      money('Montant'),
    ),
    octrois: sommer(
      registre.octrois,
      (r) => [...ofProject(r), bailleurId(r['Bailleur']), at(r, 'Date de décision'), r['Nature']],
      money('Montant accordé'),
    ),
    versements: sommer(
      registre.versements,
      (r) => [...ofProject(r), bailleurId(r['Bailleur']), at(r, 'Date du versement')],
      money('Montant versé'),
    ),
    annonces: sommer(
      registre.annonces,
      (r) => [r['Numéro'], r['Territoire'] ? territoireId(r['Territoire']) : 'ensemble'],
      money('Montant annoncé'),
    ),
    'octrois annoncés': sommer(
      registre.annonces,
      (r) => [r['Numéro'], r['Territoire'] ? territoireId(r['Territoire']) : 'ensemble'],
      (r) =>
        registre.octrois
          .filter((o) => o['Annonce'] === r['Numéro'])
          .filter(
            (o) => !r['Territoire'] || projetDe(registre, o)['Territoire'] === r['Territoire'],
          )
          .reduce((a, o) => a + montantDe(o['Montant accordé']), 0n),
    ),
    demandes: sommesDesDemandes(registre),
  };
}

/** Cycles with at least five applications, of which none or at least five were not granted: fewer would name people. */
function sommesDesDemandes({ appels, demandes }: Registre): Sommes {
  const cycleOf = (row: Rangee) => appels.find((a) => a['Numéro'] === row['Appel'])?.['Cycle'];
  const ofCycle = (row: Rangee) => demandes.filter((d) => cycleOf(d) === cycleOf(row));
  const refused = (row: Rangee) => ofCycle(row).filter((d) => d['Décision'] !== 'Accordée').length;
  const told = (row: Rangee) =>
    ofCycle(row).length >= 5 && (refused(row) === 0 || refused(row) >= 5);
  return sommer(
    demandes.filter(told),
    (row) => [cycleId(cycleOf(row)), ofCycle(row).length, refused(row)],
    (row) => montantDe(row['Montant demandé']),
  );
}

const MOUVEMENTS: Record<string, string> = {
  initiale: 'Initiale',
  virement: 'Virement',
  ajout: 'Ajout',
  retour: 'Retour',
};
const APPORTS: Record<string, string> = { recu: 'Reçu', frais: 'Frais', retour: 'Retour' };
const OCTROIS: Record<string, string> = { projet: 'Initial', amendement: 'Amendement' };

/** The same sums, from the product. */
export function sommesDuProduit(tables: Tables): Record<string, Sommes> {
  const rows = (table: string) => tables[table] ?? [];
  const money = (column: string) => (row: Cells) => centsDe(row[column] ?? '');
  const day = (row: Cells, column: string) => exerciceDe(row[column] ?? '');
  return {
    enveloppes: sommer(
      rows('enveloppes'),
      (r) => [
        ...[r['cycle_id'], r['territoire_id'], r['bailleur_id']],
        ...[day(r, 'date_effet'), MOUVEMENTS[r['mouvement'] ?? '']],
      ],
      money('montant_enveloppe'),
    ),
    apports: sommer(
      rows('apports'),
      (r) => [r['cycle_id'], r['bailleur_id'], day(r, 'date_apport'), APPORTS[r['nature'] ?? '']],
      money('montant_apport'),
    ),
    octrois: sommer(
      rows('octrois'),
      (r) => [
        ...[r['cycle_id'], r['territoire_id'], r['bailleur_id'], r['exercice_id']],
        OCTROIS[r['nature'] ?? ''],
      ],
      money('montant_accorde'),
    ),
    versements: sommer(
      rows('versements'),
      (r) => [r['cycle_id'], r['territoire_id'], r['bailleur_id'], r['exercice_id']],
      money('montant_verse'),
    ),
    annonces: sommer(
      rows('controles'),
      (r) => [r['evenement_id'], r['territoires']],
      money('montant_publie'),
    ),
    'octrois annoncés': sommer(
      rows('controles'),
      (r) => [r['evenement_id'], r['territoires']],
      money('montant_calcule'),
    ),
    demandes: sommer(
      rows('comptes_demandes').filter((r) => r['portee'] === 'cycle'),
      (r) => [r['cycle_id'], r['nombre_demandes'], r['nombre_non_accordees']],
      money('montant_demande'),
    ),
  };
}

/** What is wrong with how grants are split among priorities: nothing, when each part is fair to the cent. */
export function fautesDesVentilations(registre: Registre, tables: Tables): string[] {
  return registre.octrois.flatMap((octroi) => {
    const numero = String(octroi['Numéro']);
    const cents = montantDe(octroi['Montant accordé']);
    const shares = new Map(
      registre.projets_priorites
        .filter((r) => r['Projet'] === octroi['Projet'])
        .map((r) => [prioriteId(r['Priorité']), BigInt(String(r['Part']))]),
    );
    const parts = (tables['ventilations'] ?? []).filter((v) => v['octroi_id'] === numero);
    const total = parts.reduce((a, v) => a + centsDe(v['montant_accorde'] ?? ''), 0n);
    const unfair = parts.filter((v) => {
      const off =
        centsDe(v['montant_accorde'] ?? '') * 100n -
        cents * (shares.get(v['priorite_id'] ?? '') ?? 0n);
      return off >= 100n || off <= -100n;
    });
    return [
      ...(parts.length === shares.size ? [] : [`${numero}: ${parts.length} parts`]),
      ...(total === cents ? [] : [`${numero}: ${decimalDe(total)} of ${decimalDe(cents)}`]),
      ...unfair.map((v) => `${numero}: ${v['priorite_id']} has ${v['montant_accorde']}`),
    ];
  });
}
