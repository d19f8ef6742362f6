/** What goes back to each organisation: its own files with what is missing, and a letter that says it. */
import { FICTIF } from '../../src/lib/domain/fictif';
import { REGLES, type RegleId } from '../../src/lib/domain/regles/index';
import { PARTIES, type Partie } from '../../src/lib/domain/reddition';
import { isTableau, questionsOf } from '../forms/definition';
import { toDossier } from '../forms/dossiers';
import type { Constat } from '../lib/constats';
import { groupBy } from '../lib/group';
import { remarqueOf } from '../rapport/index';
import { addFrontPage, type FrontLine } from '../lib/docx/front-page';
import { formatDate } from '../../src/lib/domain/mois';
import { OfficeError } from '../lib/ooxml/refusal';
import { annotateWorkbook } from '../lib/xlsx/annotate';
import { sayDelai } from '../rappels/rappels';
import { etatDe, recuOf, type Reddition, type Redditions } from '../steps/redditions/reddition';

export interface Retour {
  readonly organisme: string;
  /** Name of the file in the organisation's folder. */
  readonly nom: string;
  readonly contenu: Uint8Array | string;
}

/** Rules that are the fund's own business, and not the organisation's. */
const INTERNES: readonly RegleId[] = [
  'question-inconnue',
  'reddition-remplacee',
  'reddition-versions',
  'reception-absente',
  'formulaire-autre-version',
];

/** What the fund would do is not what the organisation must do. */
const POUR_LE_FONDS =
  /[ ,;:]+(?:et )?(?:demandez|vérifiez|convenez|inscrivez|corrigez le registre)(?:[^.;]|\.(?=\d))*$/i;

const A_REPONDRE: Readonly<Partial<Record<RegleId, string>>> = {
  'reponse-requise-absente': 'Écrivez la réponse dans sa case.',
  'declaration-absente': 'Remplissez la déclaration.',
  'reddition-vide': 'Renvoyez le formulaire rempli.',
  'question-absente': 'Répondez à part, ou redemandez un formulaire complet.',
  'reponse-image': 'Récrivez la réponse en texte.',
  'temoignage-sans-consentement': 'Cochez oui ou non au consentement, ou retirez le témoignage.',
  'renseignement-personnel-reddition': 'Récrivez la réponse sans ce renseignement.',
  'solde-non-depense': 'Dites ce que deviendra ce solde.',
};
const PAR_DEFAUT = 'Corrigez, ou expliquez-nous ce qu’il en est.';

/** A finding as the organisation reads it. */
export function sayToOrganisme({ regle, message }: Pick<Constat, 'regle' | 'message'>): string {
  const fact = message.replace(POUR_LE_FONDS, '').trim();
  const sentence = `${fact.charAt(0).toLocaleUpperCase('fr-CA')}${fact.slice(1)}`;
  const end = /[.!?]$/.test(sentence) ? '' : '.';
  const ask = fact === message ? '' : ` ${A_REPONDRE[regle] ?? PAR_DEFAUT}`;
  return `${sentence}${end}${ask}`;
}

const isForOrganisme = ({ regle }: Constat): boolean =>
  !INTERNES.includes(regle) && REGLES[regle].gravite !== 'information';

function constatsOf(reddition: Reddition, partie: Partie, constats: readonly Constat[]): Constat[] {
  const chemin = recuOf(reddition, partie)?.fichier.chemin;
  return constats.filter((c) => c.fichier === chemin && isForOrganisme(c));
}

/** Question of a code, as the form words it. */
function questionOf({ scene }: Redditions, code: string | null | undefined): string {
  const found = questionsOf(scene.definition).find((q) => q.code === code);
  if (!found) return '';
  return `${found.code} ${found.libelle}${isTableau(found) ? ' (tableau)' : ''}`;
}

function frontLines(all: Redditions, reddition: Reddition, own: readonly Constat[]): FrontLine[] {
  const groups = groupBy(own, (c) => questionOf(all, c.cellule) || 'Le formulaire');
  const { fonds, exercice } = toDossier(all.scene, reddition);
  return [
    { genre: 'titre', texte: 'À compléter' },
    {
      genre: 'texte',
      texte: `${fonds.nom}${fonds.fictif ? `. ${FICTIF}` : ''}. Projet ${reddition.projet.id}, exercice ${exercice.id}. Voici, question par question, ce qui manque ou reste à vérifier dans ce bilan. Corrigez dans ce document, enlevez cette page et renvoyez-le.`,
    },
    ...[...groups].flatMap(([texte, list]): FrontLine[] => [
      { genre: 'intertitre', texte },
      ...list.map((c): FrontLine => ({ genre: 'element', texte: sayToOrganisme(c) })),
    ]),
  ];
}

/** The file that came, with what is to mend in it; null when there is nothing, or when it cannot be written on. */
function annotated(
  all: Redditions,
  reddition: Reddition,
  partie: Partie,
  own: readonly Constat[],
): Uint8Array | null {
  const recu = recuOf(reddition, partie);
  if (!recu || own.length === 0) return null;
  try {
    if (partie === 'bilan')
      return addFrontPage(recu.fichier.bytes, frontLines(all, reddition, own));
    return annotateWorkbook(
      recu.fichier.bytes,
      own.map((c) => ({ ...remarqueOf(c), message: sayToOrganisme(c) })),
    );
  } catch (error) {
    if (error instanceof OfficeError) return null;
    throw error;
  }
}

const EXTENSIONS: Readonly<Record<Partie, string>> = { bilan: 'docx', budget: 'xlsx' };
const NOMS: Readonly<Record<Partie, string>> = { bilan: 'bilan Word', budget: 'budget Excel' };

function letterLines(
  all: Redditions,
  reddition: Reddition,
  constats: readonly Constat[],
): string[] {
  const etat = etatDe(reddition, all.au);
  const absent = PARTIES.filter((p) => recuOf(reddition, p) === null);
  const unread = reddition.recus.filter((r) => r.partie === null);
  return [
    `Projet ${reddition.projet.id}, exercice ${reddition.exercice.id}, à remettre au plus tard le ${formatDate(reddition.echeance)} (${sayDelai(etat)}).`,
    ...unread.map(
      (r) => `- Le fichier « ${r.fichier.nom} » ne se lit pas : renvoyez-le en Word ou en Excel.`,
    ),
    ...(unread.length > 0 ? [] : absent.map((p) => `- Le ${NOMS[p]} n’est pas arrivé.`)),
    ...PARTIES.flatMap((p) =>
      constatsOf(reddition, p, constats).map((c) => {
        const place =
          questionOf(all, c.cellule) || [c.feuille, c.cellule].filter(Boolean).join(' ');
        return `- ${NOMS[p].charAt(0).toUpperCase()}${NOMS[p].slice(1)}${place ? `, ${place}` : ''} : ${sayToOrganisme(c)}`;
      }),
    ),
  ];
}

const needsReturn = (
  all: Redditions,
  reddition: Reddition,
  constats: readonly Constat[],
): boolean => {
  const { etat } = etatDe(reddition, all.au);
  if (etat === 'acceptee' || reddition.recus.length === 0) return false;
  return etat !== 'complete' || PARTIES.some((p) => constatsOf(reddition, p, constats).length > 0);
};

/** Files to send back for an exercice: one letter an organisation, and its own files annotated. */
export function listRetours(
  all: Redditions,
  exercice: string,
  constats: readonly Constat[],
): Retour[] {
  const own = all.liste.filter((r) => r.exercice.id === exercice && needsReturn(all, r, constats));
  const organismeOf = (reddition: Reddition) => toDossier(all.scene, reddition).organisme;
  const files = own.flatMap((reddition) => {
    const organisme = organismeOf(reddition);
    return PARTIES.flatMap((partie): Retour[] => {
      const contenu = annotated(all, reddition, partie, constatsOf(reddition, partie, constats));
      const nom = `${reddition.projet.id}-${partie}-a-completer.${EXTENSIONS[partie]}`;
      return contenu ? [{ organisme, nom, contenu }] : [];
    });
  });
  const { nom, fictif } = all.scene.fonds;
  return [
    ...files,
    ...[...groupBy(own, organismeOf)].map(([organisme, reports]) => ({
      organisme,
      nom: 'message.txt',
      contenu: letter(
        organisme,
        fictif ? `${nom} (${FICTIF})` : nom,
        reports.map((r) => letterLines(all, r, constats).join('\n')),
      ),
    })),
  ];
}

const letter = (organisme: string, fonds: string, parts: readonly string[]): string =>
  [
    `Bonjour,`,
    '',
    `Voici où en est la reddition de comptes de ${organisme} auprès de ${fonds}.`,
    '',
    parts.join('\n\n'),
    '',
    'Les fichiers joints disent, à chaque endroit, ce qui est à compléter. Merci de les renvoyer corrigés.',
    '',
  ].join('\n');
