import { parseDate } from '../../src/lib/domain/exercice';
import { centsToDecimal, parseMontant } from '../../src/lib/domain/montant';
import { textOf } from '../lib/catalogue';
import type { Journal } from '../lib/constats';
import { receivedKinds } from '../sources/index';
import type { Harmonised } from './harmonise';
import type { Typed, TypedRow } from './normalise';

/** A manual value that won over a received one; both stay visible. */
export interface Correction {
  readonly kind: string;
  readonly id: string;
  readonly colonne: string;
  readonly recue: string | null;
  readonly corrigee: string | null;
  readonly auteur: string;
  readonly date: string;
  readonly motif: string;
}

export interface Corrected {
  readonly rows: readonly Harmonised[];
  readonly corrections: readonly Correction[];
}

const show = (valeur: Typed): string | null =>
  valeur === null ? null : typeof valeur === 'bigint' ? centsToDecimal(valeur) : String(valeur);

function readValue(kind: string, colonne: string, text: string | null): Typed | undefined {
  if (text === null) return null;
  const champ = receivedKinds.get(kind)?.champs[colonne];
  const type = champ?.alias ? undefined : champ?.type;
  if (type === 'montant') {
    const montant = parseMontant(text);
    return montant.ok ? montant.cents : undefined;
  }
  if (type === 'date') return parseDate(text)?.jour;
  return type === undefined ? undefined : text;
}

/** The row with another value in one column; a date takes the precision of what replaces it. */
function withValue(row: Harmonised, colonne: string, valeur: Typed, text: string | null) {
  const valeurs = { ...row.valeurs, [colonne]: valeur };
  const cell = row.row.cells[colonne];
  if (!cell || receivedKinds.get(row.kind)?.champs[colonne]?.type !== 'date')
    return { ...row, valeurs };
  const datePrecision = parseDate(text ?? '')?.precision ?? null;
  const cells = { ...row.row.cells, [colonne]: { ...cell, datePrecision } };
  return { ...row, valeurs, row: { ...row.row, cells } };
}

/** What names a row or ties it to its source was read before corrections: changing it would do nothing. */
const isLink = (kind: string, colonne: string) =>
  colonne === 'source_url' || (receivedKinds.get(kind)?.cle.includes(colonne) ?? false);

/** Applies manual values; one that finds no row, no column or no type stops the run. */
export function correct(
  rows: readonly Harmonised[],
  lignes: readonly TypedRow[],
  journal: Journal,
): Corrected {
  const byId = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  const corrections: Correction[] = [];
  for (const ligne of lignes) {
    const get = (champ: string) => textOf(ligne, champ) ?? '';
    const [kind, id, colonne] = [get('table'), get('id'), get('colonne')];
    const row = byId.get(`${kind} ${id}`);
    const valeur = readValue(kind, colonne, textOf(ligne, 'valeur'));
    const open = row !== undefined && colonne in row.valeurs && !isLink(kind, colonne);
    if (!row || !open || valeur === undefined) {
      const champ = !row ? 'id' : !open ? 'colonne' : 'valeur';
      journal.add({
        gravite: 'bloquant',
        regle: 'correction-sans-cible',
        fichier: ligne.fichier,
        cellule: ligne.cells[champ]?.cellule ?? null,
        valeur: ligne.cells[champ]?.brut ?? null,
        message: `cette correction ne s'applique à rien : vérifiez « ${champ} » (table, identifiant et colonne reçus)`,
      });
      continue;
    }
    corrections.push({
      kind,
      id,
      colonne,
      recue: show(row.valeurs[colonne] ?? null),
      corrigee: show(valeur),
      auteur: get('auteur'),
      date: get('date'),
      motif: get('motif'),
    });
    byId.set(`${kind} ${id}`, withValue(row, colonne, valeur, textOf(ligne, 'valeur')));
  }
  return { rows: rows.map((row) => byId.get(`${row.kind} ${row.id}`) ?? row), corrections };
}
