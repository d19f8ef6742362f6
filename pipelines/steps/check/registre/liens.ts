/** What each row names, and what it must go with. */
import { FEUILLES, type FeuilleId, titreOf } from '../../../sources/kind';
import { kindOf } from '../../../sources/registre';
import { groupBy, pairWithFirst } from '../../../lib/group';
import { type Registre, texte } from '../../../lib/registre';
import { sayNearest } from '../../../lib/proches';
import type { Ligne } from '../../harmonise/registre';
import {
  type Contexte,
  cycleOf,
  eachRow,
  type Found,
  found,
  sayPlace,
  type Verification,
} from './contexte';

const namesIn = ({ feuilles }: Registre, vers: FeuilleId): string[] =>
  vers === 'organismes'
    ? feuilles.organismes.flatMap((l) => [l.id, texte(l, 'nom') ?? ''])
    : feuilles[vers].map((l) => (vers === 'annonces' ? (texte(l, 'annonce_id') ?? '') : l.id));

/** Fields of a sheet that name a row of another one. */
const linksOf = (feuille: FeuilleId) =>
  Object.entries(kindOf(feuille).champs).flatMap(([champ, { vers }]) =>
    vers ? [{ champ, vers }] : [],
  );

function orphan(registre: Registre, ligne: Ligne, champ: string, vers: FeuilleId): Found | null {
  const name = texte(ligne, champ);
  if (name === null || registre.find(vers, name)) return null;
  const message = `« ${name} » n’existe pas dans la feuille ${titreOf(kindOf(vers))}${sayNearest(name, namesIn(registre, vers))} : corrigez-le, ou ajoutez sa ligne`;
  return found('reference-orpheline', ligne, champ, message);
}

const references: Verification = ({ registre }) =>
  FEUILLES.flatMap((feuille) => {
    const links = linksOf(feuille);
    return registre.feuilles[feuille].flatMap((ligne) =>
      links.flatMap(({ champ, vers }) => orphan(registre, ligne, champ, vers) ?? []),
    );
  });

function decisionsOf({ registre }: Contexte, projet: Ligne): Found[] {
  const groups = groupBy(registre.octroisOf(projet), (o) => texte(o, 'bailleur'));
  return [...groups.values()].flatMap((own) => {
    const [first, ...others] = own.filter((o) => texte(o, 'nature') === 'initial');
    const twins = others.map((o) =>
      found(
        'octroi-initial-double',
        o,
        'nature',
        `ce projet a déjà une décision initiale de ce bailleur (${first ? sayPlace(first) : ''}) : si celle-ci la modifie, écrivez « Amendement » et la différence ; sinon, gardez une seule ligne`,
      ),
    );
    const [lost] = first ? [] : own;
    return lost
      ? [
          found(
            'octroi-initial-absent',
            lost,
            'nature',
            'cet amendement ne modifie aucune décision initiale de ce projet et de ce bailleur : ajoutez-la, ou corrigez le projet ou le bailleur',
          ),
        ]
      : twins;
  });
}

const decisions: Verification = (contexte) => [
  ...contexte.registre.feuilles.projets.flatMap((p) => decisionsOf(contexte, p)),
  ...eachRow('projet-sans-octroi', contexte.registre.feuilles.projets, 'projet_id', (p) =>
    contexte.registre.octroisOf(p).length > 0
      ? null
      : 'ce projet n’a aucun octroi, et n’est pas publié : ajoutez sa décision',
  ),
];

const resolutions: Verification = ({ registre }) => {
  const { octrois } = registre.feuilles;
  const same = pairWithFirst(octrois, (o) => texte(o, 'resolution'));
  const otherDates = same.filter(
    ([octroi, first]) => texte(octroi, 'date_decision') !== texte(first, 'date_decision'),
  );
  return [
    ...eachRow('resolution-absente', octrois, 'resolution', (o) =>
      texte(o, 'resolution') === null
        ? 'cette décision n’a pas de numéro de résolution : ajoutez-le'
        : null,
    ),
    ...otherDates.map(([octroi, first]) =>
      found(
        'resolution-deux-dates',
        octroi,
        'resolution',
        `cette résolution a une autre date ailleurs (${sayPlace(first)}) : corrigez le numéro ou la date`,
      ),
    ),
  ];
};

function applicationOf(contexte: Contexte, demande: Ligne): Found[] {
  const { registre } = contexte;
  const [decision, projet] = [texte(demande, 'decision'), registre.projetOf(demande)];
  const named = texte(demande, 'projet') !== null;
  const out: Found[] = [];
  const say = (...parts: Parameters<typeof found>) => void out.push(found(...parts));
  if (decision === 'accordee' && !named)
    say(
      'demande-sans-projet',
      demande,
      'projet',
      'cette demande est accordée : écrivez le numéro de son projet, ou corrigez la décision',
    );
  if (decision !== 'accordee' && named)
    say(
      'demande-avec-projet',
      demande,
      'projet',
      'cette demande n’est pas accordée : corrigez la décision, ou effacez le projet',
    );
  if (['accordee', 'refusee'].includes(decision ?? '') && texte(demande, 'date_decision') === null)
    say(
      'demande-sans-date',
      demande,
      'date_decision',
      'cette demande est décidée : ajoutez la date de décision',
    );
  const [own, other] = [demande, projet].map(
    (l) => l && registre.find('organismes', texte(l, 'organisme')),
  );
  if (own && other && own.id !== other.id)
    say(
      'demande-autre-organisme',
      demande,
      'organisme',
      `son projet est de « ${texte(other, 'nom')} » : corrigez l’un ou l’autre`,
    );
  return out;
}

const applications: Verification = (contexte) =>
  contexte.registre.feuilles.demandes.flatMap((d) => applicationOf(contexte, d));

const otherCycle = (
  ligne: Ligne,
  champ: string,
  own: Ligne | undefined,
  other: Ligne | undefined,
) => {
  const [a, b] = [own && texte(own, 'cycle'), other && texte(other, 'cycle')];
  if (!a || !b || a === b) return [];
  const message = `cette ligne est du cycle ${a}, et nomme une ligne du cycle ${b} : corrigez l’une ou l’autre`;
  return [found('cycle-incoherent', ligne, champ, message)];
};

const cycles: Verification = ({ registre }) => {
  const { octrois, demandes, annonces } = registre.feuilles;
  return [
    ...octrois.flatMap((l) =>
      otherCycle(
        l,
        'annonce',
        registre.projetOf(l),
        registre.find('annonces', texte(l, 'annonce')),
      ),
    ),
    ...demandes.flatMap((l) =>
      otherCycle(l, 'projet', registre.find('appels', texte(l, 'appel')), registre.projetOf(l)),
    ),
    ...annonces.flatMap((l) =>
      otherCycle(l, 'appel', l, registre.find('appels', texte(l, 'appel'))),
    ),
  ];
};

const funders: Verification = ({ registre }) => [
  ...eachRow('bailleur-incoherent', registre.feuilles.versements, 'bailleur', (l) => {
    const projet = registre.projetOf(l);
    const own = projet ? registre.octroisOf(projet) : [];
    if (!projet || own.some((o) => texte(o, 'bailleur') === texte(l, 'bailleur'))) return null;
    return 'ce bailleur n’a rien accordé à ce projet : corrigez le bailleur ou le projet, ou ajoutez l’octroi';
  }),
  ...eachRow('bailleur-incoherent', registre.feuilles.octrois, 'bailleur', (l) => {
    const annonce = registre.find('annonces', texte(l, 'annonce'));
    if (!annonce || texte(annonce, 'bailleur') === texte(l, 'bailleur')) return null;
    return 'l’annonce de cet octroi est d’un autre bailleur : corrigez l’un ou l’autre';
  }),
];

const SAME = ['cycle', 'titre', 'date_annonce', 'appel', 'bailleur'];

/** A call is the same whatever the case of its number. */
const saidBy = ({ registre }: Contexte, l: Ligne, champ: string) =>
  (champ === 'appel' ? registre.find('appels', texte(l, champ))?.id : null) ?? texte(l, champ);

const announcements: Verification = (contexte) => {
  const groups = groupBy(contexte.registre.feuilles.annonces, (l) => texte(l, 'annonce_id'));
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const whole = own.some((l) => texte(l, 'territoire') === null);
    const missing = found(
      'annonce-sans-total',
      first,
      'annonce_id',
      'cette annonce n’a pas de ligne sans territoire : ajoutez celle de son total',
    );
    const different = own.flatMap((l) =>
      SAME.filter((champ) => saidBy(contexte, l, champ) !== saidBy(contexte, first, champ)).map(
        (champ) =>
          found(
            'annonce-incoherente',
            l,
            champ,
            `une autre ligne de cette annonce dit autre chose (${sayPlace(first)}) : corrigez l’une ou l’autre`,
          ),
      ),
    );
    return [...(whole ? [] : [missing]), ...different];
  });
};

const completeness: Verification = (contexte) => {
  const { fonds, registre } = contexte;
  const named = (feuille: FeuilleId) =>
    new Set(registre.feuilles[feuille].map((l) => registre.projetOf(l)?.id));
  const [priorites, indicateurs] = [named('projets_priorites'), named('indicateurs')];
  return [
    ...eachRow('priorite-manquante', registre.feuilles.projets, 'projet_id', (p) =>
      priorites.has(p.id)
        ? null
        : 'ce projet n’a aucune priorité, et sera dit « priorité non publiée » : ajoutez-la à la feuille Projets-priorités',
    ),
    ...eachRow('indicateur-manquant', registre.feuilles.projets, 'projet_id', (p) =>
      indicateurs.has(p.id) || (cycleOf(contexte, p)?.fin ?? '') < fonds.date_donnees
        ? null
        : 'ce projet n’a aucun indicateur : ajoutez-le à la feuille Indicateurs',
    ),
  ];
};

export const liens: readonly Verification[] = [
  references,
  decisions,
  resolutions,
  applications,
  cycles,
  funders,
  announcements,
  completeness,
];
