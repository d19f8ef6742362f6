/** Dollars granted against dollars asked for. */
import { formatMontant, formatPart } from '../format';
import { DEFINITION_DEMANDES, DEMANDES } from '../texte/appels';
import { absentCell, partCell } from './cellules';
import { type CompteLigne, comptesOmissions, MONTANTS, montantCells, nameOf } from './demandes';
import type { Cell, Figure, Puce } from './figure';
import type { Scene } from './scene';
import { texteCell } from './somme';
import { sourcesOfRows } from './sources-lues';

const mots = DEMANDES.colonnes;

const puceOf = (row: CompteLigne, rows: readonly CompteLigne[]): Puce => ({
  etiquette: nameOf(row, rows),
  valeur: row.montant_accorde,
  texte: row.montant_accorde === null ? DEMANDES.nonPublie : formatMontant(row.montant_accorde),
  inconnue: false,
  cible: row.montant_demande,
  cibleTexte: DEMANDES.cible(formatMontant(row.montant_demande)),
});

const partOf = ({ montant_accorde, montant_demande }: CompteLigne): number | null =>
  montant_accorde === null || montant_demande === 0 ? null : montant_accorde / montant_demande;

function titreMontants(rows: readonly CompteLigne[]): string {
  const last = rows.findLast((r) => r.cycle_id === rows[0]?.cycle_id);
  if (!last) return DEMANDES.titres.rien;
  const [nom, demande] = [nameOf(last, rows), formatMontant(last.montant_demande)];
  const part = partOf(last);
  return last.montant_accorde === null
    ? DEMANDES.titres.sansMontant(nom, demande)
    : DEMANDES.titres.montants(
        nom,
        demande,
        formatMontant(last.montant_accorde),
        part === null ? null : formatPart(part),
      );
}

/** Dollars granted against dollars asked for, call by call. */
export function montantsFigures(scene: Scene, all: readonly CompteLigne[]): Figure[] {
  const rows = all.filter((r) => r.portee === 'appel');
  const titre = titreMontants(rows);
  const elements = rows.map((row) => puceOf(row, rows));
  const lineOf = (row: CompteLigne, nom: string): Cell[] => {
    const part = partOf(row);
    return [
      texteCell(nom),
      texteCell(row.cycle_id),
      ...montantCells(row),
      part === null ? absentCell('') : partCell(part),
    ];
  };
  const wholes = all.filter((r) => r.portee === 'cycle');
  return [
    {
      id: 'demandes-montants',
      titre,
      sousTitre: DEMANDES.sousTitreMontants,
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}, ${e.cibleTexte}`).join(' ; ')}.`,
      chart: { type: 'puces', unite: 'montant', panneaux: [{ titre: '', elements }] },
      table: {
        legende: DEMANDES.legendes.montants,
        colonnes: [
          { cle: 'appel', titre: mots.appel, nature: 'texte' },
          { cle: 'cycle', titre: mots.cycle, nature: 'texte' },
          ...MONTANTS,
          { cle: 'part_accordee', titre: mots.part, nature: 'part' },
        ],
        lignes: [
          ...rows.map((row) => lineOf(row, nameOf(row, rows))),
          ...wholes.map((row) => lineOf(row, DEMANDES.total(row.cycle_id))),
        ],
        total: null,
      },
      omissions: comptesOmissions(scene, all, rows, 'appel'),
      definition: DEFINITION_DEMANDES,
      sources: sourcesOfRows(rows),
    },
  ];
}
