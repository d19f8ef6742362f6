/** The page of one project: what was decided, when, for whom, and where it was read. */
import type { Engine } from '../../data/engine';
import { projetFiche } from '../../data/queries/projet-fiche';
import { projetOctrois } from '../../data/queries/projet-octrois';
import { cyclesResume } from '../../data/queries/cycles-resume';
import { projetPriorites } from '../../data/queries/projet-priorites';
import { projetVersements } from '../../data/queries/projet-versements';
import { ask, type Ligne } from '../../data/question';
import { type Choix, SANS_CHOIX } from '../../domain/choix';
import { isPrecision } from '../../domain/precision';
import { formatDate, formatMois, formatNombre } from '../../format';
import { TERMES } from '../../texte/figures';
import { PROJET } from '../../texte/pages';
import { markFigures } from '../fictif';
import type { Cell, Figure, SourceCitee } from '../figure';
import { gatherFonds } from '../gather';
import { sayShare, shareOf } from '../cycles';
import type { Chiffre, Page } from '../page';
import { definitionOf, sayCells } from '../scene';
import { NON_PUBLIE, saySomme, type Somme, sommeCell, sommeOf, texteCell } from '../somme';
import { sourcesOfRows } from '../sources-lues';
import { verseIn, type VersementLigne, versementsFigures } from '../versements';

type Fiche = Ligne<typeof projetFiche>;
type OctroiLigne = Ligne<typeof projetOctrois>;
type PrioriteLigne = Ligne<typeof projetPriorites>;

/** One thing that is told of a project, with the page that tells more of it. */
export interface Fait {
  readonly nom: string;
  readonly valeurs: readonly { readonly texte: string; readonly lien?: string }[];
}

export interface PageProjet extends Page {
  readonly faits: readonly Fait[];
  readonly description: string | null;
  readonly source: SourceCitee;
}

const sayDate = ({ date_octroi, date_precision }: OctroiLigne) =>
  date_octroi === null
    ? NON_PUBLIE
    : date_precision === 'mois'
      ? formatMois(date_octroi)
      : formatDate(date_octroi);

const sayNature = (nature: string) =>
  PROJET.decisions.natures[nature as keyof typeof PROJET.decisions.natures] ?? nature;

const cumulOf = (octrois: readonly OctroiLigne[], index: number) =>
  sommeOf(octrois.slice(0, index + 1));

const lineOf = (octrois: readonly OctroiLigne[], index: number): Cell[] => {
  const o = octrois[index]!;
  return [
    { valeur: o.date_octroi, texte: sayDate(o) },
    texteCell(sayNature(o.nature)),
    sommeCell(sommeOf([o])),
    sommeCell(cumulOf(octrois, index)),
    o.resolution === null ? { valeur: null, texte: NON_PUBLIE } : texteCell(o.resolution),
    texteCell(o.methode),
    texteCell(sayCells(o.provenance).join(', ')),
  ];
};

/** Decisions in time: the first grant, then what changed it. */
export function decisionsFigure(octrois: readonly OctroiLigne[]): Figure {
  const mots = PROJET.decisions;
  const somme = sommeOf(octrois);
  const titre = mots.titre(octrois.length, saySomme(somme));
  const elements = octrois.map((o) => ({
    etiquette: `${sayNature(o.nature)}, ${sayDate(o)}`,
    valeur: o.montant,
    texte: saySomme(sommeOf([o])),
    inconnue: false,
  }));
  return {
    id: 'decisions',
    titre,
    seule: false,
    sousTitre: mots.sousTitre,
    alt: `${titre} ${elements.map((e) => `${e.etiquette} : ${e.texte}`).join(' ; ')}.`,
    chart: octrois.length > 1 ? { type: 'barres', unite: 'montant', elements } : null,
    table: {
      legende: mots.legende,
      colonnes: [
        { cle: 'date', titre: mots.colonnes.date, nature: 'date' },
        { cle: 'nature', titre: mots.colonnes.nature, nature: 'texte' },
        { cle: 'montant_accorde', titre: TERMES.accorde, nature: 'montant' },
        { cle: 'montant_cumule', titre: TERMES.cumul, nature: 'montant' },
        { cle: 'resolution', titre: mots.colonnes.resolution, nature: 'texte' },
        { cle: 'methode', titre: mots.colonnes.methode, nature: 'texte' },
        { cle: 'cellule', titre: mots.colonnes.cellule, nature: 'texte' },
      ],
      lignes: octrois.map((_, index) => lineOf(octrois, index)),
      total: null,
    },
    omissions: [],
    definition: definitionOf('accorde'),
    sources: sourcesOfRows(octrois),
  };
}

const lien = (pages: string, id: string) => `/${pages}/${encodeURIComponent(id)}`;

function sayPriorite({ nom, part_pour_cent, precision }: PrioriteLigne, seule: boolean): string {
  const notes = [
    ...(seule ? [] : [`${formatNombre(part_pour_cent)}\u00a0%`]),
    ...(isPrecision(precision) && precision === 'derive' ? [PROJET.rapprochee] : []),
  ];
  return notes.length === 0 ? nom : PROJET.partDe(nom, notes.join(', '));
}

function sayPeriode({ debut, fin }: Fiche): string {
  if (debut === null) return PROJET.nonPubliee;
  return fin === null
    ? PROJET.aCompter(formatDate(debut))
    : PROJET.du(formatDate(debut), formatDate(fin));
}

function faitsOf(fiche: Fiche, priorites: readonly PrioriteLigne[]): Fait[] {
  const { organisme, organisme_id, municipalite, siege, annonce } = fiche;
  const place = [municipalite, siege].filter((m) => m !== null).join(', ');
  return [
    {
      nom: PROJET.organisme,
      valeurs: [
        organisme === null || organisme_id === null
          ? { texte: PROJET.nonNomme }
          : { texte: organisme, lien: lien('organismes', organisme_id) },
      ],
    },
    ...(place === '' ? [] : [{ nom: PROJET.siege, valeurs: [{ texte: place }] }]),
    {
      nom: PROJET.territoire,
      valeurs: [{ texte: fiche.territoire, lien: lien('territoires', fiche.territoire_id) }],
    },
    {
      nom: PROJET.priorites,
      valeurs: priorites.map((p) => ({
        texte: sayPriorite(p, priorites.length === 1),
        lien: lien('priorites', p.priorite_id),
      })),
    },
    { nom: PROJET.periode, valeurs: [{ texte: sayPeriode(fiche) }] },
    { nom: PROJET.cycle, valeurs: [{ texte: fiche.cycle_id }] },
    ...(annonce === null ? [] : [{ nom: PROJET.annonce, valeurs: [{ texte: annonce }] }]),
    { nom: PROJET.numero, valeurs: [{ texte: fiche.projet_id }] },
  ];
}

function phraseOf(fiche: Fiche, octrois: readonly OctroiLigne[], au: string | null): string {
  const somme = sommeOf(octrois);
  if (somme === null) return au === null ? PROJET.sansMontant : PROJET.pasEncore(formatDate(au));
  return PROJET.phrase(saySomme(somme), octrois.length, fiche.organisme);
}

/** What is granted and paid; payments that are not published are told once, in a sentence. */
function chiffresOf(accorde: Somme | null, versements: readonly VersementLigne[]): Chiffre[] {
  const verse = verseIn(versements);
  const part = sayShare(shareOf(verse, accorde));
  const { aucun, part: sayPart } = PROJET.versements;
  return [
    { nom: PROJET.accorde, texte: saySomme(accorde), note: null },
    versements.length === 0
      ? { nom: PROJET.verse, texte: saySomme(verse), note: aucun }
      : { nom: PROJET.verse, texte: saySomme(verse), note: part === null ? null : sayPart(part) },
  ];
}

/** Asks the product for one project; null when it has none of that number. */
export async function composeProjet(
  engine: Engine,
  projet: string,
  choix: Choix,
): Promise<PageProjet | null> {
  const [fonds, [fiche], priorites, octrois, versements] = await Promise.all([
    gatherFonds(engine, choix),
    ask(engine, projetFiche, choix, [projet]),
    ask(engine, projetPriorites, choix, [projet]),
    ask(engine, projetOctrois, choix, [projet]),
    ask(engine, projetVersements, choix, [projet]),
  ]);
  if (!fiche) return null;
  const phrase = phraseOf(fiche, octrois, choix.au);
  const cycles = await ask(engine, cyclesResume, { ...SANS_CHOIX, cycle: fiche.cycle_id });
  const publies = cycles.some((c) => c.versements_publies);
  const accorde = sommeOf(octrois);
  return {
    choix,
    fonds,
    titre: fiche.titre,
    phrases: publies ? [phrase] : [phrase, PROJET.versements.nonPublies],
    chiffres: publies && accorde !== null ? chiffresOf(accorde, versements) : [],
    figures: markFigures(fonds, [
      ...(octrois.length === 0 ? [] : [decisionsFigure(octrois)]),
      ...versementsFigures(versements, accorde),
    ]),
    resultat: phrase,
    faits: faitsOf(fiche, priorites),
    description: fiche.description,
    source: {
      titre: fiche.source,
      editeur: fiche.editeur,
      url: fiche.url,
      date: fiche.date_source,
      cellules: sayCells(fiche.provenance),
    },
  };
}
