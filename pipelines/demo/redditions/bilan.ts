/** Answers of the Word form, but for its money and its declaration. */
import { shareElapsed } from '../../../src/lib/domain/exercice';
import type { LigneRemplie, Valeur } from '../../forms/reponses';
import { createHasard, type Hasard } from '../hasard';
import { ORGANISMES } from '../organismes';
import type { Tranche } from './attendues';
import type { Frequentation, Resultat } from './personnes';
import { fill, isBeginning, type Roues, voixOf } from './recit';
import * as communs from './textes/communs';

export type Champs = Readonly<Record<string, Valeur>>;

/** A form being filled in. */
interface Plume {
  readonly tranche: Tranche;
  readonly roues: Roues;
  readonly hasard: Hasard;
}

const prioriteOf = ({ projet }: Tranche): string => projet.parts[0]?.priorite ?? '';

/** Next sentence of a subject, within the exercice. */
function say({ tranche, roues, hasard }: Plume, sujet: string, liste: readonly string[]): string {
  return fill(roues.next(`${tranche.exercice.id} ${sujet}`, liste), tranche, hasard);
}

type Sujet = 'ecarts' | 'difficultes' | 'apprentissages' | 'suites' | 'participation';

const COMMUNS: Readonly<Record<Sujet, readonly string[]>> = {
  ecarts: communs.ECARTS,
  difficultes: communs.DIFFICULTES,
  apprentissages: communs.APPRENTISSAGES,
  suites: communs.SUITES,
  participation: communs.PARTICIPATION,
};

/** What is proper to the priority, then what anyone may say, or the other way round. */
function tell(plume: Plume, sujet: Sujet): string {
  const { hasard, tranche } = plume;
  const priorite = prioriteOf(tranche);
  const common = say(plume, sujet, COMMUNS[sujet]);
  if (hasard.chance(30)) return common;
  const own = say(plume, `${sujet} ${priorite}`, voixOf(priorite)[sujet]);
  const [first, second] = hasard.chance(50) ? [own, common] : [common, own];
  return hasard.chance(25) ? `${first}\n${second}` : `${first} ${second}`;
}

const ANNEES_SANITAIRES: readonly string[] = ['2020-2021', '2021-2022'];

function ecartsOf(plume: Plume): string {
  const { tranche, hasard } = plume;
  if (isBeginning(tranche)) return say(plume, 'débuts', communs.DEBUTS);
  const told = tell(plume, 'ecarts');
  const closed = ANNEES_SANITAIRES.includes(tranche.exercice.id) && hasard.chance(45);
  return closed ? `${say(plume, 'sanitaires', communs.SANITAIRES)} ${told}` : told;
}

const optional = (id: string, texte: string | null): Champs =>
  texte === null ? {} : { [id]: texte };

function motsOf(plume: Plume): Champs {
  const { tranche, hasard } = plume;
  const ends = tranche.derniere && !hasard.chance(35);
  const suite = ends ? say(plume, 'fins', communs.FINS) : tell(plume, 'suites');
  const quiet = isBeginning(tranche) || hasard.chance(12);
  return {
    ecarts: ecartsOf(plume),
    ...optional('difficultes', quiet ? null : tell(plume, 'difficultes')),
    ...optional('apprentissages', quiet ? null : tell(plume, 'apprentissages')),
    suite,
    poursuite: !ends,
    ...optional('participation_pauvrete', hasard.chance(10) ? null : tell(plume, 'participation')),
  };
}

type Realisee = 'oui' | 'en-partie' | 'non';

function realiseeOf({ tranche, hasard }: Plume): Realisee {
  const draw = hasard.entier(1, 100);
  if (isBeginning(tranche)) return draw <= 50 ? 'en-partie' : 'oui';
  if (draw <= 70) return 'oui';
  return draw <= 90 ? 'en-partie' : 'non';
}

const COMMENTAIRES: Readonly<Record<Realisee, readonly string[]>> = {
  oui: communs.FAITES,
  'en-partie': communs.EN_PARTIE,
  non: communs.NON_FAITES,
};

function activiteRow(plume: Plume, activite: string): LigneRemplie {
  const { tranche, hasard } = plume;
  const realisee = realiseeOf(plume);
  const [sujet, liste] = isBeginning(tranche)
    ? ['commencées', communs.COMMENCEES]
    : [realisee, COMMENTAIRES[realisee]];
  const told = realisee !== 'oui' || hasard.chance(60);
  const commentaire = told ? say(plume, sujet, liste) : null;
  return { activite, realisee, ...optional('commentaire', commentaire) };
}

/** A project keeps most of its activities from one exercice to the next. */
function activitesOf(plume: Plume, rang: number): LigneRemplie[] {
  const { tranche } = plume;
  const own = createHasard(`activités ${tranche.projet.id}`);
  const count = own.entier(3, 5);
  const all = own.melange(voixOf(prioriteOf(tranche)).activites);
  const kept = [...all, ...all].slice(rang, rang + count);
  return kept.map((texte) => activiteRow(plume, fill(texte, tranche, own)));
}

/** `avant` is what was achieved in the exercices before. */
function resultatRow(plume: Plume, resultat: Resultat, avant: number): LigneRemplie {
  const { tranche, hasard } = plume;
  const { indicateur, cible, realise } = resultat;
  const { debut, fin } = tranche.projet;
  const awaited = cible * shareElapsed(debut, fin, tranche.exercice.fin);
  const ratio = (avant + realise) / awaited;
  const [sujet, liste] =
    ratio > 1.15
      ? ['au-dessus', communs.AU_DESSUS]
      : ratio < 0.8
        ? ['en dessous', communs.EN_DESSOUS]
        : ['autour', communs.AUTOUR];
  const told = !isBeginning(tranche) && hasard.chance(ratio > 1.15 || ratio < 0.8 ? 80 : 40);
  return {
    indicateur,
    cible,
    realise,
    ...optional('commentaire', told ? say(plume, sujet, liste) : null),
  };
}

const REGIONALES = ['concertation', 'services', 'litteratie', 'itinerance', 'participation'];

function objectifsOf({ tranche, hasard }: Plume): string[] {
  const priorite = prioriteOf(tranche);
  const regional = REGIONALES.includes(priorite);
  const chances: readonly (readonly [string, number])[] = [
    ['concertation', priorite === 'concertation' ? 100 : regional ? 60 : 25],
    ['planification', priorite === 'concertation' ? 90 : regional ? 45 : 15],
    ['soutien', priorite === 'concertation' ? 60 : 100],
    ['mise-en-commun', 40],
    ['participation', priorite === 'participation' ? 100 : 45],
  ];
  return chances.filter(([, percent]) => hasard.chance(percent)).map(([id]) => id);
}

/** Organisations that work where the project acts. */
function partenairesOf({ tranche, hasard }: Plume): Champs {
  const { projet } = tranche;
  const own = createHasard(`partenaires ${projet.id}`);
  const near = ORGANISMES.filter(
    (o) => o.id !== projet.organisme.id && projet.touches.includes(o.territoire),
  );
  const named = own.melange(near).slice(0, own.entier(1, 5));
  const separator = own.chance(60) ? ' ; ' : '\n';
  const noms = named.map((o) => o.nom).join(separator);
  const nombre = named.length + (hasard.chance(40) ? hasard.entier(1, 3) : 0);
  if (nombre === 0) return { partenaires: 0 };
  return { partenaires: nombre, ...(named.length > 0 ? { partenaires_noms: noms } : {}) };
}

function temoignageOf(plume: Plume): Champs {
  const { tranche, roues, hasard } = plume;
  if (isBeginning(tranche) || !hasard.chance(44)) return {};
  const priorite = prioriteOf(tranche);
  const [texte, tour] = roues.take(`témoignages ${priorite}`, voixOf(priorite).temoignages);
  const said = fill(texte, tranche, hasard);
  const more = tour > 0 || hasard.chance(30) ? ` ${roues.next('paroles', communs.PAROLES)}` : '';
  return { temoignage: `${said}${more}`, consentement: true };
}

export interface MotsBilan {
  readonly champs: Champs;
  readonly activites: readonly LigneRemplie[];
  readonly indicateurs: readonly LigneRemplie[];
}

/** `avant` are the results of the exercices before, added up by indicator; `rang` counts those exercices. */
export function writeMots(
  tranche: Tranche,
  { comptes, resultats }: Frequentation,
  { roues, avant, rang }: { roues: Roues; avant: readonly number[]; rang: number },
): MotsBilan {
  const plume = { tranche, roues, hasard: createHasard(`bilan ${tranche.id}`) };
  return {
    champs: {
      ...comptes,
      objectifs: objectifsOf(plume),
      ...partenairesOf(plume),
      ...motsOf(plume),
      ...temoignageOf(plume),
    },
    activites: activitesOf(plume, rang),
    indicateurs: resultats.map((r, i) => resultatRow(plume, r, avant[i] ?? 0)),
  };
}
