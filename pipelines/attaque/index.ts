/** Tries to work out, with a solver, what is hidden of people, applications, reports and money from what is published. */
import { type Absents, absentsNommes, type Somme as Argent, sommesPercees } from './argent';
import { type Enigme, listEnigmes, type Somme } from './contraintes';
import { demandesEnigmes } from './demandes';
import { etatsEnigme } from './etats';
import { jourOf, type Publie, readPublie } from './lecture';
import { retardsNommes } from './retards';
import { type Ligne, search, type Seek } from './solveur';

/** Values that a hidden count must keep. */
const VALEURS = 4;

export interface Percee {
  readonly nom: string;
  readonly min: number;
  readonly max: number;
}

export interface Attaque {
  /** Sums of people that the public edition has a place for. */
  readonly essayees: number;
  readonly cachees: number;
  /** Hidden sums that have fewer than four values, and sums of 1 to 4 that are told. */
  readonly percees: readonly Percee[];
  /** Money that rests on one or two projects, and can be had. */
  readonly argent: readonly Argent[];
  /** Projects that a total names by leaving them out. */
  readonly absents: readonly Absents[];
  /** Reports past their date that cannot have been received. */
  readonly retards: readonly string[];
  /** Sets of sums that no numbers can make: nothing is known of what they hide. */
  readonly contredites: readonly string[];
}

/** The most that a hidden count may be, as another one that is told holds it; by name of cell. */
type Plafonds = ReadonlyMap<string, number>;

/** A cell, whichever the question. */
const cellOf = ({ nom }: Somme) => nom.slice(nom.indexOf('/'));

/** What is known of a sum: its number where it is told, and otherwise what it lies between. */
function ligneOf(somme: Somme, plafonds: Plafonds, least: number): Ligne {
  const { inconnues, valeur } = somme;
  if (valeur !== null) return { inconnues, min: valeur, max: valeur };
  const [min, max] = somme.bornes ?? [somme.marquee ? least : 0, Infinity];
  return { inconnues, min, max: Math.min(max, plafonds.get(cellOf(somme)) ?? Infinity) };
}

const sumIn = (values: readonly number[], { inconnues }: Somme) =>
  inconnues.reduce((a, i) => a + (values[i] ?? 0), 0);

/** Smallest and largest of a hidden sum; each solution found is kept, as it says as much of the others. */
function boundsOf(somme: Somme, least: number, seek: Seek, vues: (readonly number[])[]) {
  const endOf = (sens: 'min' | 'max') => {
    const found = seek(somme.inconnues, sens);
    if (found === null) return Infinity;
    vues.push(found);
    return sumIn(found, somme);
  };
  const lowest = vues.some((values) => sumIn(values, somme) <= least);
  return { min: lowest ? least : Math.max(least, endOf('min')), max: endOf('max') };
}

/**
 * What is known, the tightest first: what a reader takes for granted is so, a mark stands for at least one
 * person, and a group for no more than the people it is part of, unless that cannot be.
 */
function listLignes(enigme: Enigme, told: readonly Somme[], plafonds: Plafonds): Ligne[][] {
  return [enigme.suppositions ?? [], []].flatMap((supposed) =>
    [plafonds, new Map<string, number>()].flatMap((caps) =>
      [1, 0].map((least) =>
        [...told, ...(enigme.faits ?? []), ...supposed]
          .map((s) => ligneOf(s, caps, least))
          .filter((l) => l.inconnues.length > 0 && (l.min > 0 || l.max < Infinity)),
      ),
    ),
  );
}

const leastOf = ({ plancher }: Enigme, somme: Somme) => somme.plancher ?? plancher;

function guess(enigme: Enigme, sommes: readonly Somme[], seek: Seek): Percee[] {
  const vues: (readonly number[])[] = [];
  return sommes.flatMap((somme): Percee[] => {
    const own = vues.map((values) => sumIn(values, somme));
    const enough = Math.min(VALEURS, somme.possibles);
    const least = Math.max(leastOf(enigme, somme), Math.min(...own));
    if (Math.max(0, ...own) - least + 1 >= enough) return [];
    const { min, max } = boundsOf(somme, leastOf(enigme, somme), seek, vues);
    // A mark that stands for nothing says who did not report.
    const small = (max >= 1 || somme.marquee) && min <= VALEURS && min !== somme.tout;
    return max - min + 1 >= enough || !small
      ? []
      : [{ nom: somme.nom, min: Math.min(min, max), max }];
  });
}

/** Sums that can be had, null where those that are told contradict each other. */
function assail(enigme: Enigme, plafonds: Plafonds): Percee[] | null {
  const told = enigme.sommes.filter((s) => s.inconnues.length > 0);
  const open = told.filter(
    (s) => !s.publique && s.valeur !== null && s.valeur > 0 && s.valeur <= VALEURS,
  );
  const read = open.map((s) => ({ nom: s.nom, min: s.valeur ?? 0, max: s.valeur ?? 0 }));
  const hidden = told.filter((s) => s.valeur === null);
  for (const lignes of listLignes(enigme, told, plafonds)) {
    const guessed = search(enigme.inconnues, lignes, (seek) => guess(enigme, hidden, seek));
    if (guessed !== null) return [...read, ...guessed];
  }
  return null;
}

/**
 * Attacks the public product of a folder, one question that counts people after the other.
 * @param avant folders of the publications before it, those of one day in their order: people are looked for in all of
 *   them together, unless something that was told was taken back
 */
export async function attack(dossier: string, avant: readonly string[] = []): Promise<Attaque> {
  const publie = await readPublie(dossier);
  const before: Publie[] = [];
  for (const one of avant) before.push(await readPublie(one));
  before.sort((a, b) => jourOf(a).localeCompare(jourOf(b)));
  const alone = listEnigmes([publie]);
  const together = before.length === 0 ? [] : listEnigmes([...before, publie]);
  const others = [...demandesEnigmes(publie), etatsEnigme(publie)];
  const people = alone.find((e) => e.partition === 'tout');
  const plafonds: Plafonds = new Map(
    (people?.sommes ?? [])
      .filter((s) => s.nom.startsWith(`${people?.question ?? ''}/`))
      .flatMap((s) => (s.valeur === null ? [] : [[cellOf(s), s.valeur]])),
  );
  const found = [...alone, ...others].map((enigme, i) => {
    const caps: Plafonds = enigme.partition === 'dont' ? plafonds : new Map();
    const joint = together[i] ? assail(together[i], caps) : null;
    return { enigme, percees: joint ?? assail(enigme, caps) };
  });
  const sommes = [...alone, ...others].flatMap((e) => e.sommes);
  const [argent, retards] = [sommesPercees(publie), retardsNommes(publie)];
  return {
    essayees: sommes.length,
    cachees: sommes.filter((s) => s.valeur === null).length,
    percees: found.flatMap((f) => f.percees ?? []),
    argent: argent ?? [],
    absents: absentsNommes(publie),
    retards: retards ?? [],
    contredites: [
      ...found.flatMap((f) => (f.percees === null ? [f.enigme.question] : [])),
      ...(argent === null ? ['depenses'] : []),
      ...(retards === null ? ['retards'] : []),
    ],
  };
}
