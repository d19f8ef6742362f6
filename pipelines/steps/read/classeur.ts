/** A workbook of the register: which sheet is which, and what cannot be read as one. */
import leven from 'leven';
import type { Journal } from '../../lib/constats';
import type { SheetRead, WorkbookRead } from '../../../src/lib/xlsx/workbook';
import { readWorkbook } from '../../lib/xlsx/read';
import { type SheetKind, titreOf } from '../../sources/kind';
import { FEUILLE_LISTES, FEUILLE_MODE_EMPLOI, registre } from '../../sources/registre';
import type { WorkbookSnapshot } from '../snapshot';
import { foldWords } from '../../lib/fold';
import type { ReadTable } from './table';
import { readTableau } from './tableau';

const FEUILLE_CONSTATS = /^constats( \d+)?$/;

const foldSheet = (nom: string) => foldWords(nom).replace(/[-–—\s]+/g, ' ');
const namesOf = ({ feuille }: SheetKind) => feuille.noms.map(foldSheet);
/** Names that any sheet of the register may have. */
const KNOWN = registre.flatMap(namesOf);

const isOwn = (nom: string) =>
  [FEUILLE_MODE_EMPLOI, FEUILLE_LISTES].map(foldSheet).includes(foldSheet(nom)) ||
  FEUILLE_CONSTATS.test(foldSheet(nom));

interface Scene {
  readonly file: WorkbookSnapshot;
  readonly classeur: WorkbookRead;
  readonly journal: Journal;
}

/** The sheet of a kind; a missing one names the unknown sheet that looks most like it. */
function findSheet({ file, classeur, journal }: Scene, kind: SheetKind): SheetRead | null {
  const found = classeur.feuilles.filter((f) => namesOf(kind).includes(foldSheet(f.nom)));
  const [sheet, other] = found;
  const fichier = file.chemin;
  if (other)
    journal.add({
      regle: 'feuille-double',
      fichier,
      feuille: other.nom,
      message: `les feuilles « ${found.map((f) => f.nom).join(' » et « ')} » donnent la même table : gardez-en une`,
    });
  if (sheet) return other ? null : sheet;
  const near = classeur.feuilles
    .filter((f) => !KNOWN.includes(foldSheet(f.nom)) && !isOwn(f.nom))
    .map((f) => ({ nom: f.nom, away: leven(foldSheet(f.nom), foldSheet(titreOf(kind))) }))
    .sort((a, b) => a.away - b.away)[0];
  const hint = near
    ? ` : si c’est « ${near.nom} », redonnez-lui ce nom ; sinon, ajoutez-la`
    : ' : ajoutez-la';
  journal.add({
    regle: 'feuille-absente',
    fichier,
    feuille: titreOf(kind),
    message: `la feuille « ${titreOf(kind)} » manque${hint}, même vide, avec ses en-têtes`,
  });
  return null;
}

/** The name of a sheet of one's own is a value like another: it may name someone, and is not published. */
function sayUnknown({ file, classeur, journal }: Scene): void {
  for (const { nom } of classeur.feuilles)
    if (!KNOWN.includes(foldSheet(nom)) && !isOwn(nom))
      journal.add({
        regle: 'feuille-inconnue',
        fichier: file.chemin,
        valeur: nom,
        message: 'cette feuille n’est pas du registre : elle n’est pas lue',
      });
  if (classeur.liensExternes)
    journal.add({
      regle: 'liens-externes',
      fichier: file.chemin,
      message:
        'ce classeur est lié à d’autres classeurs, qui ne sont jamais ouverts : rompez les liens (Données, Modifier les liens)',
    });
}

function readSheet(scene: Scene, kind: SheetKind): ReadTable[] {
  const sheet = findSheet(scene, kind);
  if (!sheet) return [];
  const { file, journal } = scene;
  if (sheet.masquee)
    journal.add({
      regle: 'feuille-masquee',
      fichier: file.chemin,
      feuille: sheet.nom,
      message: 'cette feuille est masquée, ses lignes sont lues quand même : affichez-la',
    });
  const table = readTableau({ file, kind, nom: sheet.nom, ignores: [] }, sheet, journal);
  return [table];
}

/** Every table of a register's workbook; a workbook that cannot be opened is one finding. */
export function readClasseur(file: WorkbookSnapshot, journal: Journal): ReadTable[] {
  const result = readWorkbook(file.bytes);
  if (!result.ok) {
    const { regle, message } = result;
    journal.add({ regle, fichier: file.chemin, message });
    return [];
  }
  const scene: Scene = { file, classeur: result.classeur, journal };
  sayUnknown(scene);
  return registre.flatMap((kind) => readSheet(scene, kind));
}
