/** Funds drawn at random, as the tables that counts of people are made of. */
import { fillTables, type Product, type ProductRow } from '../../pipelines/steps/link/rows';

/** Whole numbers below a bound, the same for the same seed. */
export function createTirage(graine: number) {
  let state = graine;
  return (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const CYCLES = ['2019-2024', '2024-2029'];
const EXERCICES = ['2019-2020', '2020-2021', '2021-2022'];
const QUESTIONS = [
  ['personnes', 'personnes', 'tout'],
  ['personnes_pauvrete', 'personnes-pauvrete', 'dont'],
  ['enfants', 'groupe', 'partie'],
  ['adultes', 'groupe', 'partie'],
];

export type Tirage = ReturnType<typeof createTirage>;

/** Few people more often than many; parts that add up to them; nothing counted one time in eight. */
function comptesOf(tirage: Tirage, reddition_id: string): ProductRow[] {
  const personnes = tirage(3) === 0 ? tirage(6) : tirage(120);
  const part = () => (tirage(2) === 0 ? Math.min(personnes, tirage(5)) : tirage(personnes + 1));
  const [pauvrete, enfants] = [part(), part()];
  const nombres = [personnes, pauvrete, enfants, personnes - enfants];
  return QUESTIONS.map(([question_id = '', role], i) => {
    const counted = role === 'personnes' || tirage(8) > 0;
    const nombre = counted ? (nombres[i] ?? 0) : null;
    return { reddition_id, question_id, nombre, non_compte: !counted };
  });
}

const exerciceRow = (exercice_id: string): ProductRow => ({
  exercice_id,
  debut: `${exercice_id.slice(0, 4)}-04-01`,
  fin: `${exercice_id.slice(5)}-03-31`,
});

const questionRow = ([
  question_id = '',
  role = '',
  partition = '',
]: readonly string[]): ProductRow => ({
  ...{ question_id, role, partition, type_reponse: 'compte', edition: 'public' },
});

/** A project active in one to three exercices, and what it counted in each. */
function projetTables(tirage: Tirage, rang: number, nombre: number) {
  const projet_id = `P-${String(rang).padStart(3, '0')}`;
  const first = tirage(3);
  const active = EXERCICES.slice(first, first + 1 + tirage(3 - first));
  const [debut, fin] = [active[0] ?? '', active.at(-1) ?? ''];
  const priorites = [...new Set([tirage(7), ...(tirage(3) === 0 ? [tirage(7)] : [])])];
  const redditions = active.map((exercice_id) => ({
    ...{ reddition_id: `${projet_id}/${exercice_id}`, projet_id, exercice_id },
  }));
  return {
    projet: {
      ...{ projet_id, cycle_id: CYCLES[tirage(4) === 0 ? 1 : 0] ?? null },
      ...{
        territoire_id: `t${tirage(7)}`,
        organisme_id: `o${tirage(Math.min(30, Math.ceil(nombre / 3)))}`,
      },
      ...{ debut: `${debut.slice(0, 4)}-05-01`, fin: `${fin.slice(5)}-03-01` },
    } as ProductRow,
    priorites: priorites.map((p): ProductRow => ({ projet_id, priorite_id: `p${p}` })),
    redditions,
    personnes: redditions.flatMap((r) => comptesOf(tirage, r.reddition_id)),
  };
}

/** Totals by exercice, as the fund tells them: none from 1 to 4. */
function totalRows(personnes: readonly ProductRow[]): ProductRow[] {
  return QUESTIONS.flatMap(([question_id = '']) =>
    EXERCICES.flatMap((exercice_id): ProductRow[] => {
      const told = personnes.filter(
        (l) =>
          l['question_id'] === question_id &&
          String(l['reddition_id']).endsWith(exercice_id) &&
          l['nombre'] !== null,
      );
      const total_nombre = told.reduce((a, l) => a + Number(l['nombre']), 0);
      const total_id = `${question_id}/${exercice_id}`;
      const row = { total_id, question_id, exercice_id, nombre_redditions: told.length };
      return told.length < 5 || (total_nombre > 0 && total_nombre < 5)
        ? []
        : [{ ...row, total_nombre }];
    }),
  );
}

/** A fund of so many projects; the same for the same seed. */
export function drawFonds(graine: number, nombre: number): Product {
  const tirage = createTirage(graine);
  const all = Array.from({ length: nombre }, (_, rang) => projetTables(tirage, rang, nombre));
  const personnes = all.flatMap((p) => p.personnes);
  return fillTables({
    fonds: [{ fonds_id: 'hasard', date_donnees: '2023-10-31' }],
    exercices: EXERCICES.map(exerciceRow),
    projets: all.map((p) => p.projet),
    projets_priorites: all.flatMap((p) => p.priorites),
    questions: QUESTIONS.map(questionRow),
    redditions: all.flatMap((p) => p.redditions),
    reddition_personnes: personnes,
    totaux_reponses: totalRows(personnes),
  });
}
