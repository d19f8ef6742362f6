import { exerciceOf, exercicesBetween } from '../../../src/lib/domain/exercice';
import { type Catalogue, textOf } from '../../lib/catalogue';
import type { Fonds } from '../../lib/fonds';
import { datePrecisionIn, type TypedRow } from '../normalise';
import { provenanceIn } from '../read/table';
import type { Bytes } from '../snapshot';
import { NON_PUBLIEE } from './projets';
import type { ProductRow } from './rows';

const pick = (row: TypedRow, champs: readonly string[]): ProductRow =>
  Object.fromEntries(champs.map((c) => [c, row.valeurs[c] ?? null]));

export const fondsRows = (fonds: Fonds): ProductRow[] => [
  {
    fonds_id: fonds.id,
    nom: fonds.nom,
    region: fonds.region,
    mandataire: fonds.mandataire,
    courriel: fonds.courriel ?? null,
    date_donnees: fonds.date_donnees,
    licence: fonds.licence.nom,
    licence_url: fonds.licence.url,
    fictif: fonds.fictif,
    ordre: fonds.ordre,
  },
];

export const cycleRows = (fonds: Fonds): ProductRow[] =>
  fonds.cycles.map(({ id, ...cycle }) => ({ cycle_id: id, ...cycle }));

/** Exercices of the cycles, and those of days outside them. */
export function exerciceRows(fonds: Fonds, jours: readonly string[]): ProductRow[] {
  const mois = fonds.exercice.premier_mois;
  const all = [
    ...fonds.cycles.flatMap((c) => exercicesBetween(c.debut, c.fin, mois)),
    ...[...new Set(jours)].map((jour) => exerciceOf(jour, mois)),
  ];
  const byId = new Map(all.map((e) => [e.id, e]));
  return [...byId.values()].map(({ id, debut, fin }) => ({ exercice_id: id, debut, fin }));
}

export const territoireRows = (catalogue: Catalogue): ProductRow[] =>
  catalogue.territoires.map((row, ordre) => ({
    ...pick(row, ['territoire_id', 'nom', 'nature', 'population', 'population_annee']),
    ...pick(row, ['population_faible_revenu', 'population_source_id']),
    ordre: ordre + 1,
  }));

export const prioriteListRows = (catalogue: Catalogue): ProductRow[] => [
  ...catalogue.priorites.map((row) => pick(row, ['priorite_id', 'nom', 'portee', 'source_id'])),
  { priorite_id: NON_PUBLIEE, nom: 'Priorité non publiée', portee: 'non-publiee', source_id: null },
];

export const bailleurRows = (fonds: Fonds): ProductRow[] =>
  fonds.bailleurs.map(({ id, nom, compte }) => ({ bailleur_id: id, nom, compte }));

const sourceRow = (row: TypedRow): ProductRow => ({
  ...pick(row, ['source_id', 'editeur', 'titre', 'url', 'lecture']),
  date_source: textOf(row, 'date'),
  provenance: provenanceIn(row),
});

/** Sources received, under the title that the fund gives them, then those that only its own list has. */
export function sourceRows(catalogue: Catalogue, recues: readonly TypedRow[]): ProductRow[] {
  const idOf = (row: TypedRow) => textOf(row, 'source_id');
  const own = new Map(catalogue.sources.map((row) => [idOf(row), row]));
  const received = new Set(recues.map(idOf));
  const titled = recues.map((row) => {
    const named = own.get(idOf(row));
    return { ...sourceRow(row), titre: textOf(named ?? row, 'titre') };
  });
  const declared = catalogue.sources.filter(
    (row) => !received.has(idOf(row)) && textOf(row, 'editeur') !== null,
  );
  return [...titled, ...declared.map(sourceRow)];
}

/** What was received, so that anyone who has a file can tell whether it is the one that was read. */
export const fichierRows = (fichiers: readonly Bytes[]): ProductRow[] =>
  fichiers.flatMap(({ chemin, lot, sha256 }) =>
    lot === null
      ? []
      : [
          {
            fichier: chemin,
            lot: lot.nom,
            editeur: lot.description.editeur,
            date_reception: lot.description.date,
            empreinte: `sha256:${sha256}`,
          },
        ],
  );

export const appelRows = (catalogue: Catalogue): ProductRow[] =>
  catalogue.appels.map((row) =>
    pick(row, ['appel_id', 'cycle_id', 'titre', 'date_ouverture', 'date_limite', 'source_id']),
  );

export const annonceRows = (catalogue: Catalogue): ProductRow[] =>
  catalogue.annonces.map((row) => ({
    ...pick(row, ['annonce_id', 'cycle_id', 'titre', 'date_annonce', 'source_id']),
    ...pick(row, ['nombre_projets', 'nombre_organismes']),
    date_precision: datePrecisionIn(row, 'date_annonce'),
  }));
