/** Reads the Word form of a report: each answer by its question, and what stands where it should not. */
import { findReferences } from '../../../src/lib/domain/reddition';
import type { RegleId } from '../../../src/lib/domain/regles/index';
import type { Cellule, Contenu, DocumentRead, Rangee } from '../../lib/docx/document';
import { textOf } from '../../lib/docx/document';
import {
  type ChampForm,
  type ColonneForm,
  type Definition,
  isTableau,
  type QuestionForm,
  questionsOf,
  type SectionForm,
  type TableauForm,
} from '../definition';
import { type Attendu, parseReponse } from '../parse';
import type { FormulaireLu, Remarque, ReponseLue } from '../reponses';
import { INVITE } from './codes';
import { type Libre, locate, type Trouve } from './locate';
import { flatten, isOwnText, leftOver, questionParts } from './texts';

interface Placed {
  readonly section: SectionForm;
  readonly question: QuestionForm;
}

const INVITES = new Set<string>(Object.values(INVITE).map(flatten));

/** What a person put there: what a control still calls its invitation, when it is another one. */
function shownIn({ texte, invite }: Contenu): string {
  const typed = INVITES.has(flatten(invite)) ? '' : invite;
  return [texte, typed].filter((t) => t.trim() !== '').join('\n');
}

/** Without the boxes that nobody ticked. */
const written = (shown: string): string => shown.replace(/☐[^\n☐☒]*/g, '').trim();

class Reading {
  readonly reponses: ReponseLue[] = [];
  readonly remarques: Remarque[] = [];
  readonly questions = new Set<string>();

  note(
    { section, question }: Placed,
    regle: RegleId,
    valeur: string | null,
    message: string,
  ): void {
    const place = { feuille: section.titre, cellule: question.code };
    this.remarques.push({ regle, ...place, valeur, message });
  }

  /** Notes what is odd about the place of an answer, whatever the answer. */
  inspect(placed: Placed, contenus: readonly Contenu[]): void {
    const { libelle } = placed.question;
    if (contenus.some((c) => c.images > 0))
      this.note(
        placed,
        'reponse-image',
        null,
        `« ${libelle} » : une image est collée dans la case et n’est pas lue ; demandez la réponse en texte`,
      );
    if (!contenus.some((c) => c.suivi)) return;
    const gone = contenus
      .map((c) => c.supprime)
      .filter(Boolean)
      .join(' ');
    this.note(
      placed,
      'reponse-suivi',
      gone || null,
      `« ${libelle} » : des modifications suivies sont lues comme acceptées${gone ? ', et le texte supprimé comme retiré' : ''} ; vérifiez la réponse`,
    );
  }

  take(
    placed: Placed,
    id: string,
    rang: number,
    attendu: Attendu,
    shown: string,
    quoi: string,
  ): void {
    const lue = parseReponse(attendu, shown);
    if (!lue.ok)
      return this.note(placed, lue.regle, written(shown), `« ${quoi} » : ${lue.message}`);
    if (lue.valeur === null) return;
    const place = { feuille: placed.section.titre, cellule: placed.question.code };
    this.reponses.push({ question: id, rang, valeur: lue.valeur, partie: 'bilan', ...place });
  }
}

function readChamp(reading: Reading, placed: Placed, champ: ChampForm, { reponse }: Trouve): void {
  const type = champ.prerempli ? 'texte' : champ.type;
  const shown = reponse.map(shownIn).filter(Boolean).join('\n');
  reading.inspect(placed, reponse);
  reading.take(placed, champ.id, 0, { type, choix: champ.choix }, shown, champ.libelle);
}

/** Column of the form at each cell of a table, by its title; null when the first row has no titles. */
function columnsAt(
  { colonnes }: TableauForm,
  titles: Rangee | undefined,
): readonly (ColonneForm | null)[] | null {
  const texts = (titles?.cellules ?? []).map((c) => flatten(c.texte).toLowerCase());
  const found = texts.map(
    (t) => colonnes.find((c) => flatten(c.libelle).toLowerCase() === t) ?? null,
  );
  return found.some((c) => c !== null) ? found : null;
}

const isBlank = ({ cellules, supprimee }: Rangee): boolean =>
  supprimee || cellules.every((c) => shownIn(c).trim() === '' && c.images === 0);

function readTableau(
  reading: Reading,
  placed: Placed,
  tableau: TableauForm,
  { suite }: Trouve,
): void {
  const columns = columnsAt(tableau, suite[0]);
  const rows = columns ? suite.slice(1) : suite;
  rows
    .filter((r) => !isBlank(r))
    .forEach(({ cellules }, index) => {
      reading.inspect(placed, cellules);
      cellules.forEach((cellule, rank) => {
        const colonne = (columns ?? tableau.colonnes)[rank];
        const shown = shownIn(cellule);
        if (colonne) readCell(reading, placed, tableau, colonne, index + 1, shown);
        else if (shown.trim() !== '') tellOutside(reading, placed, shown);
      });
    });
}

function readCell(
  reading: Reading,
  placed: Placed,
  tableau: TableauForm,
  colonne: ColonneForm,
  rang: number,
  shown: string,
): void {
  const quoi = `${tableau.libelle}, ligne ${rang}, ${colonne.libelle}`;
  const { type, choix } = colonne;
  reading.take(placed, `${tableau.id}.${colonne.id}`, rang, { type, choix }, shown, quoi);
}

function tellOutside(reading: Reading, placed: Placed, text: string): void {
  const message = `« ${placed.question.libelle} » : ce texte est hors de la case ; recopiez-le dedans s’il est la réponse`;
  reading.note(placed, 'reponse-hors-case', text.trim(), message);
}

/** A question's own cell holds its words alone: what was added to them may be the answer. */
function checkQuestion(reading: Reading, placed: Placed, cellule: Cellule | null): void {
  if (cellule === null) return;
  const rest = leftOver(cellule.texte, questionParts(placed.question));
  if (rest !== '') tellOutside(reading, placed, rest);
  if (cellule.images > 0) reading.inspect(placed, [cellule]);
}

function readFound(reading: Reading, placed: Placed, trouve: Trouve, isCurrent: boolean): void {
  const { question } = placed;
  if (reading.questions.has(question.id))
    return reading.note(
      placed,
      'question-double',
      trouve.reponse.map(shownIn).join(' ') || null,
      `« ${question.libelle} » est là deux fois : la première réponse est lue ; gardez-en une`,
    );
  reading.questions.add(question.id);
  if (isCurrent) checkQuestion(reading, placed, trouve.question);
  if (isTableau(question)) readTableau(reading, placed, question, trouve);
  else readChamp(reading, placed, question, trouve);
}

const placedOf = ({ bilan }: Definition): Map<string, Placed> =>
  new Map(
    bilan.sections.flatMap((section) =>
      section.questions.map((question) => [question.code, { section, question }] as const),
    ),
  );

/** Text and images that a person put between the tables. */
function readLibres(
  reading: Reading,
  fonds: string,
  definition: Definition,
  libres: readonly Libre[],
  placed: ReadonlyMap<string, Placed>,
): void {
  const [first] = placed.values();
  for (const { contenu, apres } of libres) {
    const near = (apres === null ? undefined : placed.get(apres)) ?? first;
    if (!near) continue;
    if (contenu.images > 0) reading.inspect(near, [contenu]);
    const shown = shownIn(contenu);
    if (!isOwnText(definition, fonds, shown)) tellOutside(reading, near, shown);
  }
}

function tellAbsent(reading: Reading, placed: ReadonlyMap<string, Placed>): void {
  for (const one of placed.values())
    if (!reading.questions.has(one.question.id) && !isPrefilled(one.question))
      reading.note(
        one,
        'question-absente',
        null,
        `« ${one.question.libelle} » n’est plus dans le formulaire : demandez la réponse à part`,
      );
}

const isPrefilled = (q: QuestionForm) => !isTableau(q) && q.prerempli !== undefined;

/** Reads a document as the Word form of a report; `fonds` is the name of the fund, which the form shows. */
export function readBilan(
  definition: Definition,
  fonds: string,
  document: DocumentRead,
): FormulaireLu {
  const whole = [textOf(document.corps), ...document.marges].join('\n');
  const references = findReferences(whole);
  const isCurrent =
    references.length > 0 && references.every((r) => r.version === definition.version);
  const placed = placedOf(definition);
  const tableaux = new Set(
    questionsOf(definition)
      .filter(isTableau)
      .map((q) => q.code),
  );
  const { trouves, libres } = locate(document.corps, tableaux);
  const reading = new Reading();
  for (const trouve of trouves) {
    const own = placed.get(trouve.code);
    if (own) readFound(reading, own, trouve, isCurrent);
    else reading.remarques.push(unknownQuestion(trouve));
  }
  if (isCurrent) readLibres(reading, fonds, definition, libres, placed);
  if (trouves.length > 0) tellAbsent(reading, placed);
  if (document.liensExternes) reading.remarques.push(LIEN_EXTERNE);
  const { reponses, remarques } = reading;
  return {
    ...{ partie: 'bilan', references, modifie: document.modifie, reponses, calcules: [] },
    remarques,
  };
}

const LIEN_EXTERNE: Remarque = {
  regle: 'reddition-lien-externe',
  message:
    'ce document montre ce qui est gardé ailleurs, et qui n’est pas lu : collez-y le contenu lui-même',
};

const unknownQuestion = ({ code, reponse }: Trouve): Remarque => ({
  regle: 'question-inconnue',
  feuille: null,
  cellule: code,
  valeur: reponse.map(shownIn).join(' ').trim() || null,
  message: 'cette question n’est pas dans le formulaire en vigueur : sa réponse n’est pas lue',
});
