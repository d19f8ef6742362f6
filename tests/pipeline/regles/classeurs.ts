/** Rules of workbooks: what a file is, which sheets it holds, and what lies in and around their tables. */
import { ENTRIES_MAX } from '../../../pipelines/lib/xlsx/read';
import type { FeuilleId } from '../../../pipelines/sources/kind';
import { change, PROPRE, RegistreFund, workbookOf } from '../lib/registre';
import { ENTETES, NOMS } from '../lib/registre-entetes';
import { type Fixture, type Fixtures, type Make, registre } from './fixture';
import { erreur, feuilles, formule, Livre, nombre, texte } from './livre';
import { m } from './cellules';

/** A fund whose register is a file of these bytes. */
const fichier =
  (bytes: () => Uint8Array, nom = 'registre.xlsx'): Make =>
  (root) => {
    const fund = new RegistreFund(root, null);
    fund.receiveWorkbook(bytes(), nom);
    return { public: fund.folder, prive: `${root}/prive` };
  };

type Patch = (livre: Livre) => Livre;

const livre = (patch: Patch): Make => fichier(() => patch(new Livre()).bytes);

const deux = (echoue: Patch, ou: string | null, passe: Patch): Fixture => ({
  echoue: livre(echoue),
  ou,
  passe: livre(passe),
});

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const locked = () =>
  Buffer.concat([OLE2, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);

function fillTo(count: number): Uint8Array {
  const whole = new Livre();
  for (let i = whole.nombre; i < count; i++) whole.poser(`xl/media/${i}.png`, '');
  return whole.bytes;
}

const FICHIER: Fixtures = {
  'classeur-protege': {
    echoue: fichier(locked),
    ou: null,
    passe: livre((l) => l.apres('octrois', '<sheetProtection password="CC1A" sheet="1"/>')),
  },
  'classeur-illisible': {
    echoue: fichier(() => workbookOf(PROPRE).subarray(0, -100)),
    ou: null,
    passe: livre((l) => l.poser('docProps/inconnu.xml', 'pas du XML')),
  },
  'classeur-autre-format': {
    echoue: fichier(() => Buffer.from('Numéro;Montant\r\n1;12,50\r\n')),
    ou: null,
    passe: fichier(() => workbookOf(PROPRE), 'registre.xls'),
  },
  'classeur-demesure': {
    echoue: fichier(() => fillTo(ENTRIES_MAX + 1)),
    ou: null,
    passe: fichier(() => fillTo(ENTRIES_MAX)),
  },
  'classeur-macros': deux(
    (l) => l.poser('xl/vbaProject.bin', 'x'),
    null,
    (l) => l.poser('xl/media/vbaProject.png', 'x'),
  ),
};

const sansNom = (cible: FeuilleId, nom: string) =>
  feuilles((sheet, id) => [id === cible ? { ...sheet, nom } : sheet]);
const avecCopie = (cible: FeuilleId, nom: string) =>
  feuilles((sheet, id) => (id === cible ? [sheet, { ...sheet, nom }] : [sheet]));
const enPlus = (...noms: readonly string[]) =>
  feuilles((sheet, id) => [
    sheet,
    ...(id === 'annonces'
      ? noms.map((nom) => ({ type: 'texte' as const, nom, texte: ['Pour moi'] }))
      : []),
  ]);
const masquee = (nom: string) => (l: Livre) =>
  l.remplacer('xl/workbook.xml', `<sheet name="${nom}"`, `<sheet state="hidden" name="${nom}"`);

const SHEETS: Fixtures = {
  'feuille-absente': {
    echoue: fichier(() => sansNom('versements', 'Dépenses')),
    ou: null,
    passe: fichier(() => sansNom('versements', ' PAIEMENTS')),
  },
  'feuille-double': {
    echoue: fichier(() => avecCopie('versements', 'Paiements')),
    ou: null,
    passe: fichier(() => avecCopie('versements', 'Versements 2022')),
  },
  'feuille-inconnue': {
    echoue: fichier(() => enPlus('Brouillon')),
    ou: null,
    passe: fichier(() => enPlus('Mode d’emploi', 'Listes', 'Constats', 'Constats 2')),
  },
  'feuille-masquee': {
    echoue: livre(masquee('Versements')),
    ou: null,
    passe: fichier(() => masquee('Listes')(new Livre(enPlus('Listes'))).bytes),
  },
  'feuille-vide': {
    echoue: registre({ ...PROPRE, enveloppes: [], octrois: [] }),
    ou: null,
    passe: registre({ ...PROPRE, versements: [], demandes: [], indicateurs: [] }),
  },
};

const mergeOf = (range: string) => `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`;
const titled: Patch = (l) => l.descendre('octrois', 2).titre('octrois', 'A1', texte('Octrois'));
const hiddenColumn = (number: number) => (l: Livre) =>
  l.feuille(
    'octrois',
    '</cols>',
    `<col min="${number}" max="${number}" width="9" hidden="1"/></cols>`,
  );

const HIDDEN: Fixtures = {
  'lignes-masquees': deux(
    (l) => l.rangee('octrois', 3, 'hidden="1"'),
    'Octrois!A3',
    (l) => titled(l).rangee('octrois', 1, 'hidden="1"'),
  ),
  'colonnes-masquees': deux(
    (l) => l.feuille('octrois', '<col min="7" max="7"', '<col min="7" max="7" hidden="1"'),
    'Octrois!G1',
    hiddenColumn(12),
  ),
  'cellules-fusionnees': deux(
    (l) => l.apres('octrois', mergeOf('D3:D4')),
    'Octrois!D3',
    (l) => titled(l).apres('octrois', mergeOf('A1:I1')),
  ),
};

const atRow =
  (line: number): Patch =>
  (l) =>
    l.descendre('octrois', line - 1);

const AROUND: Fixtures = {
  'entete-introuvable': deux(atRow(41), null, atRow(40)),
  'lignes-avant-tableau': deux(titled, null, atRow(3)),
  'note-hors-tableau': deux(
    (l) => l.cellule('octrois', 'A9', texte('Vu par Léa')),
    'Octrois!A9',
    (l) => l.cellule('octrois', 'A9', texte('   ')),
  ),
};

const total =
  (somme: string): Patch =>
  (l) =>
    l.cellule('octrois', 'C7', texte('TOTAL')).cellule('octrois', 'G7', nombre(somme));

const TOTALS: Fixtures = {
  'ligne-de-total': {
    echoue: livre(total('210000.16')),
    ou: 'Octrois!C7',
    passe: registre(change(PROPRE, 'projets', 0, { Titre: 'Total de nos forces' })),
  },
  'total-de-feuille': deux(total('210000.17'), 'Octrois!G7', total('210000.16')),
};

const dated: Patch = (l) => l.cellule('octrois', 'G4', nombre('75000', l.styleDe('octrois', 'E4')));

const CELLS: Fixtures = {
  'formule-sans-valeur': deux(
    (l) => l.cellule('octrois', 'G4', formule('75000+0.01')),
    'Octrois!G4',
    (l) => l.cellule('octrois', 'G4', formule('75000+0.01', '75000.01')),
  ),
  'cellule-en-erreur': deux(
    (l) => l.cellule('octrois', 'G4', erreur('#REF!')),
    'Octrois!G4',
    (l) => l.cellule('octrois', 'K4', erreur('#REF!')),
  ),
  'lien-externe': deux(
    (l) => l.cellule('octrois', 'G4', formule('[1]Calculs!B3', '75000.01')),
    'Octrois!G4',
    (l) => l.cellule('octrois', 'G4', formule('Versements!E5*2', '75000.01')),
  ),
  'liens-externes': deux(
    (l) => l.lier('externalLink', 'externalLinks/externalLink1.xml'),
    null,
    (l) => l.lier('theme', 'theme/theme1.xml'),
  ),
  'format-inattendu': {
    echoue: livre(dated),
    ou: 'Octrois!G4',
    passe: registre(
      change(change(PROPRE, 'octrois', 2, { 'Montant accordé': '75000.01' }), 'octrois', 0, {
        Résolution: m('2110'),
      }),
    ),
  },
};

/** A sheet of the register whose headings a function changes. */
const entetes = (id: FeuilleId, titres: (before: readonly string[]) => readonly string[]) =>
  fichier(() =>
    feuilles((sheet, own) => {
      if (own !== id) return [sheet];
      const colonnes = titres(ENTETES[id]).map((titre) => ({
        ...{ titre, largeur: 18, format: 'texte' as const },
      }));
      return [{ ...sheet, colonnes }];
    }),
  );

const renamed = (from: string, to: string) => (before: readonly string[]) =>
  before.map((titre) => (titre === from ? to : titre));

/** Headings of a sheet of the register; those of public facts are beside their files. */
export const ENTETES_DE_FEUILLE: Fixtures = {
  'colonne-non-lue': {
    echoue: entetes('octrois', (titres) => [...titres, 'Humeur']),
    ou: `${NOMS.octrois}!J1`,
    passe: entetes('octrois', renamed('Date de décision', ' date  DE_decision ')),
  },
  'entete-inconnu': {
    echoue: entetes('octrois', renamed('Résolution', 'Résolutoin')),
    ou: 'Octrois!F1',
    passe: entetes('octrois', renamed('Note', 'Remarque de Léa')),
  },
  'entete-double': {
    echoue: entetes('octrois', (titres) => [...titres, 'Somme accordée']),
    ou: 'Octrois!J1',
    passe: entetes('octrois', (titres) => [...titres, 'Somme demandée']),
  },
  'entete-absent': {
    echoue: entetes('octrois', renamed('Bailleur', 'Qui paie')),
    ou: null,
    passe: entetes('octrois', renamed('Annonce', "NUMERO D'ANNONCE")),
  },
};

export const CLASSEURS: Fixtures = {
  ...FICHIER,
  ...SHEETS,
  ...HIDDEN,
  ...AROUND,
  ...TOTALS,
  ...CELLS,
};
