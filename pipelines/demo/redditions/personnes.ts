/** How many people each project reached, and what it achieved of its aims, exercice by exercice. */
import { sayIndicateur } from '../../../src/lib/domain/reddition';
import { createHasard, type Hasard } from '../hasard';
import type { IndicateurVise } from '../indicateurs';
import { daysBetween } from '../jours';
import { NON_COMPTE } from '../../forms/reponses';
import { REJOINTES } from '../priorites';
import { type Suite, split, type Tranche } from './attendues';

export interface Resultat {
  readonly indicateur: string;
  readonly cible: number;
  readonly realise: number;
}

type Compte = number | typeof NON_COMPTE;

export interface Frequentation {
  readonly resultats: readonly Resultat[];
  /** By question of the form; those left empty are absent. */
  readonly comptes: Readonly<Record<string, Compte>>;
}

interface Profil {
  /** Times that a person comes, at least and at most. */
  readonly venues: readonly [number, number];
  /** In a hundred: children, young people, adults, elders. */
  readonly ages: readonly [number, number, number, number];
  readonly familles: number;
}

const profil = (
  venues: readonly [number, number],
  ages: readonly [number, number, number, number],
  familles: number,
): Profil => ({ venues, ages, familles });

const PROFILS: Readonly<Record<string, Profil>> = {
  'securite-alimentaire': profil([4, 12], [12, 18, 50, 20], 28),
  logement: profil([2, 4], [8, 12, 62, 18], 30),
  transport: profil([5, 16], [2, 8, 42, 48], 10),
  'reussite-educative': profil([7, 18], [38, 34, 26, 2], 36),
  emploi: profil([6, 16], [0, 12, 84, 4], 8),
  aines: profil([4, 14], [0, 1, 14, 85], 4),
  isolement: profil([4, 12], [6, 10, 48, 36], 14),
  concertation: profil([2, 4], [0, 2, 80, 18], 2),
  services: profil([1, 3], [6, 10, 60, 24], 18),
  litteratie: profil([3, 8], [1, 9, 62, 28], 8),
  itinerance: profil([3, 8], [1, 7, 82, 10], 3),
  participation: profil([3, 8], [1, 5, 70, 24], 6),
};

/** Three in five land near their aim, one in five is far below it. */
function performance(hasard: Hasard): number {
  const draw = hasard.entier(1, 100);
  if (draw <= 60) return hasard.entier(88, 114);
  return draw <= 80 ? hasard.entier(115, 158) : hasard.entier(38, 74);
}

const PLEIN = 366;

/** Days of a project in each of its exercices, uneven as real years are. */
function rhythm({ projet, tranches }: Suite, hasard: Hasard): number[] {
  return tranches.map(({ exercice: { debut, fin } }) => {
    const [from, to] = [
      projet.debut > debut ? projet.debut : debut,
      projet.fin < fin ? projet.fin : fin,
    ];
    const days = Math.min(PLEIN, daysBetween(from, to) + 1);
    return Math.round((days * hasard.entier(80, 120)) / 100);
  });
}

const share = (whole: number, percent: number, hasard: Hasard) =>
  Math.min(whole, Math.round((whole * percent * hasard.entier(80, 120)) / 10_000));

/** What an organisation does not count, it does not count any year. */
interface Tenue {
  readonly participations: boolean;
  readonly pauvrete: boolean;
  readonly ages: boolean;
  readonly familles: boolean;
  readonly immigrantes: boolean;
  readonly nations: boolean;
}

const tenueOf = (hasard: Hasard): Tenue => ({
  participations: hasard.chance(95),
  pauvrete: hasard.chance(88),
  ages: hasard.chance(92),
  familles: hasard.chance(78),
  immigrantes: hasard.chance(64),
  nations: hasard.chance(54),
});

function comptesOf(personnes: number, tenue: Tenue, p: Profil, hasard: Hasard) {
  const told = (counted: boolean, nombre: number): Compte => (counted ? nombre : NON_COMPTE);
  const ages = split(
    personnes,
    p.ages.map((a) => a * hasard.entier(80, 120) + 1),
  );
  const [enfants = 0, jeunes = 0, adultes = 0, aines = 0] = ages;
  const venues = Math.round((personnes * hasard.entier(p.venues[0] * 10, p.venues[1] * 10)) / 10);
  return {
    participations: told(tenue.participations, Math.max(personnes, venues)),
    personnes,
    personnes_pauvrete: told(tenue.pauvrete, share(personnes, hasard.entier(45, 82), hasard)),
    enfants: told(tenue.ages, enfants),
    jeunes: told(tenue.ages, jeunes),
    adultes: told(tenue.ages, adultes),
    aines: told(tenue.ages, aines),
    familles: told(tenue.familles, share(personnes, p.familles, hasard)),
    immigrantes: told(tenue.immigrantes, share(personnes, hasard.entier(1, 16), hasard)),
    premieres_nations: told(tenue.nations, share(personnes, hasard.entier(0, 4), hasard)),
  };
}

/** A few forms leave out what they need not answer. */
function withoutSome(comptes: Readonly<Record<string, Compte>>, hasard: Hasard) {
  if (!hasard.chance(8)) return comptes;
  const left = hasard.choix(['familles', 'immigrantes', 'premieres_nations']);
  return Object.fromEntries(Object.entries(comptes).filter(([id]) => id !== left));
}

/** What a project reaches, by exercice. */
export function planPersonnes(
  suite: Suite,
  indicateurs: readonly IndicateurVise[],
): Map<Tranche, Frequentation> {
  const hasard = createHasard(`personnes ${suite.projet.id}`);
  const [tenue, weights] = [tenueOf(hasard), rhythm(suite, hasard)];
  const profilOf = PROFILS[suite.projet.parts[0]?.priorite ?? ''];
  if (!profilOf) throw new RangeError(`No profile for ${suite.projet.id}`);
  const reached = indicateurs.map(({ cible, valeur }) => {
    const total = Math.max(1, Math.round((valeur * performance(hasard)) / 100));
    return { cible, valeur, parts: split(total, weights) };
  });
  return new Map(
    suite.tranches.map((tranche, i) => {
      const resultats = reached.map(({ cible, valeur, parts }) => ({
        indicateur: sayIndicateur(cible.indicateur, cible.unite),
        cible: valeur,
        realise: parts[i] ?? 0,
      }));
      const own = reached.findIndex(({ cible }) => cible === REJOINTES);
      const personnes = Math.max(1, resultats[own]?.realise ?? 1);
      const comptes = withoutSome(comptesOf(personnes, tenue, profilOf, hasard), hasard);
      return [tranche, { resultats, comptes }];
    }),
  );
}
