/** Which reports a fund awaits, and what each form says before its organisation opens it. */
import { type Exercice, exercicesBetween } from '../../src/lib/domain/exercice';
import { echeanceOf, sayIndicateur } from '../../src/lib/domain/reddition';
import type { Catalogue } from '../lib/catalogue';
import { namesOf } from '../lib/catalogue';
import { dollars } from '../lib/dollars';
import type { Fonds } from '../lib/fonds';
import { formatDate } from '../../src/lib/domain/mois';
import { byDate, cents, entier, type Registre, sumCents, texte } from '../lib/registre';
import type { Ligne } from '../steps/harmonise/registre';
import { type Definition, feuilleOf, type Prerempli, tableauOf } from './definition';
import type { Dossier, LigneRemplie, Reponses } from './reponses';

/** What the register and the form of a fund say together. */
export interface Scene {
  readonly fonds: Fonds;
  readonly catalogue: Catalogue;
  readonly registre: Registre;
  readonly definition: Definition;
}

/** A report that a project owes for an exercice. */
export interface Attendue {
  /** As `P24-012/2025-2026`. */
  readonly id: string;
  readonly projet: Ligne;
  readonly exercice: Exercice;
  /** ISO day. */
  readonly echeance: string;
}

const counted = ({ fonds }: Scene, ligne: Ligne) =>
  fonds.bailleurs.some((b) => b.compte && b.id === texte(ligne, 'bailleur'));

/** Cents granted to a project up to a day, amendments included. */
export const accordeAu = (scene: Scene, projet: Ligne, jour: string): bigint =>
  sumCents(
    scene.registre
      .octroisOf(projet)
      .filter((o) => counted(scene, o) && (texte(o, 'date_decision') ?? '') <= jour),
    'montant_accorde',
  );

/** Before any payment. */
export const DEBUT = '0000-01-01';

/** Payments to a project between two days, both included, in order. */
export function versementsEntre(scene: Scene, projet: Ligne, debut: string, fin: string): Ligne[] {
  const own = scene.registre.ofProjet('versements', projet).filter((v) => {
    const jour = texte(v, 'date_versement') ?? '';
    return jour >= debut && jour <= fin && counted(scene, v);
  });
  return byDate(own, 'date_versement');
}

/** Exercices that a project is active in, from the first that reports are asked for. */
function exercicesOf({ fonds, definition }: Scene, projet: Ligne, au: string): Exercice[] {
  const [debut, fin] = [texte(projet, 'debut'), texte(projet, 'fin')];
  if (debut === null || fin === null) return [];
  return exercicesBetween(debut, fin < au ? fin : au, fonds.exercice.premier_mois).filter(
    ({ id }) => id >= definition.premier_exercice,
  );
}

/** Reports awaited of every project with money, for exercices begun on that day, in order. */
export function listAttendues(scene: Scene, au: string): Attendue[] {
  return scene.registre.projetsAccordes.flatMap((projet) =>
    exercicesOf(scene, projet, au)
      .filter(({ fin }) => accordeAu(scene, projet, fin) > 0n)
      .map((exercice) => ({
        id: `${projet.id}/${exercice.id}`,
        projet,
        exercice,
        echeance: echeanceOf(exercice, scene.definition.echeance),
      })),
  );
}

const organismeOf = ({ registre }: Scene, projet: Ligne): string => {
  const named = texte(projet, 'organisme');
  const found = registre.find('organismes', named);
  return (found && texte(found, 'nom')) ?? named ?? '';
};

function prioritesOf({ registre, catalogue }: Scene, projet: Ligne): string {
  const own = registre.ofProjet('projets_priorites', projet);
  const nomOf = (id: string | null) => catalogue.noms.priorites.find((p) => p.id === id)?.nom ?? '';
  return own.map((l) => nomOf(texte(l, 'priorite'))).join(' ; ');
}

function versesOf(scene: Scene, { projet, exercice }: Attendue): string {
  const own = versementsEntre(scene, projet, exercice.debut, exercice.fin);
  if (own.length === 0) return 'Aucun';
  return own
    .map(
      (v) =>
        `${dollars(cents(v, 'montant_verse'))}, le ${formatDate(texte(v, 'date_versement') ?? '')}`,
    )
    .join('\n');
}

function identityOf(scene: Scene, attendue: Attendue): Readonly<Record<Prerempli, string>> {
  const { projet, exercice } = attendue;
  const say = (champ: string) => formatDate(texte(projet, champ) ?? '');
  return {
    projet: projet.id,
    titre: texte(projet, 'titre') ?? '',
    organisme: organismeOf(scene, projet),
    exercice: `${exercice.id}, du ${formatDate(exercice.debut)} au ${formatDate(exercice.fin)}`,
    periode: `Du ${say('debut')} au ${say('fin')}`,
    territoire: namesOf(scene.catalogue, [texte(projet, 'territoire') ?? '']).join(''),
    priorites: prioritesOf(scene, projet),
    accorde: dollars(accordeAu(scene, projet, exercice.fin)),
    verse: versesOf(scene, attendue),
  };
}

/** Whose form it is, and what it shows of the register. */
export function toDossier(scene: Scene, attendue: Attendue): Dossier {
  const { fonds, definition } = scene;
  const { projet, exercice, echeance } = attendue;
  return {
    reference: {
      fonds: fonds.id,
      exercice: exercice.id,
      projet: projet.id,
      version: definition.version,
    },
    fonds: { nom: fonds.nom, fictif: fonds.fictif },
    exercice,
    echeance,
    organisme: organismeOf(scene, projet),
    identite: identityOf(scene, attendue),
  };
}

/** Indicators of a project, with their aims, as the register has them. */
export const indicateursOf = ({ registre }: Scene, projet: Ligne): readonly Ligne[] =>
  registre.ofProjet('indicateurs', projet);

/** Name of an indicator of the register, as the form shows it. */
export const nomIndicateur = (indicateur: Ligne): string =>
  sayIndicateur(texte(indicateur, 'indicateur') ?? '', texte(indicateur, 'unite') ?? '');

const indicateurRow = (indicateur: Ligne): LigneRemplie => ({
  indicateur: nomIndicateur(indicateur),
  cible: entier(indicateur, 'cible') ?? 0,
});

function budgetRows(scene: Scene, attendue: Attendue): Reponses['tableaux'] {
  const { definition } = scene;
  const { projet, exercice } = attendue;
  const [depenses, financement] = [
    feuilleOf(definition, 'depenses'),
    feuilleOf(definition, 'financement'),
  ];
  const accorde = accordeAu(scene, projet, exercice.fin);
  const recu = sumCents(
    versementsEntre(scene, projet, exercice.debut, exercice.fin),
    'montant_verse',
  );
  return {
    depenses: depenses.choix.map((c) => ({ [depenses.categorie.id]: c.id })),
    financement: financement.choix.map((c) => ({
      [financement.categorie.id]: c.id,
      ...(c.role === 'fonds' ? { prevu: accorde, confirme: accorde, recu } : {}),
    })),
  };
}

/** What the register already answers: indicators and their aims, and the fund's own line of the budget. */
export function prefill(scene: Scene, attendue: Attendue): Reponses {
  const rows = indicateursOf(scene, attendue.projet).map(indicateurRow);
  const table = tableauOf(scene.definition, 'indicateurs');
  return {
    champs: {},
    tableaux: { ...(table ? { [table.id]: rows } : {}), ...budgetRows(scene, attendue) },
  };
}
