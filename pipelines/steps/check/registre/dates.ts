/** Dates against the agreement, the date of the data, and each other. */
import type { FeuilleId } from '../../../sources/kind';
import { byDate, texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { type Contexte, cycleOf, eachRow, type Found, found, type Verification } from './contexte';

const inverted: Verification = ({ registre: { feuilles } }) => {
  const check = (lignes: readonly Ligne[], debut: string, fin: string) =>
    eachRow('dates-inversees', lignes, fin, (l) => {
      const [from, to] = [texte(l, debut), texte(l, fin)];
      if (from === null || to === null || from <= to) return null;
      return `cette date (${to}) précède le début (${from}) : corrigez l’une des deux`;
    });
  return [
    ...check(feuilles.projets, 'debut', 'fin'),
    ...check(feuilles.appels, 'date_ouverture', 'date_limite'),
  ];
};

/** Days of things that have happened, sheet by sheet. */
const PASSEES: readonly (readonly [FeuilleId, string])[] = [
  ['enveloppes', 'date_effet'],
  ['apports', 'date'],
  ['demandes', 'date_depot'],
  ['demandes', 'date_decision'],
  ['octrois', 'date_decision'],
  ['versements', 'date_versement'],
  ['annonces', 'date_annonce'],
];

const future: Verification = ({ fonds, registre }) =>
  PASSEES.flatMap(([feuille, champ]) =>
    eachRow('date-posterieure', registre.feuilles[feuille], champ, (l) =>
      (texte(l, champ) ?? '') <= fonds.date_donnees
        ? null
        : `cette date suit la date des données (${fonds.date_donnees}) : corrigez-la, ou avancez date_donnees dans fonds.yaml`,
    ),
  );

function outside(contexte: Contexte, ligne: Ligne, of: Ligne | undefined, champ: string) {
  const cycle = cycleOf(contexte, of);
  const jour = texte(ligne, champ);
  if (!cycle || jour === null || (jour >= cycle.debut && jour <= cycle.fin)) return null;
  return `cette date est hors du cycle ${cycle.id} (du ${cycle.debut} au ${cycle.fin}) : corrigez la date ou le cycle`;
}

const outsideCycle: Verification = (contexte) => {
  const { registre } = contexte;
  const { enveloppes, annonces, octrois, projets } = registre.feuilles;
  const of = (lignes: readonly Ligne[], champ: string, owner: (l: Ligne) => Ligne | undefined) =>
    eachRow('date-hors-entente', lignes, champ, (l) => outside(contexte, l, owner(l), champ));
  return [
    ...of(enveloppes, 'date_effet', (l) => l),
    ...of(annonces, 'date_annonce', (l) => l),
    ...of(octrois, 'date_decision', (l) => registre.projetOf(l)),
    ...['debut', 'fin'].flatMap((champ) =>
      eachRow('projet-hors-cycle', projets, champ, (l) => outside(contexte, l, l, champ)),
    ),
  ];
};

const afterProject: Verification = ({ registre }) =>
  eachRow('octroi-apres-projet', registre.feuilles.octrois, 'date_decision', (l) => {
    const projet = registre.projetOf(l);
    const [jour, fin] = [texte(l, 'date_decision'), projet ? texte(projet, 'fin') : null];
    if (texte(l, 'nature') !== 'initial' || jour === null || fin === null || jour <= fin)
      return null;
    return `cette décision suit la fin du projet (${fin}) : vérifiez l’une et l’autre`;
  });

/** Initial decisions of a project by one funder, the earliest first. */
const initials = (octrois: readonly Ligne[], bailleur: string | null): Ligne[] =>
  byDate(
    octrois.filter((o) => texte(o, 'nature') === 'initial' && texte(o, 'bailleur') === bailleur),
    'date_decision',
  );

const earlyAmendment: Verification = ({ registre }) =>
  eachRow('amendement-avant-initial', registre.feuilles.octrois, 'date_decision', (l) => {
    const projet = registre.projetOf(l);
    if (!projet || texte(l, 'nature') !== 'amendement') return null;
    const [first] = initials(registre.octroisOf(projet), texte(l, 'bailleur'));
    const jour = first ? texte(first, 'date_decision') : null;
    if (jour === null || (texte(l, 'date_decision') ?? '') >= jour) return null;
    return `cet amendement précède la décision initiale (${jour}) : corrigez la date ou la nature`;
  });

const earlyPayment: Verification = ({ registre }) =>
  eachRow('versement-avant-decision', registre.feuilles.versements, 'date_versement', (l) => {
    const projet = registre.projetOf(l);
    if (!projet) return null;
    const own = registre
      .octroisOf(projet)
      .filter((o) => texte(o, 'bailleur') === texte(l, 'bailleur'));
    const first = byDate(own, 'date_decision')[0];
    const jour = first ? texte(first, 'date_decision') : null;
    if (jour === null || (texte(l, 'date_versement') ?? '') >= jour) return null;
    return `ce versement précède la première décision (${jour}) : corrigez l’une des deux dates`;
  });

function applicationDates(contexte: Contexte, l: Ligne): Found[] {
  const appel = contexte.registre.find('appels', texte(l, 'appel'));
  const depot = texte(l, 'date_depot') ?? '';
  const decision = texte(l, 'date_decision');
  const [opens, closes] = appel
    ? [texte(appel, 'date_ouverture') ?? '', texte(appel, 'date_limite') ?? '9999']
    : ['', '9999'];
  const out: Found[] = [];
  if (depot < opens || depot > closes)
    out.push(
      found(
        'demande-hors-appel',
        l,
        'date_depot',
        `cette demande est déposée hors de son appel (du ${opens} au ${closes}) : vérifiez la date, ou l’appel`,
      ),
    );
  if (decision !== null && decision < depot)
    out.push(
      found(
        'decision-avant-depot',
        l,
        'date_decision',
        `cette décision précède le dépôt (${depot}) : corrigez l’une des deux dates`,
      ),
    );
  return out;
}

const applications: Verification = (contexte) =>
  contexte.registre.feuilles.demandes.flatMap((l) => applicationDates(contexte, l));

const earlyAnnouncement: Verification = ({ registre }) =>
  eachRow('annonce-avant-decision', registre.feuilles.octrois, 'date_decision', (l) => {
    const annonce = registre.find('annonces', texte(l, 'annonce'));
    const jour = annonce ? texte(annonce, 'date_annonce') : null;
    if (jour === null || jour >= (texte(l, 'date_decision') ?? '')) return null;
    return `cette décision suit son annonce (${jour}) : vérifiez l’annonce, ou la date`;
  });

export const dates: readonly Verification[] = [
  inverted,
  future,
  outsideCycle,
  afterProject,
  earlyAmendment,
  earlyPayment,
  applications,
  earlyAnnouncement,
];
