/** Amounts of single projects: their sign, and what was asked, granted and paid. */
import type { FeuilleId } from '../../../sources/kind';
import { dollars } from '../../../lib/dollars';
import { groupBy } from '../../../lib/group';
import { byDate, cents, entier, sumCents, texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { eachRow, type Found, found, type Verification } from './contexte';

const POSITIFS: readonly (readonly [FeuilleId, string])[] = [
  ['apports', 'montant'],
  ['demandes', 'montant_demande'],
  ['versements', 'montant_verse'],
  ['annonces', 'montant_annonce'],
];

const NEGATIF = 'un montant positif est attendu : corrigez le signe';

const signs: Verification = ({ registre: { feuilles } }) => [
  ...POSITIFS.flatMap(([feuille, champ]) =>
    eachRow('montant-negatif', feuilles[feuille], champ, (l) =>
      cents(l, champ) < 0n ? NEGATIF : null,
    ),
  ),
  ...eachRow('montant-negatif', feuilles.octrois, 'montant_accorde', (l) =>
    texte(l, 'nature') === 'initial' && cents(l, 'montant_accorde') < 0n
      ? `${NEGATIF}, ou écrivez « Amendement »`
      : null,
  ),
  ...eachRow('octroi-nul', feuilles.octrois, 'montant_accorde', (l) =>
    cents(l, 'montant_accorde') === 0n
      ? 'cette décision est de 0 $ : écrivez son montant, ou supprimez la ligne'
      : null,
  ),
  ...eachRow('cible-nulle', feuilles.indicateurs, 'cible', (l) =>
    entier(l, 'cible') === 0
      ? 'cette cible est zéro : écrivez la cible visée, ou supprimez l’indicateur'
      : null,
  ),
];

const byBailleur = (lignes: readonly Ligne[]) => groupBy(lignes, (l) => texte(l, 'bailleur') ?? '');

/** Last row of each day, with the sum of that day and of those before. */
export function runningByDay(lignes: readonly Ligne[], date: string, montant: string) {
  const days: { jour: string; total: bigint; ligne: Ligne }[] = [];
  let total = 0n;
  for (const ligne of byDate(lignes, date)) {
    const jour = texte(ligne, date) ?? '';
    total += cents(ligne, montant);
    if (days.at(-1)?.jour === jour) days.pop();
    days.push({ jour, total, ligne });
  }
  return days;
}

/** The first day at which the decisions of one funder are worth less than nothing. */
function belowZero(own: readonly Ligne[]): Found[] {
  const below = runningByDay(own, 'date_decision', 'montant_accorde').find((d) => d.total < 0n);
  if (!below) return [];
  const message = `au ${below.jour}, les décisions de ce projet font ${dollars(below.total)} : un amendement s’écrit par sa différence, pas par le nouveau total ; corrigez-le`;
  return [found('octroi-total-negatif', below.ligne, 'montant_accorde', message)];
}

const negativeTotal: Verification = ({ registre }) => {
  const all: Found[] = [];
  for (const [, octrois] of registre.byProjet('octrois'))
    for (const own of byBailleur(octrois).values()) all.push(...belowZero(own));
  return all;
};

const moreThanAsked: Verification = ({ registre }) => {
  const asked = new Map(
    registre.feuilles.demandes.flatMap((d) => {
      const projet = registre.projetOf(d);
      return projet ? [[projet.id, d] as const] : [];
    }),
  );
  return eachRow('octroi-superieur-demande', registre.feuilles.octrois, 'montant_accorde', (l) => {
    const demande = asked.get(registre.projetOf(l)?.id ?? '');
    if (!demande || texte(l, 'nature') !== 'initial') return null;
    const limit = cents(demande, 'montant_demande');
    if (cents(l, 'montant_accorde') <= limit) return null;
    return `plus que la somme demandée (${dollars(limit)}) : vérifiez les deux montants`;
  });
};

const grantedAt = (octrois: readonly Ligne[], jour: string) =>
  sumCents(
    octrois.filter((o) => (texte(o, 'date_decision') ?? '') <= jour),
    'montant_accorde',
  );

/** The first day at which one funder paid more than it had decided. */
function paidOver(own: readonly Ligne[], decisions: readonly Ligne[]): Found[] {
  const over = runningByDay(own, 'date_versement', 'montant_verse').find(
    (d) => d.total > grantedAt(decisions, d.jour),
  );
  if (!over) return [];
  const message = `au ${over.jour}, ${dollars(over.total)} versés pour ${dollars(grantedAt(decisions, over.jour))} accordés : corrigez le versement, ou ajoutez l’amendement qui manque`;
  return [found('versements-superieurs', over.ligne, 'montant_verse', message)];
}

const overpaid: Verification = ({ registre }) => {
  const all: Found[] = [];
  for (const [projet, versements] of registre.byProjet('versements')) {
    const granted = byBailleur(registre.octroisOf(projet));
    for (const [bailleur, own] of byBailleur(versements)) {
      const decisions = granted.get(bailleur);
      if (decisions) all.push(...paidOver(own, decisions));
    }
  }
  return all;
};

const shares: Verification = ({ registre }) => {
  const all: Found[] = [];
  for (const [projet, own] of registre.byProjet('projets_priorites')) {
    const total = own.reduce((a, l) => a + (entier(l, 'part') ?? 0), 0);
    const last = own[own.length - 1];
    if (total === 100 || !last) continue;
    const message = `les parts du projet ${projet.id} font ${total} %, et non 100 % : corrigez-les`;
    all.push(found('parts-priorites', last, 'part', message));
  }
  return all;
};

export const montants: readonly Verification[] = [
  signs,
  negativeTotal,
  moreThanAsked,
  overpaid,
  shares,
];
