/** What each project spends, exercice by exercice: cents that agree with what it was paid. */
import { shareElapsed } from '../../../src/lib/domain/exercice';
import { createHasard, type Hasard } from '../hasard';
import { type Suite, split, sum, type Tranche, verseAu } from './attendues';
import { DETAILS, POIDS, POSTES, type PosteId, SOURCES, type SourceId } from './postes';

export interface Ligne {
  readonly poste: PosteId;
  readonly description: string;
  readonly prevu: number;
  readonly reel: number;
  /** Null where another source pays for all of it. */
  readonly paye: number | null;
}

export interface Apport {
  readonly source: SourceId;
  readonly detail: string;
  readonly prevu: number;
  readonly confirme: number;
  readonly recu: number;
}

export interface Comptes {
  readonly soldeDebut: number;
  readonly soldeFin: number;
  readonly paye: number;
  readonly lignes: readonly Ligne[];
  readonly apports: readonly Apport[];
}

/** Spent of the fund's money at the end of each exercice: behind what is paid, then all that is granted. */
function cumuls({ projet, total, tranches }: Suite, hasard: Hasard): number[] {
  const [keep, pace] = [hasard.entier(86, 99), hasard.entier(90, 104)];
  const before = tranches.slice(0, -1);
  const caps = before.map((t) => Math.floor((verseAu(t) * keep) / 100));
  const aims = before.map((t) => {
    const share = shareElapsed(projet.debut, projet.fin, t.exercice.fin);
    return Math.floor((total * share * pace) / 100);
  });
  const [cap, aim] = [caps.at(-1) ?? 0, aims.at(-1) ?? 0];
  const scaled = aims.map((a) => (aim > cap ? Math.floor((a / aim) * cap) : a));
  return [...scaled.map((a, i) => Math.min(a, caps[i] ?? 0)), total];
}

const CINQ_DOLLARS = 500;
const CENT_DOLLARS = 10_000;
const nearest = (cents: number, pas: number) => Math.round(cents / pas) * pas;

/** Fund's money by line: salaries first, and administration well under its limit. */
function ligneOf(poste: PosteId, paye: number, part: number, hasard: Hasard): Ligne {
  const reel = Math.max(paye, Math.round((paye * 100) / part));
  const prevu = Math.max(
    CINQ_DOLLARS,
    nearest((reel * hasard.entier(88, 114)) / 100, CINQ_DOLLARS),
  );
  return { poste, description: hasard.choix(DETAILS[poste]), prevu, reel, paye };
}

/** A line that the fund pays nothing of. */
function autreLigne(paye: number, hasard: Hasard): Ligne {
  const poste = hasard.choix(['locaux', 'materiel', 'autres'] as const);
  const cents = nearest((paye * hasard.entier(3, 9)) / 100, CINQ_DOLLARS) + CINQ_DOLLARS;
  return {
    poste,
    description: hasard.choix(DETAILS[poste]),
    prevu: cents,
    reel: cents,
    paye: null,
  };
}

/** How a project spends: its weights by line, and the share of each that the fund pays. */
interface Habitudes {
  readonly postes: readonly PosteId[];
  readonly poids: readonly number[];
  readonly parts: readonly number[];
  readonly ailleurs: boolean;
}

function habitsOf({ projet }: Suite, hasard: Hasard): Habitudes {
  const poids = POIDS[projet.parts[0]?.priorite ?? ''] ?? {};
  const postes = POSTES.filter((p) => (poids[p] ?? 0) > 0 && (p !== 'autres' || hasard.chance(45)));
  const all = [...postes, ...hasard.melange(['ressources-humaines', 'materiel'] as const)];
  const kept = all.slice(0, postes.length + hasard.entier(0, 2));
  const alone = hasard.chance(25);
  return {
    postes: kept,
    poids: kept.map((p) => Math.round(((poids[p] ?? 0) * hasard.entier(70, 135)) / 10)),
    parts: kept.map(() => (alone || hasard.chance(35) ? 100 : hasard.entier(42, 92))),
    ailleurs: !alone && hasard.chance(40),
  };
}

/** Administration is held to an eighth, far from the limit of the fund. */
function bounded(postes: readonly PosteId[], weights: readonly number[]): number[] {
  const isAdministration = (i: number) => postes[i] === 'administration';
  const others = sum(weights.filter((_, i) => !isAdministration(i)));
  return weights.map((w, i) => (isAdministration(i) ? Math.min(w, Math.floor(others / 7)) : w));
}

function lignesOf({ postes, poids, parts, ailleurs }: Habitudes, paye: number, hasard: Hasard) {
  const drawn = poids.map((w) => Math.max(1, Math.round((w * hasard.entier(85, 118)) / 100)));
  const lignes = split(paye, bounded(postes, drawn)).map((cents, i) =>
    ligneOf(postes[i] ?? 'autres', cents, parts[i] ?? 100, hasard),
  );
  return ailleurs ? [...lignes, autreLigne(paye, hasard)] : lignes;
}

const gap = (lignes: readonly Ligne[]) => sum(lignes.map((l) => l.reel - (l.paye ?? 0)));

/** Who pays for the rest: the same sources from the first exercice to the last. */
function apportsOf(depenses: readonly (readonly Ligne[])[], hasard: Hasard): Apport[][] {
  const sources = hasard.melange(SOURCES).slice(0, hasard.entier(1, 3));
  const details = sources.map((s) => hasard.choix(s.details));
  const weights = sources.map(() => hasard.entier(2, 9));
  const recus = depenses.map((lignes) => split(gap(lignes), weights));
  return recus.map((own) =>
    sources.flatMap(({ id }, i) => {
      const whole = sum(recus.map((r) => r[i] ?? 0));
      if (whole === 0) return [];
      const confirme = Math.ceil(whole / CENT_DOLLARS) * CENT_DOLLARS;
      const prevu = confirme + CENT_DOLLARS * hasard.entier(0, 4);
      return [{ source: id, detail: details[i] ?? '', prevu, confirme, recu: own[i] ?? 0 }];
    }),
  );
}

/** The money of a project, by exercice. */
export function planArgent(suite: Suite): Map<Tranche, Comptes> {
  const hasard = createHasard(`argent ${suite.projet.id}`);
  const spent = cumuls(suite, hasard);
  const habits = habitsOf(suite, hasard);
  const payes = spent.map((c, i) => c - (spent[i - 1] ?? 0));
  const depenses = payes.map((paye) => lignesOf(habits, paye, hasard));
  const apports = apportsOf(depenses, hasard);
  return new Map(
    suite.tranches.map((tranche, i) => {
      const paye = payes[i] ?? 0;
      if (paye <= 0) throw new RangeError(`Nothing is spent in ${tranche.id}`);
      const comptes = {
        paye,
        soldeDebut: tranche.verseAvant - (spent[i - 1] ?? 0),
        soldeFin: verseAu(tranche) - (spent[i] ?? 0),
        lignes: depenses[i] ?? [],
        apports: apports[i] ?? [],
      };
      return [tranche, comptes];
    }),
  );
}
