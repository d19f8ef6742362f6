/** A register with dozens of findings of all severities, among them words that would harm a report. */
import { change, PROPRE, type Rangee, type Registre, workbookOf } from '../lib/registre';
import { formule, Livre, nombre, texte } from '../regles/livre';

/** Texts that a spreadsheet would run, or a page would read as its own. */
export const DANGERS = [
  '=HYPERLINK("http://x","y")',
  '+1',
  '-2',
  '@SUM(A1)',
  '\t=1+1',
  '\rune suite',
  '<script>alert("a")</script>',
  `"deux" & 'un' ; <b>`,
] as const;

const LONG = `Un libellé sans fin ${'trèslongmotsansespace'.repeat(12)}`;

const dangerous = DANGERS.slice(0, 7).map((label, i) => [i, label] as const);

/** Changes to cells, by sheet and row. */
const CHANGES: readonly (readonly [keyof Registre, number, Rangee])[] = [
  ...dangerous.map(([i, label]) => ['enveloppes', i, { Territoire: label }] as const),
  ['apports', 0, { Montant: '12 sous', Nature: 'Don' }],
  ['apports', 1, { Date: 'au printemps' }],
  ['apports', 2, { Cycle: 'Cycle 2' }],
  ['demandes', 0, { Décision: 'Peut-être' }],
  ['demandes', 1, { 'Montant demandé': 'beaucoup', 'Date de décision': 'hier' }],
  ['demandes', 3, { Territoire: 'Ailleurs', Priorité: 'Rêver' }],
  ['organismes', 1, { 'Territoire du siège': LONG }],
  ['projets', 0, { Territoire: DANGERS[7] }],
  ['projets', 1, { Organisme: '', Titre: '' }],
  ['projets', 2, { 'MRC touchées': 'Ici; là' }],
  ['projets_priorites', 0, { Part: 'la moitié' }],
  ['projets_priorites', 1, { Priorité: 'Rêver' }],
  ['octrois', 1, { 'Montant accordé': '1.234' }],
  ['octrois', 2, { 'Date de décision': '03/04/2022' }],
  ['octrois', 3, { 'Date de décision': '', Nature: DANGERS[1] }],
  ['octrois', 4, { Numéro: 'OCT-1' }],
  ['versements', 0, { 'Montant versé': '', Projet: '' }],
  ['versements', 1, { 'Date du versement': '2022-13-01' }],
  ['indicateurs', 0, { Cible: 'beaucoup' }],
  ['annonces', 0, { Précision: 'Environ', 'Nombre de projets': 'deux' }],
];

const spoiled = () =>
  CHANGES.reduce((rows, [feuille, i, cells]) => change(rows, feuille, i, cells), PROPRE);

/** Hidden rows and columns, a note, totals right and wrong, a formula without value, an unread column. */
export const touffu = (): Uint8Array =>
  new Livre(workbookOf(spoiled()))
    .rangee('versements', 3, 'hidden="1"')
    .feuille('enveloppes', '<col min="4" max="4"', '<col min="4" max="4" hidden="1"')
    .cellule('apports', 'D5', texte('Total'))
    .cellule('apports', 'F5', nombre('1'))
    .cellule('apports', 'A8', texte('Vu par Léa'))
    .cellule('appels', 'G1', texte('Humeur'))
    .cellule('demandes', 'H4', formule('SUM(H2:H3)'))
    .cellule('demandes', 'H6', formule('[1]Budget!A1', '15000.33')).bytes;
