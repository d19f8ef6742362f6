/** Mistakes that people make in a workbook, as the hand makes them, and the finding that each must give. */
import { pathToFileURL } from 'node:url';
import type { Edit } from '../../lib/office';

export interface Plantee {
  readonly quoi: string;
  readonly gestes: readonly Edit[];
  /** Rule, sheet and cell. */
  readonly constat: string;
}

const plantee = (quoi: string, constat: string, ...gestes: Edit[]): Plantee => ({
  ...{ quoi, constat, gestes },
});

const at = (feuille: string, cellule: string, rest: Partial<Edit>): Edit => ({
  ...{ feuille, cellule },
  ...rest,
});

/** Found while sheets and cells are read, all in one run. */
export const LECTURE = (autre: string): readonly Plantee[] => [
  plantee(
    'an amount with letters',
    'montant-illisible Enveloppes G2',
    at('Enveloppes', 'G2', { format: '@', saisie: '300 000 $ env.' }),
  ),
  plantee(
    'an amount of three decimals',
    'montant-illisible Enveloppes G3',
    at('Enveloppes', 'G3', { saisie: '200000,505' }),
  ),
  plantee(
    'a total that is wrong',
    'total-de-feuille Enveloppes G9',
    at('Enveloppes', 'D9', { saisie: 'Total' }),
    at('Enveloppes', 'G9', { saisie: '999,00' }),
  ),
  plantee('a total at all', 'ligne-de-total Enveloppes D9'),
  plantee('merged cells in the table', 'cellules-fusionnees Apports B2', {
    feuille: 'Apports',
    fusionner: 'B2:B3',
  }),
  plantee('a column hidden', 'colonnes-masquees Appels C1', {
    feuille: 'Appels',
    masquerColonne: 'C',
  }),
  plantee(
    'a percentage for an amount',
    'format-inattendu Demandes H2',
    at('Demandes', 'H2', { format: '0%', saisie: '50 %' }),
  ),
  plantee(
    'an amount that became a date',
    'format-inattendu Demandes H3',
    at('Demandes', 'H3', { format: 'yyyy\\-mm\\-dd', valeur: 60_000 }),
  ),
  plantee(
    'a day that may be another',
    'date-ambigue Demandes G4',
    at('Demandes', 'G4', { format: '@', saisie: '10/09/2021' }),
  ),
  plantee(
    'a note below the table',
    'note-hors-tableau Organismes A7',
    at('Organismes', 'A7', { saisie: 'Vérifié en assemblée' }),
  ),
  plantee(
    'a heading gone, above a column that holds something',
    'colonne-non-lue Organismes C1',
    at('Organismes', 'C1', { saisie: '' }),
  ),
  plantee(
    'a name left out',
    'valeur-absente Organismes B3',
    at('Organismes', 'B3', { saisie: '' }),
  ),
  plantee(
    'a territory misspelt',
    'libelle-inconnu Projets E2',
    at('Projets', 'E2', { saisie: 'Val-Cendrée' }),
  ),
  plantee(
    'a title above the table',
    'lignes-avant-tableau Projets-priorités',
    { feuille: 'Projets-priorités', insererRangee: 1 },
    at('Projets-priorités', 'A1', { saisie: 'Priorités de nos projets' }),
  ),
  plantee(
    'a day that does not exist',
    'date-impossible Octrois E2',
    at('Octrois', 'E2', { saisie: '2021-02-30' }),
  ),
  plantee(
    'a formula in error',
    'cellule-en-erreur Octrois G3',
    at('Octrois', 'G3', { formule: '=1/0' }),
  ),
  plantee('a row hidden', 'lignes-masquees Versements A3', {
    feuille: 'Versements',
    masquerRangee: 3,
  }),
  plantee(
    'a row pasted twice',
    'doublon Versements A6',
    ...[
      ['A6', 'VER-1'],
      ['B6', 'P-1'],
      ['C6', 'Bureau des brumes'],
      ['D6', '2021-12-20'],
      ['E6', '40000,00'],
    ].map(([cellule = '', saisie = '']) => at('Versements', cellule, { saisie })),
  ),
  plantee(
    'a value that another workbook holds',
    'lien-externe Versements E4',
    at('Versements', 'E4', { formule: `='${pathToFileURL(autre).href}'#$Versements.E4` }),
  ),
  plantee('a link to another workbook', 'liens-externes'),
  plantee('a sheet renamed', 'feuille-absente Indicateurs', {
    feuille: 'Indicateurs',
    renommer: 'Cibles 2024',
  }),
  plantee('a sheet hidden', 'feuille-masquee Annonces', {
    feuille: 'Annonces',
    masquerFeuille: true,
  }),
];

/** Found once every cell is read, all in one run. */
export const CONTENU = (): readonly Plantee[] => [
  plantee(
    'a transfer whose two cents were swapped',
    'virement-desequilibre Enveloppes G5',
    at('Enveloppes', 'G6', { saisie: '40000,52' }),
  ),
  plantee(
    'a year typed wrong',
    'date-posterieure Apports E3',
    at('Apports', 'E3', { saisie: '2031-12-15' }),
  ),
  plantee(
    'an application refused without a date',
    'demande-sans-date Demandes J5',
    at('Demandes', 'J5', { saisie: '' }),
  ),
  plantee(
    'one organisation entered twice',
    'organisme-en-double Organismes B5',
    at('Organismes', 'A5', { saisie: 'ORG-4' }),
    at('Organismes', 'B5', { saisie: 'MAISON du Heron' }),
  ),
  plantee(
    'a project that ends before it begins',
    'dates-inversees Projets H3',
    at('Projets', 'H3', { saisie: '2021-11-01' }),
  ),
  plantee(
    'an address in words that are published',
    'renseignement-personnel Projets I2',
    at('Projets', 'I2', { saisie: 'Écrire à lea@exemple.org' }),
  ),
  plantee(
    'a project without a decision',
    'projet-sans-octroi Projets A5',
    ...[
      ['A5', 'P-4'],
      ['B5', 'Cycle 2021-2026'],
      ['C5', 'Le grand pont'],
      ['D5', 'ORG-2'],
      ['E5', 'Rive-aux-Hérons'],
      ['G5', '2022-01-01'],
      ['H5', '2022-12-31'],
    ].map(([cellule = '', saisie = '']) => at('Projets', cellule, { saisie })),
  ),
  plantee(
    'shares that do not add up',
    'parts-priorites Projets-priorités C4',
    at('Projets-priorités', 'C3', { saisie: '34' }),
  ),
  plantee(
    'a project that does not exist',
    'reference-orpheline Octrois B5',
    at('Octrois', 'B5', { saisie: 'P-11' }),
  ),
  plantee(
    'an instalment over the grant',
    'versements-superieurs Versements E2',
    at('Versements', 'E2', { saisie: '90000,00' }),
  ),
  plantee(
    'a payment below zero',
    'montant-negatif Versements E5',
    at('Versements', 'E5', { saisie: '-37500,00' }),
  ),
  plantee(
    'an announced total with two figures swapped',
    'controle-ecart Annonces H2',
    at('Annonces', 'H2', { saisie: '140000,52' }),
  ),
];
