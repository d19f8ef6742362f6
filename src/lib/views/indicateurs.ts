import type { resultatsByIndicateur } from '../data/queries/resultats-by-indicateur';
import type { Ligne } from '../data/question';
import { formatPart } from '../format';
import { DEFINITIONS_RESULTATS, FIGURES, MOTS, OMISSIONS_RESULTATS } from '../texte/resultats';
import { absentCell, nombreCell, partCell } from './cellules';
import type { Figure, Puce, SourceCitee } from './figure';
import { texteCell } from './somme';

export type IndicateurLigne = Ligne<typeof resultatsByIndicateur>;
const mots = FIGURES.indicateur;

/** Share of the target that is reached, null without a target. */
const partOf = ({ cible, realise }: IndicateurLigne) => (cible > 0 ? realise / cible : null);

function puceOf(row: IndicateurLigne): Puce {
  const part = partOf(row);
  return {
    etiquette: mots.nom(row.indicateur, row.unite),
    valeur: part,
    texte: mots.texte(row.realise, part === null ? null : formatPart(part, { decimales: 0 })),
    inconnue: false,
    cible: part === null ? null : 1,
    cibleTexte: part === null ? MOTS.sansCible : mots.cible(row.cible, row.nombre_projets),
  };
}

function lineOf(row: IndicateurLigne) {
  const part = partOf(row);
  return [
    texteCell(row.cycle_id),
    texteCell(row.indicateur),
    texteCell(row.unite),
    part === null ? absentCell(MOTS.sansCible) : nombreCell(row.cible),
    nombreCell(row.realise),
    part === null ? absentCell(MOTS.sansCible) : partCell(part),
    nombreCell(row.nombre_projets),
  ];
}

/** What the latest cycle reached. */
function titreOf(rows: readonly IndicateurLigne[]): string {
  const cycle = rows[0]?.cycle_id ?? '';
  const own = rows.filter((row) => row.cycle_id === cycle);
  const parts = own.map(partOf).filter((part) => part !== null);
  if (parts.length === 0) return mots.sansCible(cycle, own.length);
  return mots.titre(cycle, parts.filter((part) => part >= 1).length, parts.length);
}

/** Target and actual of each indicator, in its own unit; nothing without results. */
export function indicateursFigures(
  rows: readonly IndicateurLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  if (rows.length === 0) return [];
  const titre = titreOf(rows);
  const panneaux = [...new Set(rows.map((row) => row.cycle))].map((cycle) => ({
    titre: cycle,
    elements: rows.filter((row) => row.cycle === cycle).map(puceOf),
  }));
  const say = ({ etiquette, texte, cibleTexte }: Puce) => `${etiquette}, ${texte}, ${cibleTexte}`;
  return [
    {
      id: 'indicateurs',
      titre,
      sousTitre: mots.sousTitre,
      alt: `${titre} ${panneaux.map((p) => `${p.titre} : ${p.elements.map(say).join(' ; ')}`).join('. ')}.`,
      chart: { type: 'puces', unite: 'part', panneaux },
      table: {
        legende: 'Cible et réalisé par cycle et indicateur',
        colonnes: [
          { cle: 'cycle', titre: MOTS.cycle, nature: 'texte' },
          { cle: 'indicateur', titre: MOTS.indicateur, nature: 'texte' },
          { cle: 'unite', titre: MOTS.unite, nature: 'texte' },
          { cle: 'cible', titre: MOTS.cible, nature: 'nombre' },
          { cle: 'realise', titre: MOTS.realise, nature: 'nombre' },
          { cle: 'part', titre: MOTS.partCible, nature: 'part' },
          { cle: 'nombre_projets', titre: MOTS.projets, nature: 'nombre' },
        ],
        lignes: rows.map(lineOf),
        total: null,
      },
      omissions: [OMISSIONS_RESULTATS.indicateurs],
      definition: DEFINITIONS_RESULTATS.indicateurs,
      sources,
    },
  ];
}
