/** The first sheet of the workbook: how to fill it in, for people who live in Excel. */
import { FICTIF } from '../../src/lib/domain/fictif';
import { titreOf } from '../sources/kind';
import { registre } from '../sources/registre';
import { unbroken } from '../lib/phrase';
import type { Listes } from './listes';

const withSmallStart = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const describeSheets = (): string[] =>
  registre.map((kind) => `${titreOf(kind)} : ${withSmallStart(kind.feuille.aide)}`);

const start = ({ nom, fictif }: Listes['fonds']) => [
  `Registre : ${nom}`,
  ...(fictif ? [`${FICTIF} : tout ce que ce classeur contient est inventé.`] : []),
  'Ce classeur tient le registre du fonds : les sommes qui lui sont confiées, celles qu’on lui demande, celles qu’il accorde et celles qu’il verse. Remplissez ses onze feuilles de gauche à droite. Une feuille dont vous n’avez pas l’usage reste vide ; ne la retirez pas.',
];

const cells = [
  'Écrire dans une cellule',
  'Cliquez sur une cellule : une bulle dit ce qu’elle attend. « Obligatoire » veut dire que la ligne est refusée si la cellule est vide.',
  'Dates : année, mois, jour, par exemple 2026-03-31.',
  'Montants : en chiffres, avec les cents, par exemple 12345,67. Le signe de dollar n’est pas nécessaire. Une somme qui baisse s’écrit avec un signe moins devant : -2500,00.',
  'Listes : choisissez dans la liste déroulante plutôt que d’écrire. Les listes de territoires, de priorités, de cycles et de bailleurs viennent des fichiers du fonds ; un nom qui n’y est pas doit d’abord y être ajouté.',
  'Numéros : chaque ligne a le sien, unique dans sa feuille, par exemple P-001. Il ne change plus une fois donné : les autres feuilles s’en servent.',
  'Renseignements personnels : n’écrivez nulle part le nom, le courriel, le téléphone ou l’adresse d’une personne. Les titres et les descriptions sont publiés.',
];

const changes = [
  'Modifier une somme ou corriger une erreur',
  'Amendement : ne touchez pas à la ligne de la première décision. Ajoutez à la feuille Octrois une ligne de nature « Amendement », avec la différence seulement, sa date et sa résolution. La différence est négative si la somme baisse.',
  'Virement entre deux territoires : ajoutez à la feuille Enveloppes deux lignes de même date, l’une négative, l’autre positive, dont la somme est zéro.',
  'Erreur de saisie : corrigez la cellule, puis déposez le classeur de nouveau. Si la valeur a déjà été publiée, inscrivez plutôt la correction dans corrections/corrections.csv : l’ancienne valeur et la nouvelle restent alors visibles, avec le motif.',
];

const shape = [
  'Ce qui ne doit pas changer',
  'Ne renommez ni les feuilles ni les en-têtes, et n’écrivez rien au-dessus de la première ligne. Une ligne = une chose : pas de sous-total, pas de cellules fusionnées, pas de couleur qui voudrait dire quelque chose.',
  'Vous pouvez ajouter des colonnes à vous, avec leur propre en-tête : elles ne sont pas publiées.',
];

const depotOf = ({ id, fictif }: Listes['fonds']) =>
  fictif ? `data/${id}/prive/recu/registre/` : `prive/${id}/recu/registre/`;

const deposit = (fonds: Listes['fonds']) => [
  'Déposer le registre et lire les constats',
  `Enregistrez le classeur au format .xlsx, sans mot de passe, sous le nom registre.xlsx, dans le dossier ${depotOf(fonds)}. Inscrivez sa nouvelle empreinte dans source.yaml, à côté de lui : data/LISEZMOI.md dit comment.`,
  `Lancez ensuite : npm run donnees -- --fonds ${fonds.id}.`,
  'Un constat dit ce qui ne va pas : le fichier, la feuille et la cellule, la valeur lue, puis ce qu’il faut faire. Un constat bloquant arrête tout, et ce qui était publié reste en place. Un avertissement ou une information n’arrête rien.',
];

/** The sentences of the sheet: a title, headings, paragraphs. */
export const buildModeEmploi = ({ fonds }: Listes): string[] =>
  [
    ...start(fonds),
    'Les onze feuilles',
    ...describeSheets(),
    ...cells,
    ...changes,
    ...shape,
    ...deposit(fonds),
  ].map(unbroken);
