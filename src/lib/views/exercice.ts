import { TERMES, TITRES } from '../texte/figures';
import { type CycleLigne, elapsedOf, isPartielle } from './cycles';
import type { Barre, Cell, Figure } from './figure';
import {
  couvertureOmissions,
  definitionOf,
  finChoices,
  type ExerciceLigne,
  inconnueOmissions,
  isStrayRounding,
  type Scene,
  sourcesOf,
} from './scene';
import { saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';

const cycleOf = (scene: Scene, row: ExerciceLigne): CycleLigne | undefined =>
  scene.cycles.find((c) => c.cycle_id === row.cycle_id);

function sommeOfRow(scene: Scene, row: ExerciceLigne): Somme | null {
  const cycle = cycleOf(scene, row);
  const partielle = row.portee === 'connue' && cycle !== undefined && isPartielle(cycle);
  return sommeOf([row], partielle && row.arrondi_seul !== true);
}

/** Rows of one exercice or one year: one bar for what is known, one for what is coarser, one empty if none. */
function barresOf(
  scene: Scene,
  rows: readonly ExerciceLigne[],
  label: (row: ExerciceLigne) => string,
): Barre[] {
  const known = rows.filter((r) => r.montant !== null && !isStrayRounding(r));
  const shown = known.length > 0 ? known : rows.slice(0, 1);
  return shown.map((row) => {
    const somme = sommeOfRow(scene, row);
    return {
      etiquette: label(row),
      valeur: somme?.dollars ?? null,
      texte: somme === null ? TERMES.sansOctroi : saySomme(somme),
      inconnue: row.portee === 'inconnue',
      selection: { dimension: 'exercice', id: row.exercice_id },
    };
  });
}

function byExercice(rows: readonly ExerciceLigne[]): ExerciceLigne[][] {
  return [...new Set(rows.map((r) => `${r.cycle_id} ${r.exercice_id}`))].map((key) =>
    rows.filter((r) => `${r.cycle_id} ${r.exercice_id}` === key),
  );
}

const unknownSuffix = (row: ExerciceLigne) =>
  row.portee === 'inconnue' ? ` (${TERMES.inconnue})` : '';

function lineOf(scene: Scene, row: ExerciceLigne, annee: boolean): Cell[] {
  const somme = sommeOfRow(scene, row);
  const cycle = texteCell(row.cycle_id);
  return [
    ...(annee ? [cycle, { valeur: row.annee, texte: String(row.annee) }] : []),
    texteCell(`${row.exercice_id}${unknownSuffix(row)}`),
    ...(annee ? [] : [cycle]),
    somme === null ? { valeur: null, texte: TERMES.sansOctroi } : sommeCell(somme),
  ];
}

const knownRows = (rows: readonly ExerciceLigne[]) =>
  rows.filter((r) => r.portee === 'connue' && r.montant !== null);

function titreExercice(scene: Scene): string {
  const [top] = [...knownRows(scene.exercices)].sort((a, b) => (b.montant ?? 0) - (a.montant ?? 0));
  return top
    ? TITRES.exercice(top.exercice_id, saySomme(sommeOfRow(scene, top)))
    : TITRES.rienDePublie('ces choix');
}

/** Grants by exercice, all cycles in one row of columns. */
export function exerciceFigure(scene: Scene): Figure {
  const titre = titreExercice(scene);
  const elements = byExercice(scene.exercices).flatMap((rows) =>
    barresOf(scene, rows, (row) => row.exercice_id),
  );
  return {
    id: 'exercice',
    titre,
    sousTitre: `${TERMES.enDollars}, par exercice (du 1er avril au 31 mars)`,
    alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
    chart: { type: 'colonnes', unite: 'montant', panneaux: [{ titre: '', elements }] },
    table: {
      legende: 'Accordé par exercice',
      colonnes: [
        { cle: 'exercice', titre: TERMES.exercice, nature: 'texte' },
        { cle: 'cycle', titre: TERMES.cycle, nature: 'texte' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
      ],
      lignes: scene.exercices.map((row) => lineOf(scene, row, false)),
      total: [
        texteCell(TERMES.total),
        texteCell(''),
        sommeCell(sommeOf(knownRows(scene.exercices), scene.cycles.some(isPartielle))),
      ],
    },
    questions: ['accorde-by-exercice'],
    lignes: true,
    omissions: [...inconnueOmissions(scene, scene.exercices), ...couvertureOmissions(scene)],
    definition: definitionOf('accorde', 'exercice'),
    sources: sourcesOf(scene, 'octrois'),
  };
}

/** Known grants of a cycle up to one of its years. */
function upTo(scene: Scene, cycle: CycleLigne, annee: number): Somme | null {
  const rows = scene.exercices.filter((r) => r.cycle_id === cycle.cycle_id && r.annee <= annee);
  return sommeOf(knownRows(rows), isPartielle(cycle));
}

function titreCycles(scene: Scene): string {
  const { date_donnees } = scene.fonds;
  const courant = scene.cycles.find((c) => elapsedOf(c, date_donnees) < 1) ?? scene.cycles[0];
  const rows = scene.exercices.filter((r) => r.cycle_id === courant?.cycle_id);
  const annee = Math.max(1, ...rows.filter((r) => r.debut <= date_donnees).map((r) => r.annee));
  if (!courant) return TITRES.rienDePublie('ces choix');
  const autres = scene.cycles
    .filter((c) => c !== courant)
    .map((c) => {
      const somme = upTo(scene, c, annee);
      return TITRES.autreCycle(c.cycle_id, somme === null ? null : saySomme(somme));
    });
  const own = upTo(scene, courant, annee);
  return own === null
    ? TITRES.rienDePublie([...finChoices(scene), courant.cycle_id].join(', '))
    : TITRES.cycles(annee, courant.cycle_id, saySomme(own), autres);
}

/** Cycles side by side, each year counted from the start of its cycle. */
export function cyclesFigure(scene: Scene): Figure {
  const titre = titreCycles(scene);
  const panneaux = [...scene.cycles].reverse().map((cycle) => ({
    titre: cycle.nom,
    elements: byExercice(scene.exercices.filter((r) => r.cycle_id === cycle.cycle_id)).flatMap(
      (rows) => barresOf(scene, rows, (row) => `An ${row.annee}`),
    ),
  }));
  const said = panneaux.map(
    (p) => `${p.titre} : ${p.elements.map((e) => `${e.etiquette}, ${e.texte}`).join(' ; ')}`,
  );
  return {
    id: 'cycles',
    titre,
    sousTitre: `${TERMES.enDollars}, par année depuis le début du cycle`,
    alt: `${titre} ${said.join('. ')}.`,
    chart: { type: 'colonnes', unite: 'montant', panneaux },
    table: {
      legende: 'Accordé par année du cycle',
      colonnes: [
        { cle: 'cycle', titre: TERMES.cycle, nature: 'texte' },
        { cle: 'annee', titre: TERMES.annee, nature: 'nombre' },
        { cle: 'exercice', titre: TERMES.exercice, nature: 'texte' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
      ],
      lignes: scene.exercices.map((row) => lineOf(scene, row, true)),
      total: null,
    },
    questions: ['accorde-by-exercice'],
    lignes: true,
    omissions: [...inconnueOmissions(scene, scene.exercices), ...couvertureOmissions(scene)],
    definition: definitionOf('accorde', 'annee'),
    sources: sourcesOf(scene, 'octrois'),
  };
}
