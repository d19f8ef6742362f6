/** Rows that say twice the same thing, or nearly. */
import type { RegleId } from '../../../../src/lib/domain/regles/index';
import { groupBy, pairWithFirst } from '../../../lib/group';
import { findNear, plier } from '../../../lib/ressemblances';
import { texte } from '../../../lib/registre';
import type { FeuilleId } from '../../../sources/kind';
import type { Ligne } from '../../harmonise/registre';
import { type Contexte, type Found, found, sayPlace, type Verification } from './contexte';

const report = (
  regle: RegleId,
  pairs: readonly (readonly [Ligne, Ligne])[],
  champ: string,
  what: string,
): Found[] =>
  pairs.map(([ligne, first]) => found(regle, ligne, champ, `${what} (${sayPlace(first)})`));

/** Each row with the first earlier one whose name is near and not the same, within one group. */
function nearPairs(lignes: readonly Ligne[], champ: string): (readonly [Ligne, Ligne])[] {
  const near = findNear(lignes.map((l) => texte(l, champ) ?? ''));
  return lignes.flatMap((ligne, index) => {
    const first = lignes[near[index] ?? -1];
    return first ? [[ligne, first] as const] : [];
  });
}

const organismes: Verification = ({ registre }) => {
  const own = registre.feuilles.organismes;
  const same = pairWithFirst(own, (l) => plier(texte(l, 'nom') ?? '') || null);
  return [
    ...report(
      'organisme-en-double',
      same,
      'nom',
      'cet organisme a déjà un numéro : gardez-en un seul, et employez-le partout',
    ),
    ...report(
      'organismes-ressemblants',
      nearPairs(own, 'nom'),
      'nom',
      'ce nom ressemble beaucoup à un autre : si c’est le même organisme, gardez un seul numéro',
    ),
  ];
};

const owner = ({ registre }: Contexte, l: Ligne) =>
  registre.find('organismes', texte(l, 'organisme'))?.id ?? texte(l, 'organisme');

const projets: Verification = (contexte) => {
  const own = contexte.registre.feuilles.projets;
  const group = (l: Ligne) => `${texte(l, 'cycle')}\t${owner(contexte, l)}`;
  const same = pairWithFirst(own, (l) => `${group(l)}\t${plier(texte(l, 'titre') ?? '')}`);
  const near = [...groupBy(own, group).values()].flatMap((g) => nearPairs(g, 'titre'));
  return [
    ...report(
      'projet-en-double',
      same,
      'titre',
      'ce projet de cet organisme a déjà un numéro : gardez-en un seul, ou distinguez les titres',
    ),
    ...report(
      'projets-ressemblants',
      near,
      'titre',
      'ce titre ressemble beaucoup à un autre du même organisme : si c’est le même projet, gardez un seul numéro',
    ),
  ];
};

const valuesOf = (l: Ligne, champs: readonly string[]) =>
  champs.map((c) => String(l.valeurs[c] ?? '')).join('\t');

const argent: Verification = ({ registre }) => {
  /** What is alone in its project repeats nothing. */
  const isAlone = (l: Ligne) => {
    const projet = registre.projetOf(l);
    return projet !== undefined && registre.ofProjet(l.feuille, projet).length === 1;
  };
  const of = (feuille: FeuilleId, champs: readonly string[]) =>
    pairWithFirst(
      registre.feuilles[feuille].filter((l) => !isAlone(l)),
      (l) => `${registre.projetOf(l)?.id ?? ''}\t${valuesOf(l, champs)}`,
    );
  return [
    ...report(
      'octroi-en-double',
      of('octrois', ['bailleur', 'nature', 'date_decision', 'montant_accorde']),
      'octroi_id',
      'cette décision est déjà inscrite : gardez une seule des deux lignes',
    ),
    ...report(
      'versement-en-double',
      of('versements', ['bailleur', 'date_versement', 'montant_verse']),
      'versement_id',
      'ce versement est déjà inscrit : gardez une seule des deux lignes, ou réunissez les deux montants',
    ),
  ];
};

const demandes: Verification = (contexte) => {
  const { registre } = contexte;
  const own = registre.feuilles.demandes;
  const same = pairWithFirst(own, (l) =>
    [
      registre.find('appels', texte(l, 'appel'))?.id,
      owner(contexte, l),
      plier(texte(l, 'titre') ?? ''),
    ].join('\t'),
  );
  return report(
    'demande-en-double',
    same,
    'demande_id',
    'cette demande est déjà inscrite : gardez une seule des deux lignes',
  );
};

export const doublons: readonly Verification[] = [organismes, projets, argent, demandes];
