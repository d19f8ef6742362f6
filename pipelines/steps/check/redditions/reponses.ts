/** What the Word form answers: whole, likely, and with nobody named. */
import { champsOf, type Definition, type Role, tableauOf } from '../../../forms/definition';
import { indicateursOf, nomIndicateur } from '../../../forms/dossiers';
import { toDossier } from '../../../forms/dossiers';
import type { ReponseLue } from '../../../forms/reponses';
import { foldWords } from '../../../lib/fold';
import { personalIn } from '../../../lib/personnel';
import { entier } from '../../../lib/registre';
import { answersOf } from '../../redditions/lecture';
import { freeAnswers } from '../../redditions/retenus';
import {
  lignesOf,
  luOf,
  type Manque,
  nombreIn,
  type Reddition,
  reponseA,
  reponseDe,
  texteIn,
} from '../../redditions/reddition';
import { at, type Verification } from './contexte';

/** A file came, and nobody filled it in. */
const vide: Verification = (reddition, { scene }) =>
  reddition.recus.flatMap(({ partie, lu }) => {
    if (partie === null || lu === null || !isEmpty(scene.definition, reddition, partie)) return [];
    const message =
      'rien n’est rempli hors de ce qui était prérempli : demandez le formulaire rempli';
    return [at('reddition-vide', reddition, partie, null, message)];
  });

/** Questions that a form may answer before anyone fills it in: aims, categories, the fund's own line. */
function prefilledIds(definition: Definition): Set<string> {
  const indicateurs = tableauOf(definition, 'indicateurs')?.id ?? '';
  return new Set([
    `${indicateurs}.indicateur`,
    `${indicateurs}.cible`,
    ...definition.budget.feuilles.map((f) => `${f.id}.${f.categorie.id}`),
    ...['prevu', 'confirme', 'recu'].map((id) => `financement.${id}`),
    'solde_debut',
  ]);
}

function isEmpty(
  definition: Definition,
  reddition: Reddition,
  partie: 'bilan' | 'budget',
): boolean {
  const lu = luOf(reddition, partie);
  const own = prefilledIds(definition);
  return lu !== null && !answersOf(definition, lu).some((r) => !own.has(r.question));
}

const manques: Verification = (reddition, { scene }) =>
  reddition.manques
    .filter((m) => !isEmpty(scene.definition, reddition, m.partie))
    .filter((m) => !isDeclaration(scene.definition, m.cellule) && !isUnread(reddition, m))
    .map((m) => {
      const message = `${m.texte} : cette réponse est obligatoire et manque ; demandez-la`;
      return at('reponse-requise-absente', reddition, m.partie, m, message);
    });

/** Something is written there, and its own finding says why it is no answer. */
const isUnread = (reddition: Reddition, { partie, feuille, cellule }: Manque) =>
  (luOf(reddition, partie)?.remarques ?? []).some(
    (r) => r.valeur && r.feuille === feuille && r.cellule === cellule,
  );

const isDeclaration = (definition: Definition, code: string) =>
  champsOf(definition).some((c) => c.role === 'declaration' && c.code === code);

const declaration: Verification = (reddition, { scene: { definition } }) => {
  const absent = reddition.manques.filter((m) => isDeclaration(definition, m.cellule));
  const [first] = absent;
  if (!first || isEmpty(definition, reddition, 'bilan')) return [];
  const message = `la déclaration est incomplète (${absent.map((m) => m.texte).join(', ')}) : demandez-la`;
  return [at('declaration-absente', reddition, 'bilan', first, message)];
};

/** Identification fields are the register's: what was changed there is told, never taken. */
const identite: Verification = (reddition, { scene }) => {
  const { identite: known } = toDossier(scene, reddition);
  return champsOf(scene.definition).flatMap((champ) => {
    const reponse = champ.prerempli && reponseA(reddition, champ.id);
    if (!champ.prerempli || !reponse) return [];
    const awaited = known[champ.prerempli] ?? '';
    if (foldWords(String(reponse.valeur)) === foldWords(awaited)) return [];
    const message = `le registre dit « ${awaited} » : vérifiez avec l’organisme, puis corrigez le registre s’il y a lieu`;
    return [at('identite-modifiee', reddition, 'bilan', reponse, message)];
  });
};

const temoignage: Verification = (reddition, { scene: { definition } }) => {
  const said = reponseDe(definition, reddition, 'temoignage');
  if (!said || reponseDe(definition, reddition, 'consentement')?.valeur === true) return [];
  const message =
    'ce témoignage n’a pas de consentement : il n’est ni gardé ni publié ; demandez-le';
  return [at('temoignage-sans-consentement', reddition, 'bilan', said, message)];
};

const personnel: Verification = (reddition, { scene: { definition } }) =>
  freeAnswers(definition, reddition).flatMap(({ reponse }) => {
    const what = personalIn(String(reponse.valeur));
    if (what.length === 0) return [];
    const message = `ce texte semble contenir ${what.join(' et ')} : retirez ce renseignement du fichier`;
    return [at('renseignement-personnel-reddition', reddition, reponse.partie, reponse, message)];
  });

const countOf = (definition: Definition, reddition: Reddition, role: Role): number | null => {
  const valeur = reponseDe(definition, reddition, role)?.valeur;
  return typeof valeur === 'number' ? valeur : null;
};

const activites: Verification = (reddition, { scene: { definition } }) => {
  const table = tableauOf(definition, 'activites');
  if (!table) return [];
  const done = lignesOf(reddition, table.id).filter((l) =>
    ['oui', 'en-partie'].includes(texteIn(l, 'realisee') ?? ''),
  );
  const counts = (['participations', 'personnes'] as const).map((r) =>
    countOf(definition, reddition, r),
  );
  const asked = reponseDe(definition, reddition, 'participations');
  if (done.length === 0 || !counts.includes(0) || counts.some((n) => (n ?? 0) > 0)) return [];
  const message =
    'des activités ont eu lieu, et personne n’est compté : demandez le nombre, ou « non compté »';
  return [at('activite-sans-personnes', reddition, 'bilan', asked, message)];
};

/** A count that should not be above another one. */
function above(reddition: Reddition, part: ReponseLue | null, whole: number | null, said: string) {
  if (!part || typeof part.valeur !== 'number' || whole === null || part.valeur <= whole) return [];
  const message = `${part.valeur} dépasse ${said} (${whole}) : demandez lequel des nombres est le bon`;
  return [at('pauvrete-depasse-personnes', reddition, 'bilan', part, message)];
}

/** Parts that add up to more than the whole, none of which does alone. */
function partsAbove(reddition: Reddition, { partition }: Definition, whole: number | null) {
  const tout = reponseA(reddition, partition?.tout ?? '');
  const parts = (partition?.parties ?? []).map((id) => reponseA(reddition, id)?.valeur);
  const nombres = parts.filter((v) => typeof v === 'number');
  const sum = nombres.reduce((a, n) => a + n, 0);
  if (whole === null || sum <= whole || nombres.some((n) => n > whole)) return [];
  const message = `les parties font ${sum} en tout (${nombres.join(' + ')}), plus que les personnes différentes (${whole}) : demandez lequel des nombres est le bon`;
  return [at('pauvrete-depasse-personnes', reddition, 'bilan', tout, message)];
}

const parts: Verification = (reddition, { scene: { definition } }) => {
  const [venues, personnes] = [
    countOf(definition, reddition, 'participations'),
    countOf(definition, reddition, 'personnes'),
  ];
  const { parties = [], dont = [] } = definition.partition ?? {};
  return [
    ...above(
      reddition,
      reponseDe(definition, reddition, 'personnes'),
      venues,
      'les participations',
    ),
    ...[...dont, ...parties].flatMap((id) =>
      above(reddition, reponseA(reddition, id), personnes, 'les personnes différentes'),
    ),
    ...partsAbove(reddition, definition, personnes),
  ];
};

const resultats: Verification = (reddition, { scene }) => {
  const table = tableauOf(scene.definition, 'indicateurs');
  if (!table || isEmpty(scene.definition, reddition, 'bilan') || luOf(reddition, 'bilan') === null)
    return [];
  const section = scene.definition.bilan.sections.find((s) => s.questions.includes(table));
  const place = { feuille: section?.titre ?? '', cellule: table.code };
  const rows = lignesOf(reddition, table.id);
  const known = indicateursOf(scene, reddition.projet);
  const rowOf = (nom: string) =>
    rows.find((l) => foldWords(texteIn(l, 'indicateur') ?? '') === foldWords(nom));
  const lacking = known.flatMap((indicateur) => {
    const nom = nomIndicateur(indicateur);
    const row = rowOf(nom);
    if (row && nombreIn(row, 'realise') !== null) return [];
    const message = `l’indicateur « ${nom} » a une cible (${entier(indicateur, 'cible') ?? ''}) et pas de résultat : demandez-le, même s’il est zéro`;
    return [at('cible-sans-resultat', reddition, 'bilan', place, message)];
  });
  return [
    ...lacking,
    ...unknownRows(
      reddition,
      rows,
      known.map((i) => [nomIndicateur(i), entier(i, 'cible')]),
    ),
  ];
};

function unknownRows(
  reddition: Reddition,
  rows: ReturnType<typeof lignesOf>,
  known: readonly (readonly [nom: string, cible: number | null])[],
) {
  return rows.flatMap((row) => {
    const reponse = row.cellules.get('indicateur');
    if (!reponse) return [];
    const found = known.find(([nom]) => foldWords(nom) === foldWords(String(reponse.valeur)));
    const cible = nombreIn(row, 'cible');
    if (found && (cible === null || cible === found[1])) return [];
    const message = found
      ? `la cible inscrite (${cible ?? ''}) n’est pas celle du registre (${found[1] ?? ''}) : vérifiez laquelle est la bonne`
      : `cet indicateur n’est pas au registre pour ce projet : vérifiez son nom, ou ajoutez-le`;
    return [at('indicateur-inconnu', reddition, 'bilan', reponse, message)];
  });
}

export const reponses: readonly Verification[] = [
  vide,
  manques,
  declaration,
  identite,
  temoignage,
  personnel,
  activites,
  parts,
  resultats,
];
