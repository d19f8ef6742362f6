/** What the public may know of the answers: totals of the fund, of which none is small. */
import { type Definition, tableauOf, tableauxOf } from '../../forms/definition';
import type { ReponseLue } from '../../forms/reponses';
import { groupBy } from '../../lib/group';
import { texte } from '../../lib/registre';
import type { Product, ProductRow } from '../link/rows';
import { compteRows } from './comptes';
import { isTellable, SEUIL_COMPTE } from '../../lib/petits-nombres';
import { depenseRows, financementRows } from './postes';
import { choixRows, listQuestions, type Question, questionRows } from './questions';
import { reservesOf } from './reserves';
import {
  anterieuresOf,
  byExercice,
  lignesOf,
  type Reddition,
  type Redditions,
  reponsesA,
} from './reddition';
import { citationsOf, resultatRow } from './tables';

const answersTo = (own: readonly Reddition[], question: string): (readonly ReponseLue[])[] =>
  own.map((r) => reponsesA(r, question)).filter((answers) => answers.length > 0);

const TOTALISES = ['nombre', 'compte', 'montant'];

function sumRow(question: Question, answers: readonly (readonly ReponseLue[])[]) {
  const values = answers.map((one) => one.map((a) => a.valeur));
  if (question.type === 'montant') {
    const told = values.map((one) => one.filter((v) => typeof v === 'bigint'));
    const cents = told.flat().reduce((a, v) => a + v, 0n);
    return {
      nombre_redditions: told.filter((o) => o.length > 0).length,
      total_nombre: null,
      total_montant: cents,
    };
  }
  const told = values.map((one) => one.filter((v) => typeof v === 'number'));
  const total = told.flat().reduce((a, v) => a + v, 0);
  return {
    nombre_redditions: told.filter((o) => o.length > 0).length,
    total_nombre: total,
    total_montant: null,
  };
}

const idsIn = ({ valeur }: ReponseLue): readonly string[] => {
  if (typeof valeur === 'boolean') return [valeur ? 'oui' : 'non'];
  return Array.isArray(valeur) ? valeur : [String(valeur)];
};

/** Answers to a question, report by report: those that count, and those that publications before this one counted. */
interface Reponses {
  readonly answers: readonly (readonly ReponseLue[])[];
  readonly avant: readonly (readonly (readonly ReponseLue[])[])[];
}

/** Whether a number moves by nothing, or by as much as may be told, since each publication before this one. */
const movesEnough = ({ answers, avant }: Reponses, count: (some: Reponses['answers']) => number) =>
  avant.every((before) => isTellable(Math.abs(count(answers) - count(before))));

/** Reports by choice, zeros included, from so many answers up; where an exclusive choice may not be told, none is. */
function choiceRows(question: Question, reponses: Reponses, allow: (nombre: number) => boolean) {
  const { answers } = reponses;
  if (answers.length < SEUIL_COMPTE) return [];
  const countOf = (id: string) => (some: Reponses['answers']) =>
    some.filter((one) => one.some((a) => idsIn(a).includes(id))).length;
  const rows = question.choix.map(({ id }) => ({
    choix_id: id,
    nombre_redditions: countOf(id)(answers),
  }));
  const told = rows.filter(
    ({ choix_id, nombre_redditions: n }) =>
      isTellable(n) && allow(n) && movesEnough(reponses, countOf(choix_id)),
  );
  if (question.type === 'cases') return told;
  return told.length === rows.length && allow(answers.length) ? told : [];
}

function reponseRow(question: Question, exercice: string, row: ProductRow): ProductRow {
  const choix = row['choix_id'] ?? null;
  return {
    total_id: [question.id, exercice, ...(choix === null ? [] : [choix])].join('/'),
    question_id: question.id,
    exercice_id: exercice,
    choix_id: null,
    total_nombre: null,
    total_montant: null,
    ...row,
  };
}

function reponseRows(all: Redditions): ProductRow[] {
  const questions = listQuestions(all.scene.definition).filter(
    (q) => q.edition === 'public' && !isResult(all.scene.definition, q),
  );
  const reserves = reservesOf(all);
  return byExercice(all).flatMap(([exercice, own]) => {
    const allow = (nombre: number) => reserves.allow(exercice, nombre);
    return questions.flatMap((question) => {
      const answers = answersTo(own, question.id);
      const avant = anterieuresOf(all, exercice).map((before) => answersTo(before, question.id));
      if (!TOTALISES.includes(question.type))
        return choiceRows(question, { answers, avant }, allow).map((row) =>
          reponseRow(question, exercice, row),
        );
      const { nombre_redditions: nombre, ...row } = sumRow(question, answers);
      const moves = movesEnough(
        { answers, avant },
        (some) => sumRow(question, some).total_nombre ?? 0,
      );
      const small = nombre < SEUIL_COMPTE || !isTellable(row.total_nombre ?? 0) || !moves;
      const told = { ...row, nombre_redditions: allow(nombre) ? nombre : null };
      return small ? [] : [reponseRow(question, exercice, told)];
    });
  });
}

/** Results have a table of their own. */
const isResult = (definition: Definition, { id }: Question) =>
  tableauxOf(definition).some((t) => t.role !== undefined && id.startsWith(`${t.id}.`));

interface Resultat {
  readonly projet: string;
  readonly cycle: string;
  readonly indicateur: string;
  readonly unite: string;
  readonly cible: number;
  readonly realise: number;
}

function resultatsOf(all: Redditions): Resultat[] {
  const table = tableauOf(all.scene.definition, 'indicateurs');
  return all.liste.flatMap((r) =>
    (table ? lignesOf(r, table.id) : []).flatMap((ligne) => {
      const row = resultatRow(all, r, ligne);
      const { indicateur, unite, realise } = row ?? {};
      const cible = row?.cible ?? null;
      if (!indicateur || !unite || typeof realise !== 'number' || cible === null) return [];
      const cycle = texte(r.projet, 'cycle') ?? '';
      return [{ projet: r.projet.id, cycle, indicateur, unite, cible, realise }];
    }),
  );
}

const realiseIn = (some: readonly Resultat[]) => some.reduce((a, one) => a + one.realise, 0);

/** By indicator, what its projects aim for once each, and what their reports add up to. */
function resultatRows(all: Redditions): ProductRow[] {
  const keyOf = (one: Resultat) => [one.cycle, one.indicateur, one.unite].join('/');
  const groups = groupBy(resultatsOf(all), keyOf);
  const avant = [...new Set(all.anterieures)].map((one) => groupBy(resultatsOf(one), keyOf));
  return [...groups].flatMap(([total_id, own]) => {
    const [first] = own;
    const cibles = new Map(own.map((one) => [one.projet, one.cible]));
    const realise = realiseIn(own);
    const moves = avant.map((before) => realise - realiseIn(before.get(total_id) ?? []));
    if (!first || cibles.size < SEUIL_COMPTE) return [];
    if (![realise, ...moves.map(Math.abs)].every(isTellable)) return [];
    const { cycle: cycle_id, indicateur, unite } = first;
    const cible = [...cibles.values()].reduce((a, n) => a + n, 0);
    return [{ total_id, cycle_id, indicateur, unite, nombre_projets: cibles.size, cible, realise }];
  });
}

/** In the order of their words, which tells nothing of whose they are. */
const temoignageRows = (all: Redditions, connues: Redditions): ProductRow[] => {
  // A consent that was taken back is heeded at once.
  const agreed = citationsOf(connues).filter((c) => c.publie);
  const stands = (id: string, mots: string) =>
    agreed.some((c) => c.reddition.id === id && c.mots === mots);
  return citationsOf(all)
    .filter((c) => c.publie && stands(c.reddition.id, c.mots))
    .map(({ reddition, mots }) => ({ exercice_id: reddition.exercice.id, temoignage: mots }))
    .toSorted((a, b) => (a.temoignage < b.temoignage ? -1 : 1))
    .map((row, index) => ({
      temoignage_id: `temoignage-${String(index + 1).padStart(3, '0')}`,
      ...row,
    }));
};

type Tables = Pick<
  Product,
  | 'questions'
  | 'choix_questions'
  | 'comptes_redditions'
  | 'totaux_reponses'
  | 'totaux_resultats'
  | 'totaux_depenses'
  | 'totaux_financements'
  | 'temoignages'
>;

/** Tables that every edition has, of the reports that the public counts, beside all those that are known. */
export const totauxTables = (all: Redditions, connues: Redditions): Tables => ({
  questions: questionRows(all.scene.definition),
  choix_questions: choixRows(all.scene.definition),
  comptes_redditions: compteRows(all),
  totaux_reponses: reponseRows(all),
  totaux_resultats: resultatRows(all),
  totaux_depenses: depenseRows(all),
  totaux_financements: financementRows(all),
  temoignages: temoignageRows(all, connues),
});
