import type { depensesByPoste } from '../data/queries/depenses-by-poste';
import type { financementsBySource } from '../data/queries/financements-by-source';
import type { Ligne } from '../data/question';
import { formatMontant } from '../format';
import { DEFINITIONS_RESULTATS, FIGURES, MOTS, OMISSIONS_RESULTATS } from '../texte/resultats';
import { absentCell, montantCell } from './cellules';
import type { Cell, Figure, Puce, SourceCitee } from './figure';
import { countCell, exercicesIn, latestOf, reserveOf } from './reponses';
import { addDollars, texteCell } from './somme';

export type DepenseLigne = Ligne<typeof depensesByPoste>;
export type FinancementLigne = Ligne<typeof financementsBySource>;

interface Nommee {
  readonly exercice_id: string;
  readonly cle: string | null;
  readonly nom: string | null;
  readonly nombre_projets: number | null;
}

/** Items put together have no name of their own. */
const nameOf = ({ cle, nom }: Nommee, groupes: string) => nom ?? cle ?? groupes;

const isGroupee = ({ cle }: Nommee) => cle === null;

/** Rows of each exercice, then what they add up to. */
function linesOf<T extends Nommee>(
  rows: readonly T[],
  groupes: string,
  colonnes: readonly ((row: T) => number)[],
): Cell[][] {
  return exercicesIn(rows).flatMap((exercice) => {
    const own = rows.filter((row) => row.exercice_id === exercice);
    return [
      ...own.map((row) => [
        texteCell(exercice),
        texteCell(nameOf(row, groupes)),
        ...colonnes.map((of) => montantCell(of(row))),
        countCell(row.nombre_projets),
      ]),
      [
        texteCell(exercice),
        texteCell(MOTS.ensemble),
        ...colonnes.map((of) => montantCell(addDollars(own.map(of)))),
        absentCell(''),
      ],
    ];
  });
}

const topOf = <T>(rows: readonly T[], of: (row: T) => number): T | undefined =>
  [...rows].sort((a, b) => of(b) - of(a))[0];

const say = ({ etiquette, texte, cibleTexte }: Puce) =>
  [etiquette, texte, cibleTexte].filter(Boolean).join(', ');

const depensePuce = (row: DepenseLigne): Puce => ({
  etiquette: nameOf(row, MOTS.groupes),
  valeur: row.depense,
  texte: formatMontant(row.depense),
  inconnue: false,
  cible: row.prevu,
  cibleTexte: FIGURES.depenses.cible(formatMontant(row.prevu), formatMontant(row.paye)),
});

/** What the money pays for in the latest exercice, against what was planned. */
export function depensesFigures(
  rows: readonly DepenseLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  const latest = latestOf(rows).toSorted((a, b) => b.depense - a.depense);
  const top = topOf(
    latest.filter((row) => !isGroupee(row)),
    (row) => row.depense,
  );
  if (!top) return [];
  const total = addDollars(latest.map((row) => row.depense));
  const titre = FIGURES.depenses.titre(
    top.exercice_id,
    nameOf(top, MOTS.groupes),
    formatMontant(top.depense),
    formatMontant(total),
  );
  const elements = latest.map(depensePuce);
  return [
    {
      id: 'depenses',
      titre,
      sousTitre: FIGURES.depenses.sousTitre(top.exercice_id),
      alt: `${titre} ${elements.map(say).join(' ; ')}.`,
      chart: { type: 'puces', unite: 'montant', panneaux: [{ titre: '', elements }] },
      table: {
        legende: 'Dépenses des projets par poste et par exercice',
        colonnes: [
          { cle: 'exercice', titre: MOTS.exercice, nature: 'texte' },
          { cle: 'poste', titre: MOTS.poste, nature: 'texte' },
          { cle: 'montant_prevu', titre: MOTS.prevu, nature: 'montant' },
          { cle: 'montant_depense', titre: MOTS.depense, nature: 'montant' },
          { cle: 'montant_paye', titre: MOTS.paye, nature: 'montant' },
          { cle: 'nombre_projets', titre: MOTS.projets, nature: 'nombre' },
        ],
        lignes: linesOf(rows, MOTS.groupes, [(r) => r.prevu, (r) => r.depense, (r) => r.paye]),
        total: null,
      },
      omissions: [
        OMISSIONS_RESULTATS.depensesPartout,
        ...(rows.some(isGroupee) ? [OMISSIONS_RESULTATS.postes] : []),
        ...reserveOf(rows.map((r) => r.nombre_projets)),
      ],
      definition: DEFINITIONS_RESULTATS.depenses,
      sources,
    },
  ];
}

const confirmePuce = (row: FinancementLigne): Puce => ({
  etiquette: nameOf(row, MOTS.sourcesGroupees),
  valeur: row.confirme,
  texte: formatMontant(row.confirme),
  inconnue: false,
  cible: row.prevu,
  cibleTexte: FIGURES.financements.cible(formatMontant(row.prevu)),
});

const recuPuce = (row: FinancementLigne): Puce => ({
  etiquette: nameOf(row, MOTS.sourcesGroupees),
  valeur: row.recu,
  texte: formatMontant(row.recu),
  inconnue: false,
  cible: null,
  cibleTexte: '',
});

/** Where the money of the projects comes from: planned and confirmed, then received. */
export function financementsFigures(
  rows: readonly FinancementLigne[],
  sources: readonly SourceCitee[],
): Figure[] {
  const latest = latestOf(rows);
  const top = topOf(
    latest.filter((row) => !isGroupee(row)),
    (row) => row.recu,
  );
  if (!top) return [];
  const mots = FIGURES.financements;
  const { exercice_id: exercice } = top;
  const titre = mots.titre(
    exercice,
    formatMontant(addDollars(latest.map((row) => row.recu))),
    nameOf(top, MOTS.sourcesGroupees),
    formatMontant(top.recu),
  );
  const panneaux = [
    { titre: mots.recu(exercice), elements: latest.map(recuPuce) },
    { titre: mots.confirme(exercice), elements: latest.map(confirmePuce) },
  ];
  return [
    {
      id: 'financements',
      titre,
      sousTitre: mots.sousTitre,
      alt: `${titre} ${panneaux.map((p) => `${p.titre} : ${p.elements.map(say).join(' ; ')}`).join('. ')}.`,
      chart: { type: 'puces', unite: 'montant', panneaux },
      table: {
        legende: 'Financement des projets par source et par exercice',
        colonnes: [
          { cle: 'exercice', titre: MOTS.exercice, nature: 'texte' },
          { cle: 'source', titre: MOTS.source, nature: 'texte' },
          { cle: 'montant_prevu', titre: MOTS.prevu, nature: 'montant' },
          { cle: 'montant_confirme', titre: MOTS.confirme, nature: 'montant' },
          { cle: 'montant_recu', titre: MOTS.recu, nature: 'montant' },
          { cle: 'nombre_projets', titre: MOTS.projets, nature: 'nombre' },
        ],
        lignes: linesOf(rows, MOTS.sourcesGroupees, [
          (r) => r.prevu,
          (r) => r.confirme,
          (r) => r.recu,
        ]),
        total: null,
      },
      omissions: [
        OMISSIONS_RESULTATS.etendues,
        OMISSIONS_RESULTATS.sourcesInconnues,
        OMISSIONS_RESULTATS.fondsAilleurs,
        ...(rows.some(isGroupee) ? [OMISSIONS_RESULTATS.sources] : []),
        ...reserveOf(rows.map((r) => r.nombre_projets)),
      ],
      definition: DEFINITIONS_RESULTATS.financements,
      sources,
    },
  ];
}
