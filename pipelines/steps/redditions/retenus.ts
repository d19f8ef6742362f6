/** Free text that editions may not carry: testimonies without consent, and what seems to tell of a person. */
import {
  type ChampForm,
  champOf,
  champsOf,
  type Definition,
  tableauxOf,
} from '../../forms/definition';
import type { ReponseLue } from '../../forms/reponses';
import { personalIn } from '../../lib/personnel';
import type { ProductRow } from '../link/rows';
import {
  lignesOf,
  recuOf,
  type Reddition,
  type Redditions,
  reponseA,
  reponseDe,
} from './reddition';

/** Stands where a text was. */
export const RETENU = 'Texte retenu : il semble contenir un renseignement personnel.';

/** Columns of each table that hold words as people wrote them. */
const LIBRES: Readonly<Record<string, readonly string[]>> = {
  reddition_reponses: ['valeur_texte'],
  reddition_notes: ['valeur_texte'],
  reddition_activites: ['activite', 'commentaire'],
  resultats: ['indicateur', 'commentaire'],
  depenses: ['description'],
  financements: ['detail'],
  citations: ['temoignage'],
  constats_redditions: ['message'],
};

const isKept = (value: unknown) => typeof value !== 'string' || personalIn(value).length === 0;

function withoutPersonal(row: ProductRow, libres: readonly string[]): ProductRow {
  const held = libres.filter((nom) => !isKept(row[nom]));
  return held.length === 0
    ? row
    : { ...row, ...Object.fromEntries(held.map((nom) => [nom, RETENU])) };
}

/** The same tables, a text that seems to hold an address, a number… replaced by words that say so. */
export const retenir = <T extends Readonly<Record<string, readonly ProductRow[]>>>(tables: T): T =>
  Object.fromEntries(
    Object.entries(tables).map(([nom, rows]) => [
      nom,
      rows.map((row) => withoutPersonal(row, LIBRES[nom] ?? [])),
    ]),
  ) as unknown as T;

const isFree = (champ: ChampForm) =>
  ['texte', 'paragraphe'].includes(champ.type) && !champ.prerempli && champ.role !== 'declaration';

/** An answer in words, and whether it is a testimony. */
export interface ReponseLibre {
  readonly reponse: ReponseLue;
  readonly temoignage: boolean;
}

/** Answers in words: single questions, and cells of tables. */
export function freeAnswers(definition: Definition, reddition: Reddition): ReponseLibre[] {
  const speech = champOf(definition, 'temoignage')?.id;
  const single = champsOf(definition)
    .filter(isFree)
    .flatMap((c) => reponseA(reddition, c.id) ?? []);
  const cells = [...tableauxOf(definition).map((t) => t.id), 'depenses', 'financement'].flatMap(
    (id) => lignesOf(reddition, id).flatMap((l) => [...l.cellules.values()]),
  );
  return [...single, ...cells]
    .filter((r) => typeof r.valeur === 'string')
    .map((reponse) => ({ reponse, temoignage: reponse.question === speech }));
}

/** A text that was held back from every edition: where it stands, and why, in French. */
export interface Retenu {
  readonly fichier: string;
  readonly feuille: string;
  readonly cellule: string;
  readonly raison: string;
}

function raisonOf({ reponse, temoignage }: ReponseLibre, consent: boolean): string | null {
  if (temoignage && !consent) return 'témoignage sans consentement';
  const held = personalIn(String(reponse.valeur));
  return held.length === 0 ? null : `semble contenir ${held.join(' et ')}`;
}

/** Every text held back, report by report. */
export function retenusOf({ scene: { definition }, liste }: Redditions): Retenu[] {
  return liste.flatMap((reddition) => {
    const consent = reponseDe(definition, reddition, 'consentement')?.valeur === true;
    return freeAnswers(definition, reddition).flatMap((libre): Retenu[] => {
      const raison = raisonOf(libre, consent);
      const { partie, feuille, cellule } = libre.reponse;
      const fichier = recuOf(reddition, partie)?.fichier.chemin ?? '';
      return raison === null ? [] : [{ fichier, feuille, cellule, raison }];
    });
  });
}
