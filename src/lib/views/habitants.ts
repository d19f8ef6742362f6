import type { populationMrc } from '../data/queries/population-mrc';
import type { Ligne } from '../data/question';
import { formatMontant, withPrecision } from '../format';
import { TERMES, TITRES } from '../texte/figures';
import { HABITANTS } from '../texte/habitants';
import { absentCell, nombreCell, pageCell } from './cellules';
import { isPartielle } from './cycles';
import type { Cell, Figure, Panneau, Puce, SourceCitee } from './figure';
import {
  couvertureOmissions,
  definitionOf,
  finChoices,
  inconnueOmissions,
  isStrayRounding,
  type Scene,
  sourcesOf,
} from './scene';
import { saySomme, type Somme, sommeCell, sommeOf, texteCell } from './somme';

export type PopulationLigne = Ligne<typeof populationMrc>;

interface Mrc {
  readonly row: PopulationLigne;
  readonly accorde: Somme | null;
  readonly parHabitant: Somme | null;
  readonly parFaibleRevenu: Somme | null;
}

/** Dollars for each person, to the cent, as well known as the dollars. */
export function perPerson(somme: Somme | null, personnes: number | null): Somme | null {
  if (somme === null || !personnes) return null;
  return { ...somme, dollars: Math.round((somme.dollars * 100) / personnes) / 100 };
}

const connues = (scene: Scene, ids: readonly string[]) =>
  scene.territoires.filter((r) => r.portee === 'connue' && ids.includes(r.territoire_id));

/** What is granted in MRCs; a cycle known in part makes it a minimum. */
export const accordeIn = (scene: Scene, ids: readonly string[]): Somme | null =>
  sommeOf(connues(scene, ids), scene.cycles.some(isPartielle));

function mrcOf(scene: Scene, row: PopulationLigne): Mrc {
  const accorde = accordeIn(scene, [row.territoire_id]);
  return {
    ...{ row, accorde },
    parHabitant: perPerson(accorde, row.population),
    parFaibleRevenu: perPerson(accorde, row.faible_revenu),
  };
}

const byDollars = (of: (mrc: Mrc) => Somme | null) => (a: Mrc, b: Mrc) =>
  (of(b)?.dollars ?? -1) - (of(a)?.dollars ?? -1);

function puceOf(
  { row }: Mrc,
  somme: Somme | null,
  personnes: number | null,
  say: (n: number) => string,
): Puce {
  return {
    etiquette: row.nom,
    valeur: somme?.dollars ?? null,
    texte: personnes === null ? HABITANTS.absente : saySomme(somme),
    inconnue: false,
    selection: { dimension: 'territoire', id: row.territoire_id },
    cible: null,
    cibleTexte: personnes === null ? '' : say(personnes).replaceAll(' ', '\u00a0'),
  };
}

/** A panel for inhabitants, and one for people of low income where they are known. */
function panneauxOf(mrcs: readonly Mrc[]): Panneau<Puce>[] {
  const habitants = [...mrcs].sort(byDollars((m) => m.parHabitant));
  const faibles = [...mrcs].sort(byDollars((m) => m.parFaibleRevenu));
  return [
    {
      titre: HABITANTS.parHabitant,
      elements: habitants.map((m) =>
        puceOf(m, m.parHabitant, m.row.population, HABITANTS.habitants),
      ),
    },
    ...(mrcs.every((m) => m.row.faible_revenu === null)
      ? []
      : [
          {
            titre: HABITANTS.parFaibleRevenu,
            elements: faibles.map((m) =>
              puceOf(m, m.parFaibleRevenu, m.row.faible_revenu, HABITANTS.personnes),
            ),
          },
        ]),
  ];
}

function titreOf(scene: Scene, mrcs: readonly Mrc[]): string {
  if (mrcs.length === 0) return HABITANTS.pasUneMrc;
  const known = mrcs.filter((m) => m.parHabitant !== null).sort(byDollars((m) => m.parHabitant));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return TITRES.rienDePublie(finChoices(scene).join(', ') || 'ces choix');
  if (first === last) return HABITANTS.un(first.row.nom, saySomme(first.parHabitant));
  const borne = known.some((m) => m.accorde?.precision !== 'exact');
  const [plus, moins] = [saySomme(first.parHabitant), saySomme(last.parHabitant)];
  return HABITANTS.titre(borne, first.row.nom, plus, last.row.nom, moins);
}

const countCell = (n: number | null): Cell =>
  n === null ? absentCell(HABITANTS.absente) : nombreCell(n);
const anneeCell = (annee: number | null): Cell =>
  annee === null ? absentCell(HABITANTS.absente) : { valeur: annee, texte: String(annee) };
const ratioCell = (somme: Somme | null, personnes: number | null): Cell =>
  personnes === null ? absentCell(HABITANTS.absente) : sommeCell(somme);

const lineOf = ({ row, accorde, parHabitant, parFaibleRevenu }: Mrc): Cell[] => [
  pageCell(row.nom, 'territoires', row.territoire_id),
  countCell(row.population),
  anneeCell(row.annee),
  sommeCell(accorde),
  ratioCell(parHabitant, row.population),
  countCell(row.faible_revenu),
  ratioCell(parFaibleRevenu, row.faible_revenu),
];

/** Sum of a column, null when a part of it is not known. */
function totalOf(mrcs: readonly Mrc[], of: (row: PopulationLigne) => number | null): number | null {
  const values = mrcs.map(({ row }) => of(row));
  return values.includes(null) ? null : values.reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

function totalLine(scene: Scene, mrcs: readonly Mrc[]): Cell[] {
  const accorde = accordeIn(
    scene,
    mrcs.map(({ row }) => row.territoire_id),
  );
  const population = totalOf(mrcs, (row) => row.population);
  const faibles = totalOf(mrcs, (row) => row.faible_revenu);
  return [
    texteCell(HABITANTS.ensemble),
    countCell(population),
    texteCell(''),
    sommeCell(accorde),
    ratioCell(perPerson(accorde, population), population),
    countCell(faibles),
    ratioCell(perPerson(accorde, faibles), faibles),
  ];
}

function omissionsOf(scene: Scene, mrcs: readonly Mrc[]): string[] {
  const outside = scene.territoires.filter(
    (r) => r.nature !== 'mrc' && r.portee === 'connue' && r.arrondi_seul !== true,
  );
  const elsewhere = sommeOf(outside, scene.cycles.some(isPartielle));
  const namesWithout = (of: (row: PopulationLigne) => number | null) =>
    mrcs.filter(({ row }) => of(row) === null).map(({ row }) => row.nom);
  const [population, faibles] = [
    namesWithout((row) => row.population),
    namesWithout((row) => row.faible_revenu),
  ];
  const said = (somme: Somme) => withPrecision(formatMontant(somme.dollars), somme.precision);
  return [
    ...(elsewhere === null ? [] : [HABITANTS.horsMrc(said(elsewhere))]),
    ...(population.length === 0 ? [] : [HABITANTS.sansPopulation(population)]),
    ...(faibles.length === 0
      ? []
      : [HABITANTS.sansFaibleRevenu(faibles.length === mrcs.length ? null : faibles)]),
    ...inconnueOmissions(
      scene,
      scene.territoires.filter((r) => !isStrayRounding(r)),
    ),
    ...couvertureOmissions(scene),
  ];
}

function populationSources(mrcs: readonly Mrc[]): SourceCitee[] {
  const rows = mrcs.map(({ row }) => row).filter((row) => row.source_id !== null);
  return [...new Map(rows.map((row) => [row.source_id, row])).values()].map((row) => ({
    titre: row.source ?? '',
    editeur: row.editeur ?? '',
    url: row.url,
    date: row.date_source,
    cellules: [],
  }));
}

/** What is granted for each inhabitant of the MRCs; nothing where no population is known. */
export function habitantsFigures(scene: Scene, rows: readonly PopulationLigne[]): Figure[] {
  if (rows.every((row) => row.population === null)) return [];
  const { territoire } = scene.choix;
  const mrcs = rows
    .filter((row) => territoire === null || row.territoire_id === territoire)
    .map((row) => mrcOf(scene, row));
  const titre = titreOf(scene, mrcs);
  const panneaux = panneauxOf(mrcs);
  const annees = [...new Set(mrcs.flatMap(({ row }) => row.annee ?? []))].sort();
  const say = ({ etiquette, texte, cibleTexte }: Puce) =>
    [etiquette, texte, cibleTexte].filter(Boolean).join(', ');
  const mots = HABITANTS.colonnes;
  return [
    {
      id: 'habitants',
      titre,
      sousTitre: HABITANTS.sousTitre(annees),
      alt: `${titre} ${panneaux.map((p) => `${p.titre} : ${p.elements.map(say).join(' ; ')}`).join('. ')}.`,
      chart: { type: 'puces', unite: 'montant', panneaux },
      table: {
        legende: HABITANTS.legende,
        colonnes: [
          { cle: 'territoire', titre: TERMES.territoire, nature: 'texte' },
          { cle: 'population', titre: mots.population, nature: 'nombre' },
          { cle: 'population_annee', titre: mots.annee, nature: 'nombre' },
          { cle: 'accorde_mrc', titre: TERMES.accorde, nature: 'montant' },
          { cle: 'accorde_par_habitant', titre: mots.parHabitant, nature: 'montant' },
          { cle: 'population_faible_revenu', titre: mots.faibleRevenu, nature: 'nombre' },
          { cle: 'accorde_par_faible_revenu', titre: mots.parFaibleRevenu, nature: 'montant' },
        ],
        lignes: [...mrcs].sort(byDollars((m) => m.parHabitant)).map(lineOf),
        total: totalLine(scene, mrcs),
      },
      omissions: omissionsOf(scene, mrcs),
      definition: `${HABITANTS.definition} ${definitionOf('accorde', 'territoire')}`,
      sources: [...populationSources(mrcs), ...sourcesOf(scene, 'octrois')],
    },
  ];
}
