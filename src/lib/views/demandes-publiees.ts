/** What sources say was asked for, where applications are not counted call by call. */
import type { demandesPubliees } from '../data/queries/demandes-publiees';
import type { Ligne } from '../data/question';
import { isPrecision, type Precision, sumPrecision } from '../domain/precision';
import { formatCompte, formatNombre, withPrecision } from '../format';
import { DEFINITION_DEMANDES, DEMANDES, OMISSIONS_DEMANDES } from '../texte/appels';
import { absentCell, nombreCell } from './cellules';
import { sayShare, shareCell, shareOf } from './cycles';
import type { Barre, Cell, Figure, Puce } from './figure';
import { definitionOf, type Scene } from './scene';
import { readPrecisions, saySomme, type Somme, sommeCell, texteCell } from './somme';
import { sourcesOfRows } from './sources-lues';

export type PublieeLigne = Ligne<typeof demandesPubliees>;

const mots = DEMANDES.colonnes;

const precisionOf = (text: string | null): Precision => (isPrecision(text) ? text : 'exact');

const demandeOf = (row: PublieeLigne): Somme => ({
  dollars: row.montant_demande,
  precision: precisionOf(row.montant_precision),
});

const accordeOf = ({ montant_accorde, precisions }: PublieeLigne): Somme | null =>
  montant_accorde === null
    ? null
    : { dollars: montant_accorde, precision: sumPrecision(readPrecisions(precisions)) };

const sayNombre = ({ nombre_demandes, nombre_precision }: PublieeLigne, unite: boolean): string =>
  nombre_demandes === null
    ? DEMANDES.nonPublie
    : withPrecision(
        unite
          ? formatCompte(nombre_demandes, 'demande', 'demandes')
          : formatNombre(nombre_demandes),
        precisionOf(nombre_precision),
      );

/** Bars of one announcement: what was asked, then what was granted, in numbers. */
const barresOf = (row: PublieeLigne, seule: boolean): Barre[] =>
  [
    { nom: DEMANDES.demandesRecues, n: row.nombre_demandes, texte: sayNombre(row, false) },
    {
      nom: DEMANDES.projetsAnnonces,
      n: row.nombre_projets,
      texte: row.nombre_projets === null ? DEMANDES.nonPublie : formatNombre(row.nombre_projets),
    },
  ].map(({ nom, n, texte }) => ({
    etiquette: seule ? nom : DEMANDES.avecCycle(nom, row.titre),
    ...{ valeur: n, texte, inconnue: false },
  }));

/** What such figures never tell. */
function omissionsOf(scene: Scene, rows: readonly PublieeLigne[]): string[] {
  const { territoire, priorite, exercice, organisme } = scene.choix;
  const told = [...new Set(rows.map((row) => row.cycle_id))];
  const without = scene.cycles.map((c) => c.cycle_id).filter((id) => !told.includes(id));
  const chosen = [territoire, priorite, exercice, organisme].some((c) => c !== null);
  return [
    ...(told.length === 0 ? [] : [OMISSIONS_DEMANDES.sansDetail(told)]),
    ...(without.length === 0 ? [] : [OMISSIONS_DEMANDES.sansCompte(without)]),
    ...(chosen ? [OMISSIONS_DEMANDES.parAppel] : []),
  ];
}

/** How many were asked for, and how many projects were announced; nothing for a fund that no source tells. */
export function nombresPubliesFigures(
  scene: Scene,
  rows: readonly PublieeLigne[],
  publie: boolean,
): Figure[] {
  if (!publie) return [];
  const last = rows.at(-1);
  const projets = last?.nombre_projets ?? null;
  const titre = last
    ? DEMANDES.titres.publie(
        last.titre,
        sayNombre(last, true),
        projets === null ? null : formatCompte(projets, 'projet annoncé', 'projets annoncés'),
      )
    : DEMANDES.titres.rien;
  const elements = rows.flatMap((row) => barresOf(row, rows.length === 1));
  return [
    {
      id: 'demandes-publiees',
      titre,
      sousTitre: DEMANDES.sousTitrePublie,
      alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
      chart: { type: 'barres', unite: 'nombre', elements },
      table: {
        legende: DEMANDES.legendes.publie,
        colonnes: [
          { cle: 'annonce', titre: mots.source, nature: 'texte' },
          { cle: 'cycle', titre: mots.cycle, nature: 'texte' },
          { cle: 'nombre_demandes', titre: mots.nombre, nature: 'nombre' },
          { cle: 'nombre_projets', titre: mots.projets, nature: 'nombre' },
        ],
        lignes: rows.map((row): Cell[] => [
          texteCell(row.titre),
          texteCell(row.cycle_id),
          { valeur: row.nombre_demandes, texte: sayNombre(row, false) },
          row.nombre_projets === null
            ? absentCell(DEMANDES.nonPublie)
            : nombreCell(row.nombre_projets),
        ]),
        total: null,
      },
      omissions: omissionsOf(scene, rows),
      definition: DEFINITION_DEMANDES,
      sources: sourcesOfRows(rows),
    },
  ];
}

const puceOf = (row: PublieeLigne): Puce => ({
  etiquette: row.titre,
  valeur: row.montant_accorde,
  texte: saySomme(accordeOf(row)),
  inconnue: false,
  cible: row.montant_demande,
  cibleTexte: DEMANDES.cible(saySomme(demandeOf(row))),
});

function titreMontants(row: PublieeLigne | undefined): string {
  if (!row) return DEMANDES.titres.rien;
  const [demande, accorde] = [demandeOf(row), accordeOf(row)];
  return accorde === null
    ? DEMANDES.titres.sansMontant(row.titre, saySomme(demande))
    : DEMANDES.titres.montants(
        row.titre,
        saySomme(demande),
        saySomme(accorde),
        sayShare(shareOf(accorde, demande)),
      );
}

/** Dollars asked for and granted at the same announcement. */
export function montantsPubliesFigures(
  scene: Scene,
  rows: readonly PublieeLigne[],
  publie: boolean,
): Figure[] {
  if (!publie) return [];
  const titre = titreMontants(rows.at(-1));
  const elements = rows.map(puceOf);
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
          { cle: 'annonce', titre: mots.source, nature: 'texte' },
          { cle: 'cycle', titre: mots.cycle, nature: 'texte' },
          { cle: 'montant_demande', titre: mots.demande, nature: 'montant' },
          { cle: 'montant_accorde', titre: mots.accorde, nature: 'montant' },
          { cle: 'part_accordee', titre: mots.part, nature: 'part' },
        ],
        lignes: rows.map((row) => [
          texteCell(row.titre),
          texteCell(row.cycle_id),
          sommeCell(demandeOf(row)),
          sommeCell(accordeOf(row)),
          shareCell(shareOf(accordeOf(row), demandeOf(row))),
        ]),
        total: null,
      },
      omissions: omissionsOf(scene, rows),
      definition: `${DEFINITION_DEMANDES} ${definitionOf()}`,
      sources: sourcesOfRows(rows),
    },
  ];
}
